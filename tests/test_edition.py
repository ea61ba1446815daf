"""Is this edition what its changelog says? A guide of your own has other numbers: delete this file there."""

from __future__ import annotations

import re

from macros.content import loader
from tests.shared import ROOT

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
