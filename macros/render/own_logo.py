"""How does the logo of a fork stand in a drawing? On the colour that it has behind it at the head of each page."""

from __future__ import annotations

import base64
from pathlib import Path

from ..content.model import Guide
from ..content.own_colours import DEEP, views

_KINDS = {".svg": "svg+xml", ".png": "png"}  # what can stand in a drawing; an .ico cannot


def ground(guide: Guide) -> str:
    """The colour of the head of each page where the fork chose another one; empty where it is that of the look."""
    return views(guide.colours or {})["light"].get(f"{DEEP}-deep", "")


def image(path: Path, x: int, y: int, wide: int, high: int, to: str = "xMid") -> str:
    """A picture in an SVG, as large as there is room, at its left edge or in its middle; empty when it cannot be."""
    kind = _KINDS.get(path.suffix)
    if not kind or not path.is_file():
        return ""
    held = base64.b64encode(path.read_bytes()).decode()
    place = f'x="{x}" y="{y}" width="{wide}" height="{high}" preserveAspectRatio="{to}YMid meet"'
    return f'<image {place} href="data:image/{kind};base64,{held}"/>'


def chip(path: Path, colour: str) -> str:
    """A picture on a ground of this colour, as SVG that stands by itself; empty when it cannot be."""
    shown = image(path, 15, 15, 70, 70)
    if not shown:
        return ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<rect width="100" height="100" rx="14" fill="{colour}"/>{shown}</svg>'
    )
