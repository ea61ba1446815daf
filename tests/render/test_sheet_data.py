"""Do the scripts of a sheet get the facts of the guide, whole and no more?"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.content.loader import load
from macros.content.model import Also, Guide
from macros.render.sheet_data import facts, ideas_of_marks
from tests.scripts import OF_PAPER
from tests.shared import ROOT

SCRIPTS = ROOT / "overrides" / "assets" / "js"


def test_the_facts_are_those_of_the_guide(made_up: Guide) -> None:
    guide = made_up
    found = json.loads(json.dumps(facts(guide)))
    assert found["guide"]["id"] == guide.id and found["guide"]["scores"] == [guide.scale.lowest, guide.scale.highest]
    assert [mark for stage in found["stages"] for mark, _ in stage["marks"]] == list(guide.marks)
    assert [(one["low"], one["high"]) for one in found["bands"]] == [(one.low, one.high) for one in guide.scale.bands]
    assert set(found["answers"]) == {"not-sure", "does-not-apply"}


@pytest.mark.parametrize("results", [False, True])
def test_every_word_that_a_script_says_is_there(results: bool, made_up: Guide) -> None:
    """The scripts of the results have words of their own, which no sheet carries."""
    given = set(facts(made_up, results=results, basket=True)["words"])
    scripts = [path for path in SCRIPTS.rglob("*.js") if path.name.startswith("result") == results]
    scripts = [path for path in scripts if path.stem not in OF_PAPER]
    said = set(re.findall(r"words[.]([a-z]+_[a-z_]+)", "".join(path.read_text(encoding="utf-8") for path in scripts)))
    assert said and said <= given, said - given
    assert results == any(name.startswith("res_hard") for name in given)


@pytest.mark.parametrize(("setting", "sign"), [("", ","), ("separator: comma\n", ","), ("separator: semicolon\n", ";")])
def test_a_table_has_the_separator_of_the_guide(setting: str, sign: str, small: Path) -> None:
    path = small / "marks" / "guide.yml"
    path.write_text(path.read_text(encoding="utf-8") + setting, encoding="utf-8")
    assert facts(load(small))["guide"]["separator"] == sign


def test_one_idea_of_another_stage_is_among_the_first_three_with_its_reason(made_up: Guide) -> None:
    first = next(iter(made_up.ideas.values()))
    near = {f"near-{at}": replace(first, id=f"near-{at}", also=(), marks=("fair-payment",)) for at in range(4)}
    also = (Also(stage="early-days", why="When it is new."),)
    far = replace(first, id="far", stage="later-days", also=also, marks=("fair-payment",))
    guide = replace(made_up, ideas_for={"fair-payment": (*near.values(), far)})
    found = ideas_of_marks(guide, lambda name: name)["fair-payment"]
    assert [one[1] for one in found] == ["near-0", "near-1", "far", "near-2", "near-3"]
    is_from = guide.words["shores_from"].format(stage=guide.stages["later-days"].short)
    assert [one[4] for one in found] == [one[1] for one in found]
    assert [one[3] for one in found] == ["", "", f"{is_from} When it is new.", "", ""]
