"""Which letters can be shown? Those of the guide's own font, those that Typst brings, and those of this computer.

Files are the same everywhere as long as the first two have all letters. A sign that no font has would stop Typst,
because nobody could read it: it stands by its number then, such as U+4E2D, and whoever makes the files is told.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typst

FOLDER = Path(__file__).resolve().parent / "fonts"
_TRY = b'#set text(font: "Atkinson Hyperlegible Next")\n#json(bytes(sys.inputs.data)).join("\\n")\n'
_SAID = re.compile(r"the text `\"(.+?)\"`")
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
# What our own font certainly has, and what takes no room.
_PLAIN = re.compile(r"[\x00-\x7f\u00a0-\u017f\u2010-\u2026]+")


@functools.cache
def _brought() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FOLDER])


@functools.cache
def _of_the_computer() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=[FOLDER])


FONTS: dict[str, Callable[[], typst.Fonts]] = {"brought": _brought, "computer": _of_the_computer}


def fonts_for(text: str) -> tuple[str, frozenset[str]]:
    """The fonts that show a text, by their name in FONTS, and the signs that they lack."""
    unusual = frozenset(_PLAIN.sub("", text))
    for name in FONTS:
        lacking = _lacking(name, unusual)
        if not lacking:
            return name, lacking
    return name, lacking


@functools.cache
def _lacking(name: str, signs: frozenset[str]) -> frozenset[str]:
    """The signs that fonts lack. Typst names one at a time."""
    left = set(signs)
    compiler = typst.Compiler(_TRY, font_paths=FONTS[name](), ignore_system_fonts=True)
    while left:
        try:
            compiler.compile(
                input=_TRY, sys_inputs={"data": json.dumps(sorted(left))}, format="pdf", pdf_standards=["ua-1"]
            )
            break
        except typst.TypstError as wrong:
            found = _SAID.search(wrong.message)
            named = _ESCAPE.sub(lambda one: chr(int(one[1], 16)), found[1]) if found else ""
            if not set(named) & left:
                break
            left -= set(named)
    return signs - left


def by_number(data: Any, missing: frozenset[str]) -> Any:
    """The same data with these signs by their numbers."""
    if isinstance(data, str):
        return "".join(f"U+{ord(sign):04X}" if sign in missing else sign for sign in data)
    if isinstance(data, dict):
        return {key: by_number(value, missing) for key, value in data.items()}
    return [by_number(one, missing) for one in data] if isinstance(data, (list, tuple)) else data
