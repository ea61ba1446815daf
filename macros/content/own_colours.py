"""What follows from a colour that a fork chose? Its tint, and what stands for it in the dark and in high contrast.

One colour is given, for words on light paper. The others keep its hue, and are as light or as dark as they must be.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Mapping

from .colours import TEXT, contrast, nearest

# What stands behind words in each view of the look (tokens.css and contrast.css).
PAPER, CARD, INK = "#fbf7ef", "#fffdf8", "#1d2430"
DARK_PAPER, DARK_CARD, DARK_INK = "#12181f", "#1a222c", "#f2ede3"
WHITE, BLACK = "#ffffff", "#000000"
HIGH = 12.0  # the least contrast for whoever asks for more of it
DEEP = "lake"  # the colour whose deep shade is the head of each page

Views = dict[str, dict[str, str]]  # view: {name of a token: its value}


def views(colours: Mapping[str, str]) -> Views:
    """The tokens of each view: light, dark, high and dark-high."""
    found: Views = {"light": {}, "dark": {}, "high": {}, "dark-high": {}}
    for name, value in colours.items():
        dark_tint = _shade(value, 0.15, 0.45)
        found["light"] |= {name: value, f"{name}-tint": tint(value)}
        found["dark"] |= {name: _readable(value, 0.78, (DARK_PAPER, DARK_CARD, dark_tint)), f"{name}-tint": dark_tint}
        found["high"][name] = nearest(value, WHITE, HIGH)
        found["dark-high"][name] = nearest(_shade(value, 0.88, 1.0), BLACK, HIGH)
        if name == DEEP:
            for view, light in (("light", 0.15), ("dark", 0.11), ("high", 0.08), ("dark-high", 0.05)):
                found[view][f"{name}-deep"] = nearest(_shade(value, min(light, _light(value)), 1.0), WHITE, HIGH)
    return found


def tint(value: str) -> str:
    """The pale ground that goes with a colour: as strong as words in it and in ink can be read on."""
    for light in (0.86, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98):
        tried = _shade(value, light, 0.55)
        if contrast(value, tried) >= TEXT and contrast(INK, tried) >= TEXT:
            return tried
    return CARD


def too_pale(value: str) -> tuple[str, float, str] | None:
    """The ground on which words in this colour are too pale, their contrast, and the nearest colour that will do."""
    worst = min((PAPER, CARD, tint(value)), key=lambda ground: contrast(value, ground))
    found = contrast(value, worst)
    return None if found >= TEXT else (worst, found, nearest(value, worst, TEXT))


def style(colours: Mapping[str, str]) -> tuple[str, str]:
    """Two pieces of CSS: what comes behind tokens.css, and what comes behind contrast.css."""
    made = views(colours)
    slate = '[data-md-color-scheme="slate"]'
    paper = {f"print-{name}": value for name, value in colours.items()}  # paper is light, whatever the screen is
    usual = [_rule(":root", made["light"] | paper), _rule(slate, made["dark"])]
    high = [_rule(":root", made["high"]), _rule(slate, made["dark-high"])]
    chosen = [
        _rule('[data-mk-contrast="high"]', made["high"]),
        _rule(f'[data-mk-contrast="high"] {slate}', made["dark-high"]),
    ]
    media = "@media (prefers-contrast: more) {\n" + "".join(high) + "}\n"
    return "".join(usual), media + "".join(chosen)


def _rule(selector: str, tokens: Mapping[str, str]) -> str:
    lines = "".join(f"  --mk-{name}: {value};\n" for name, value in tokens.items())
    return f"{selector} {{\n{lines}}}\n"


def _readable(value: str, light: float, grounds: tuple[str, ...]) -> str:
    """A light shade of the colour that can be read on all of these."""
    steps: Iterator[str] = (_shade(value, step / 100, 0.9) for step in range(round(light * 100), 101))
    return next((one for one in steps if all(contrast(one, ground) >= TEXT for ground in grounds)), WHITE)


def _light(value: str) -> float:
    return _hls(value)[1]


def _hls(value: str) -> tuple[float, float, float]:
    red, green, blue = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return colorsys.rgb_to_hls(red, green, blue)


def _shade(value: str, light: float, most: float) -> str:
    """The same hue, as light as this, and no stronger than `most`."""
    hue, _, strength = _hls(value)
    return "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, light, min(strength, most)))
