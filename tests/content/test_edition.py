"""Is this edition what its changelog says? A guide of your own has other numbers: delete this file there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from macros.content import loader
from macros.content.model import Mark, Stage
from tests.shared import ROOT
from tests.site.test_built_site import found

GUIDE = loader.load(ROOT)
STAGES = {"planning": 11, "process": 11, "celebrating": 10, "review": 10}


def test_it_has_what_belongs_to_it() -> None:
    assert {stage.id: len(stage.marks) for stage in GUIDE.stages.values()} == STAGES
    assert len(GUIDE.ideas) == 70 and len(GUIDE.glossary) == 43
    assert len(GUIDE.questions) == 4 and len(GUIDE.scale.steps) == 3 and len(GUIDE.scale.not_scores) == 3


def test_the_changelog_counts_as_the_guide_does() -> None:
    words = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("## ")[1]
    for number, things in (
        (len(GUIDE.marks), "marks"),
        (len(GUIDE.voices), "voices"),
        (len(GUIDE.ideas), "ideas"),
        (len(GUIDE.glossary), "words"),
        (len(GUIDE.sources), "sources"),
    ):
        assert re.search(rf"\b{number} {things}\b", words), things


def test_the_citation_is_that_of_this_guide() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (cited["title"], cited["version"]) == (GUIDE.name, GUIDE.version)
    assert "doi" not in cited and [set(author) for author in cited["authors"]] == [{"name"}]  # no person is named


def test_the_search_says_hardly_anything_twice(own_site: Path) -> None:
    """The short names of sources are not counted: they say beside each line where it comes from."""
    said = Counter(
        sentence.strip()
        for _, _, text in found(own_site)
        for sentence in re.split(r"(?<=[.?!])\s+|<[^>]*>|\([^()]*\)", text)
        if len(sentence.strip()) > 25
    )
    again = sum(len(sentence) * (count - 1) for sentence, count in said.items())
    assert again <= 0.04 * sum(map(len, said.elements())), said.most_common(10)
    assert len(said) > 1000


@pytest.mark.parametrize("mark", GUIDE.marks.values(), ids=lambda one: one.id)
def test_a_mark_has_all_that_a_mark_of_ours_has(mark: Mark) -> None:
    for lines, least in ((mark.easy, 2), (mark.why, 1), (mark.ladders, 3), (mark.snakes, 3), (mark.prompts, 2)):
        assert len(lines) >= least
    assert any(line.sources for line in mark.why), "nothing says where the reason comes from"
    assert GUIDE.ideas_for[mark.id], "no idea of the Lake helps it"
    assert mark.picture not in {other.picture for other in GUIDE.marks.values() if other is not mark}


@pytest.mark.parametrize("stage", GUIDE.stages.values(), ids=lambda one: one.id)
def test_a_stage_is_told_apart(stage: Stage) -> None:
    assert [voice for voice in GUIDE.voices.values() if voice.opens == stage.id], "no voice opens it"
    assert stage.colour not in {other.colour for other in GUIDE.stages.values() if other is not stage}
    assert stage.picture not in {other.picture for other in GUIDE.stages.values() if other is not stage}


def test_no_voice_is_word_for_word_yet() -> None:
    assert all(one.kind == "reported" and one.sources and not one.consent for one in GUIDE.voices.values())


def test_each_file_names_its_schema() -> None:
    """An editor's program completes by that line."""
    first = {path: path.read_text(encoding="utf-8").partition("\n")[0] for path in (ROOT / "marks").rglob("*.yml")}
    assert not [path for path, line in first.items() if not line.startswith("# yaml-language-server: $schema=")]
