"""What is seen where somebody shares a link? A picture with the name of the guide, and one with the title of a stage.

Drawn when the site is built, since a fork has a name, a logo, colours and stages of its own. Only a site that has an
address has use of it: whoever shows a link asks for the picture by its whole address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from ..content.model import Guide
from ..render import own_logo
from .settings import ASSETS

FOLDER = "assets/pictures"
_DRAWING = "social.svg"
_WORDS = re.compile(r'<g fill="#fff" font-family=.*?</g>\s*</g>', re.DOTALL)
_GROUND = re.compile(r'(<rect id="ground"[^>]* fill=")[^"]*')
_SIGN = re.compile(r'<g id="sign".*?</g>', re.DOTALL)
_FONTS = Path(__file__).resolve().parent.parent / "paper" / "fonts"
_LEFT = 56  # where the words begin, in the drawing's own measure
# The letters of a title and of what stands below it: how many fit on a line, how large they are, and how many lines.
_TITLES = ((15, 68, 3), (18, 52, 4), (28, 38, 5))
_BELOW = (30, 33, 5)


def picture_of(stage: str = "") -> str:
    """What the picture is called: that of a stage, or of the guide."""
    return f"social-{stage}.png" if stage else "social.png"


def write(site: Path, guide: Guide, address: str) -> None:
    """Draw the pictures of a built site that has an address."""
    drawing = site / FOLDER / _DRAWING
    if not address or not drawing.is_file():
        return
    import resvg_py  # a check, which comes by here too, draws nothing

    svg = in_own_look(drawing.read_text(encoding="utf-8"), guide, site / ASSETS)
    fonts = [str(path) for path in sorted(_FONTS.glob("*.ttf"))]
    pictures = {picture_of(): (guide.name, guide.tagline)}
    pictures |= {picture_of(one.id): (one.title, guide.name) for one in guide.stages.values()}
    for name, (title, below) in pictures.items():
        made = resvg_py.svg_to_bytes(svg_string=drawn(svg, title, below), font_files=fonts)
        (site / FOLDER / name).write_bytes(bytes(made))


def in_own_look(svg: str, guide: Guide, folder: Path) -> str:
    """The drawing in the colours of a guide, and with its logo, which lies in this folder, in the place of the sign."""
    if colour := own_logo.ground(guide):
        svg = _GROUND.sub(rf"\g<1>{colour}", svg, count=1)
    logo = own_logo.image(folder / guide.logo, _LEFT, 40, 400, 130, "xMin") if guide.logo else ""
    return _SIGN.sub(lambda _: logo, svg, count=1) if logo else svg


def drawn(svg: str, title: str, below: str) -> str:
    """The drawing with these words."""
    fit = next((one for one in _TITLES if len(lines(title, one[0])) <= one[2]), _TITLES[-1])
    y = 215 + fit[1]
    words = []
    for line in lines(title, fit[0])[: fit[2]]:
        words.append(_text(line, y, fit[1], bold=True))
        y += round(fit[1] * 1.1)
    y += 20
    for line in lines(below, _BELOW[0])[: _BELOW[2]]:
        words.append(_text(line, y, _BELOW[1], bold=False))
        y += round(_BELOW[1] * 1.35)
    family = "Atkinson Hyperlegible Next, Verdana, sans-serif"
    group = f'<g font-family="{family}">{"".join(words)}</g>'
    return _WORDS.sub(lambda _: group, svg, count=1)


def lines(text: str, most: int) -> list[str]:
    """Words in lines of so many letters; a word that is longer goes on in the next line."""
    pieces = (word[at : at + most] for word in text.split() for at in range(0, len(word), most))
    return list(_lines(pieces, most))


def _lines(words: Iterable[str], most: int) -> Iterator[str]:
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > most:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line


def _text(line: str, y: int, size: int, bold: bool) -> str:
    look = 'fill="#fff" font-weight="700"' if bold else 'fill="#ffe9b8"'
    return f'<text x="{_LEFT}" y="{y}" font-size="{size}" {look}>{escape(line)}</text>'
