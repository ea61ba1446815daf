"""Does each sign find a font, and is the guide's own font whole?"""

from __future__ import annotations

import typst

from macros.paper import letters
from tests.paper.guides import HOSTILE, RIGHT_TO_LEFT


def test_the_fonts_of_the_guide_are_there_with_their_licence() -> None:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[letters.FOLDER])
    assert {(one.family, one.weight) for one in fonts.fonts()} == {
        ("Atkinson Hyperlegible Next", 400),
        ("Atkinson Hyperlegible Next", 700),
    }
    assert "SIL Open Font License, Version 1.1" in (letters.FOLDER / "OFL.txt").read_text(encoding="utf-8")


def test_usual_texts_need_no_font_of_the_computer() -> None:
    assert letters.fonts_for("".join((*HOSTILE, RIGHT_TO_LEFT))) == ("brought", frozenset())


def test_what_is_missing_stands_by_its_number_wherever_it_is() -> None:
    data = {"a": ["x中", {"b": "中y"}], "n": 1}
    assert letters.by_number(data, frozenset("中")) == {"a": ["xU+4E2D", {"b": "U+4E2Dy"}], "n": 1}
