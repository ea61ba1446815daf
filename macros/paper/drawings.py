"""Which colours and drawings do files have? Those of the pages, in a form that no style sheet needs to finish."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import segno

from ..content import colours, icons, own_look
from ..content.model import COLOURS, Guide
from ..content.own_colours import DEEP, INK, tint
from ..render import own_logo

_ROOT = Path(__file__).resolve().parent.parent.parent
_TOKEN = re.compile(r"--mk-([\w-]+):\s*(#[0-9a-fA-F]{6})\b")
_KNOB = re.compile(r"var\(--[\w-]+,\s*([^()]+)\)")
OTHER = "#37414f"  # for a colour that the look does not have


@functools.cache
def _tokens() -> dict[str, str]:
    """The colours of the look in the light, by their names: the first of each in the file."""
    path = _ROOT / colours.TOKENS
    found: dict[str, str] = {}
    for name, value in _TOKEN.findall(path.read_text(encoding="utf-8")) if path.is_file() else ():
        found.setdefault(name, value)
    return found


def colour(guide: Guide, name: str) -> tuple[str, str]:
    """A colour by its name, and its tint: those of a fork, or those of the look."""
    own = (guide.colours or {}).get(name)
    if own:
        return own, tint(own)
    value = _tokens().get(name, OTHER)
    return value, _tokens().get(f"{name}-tint", tint(value))


def palette(guide: Guide) -> dict[str, tuple[str, str]]:
    """Every colour that a stage may have, with its tint."""
    return {name: colour(guide, name) for name in COLOURS}


def picture(name: str, ink: str = "currentColor") -> str:
    """A drawing as SVG that stands by itself, all of it in one ink."""
    drawing = _KNOB.sub(r"\1", icons.drawing(name))
    if "currentColor" not in drawing:
        drawing = drawing.replace("<svg ", '<svg fill="currentColor" ', 1)
    return drawing.replace("currentColor", ink)


def logo(guide: Guide, root: Path) -> str:
    """The logo of a fork as SVG that stands by itself; empty where there is none."""
    colour = own_logo.ground(guide) or _tokens().get(f"{DEEP}-deep", OTHER)
    return own_logo.chip(own_look.picture(root, guide.logo), colour) if guide.logo else ""


def square_code(address: str) -> str:
    """What a telephone reads to come to an address, as SVG; empty for no address."""
    if not address:
        return ""
    made: str = segno.make(address, error="m", micro=False).svg_inline(dark=INK, light="#ffffff", omitsize=True)
    return made.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1) if "xmlns" not in made else made
