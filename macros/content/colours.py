"""Can the colours of the look be read? Each pair of ``tokens.css`` that stands together, light and dark."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .model import COLOURS
from .problems import Location, Problem, problem

TOKENS = Path("overrides/assets/css/tokens.css")
TEXT, EDGE = (
    7.0,
    3.0,
)  # the least contrasts: of words, and of what shows where a control is (WCAG 2.2, 1.4.6 and 1.4.11)
_BLOCK = re.compile(r"^(?P<scheme>:root|\[data-md-color-scheme=\"slate\"\]) \{(?P<body>[^}]*)\}", re.MULTILINE)
_COLOUR = re.compile(r"--mk-(?P<name>[\w-]+):\s*(?P<hex>#[0-9a-fA-F]{6})\b")
_GROUNDS = ("paper", "card")
# What stands on what, and the least contrast of the two.
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((words, ground, TEXT) for words in ("ink", "quiet", *COLOURS) for ground in _GROUNDS),
    *((words, f"{colour}-tint", TEXT) for colour in COLOURS for words in ("ink", colour)),
    ("on-deep", "lake-deep", TEXT),
    *(("edge", ground, EDGE) for ground in _GROUNDS),
)


class Colour(NamedTuple):
    """A colour of the look, and the place that gives it."""

    value: str
    place: Location


def check(root: Path) -> list[Problem]:
    """Every pair that is too pale, at the colour that stands on the other. A look without these tokens has none."""
    path = root / TOKENS
    if not path.is_file():
        return []
    found: list[Problem] = []
    for colours in _schemes(path.read_text(encoding="utf-8", errors="replace")):
        for name, ground, least in PAIRS:
            if name in colours and ground in colours:
                found += _too_pale(name, ground, least, colours)
    return sorted(set(found))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours such as `#1d2430`: from 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def nearest(value: str, ground: str, least: float) -> str:
    """The colour of the same hue that is the nearest to `value` and can be read on `ground`."""
    red, green, blue = (part / 255 for part in _parts(value))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    steps = sorted((step / 200 for step in range(201)), key=lambda step: abs(step - light))
    for step in steps:
        tried = "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, step, strength))
        if contrast(tried, ground) >= least:
            return tried
    return "#000000" if contrast("#000000", ground) > contrast("#ffffff", ground) else "#ffffff"


def _schemes(text: str) -> Iterator[dict[str, Colour]]:
    """The colours in light and in dark, which has those of light where it gives none of its own."""
    colours: dict[str, Colour] = {}
    for block in _BLOCK.finditer(text):
        for one in _COLOUR.finditer(block["body"]):
            at = block.start("body") + one.start("hex")
            line = text.count("\n", 0, at) + 1
            colours[one["name"]] = Colour(one["hex"], Location(TOKENS.as_posix(), line, at - text.rfind("\n", 0, at)))
        yield dict(colours)


def _too_pale(name: str, ground: str, least: float, colours: dict[str, Colour]) -> Iterator[Problem]:
    value, below = colours[name].value, colours[ground].value
    if contrast(value, below) < least:
        facts = {"name": f"--mk-{name}", "ground": f"--mk-{ground}", "ratio": f"{contrast(value, below):.2f}"}
        near = nearest(value, below, least)
        yield problem(
            colours[name].place, "pale-colour", value=value, below=below, least=f"{least:g}", near=near, **facts
        )


def _parts(value: str) -> tuple[int, int, int]:
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def _luminance(value: str) -> float:
    parts = [part / 255 for part in _parts(value)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
