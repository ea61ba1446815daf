"""Are the pictures found, by name, without a site builder?"""

from __future__ import annotations

import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from macros import icons
from tests.shared import ROOT

OWN = sorted(icons.own())
SVG = "{http://www.w3.org/2000/svg}"
COLOURS = re.compile(r"none|currentColor|var\(--mk-[a-z-]+, #fff\)")


def test_the_theme_brings_thousands_of_names() -> None:
    names = icons.names()
    assert names is not None and len(names) > 5000
    assert {"ladder", "snake", "waves"} <= names


def test_a_drawing_is_one_svg() -> None:
    drawing = icons.drawing("ladder")
    assert drawing.startswith("<svg ") and drawing.endswith("</svg>") and drawing.count("<svg") == 1


def test_our_own_drawings_come_first() -> None:
    assert {"ladder", "snake", "planning", "process", "celebrating", "review", "lake"} <= set(OWN)
    for name in OWN:
        assert icons.drawing(name) == (icons.OWN / f"{name}.svg").read_text(encoding="utf-8").replace("\n", "")
    theme = icons.folder()
    assert theme is not None and (theme / "snake.svg").is_file() and (theme / "waves.svg").is_file()
    assert icons.drawing("waves") == (theme / "waves.svg").read_text(encoding="utf-8").strip()


def test_what_is_for_the_browser_is_not_a_picture_of_ours() -> None:
    assert not icons.NOT_FOR_PAGES & set(OWN)
    for name in icons.NOT_FOR_PAGES:
        ElementTree.parse(icons.OWN / f"{name}.svg")


@pytest.mark.parametrize("name", OWN)
def test_an_own_drawing_takes_the_colour_of_the_words_beside_it(name: str) -> None:
    root = ElementTree.fromstring(icons.drawing(name))
    assert root.tag == f"{SVG}svg" and root.attrib == {"viewBox": "0 0 48 48"}
    for part in root.iter():
        assert part.tag in {SVG + tag for tag in ("svg", "g", "path", "circle")}, part.tag
        assert not {"id", "class", "style", "href", "opacity"} & set(part.attrib)
        for key in ("fill", "stroke"):
            assert COLOURS.fullmatch(part.get(key, "none")), part.attrib
    # The page's own rule fills the root: each shape must stand in a group that says otherwise.
    assert all(part.tag == f"{SVG}g" and "fill" in part.attrib for part in root)


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        icons.drawing("no-such-picture")


def test_without_a_theme_nobody_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.icons.importlib.util.find_spec", lambda name: None)
    for one in (icons.folder, icons.names):
        one.cache_clear()
    try:
        assert icons.names() is None
    finally:
        monkeypatch.undo()
        for one in (icons.folder, icons.names):
            one.cache_clear()


def test_looking_loads_no_builder() -> None:
    code = "import sys; from macros import icons; icons.names(); print([n for n in sys.modules if 'mkdocs' in n])"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
