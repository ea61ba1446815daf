"""Is the worked example what sheets can open? Its record is read by the scripts that read every saved file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from py_mini_racer import MiniRacer

from macros.content import loader
from macros.content.model import Guide
from macros.render import example_said
from macros.render.sheet_data import facts
from tests.scripts import EXPORT, source
from tests.shared import ROOT


@pytest.fixture(scope="module", params=["of the tests", pytest.param("of this copy", marks=pytest.mark.own)])
def guide(request: pytest.FixtureRequest, made_up: Guide) -> Guide:
    """A guide with a worked example."""
    return made_up if request.param == "of the tests" else loader.load(ROOT)


def asked(guide: Guide, code: str) -> Any:
    """What a script says of the example as a sheet opens it."""
    engine = MiniRacer()
    engine.eval(f"const facts = {json.dumps(facts(guide))}; facts.guide.id += '-example';")
    engine.eval(source(*EXPORT))
    record = {**example_said.record(guide), "guide": f"{guide.id}-example"}
    engine.eval(f"const found = marks.savedFile.read({json.dumps(json.dumps(record))}, facts.guide);")
    return json.loads(str(engine.eval(f"JSON.stringify({code})")))


def test_a_sheet_opens_it_whole(guide: Guide) -> None:
    assert asked(guide, "[found.wrong ?? null, found.isChanged ?? false, found.record.form]") == [None, False, 2]
    assert asked(guide, "marks.savedFile.unshown(found.record, facts.guide)") == 0, "a path that no page shows"


def test_everything_that_was_said_is_in_it(guide: Guide) -> None:
    answers = example_said.record(guide)["answers"]
    values = [one["is"] for one in answers.values()]
    example = guide.example
    assert answers["name"]["is"] == example.name
    assert asked(guide, "marks.paths.round(found.record)") == len(example.rounds)
    for number, one in enumerate(example.rounds, 1):
        assert answers[f"round/{number}/on"]["is"] == one.day
        for mark, said in example.marks.items():
            if one.id not in said:
                assert f"mark/{mark}/score/{number}/together" not in answers
                continue
            entry = said[one.id]
            path = f"mark/{mark}"
            assert answers[f"{path}/score/{number}/together"]["is"] == entry.score
            assert {f"{path}/{name}/{number}" for name in entry.answers} <= answers.keys()
            assert [answers[f"{path}/score/{number}/p{at}"]["is"] for at, _ in enumerate(entry.scores, 1)] == [
                *entry.scores
            ]
            steps = [entry.step.what, entry.step.who, entry.step.when] if entry.step else []
            for words in (entry.why, entry.why_other, entry.changed, *entry.answers.values(), *steps):
                assert not words or words in values
    assert sum(path.endswith("/side") for path in answers) == sum(example.sides.values())


def test_a_page_shows_each_round_with_what_was_said_in_it(guide: Guide) -> None:
    shown = example_said.rounds(guide)
    assert list(shown) == [one.id for one in guide.example.rounds]
    told = [(mark.id, of, entry) for of, stages in shown.items() for _, marks in stages for mark, entry in marks]
    assert len(told) == sum(len(said) for said in guide.example.marks.values()) > 0
    assert all(guide.example.marks[mark][of] is entry for mark, of, entry in told)


def test_an_example_with_nothing_in_it_is_one(small: Path) -> None:
    path = small / "marks" / "example.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("marks:")] + "marks: []\n", encoding="utf-8")
    guide = loader.load(small)
    assert example_said.rounds(guide) == {"first": []}
    assert asked(guide, "Object.keys(found.record.answers)") == ["name", "round/1/on", "round/1/where", "round/1/here"]
