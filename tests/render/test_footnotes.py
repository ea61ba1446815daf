"""Is each source of a mark named once, with a number in every line that leans on it?"""

from __future__ import annotations

import dataclasses
import html
import re
from pathlib import Path

import pytest

from macros.content import loader
from macros.content.model import Guide, Source
from macros.content.model_parts.lines import Statement
from macros.render import pages
from macros.render.footnotes import Numbered
from tests.shared import ROOT


@pytest.fixture
def guide(small: Path) -> Guide:
    """The smallest guide, with a mark whose lines lean on two sources, one of them five times."""
    made = loader.load(small)
    one, two = ("BOOK-ONE",), ("BOOK-TWO",)
    mark = dataclasses.replace(
        made.marks["say-hello"],
        ladders=(
            Statement(say="A smile.", sources=one),
            Statement(say="A nod.", sources=two),
            Statement(say="A bow.", sources=one),
        ),
        snakes=(Statement(say="A frown.", sources=one), Statement(say="A shrug.")),
        why=(Statement(say="It is kind.", sources=one + two),),
    )
    stage = dataclasses.replace(
        made.stages["planning"], marks=(mark,), introduction=(Statement(say="It begins.", sources=two),)
    )
    sources = {**made.sources, "BOOK-TWO": Source(key="BOOK-TWO", title="Another book", read="in full", group="books")}
    return dataclasses.replace(made, stages={"planning": stage}, marks={mark.id: mark}, sources=sources)


def drawn(guide: Guide, stage: str) -> str:
    """A stage, with links left as they are."""
    return pages.Pages(guide, lambda goal: goal).stage(stage)


def test_numbers_begin_anew_with_each_part() -> None:
    sources = Numbered()
    assert sources.begin("one") == "" and [sources.number(key) for key in "ABAC"] == [1, 2, 1, 3]
    assert sources.anchor("B") == "one--source-2" and sources.keys == ["A", "B", "C"]
    sources.begin("two")
    assert sources.number("C") == 1 and sources.keys == ["C"]


def test_a_line_has_the_number_of_its_source(guide: Guide) -> None:
    text = drawn(guide, "planning")
    body = text[text.index("{#say-hello") :]
    numbers = {
        line: re.findall(r'href="#say-hello--source-(\d)"', after)
        for line, after in re.findall(r"(A smile|A nod|A bow|A frown|A shrug|It is kind|Person A waved)\.(.*)", body)
    }
    assert numbers == {
        "A smile": ["1"],
        "A nod": ["2"],
        "A bow": ["1"],
        "A frown": ["1"],
        "A shrug": [],
        "It is kind": ["1", "2"],
        "Person A waved": [],
    }
    assert re.search(rf'Person A, {re.escape(guide.words["voice_reported"])}<sup.*href="#say-hello--source-1"', body), (
        "a voice has a source too"
    )
    listed = re.findall(
        r'<li class="mk-numbered__one" id="say-hello--source-(\d)"><a href="references.md#([A-Z-]+)">(.*?)</a>', body
    )
    assert listed == [("1", "BOOK-ONE", "A book"), ("2", "BOOK-TWO", "Another book")]
    assert body.count(">A book<") == body.count(">Another book<") == 1
    assert text[: text.index("{#say-hello")].count(">Another book<") == 1, "what opens the stage names its own"


def test_a_part_without_sources_names_none(small: Path) -> None:
    made = loader.load(small)
    text = drawn(dataclasses.replace(made, voices_of={"say-hello": ()}), "planning")
    assert made.words["sources_title"] not in text and "<sup" not in text


@pytest.mark.parametrize("stage", loader.load(ROOT).stages)
def test_no_mark_of_this_guide_names_a_source_twice(stage: str) -> None:
    guide = loader.load(ROOT)
    for part in drawn(guide, stage).split("\n## "):
        named = [html.unescape(name) for name in re.findall(r'<a href="references\.md#[\w-]+">(.*?)</a>', part)]
        assert len(named) == len(set(named)), part[:60]
    text = html.unescape(re.sub("<[^>]*>", "", drawn(guide, stage)))
    for mark in guide.stages[stage].marks:
        own = re.split(r"\n## .*\n", text[text.index(f"{{#{mark.id} ") :])[0]
        assert own.count(mark.origin_note) == 1
