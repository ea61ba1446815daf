"""Is the look of a fork whole? The pictures that it names are there, and its colours can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from . import own_colours
from .colours import TEXT
from .layers import Files
from .model import Guide
from .problems import Location, Problem, problem
from .sources import LOCAL

PICTURES = ("logo", "favicon")
_SVG = "{http://www.w3.org/2000/svg}svg"
_BEGINS = {".png": b"\x89PNG\r\n\x1a\n", ".ico": b"\x00\x00\x01\x00"}


def check(root: Path, files: Files) -> Iterator[Problem]:
    """Each picture that is missing or is none, and each colour that is too pale."""
    guide: Any = files.one("guide")
    for name in PICTURES:
        if name not in guide or is_picture(path := picture(root, guide[name])):
            continue
        rule = "not-a-picture" if path.is_file() else "no-picture-file"
        yield problem(guide.values_at[name], rule, text=path.relative_to(root).as_posix(), kind=path.suffix)
    colours: Any = guide.get("colours", {})
    for name, value in colours.items():
        if found := pale(name, value, colours.values_at[name]):
            yield found


def pale(name: str, value: str, place: Location) -> Problem | None:
    """What is wrong with a colour of a fork, with the nearest one that will do."""
    found = own_colours.too_pale(value.lower())
    if not found:
        return None
    ground, ratio, near = found
    facts = {"name": name, "value": value, "ground": "what is behind it", "below": ground, "ratio": f"{ratio:.2f}"}
    return problem(place, "pale-colour", least=f"{TEXT:g}", near=near, **facts)


def is_picture(path: Path) -> bool:
    """Whether a file holds what its ending says: a browser shows nothing in its place, and says nothing."""
    if not path.is_file():
        return False
    if path.suffix == ".svg":
        try:
            return ET.parse(path).getroot().tag == _SVG  # noqa: S314  (a file of their own)
        except (ET.ParseError, ValueError, LookupError):
            return False
    with path.open("rb") as file:
        return file.read(8).startswith(_BEGINS[path.suffix])


def pictures(guide: Guide) -> dict[str, str]:
    """The pictures that stand for a fork, by their names. A logo is in the tab of a browser too, where no other is."""
    found = {"logo": guide.logo, "favicon": guide.favicon or guide.logo}
    return {name: file for name, file in found.items() if file}


def picture(root: Path, name: str) -> Path:
    """Where a picture of a fork is."""
    return root / "marks" / LOCAL / name
