"""Are the pictures found, by name, without a site builder?"""

from __future__ import annotations

import subprocess
import sys

import pytest

from macros import icons
from tests.shared import ROOT


def test_the_theme_brings_thousands_of_names() -> None:
    names = icons.names()
    assert names is not None and len(names) > 5000
    assert {"ladder", "snake", "waves"} <= names


def test_a_drawing_is_one_svg() -> None:
    drawing = icons.drawing("ladder")
    assert drawing.startswith("<svg ") and drawing.endswith("</svg>") and drawing.count("<svg") == 1


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
