"""Is each record of the guide whole? One case a mark, a voice, an idea, a word, a source, a stage and a page."""

from __future__ import annotations

from collections import Counter

import pytest

from macros.content import icons, loader
from macros.content.model import Idea, Mark, Source, Stage, Voice, Word
from macros.content.model_parts.page_model import Page
from tests.shared import ROOT

GUIDE = loader.load(ROOT)


def names(one: object) -> str:
    """How a case is called."""
    return str(getattr(one, "id", None) or getattr(one, "key", None) or getattr(one, "name", one))


@pytest.mark.parametrize("stage", GUIDE.stages.values(), ids=names)
def test_a_stage(stage: Stage) -> None:
    assert stage.introduction and all(mark.stage == stage.id for mark in stage.marks)


@pytest.mark.parametrize("mark", GUIDE.marks.values(), ids=names)
def test_a_mark(mark: Mark) -> None:
    said = [line.say for line in (*mark.ladders, *mark.snakes)] + list(mark.prompts)
    assert not [line for line, count in Counter(said).items() if count > 1]
    assert mark.title not in {other.title for other in GUIDE.marks.values() if other is not mark}
    assert all(len(easy.say.split()) <= 12 for easy in mark.easy)


@pytest.mark.parametrize("voice", GUIDE.voices.values(), ids=names)
def test_a_voice(voice: Voice) -> None:
    assert voice.consent if voice.kind == "verbatim" else voice.sources or voice.consent
    assert voice.marks or voice.opens
    assert voice.says not in {other.says for other in GUIDE.voices.values() if other is not voice}


@pytest.mark.parametrize("idea", GUIDE.ideas.values(), ids=names)
def test_an_idea(idea: Idea) -> None:
    assert idea.marks and idea.access
    assert idea.stage not in [also.stage for also in idea.also]
    assert idea.title not in {other.title for other in GUIDE.ideas.values() if other is not idea}


@pytest.mark.parametrize("word", GUIDE.glossary.values(), ids=names)
def test_a_word(word: Word) -> None:
    assert word.id not in word.see
    assert word.word not in {other.word for other in GUIDE.glossary.values() if other is not word}


@pytest.mark.parametrize("source", GUIDE.sources.values(), ids=names)
def test_a_source(source: Source) -> None:
    assert source.title and source.read and source.group in GUIDE.source_groups


@pytest.mark.parametrize("one", GUIDE.pages.values(), ids=names)
def test_a_page(one: Page) -> None:
    assert one.title and one.lead
    ids = [section.id for section in one.sections]
    assert len(ids) == len(set(ids))


def test_each_picture_is_one_of_the_set() -> None:
    known = icons.own() | icons.kept()
    used = {mark.picture for mark in GUIDE.marks.values()} | {stage.picture for stage in GUIDE.stages.values()}
    used |= {easy.picture for mark in GUIDE.marks.values() for easy in mark.easy}
    used |= {step.picture for step in GUIDE.scale.steps}
    assert len(used) > 60 and used <= known
    assert loader.pictures(ROOT) <= known, "run make icons"
