"""Is each style of use, does it name what there is, and does each colour stand where a fork finds it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import tinycss2

from macros.site import bundle
from tests.shared import ROOT

FOLDER = ROOT / "overrides" / "assets" / "css"
STYLES = sorted(FOLDER.rglob("*.css"))
# Of the theme, whose classes all have a prefix but these.
OF_THE_THEME = ("md-", "headerlink", "no-js")
# Properties that the theme reads, and one of its own that ours read.
THEIRS = "--md-"
COLOURS = ("clay", "leaf", "rose", "violet", "slate", "lake")
# What a fork's colours are on paper: a build writes them (macros/content/own_colours.py).
OF_A_FORK = {f"--mk-print-{name}" for name in COLOURS}
# A drawing has colours of its own, and so has paper: black ink, on white.
DRAWINGS = {"lake.css", "lake-chart.css"}
PAPER = {"print.css", "print-reading.css", "paper.css", "print-room.css"}
FUNCTIONS = {"rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"}
SHADOW = re.compile(r"rgb\(0 0 0 / \d+%\)")
NAMES = {
    "black",
    "white",
    "red",
    "green",
    "blue",
    "yellow",
    "orange",
    "purple",
    "pink",
    "brown",
    "grey",
    "gray",
    "navy",
}


@dataclass(frozen=True)
class Said:
    """A declaration of a style sheet."""

    file: str
    selector: tuple[Any, ...]
    name: str
    value: tuple[Any, ...]
    line: int
    is_print: bool


def every(nodes: object) -> Iterator[Any]:
    """Each token, those in brackets as well."""
    for node in nodes if isinstance(nodes, (list, tuple)) else ():
        yield node
        yield from every(getattr(node, "content", None))
        yield from every(getattr(node, "arguments", None))


def said(path: Path) -> Iterator[Said]:
    """Every declaration of a file."""
    nodes = tinycss2.parse_stylesheet(path.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True)
    yield from _said(path.name, nodes, (), is_print=False)


def _said(file: str, nodes: list[Any], selector: tuple[Any, ...], *, is_print: bool) -> Iterator[Said]:
    for node in nodes:
        if node.type == "declaration":
            yield Said(file, selector, node.name, tuple(node.value), node.source_line, is_print)
        elif node.type in ("qualified-rule", "at-rule") and node.content is not None:
            inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            on_paper = is_print or "print" in tinycss2.serialize(node.prelude)
            chosen = tuple(node.prelude) if node.type == "qualified-rule" else selector
            yield from _said(file, inner, chosen, is_print=on_paper if node.type == "at-rule" else is_print)


def classes(one: Said) -> set[str]:
    tokens = list(every(list(one.selector)))
    return {name.value for dot, name in zip(tokens, tokens[1:]) if dot == "." and name.type == "ident"}


def colours_of(one: Said) -> list[str]:
    """The colours that a declaration names: shadows are none."""
    found = []
    for token in every(list(one.value)):
        if token.type == "function" and token.lower_name in FUNCTIONS:
            found.append(token.serialize())
        elif token.type == "hash" or (token.type == "ident" and token.lower_value in NAMES):
            found.append(token.serialize())
    return [colour for colour in found if not SHADOW.fullmatch(colour)]


@pytest.fixture(scope="module")
def all_said() -> list[Said]:
    return [one for path in STYLES for one in said(path)]


@pytest.fixture(scope="module")
def makers() -> str:
    """All that may make a class or read a property: templates, scripts, and what draws pages."""
    kinds = {".py", ".html", ".js"}
    found = (path for room in ("macros", "overrides") for path in sorted((ROOT / room).rglob("*")))
    return "\n".join(path.read_text(encoding="utf-8") for path in found if path.suffix in kinds)


def test_what_is_looked_at_is_read_whole(all_said: list[Said]) -> None:
    assert {one.file for one in all_said} == {path.name for path in STYLES}
    assert any(classes(one) for one in all_said) and any(colours_of(one) for one in all_said)
    assert len(all_said) > 1000


def test_each_property_of_our_own_is_set_and_used(all_said: list[Said], makers: str) -> None:
    made = {one.name for one in all_said if one.name.startswith("--")}
    used = {
        next(name.value for name in token.arguments if name.type == "ident")
        for one in all_said
        for token in every(list(one.value))
        if token.type == "function" and token.lower_name == "var"
    }
    set_elsewhere = set(re.findall(r"--mk-[\w-]+", makers)) | OF_A_FORK
    assert not {name for name in used - made - set_elsewhere if not name.startswith(THEIRS)}, "used and never set"
    assert not {name for name in made - used - set_elsewhere if not name.startswith(THEIRS)}, "set and never used"
    assert OF_A_FORK <= used


def test_no_script_sets_a_knob_of_the_look(all_said: list[Said], makers: str) -> None:
    """Once the height of a bar and the colour of lines had one name."""
    knobs = {one.name for one in all_said if one.file == "tokens.css"}
    by_scripts = set(re.findall(r"""setProperty\(\s*["'](--mk-[\w-]+)""", makers))
    assert by_scripts and len(knobs) > 20 and not by_scripts & knobs


def test_each_class_has_our_prefix_and_stands_on_a_page(all_said: list[Said], makers: str) -> None:
    found = {(name, one.file) for one in all_said for name in classes(one)}
    assert not {(name, file) for name, file in found if not name.startswith(("mk-", *OF_THE_THEME))}
    made = set(re.findall(r"mk-[\w-]+", makers))
    # Made of a word and what a template or a script puts behind it, as in mk-chart__water{{ n }}.
    begun = tuple({name for name in re.findall(r"(mk-\w[\w-]*)[{$]", makers) if "__" in name or "--" in name})
    of_colours = {f"mk-{name}" for name in COLOURS}
    assert not {
        (name, file)
        for name, file in found
        if name.startswith("mk-") and name not in made | of_colours and not name.startswith(begun)
    }


def test_each_colour_of_the_look_is_a_knob(all_said: list[Said]) -> None:
    """A fork changes its colours in one place: no style of a page has one that it cannot reach."""
    assert not {
        (one.file, one.line, colour)
        for one in all_said
        if one.file not in DRAWINGS | PAPER and not one.is_print and not one.name.startswith("--")
        for colour in colours_of(one)
    }


def parts(one: Said) -> Iterator[str]:
    """The selectors of a declaration, one by one."""
    part: list[Any] = []
    for token in (*one.selector, None):
        if token is None or token == ",":
            yield tinycss2.serialize(part).strip()
            part = []
        else:
            part.append(token)


def names(selector: str) -> set[str]:
    return set(re.findall(r"mk-[\w-]+", selector))


def test_styles_of_paper_touch_nothing_that_other_pages_draw(all_said: list[Said]) -> None:
    """A build leaves them out of other pages; where the guide is served each page has all styles."""
    ours, others = (
        [part for one in all_said if (one.file in bundle.OF_PAPER) == is_ours for part in parts(one)]
        for is_ours in (True, False)
    )
    theirs = names(" ".join(others))
    assert len(ours) > 500
    assert not {part for part in ours if part and not names(part) - theirs}
