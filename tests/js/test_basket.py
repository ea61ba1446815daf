"""Is an idea that people want to try a step of its own, in every way out? In the record, the calendar and the table."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from py_mini_racer import MiniRacer

from macros.content.model import Guide
from macros.render.sheet_data import facts
from tests.scripts import EXPORT, source
from tests.words import say

Call = Callable[..., Any]
HOSTILE = '=HYPERLINK("x") <img src=x onerror=alert(1)>'


@pytest.fixture(scope="module")
def call(made_up: Guide) -> Call:
    engine = MiniRacer()
    engine.eval(f"const facts = {json.dumps(facts(made_up))};")
    engine.eval(source(*EXPORT))

    def asked(code: str, *given: Any) -> Any:
        text = ", ".join(json.dumps(one) for one in given)
        return json.loads(str(engine.eval(f"JSON.stringify((({code}))({text}) ?? null)")))

    return asked


def record(answers: dict[str, Any]) -> dict[str, Any]:
    entries = {path: {"is": is_, "at": at, "by": "w"} for at, (path, is_) in enumerate(answers.items(), 1)}
    return {"guide": "a-made-up-guide", "version": "1", "form": 2, "id": "p-1", "answers": entries}


TEA = {
    "idea/tea/title": "Tea first",
    "idea/tea/basket": True,
    "idea/tea/for/mark/listening": True,
    "idea/tea/plan/1": True,
    "idea/tea/who/1": "Person A",
    "idea/tea/when/1": "2031-03-09",
}
ROWS = "(record, round) => marks.basket.rows(record, facts, round)"


def test_an_idea_stands_beside_the_step_of_its_mark(call: Call, made_up: Guide) -> None:
    title = made_up.marks["listening"].title
    given = record({**TEA, "mark/listening/what/1": "Book the room", "mark/listening/who/1": "Person B"})
    [row] = call(ROWS, given, 1)
    assert (row["title"], row["fields"]["what"], row["fields"]["who"]) == (title, "Tea first", "Person A")
    told = call("(record) => marks.exporter.text(record, facts)", given)
    assert "Book the room" in told and "Person B" in told and "Person A" in told
    days = call("(record) => marks.exporter.calendar(record, facts, new Date(0))", given)
    assert days["dated"] == 1 and "SUMMARY:Tea first" in days["text"] and "20310309" in days["text"]
    assert title in days["text"] and "Person A" in days["text"]
    done = record({**TEA, "idea/tea/done/1": True})
    assert call("(record) => marks.exporter.calendar(record, facts, new Date(0))", done)["text"] == ""


def test_what_only_lies_in_the_basket_is_no_step(call: Call) -> None:
    given = record({"idea/tea/title": "Tea first", "idea/tea/basket": True, "idea/tea/who/1": "Person A"})
    [row] = call(ROWS, given, 1)
    assert row["title"] == "Tea first" and not any(row["fields"].values())
    assert call("(record) => marks.basket.steps(record, facts, 1)", given) == []
    assert call("(record) => marks.exporter.calendar(record, facts, new Date(0))", given)["undated"] == 0
    assert "Tea first" in call("(record) => marks.exporter.csv(record, facts)", given)
    out = record({**TEA, "idea/tea/basket": None, "idea/tea/plan/1": None})
    assert call(ROWS, out, 1) == []
    assert "Tea" not in call("(record) => marks.exporter.text(record, facts)", out)


def test_a_plan_is_of_its_round_and_the_basket_of_all(call: Call) -> None:
    later = record({**TEA, "round/2/begun": True})
    assert [row["fields"]["what"] for row in call(ROWS, later, 1)] == ["Tea first"]
    [now] = call(ROWS, later, 2)
    assert now["title"] == "Tea first" and now["fields"]["who"] == ""
    told = call("(record) => marks.exporter.text(record, facts)", later)
    assert f"Tea first ({call(ROWS, later, 1)[0]['title']}). {say('res_open')}" in told


def test_two_people_who_choose_at_the_same_time_lose_nothing(call: Call) -> None:
    """One takes it out of the basket while the other plans it: it is planned. For each mark that anybody named."""
    one = record({**TEA, "idea/tea/for/mark/say-hello": True})
    other = record({**TEA, "idea/tea/for/stage/later-days": True})
    other["answers"]["idea/tea/basket"] = {"is": None, "at": 90, "by": "v"}
    both = call("(one, other) => marks.record.merge(one, other)", one, other)
    assert both == call("(one, other) => marks.record.merge(one, other)", other, one)
    assert call("(record) => marks.basket.isIn(record, 'idea/tea')", both) is True
    goals = call("(record) => marks.basket.goals(record, facts, 'idea/tea')", both)
    assert len(goals) >= 2 and "Later days" in goals


def test_ideas_of_peoples_own_are_only_ever_text(call: Call) -> None:
    given = record(
        {
            "own-idea/k1/title": HOSTILE,
            "own-idea/k1/basket": True,
            "own-idea/k1/for/mark/no-such-mark": True,
            "own-idea/k1/for/own/__x": True,
            "idea/.../basket": True,
            "idea/tea": True,
        }
    )
    rows = call(ROWS, given, 1)
    assert [row["title"] for row in rows] == [HOSTILE, "..."]
    table = call("(record) => marks.exporter.csv(record, facts)", given)
    assert "\"'=HYPERLINK" in table, "a spreadsheet would run it"
    kept = call("(record) => marks.savedFile.read(marks.savedFile.write(record), facts.guide)", given)
    assert "wrong" not in kept or kept["wrong"] == "other-guide"


@pytest.mark.parametrize("path", [*TEA, "own-idea/k1/title", "own-idea/k1/done/3", "idea/tea/help/1"])
def test_a_sheet_has_a_place_for_each_path(path: str, call: Call) -> None:
    known = record({path: TEA.get(path, "x" if path.endswith(("title", "1")) else True)})
    assert call("(record) => marks.savedFile.unshown(record, facts.guide)", known) == 0
    assert call("(record) => marks.savedFile.unshown(record, facts.guide)", record({f"{path}/x/y/z": 1})) >= (
        0 if "/for/" in path else 1
    )


LAKE = "https://example.org/lake/"


def test_whoever_gets_the_words_or_a_day_finds_what_the_idea_is(call: Call) -> None:
    """A title alone says little to who was not there. On a disk there is no address that others could open."""
    given = record(
        {**TEA, "own-idea/k1/title": "A walk", "own-idea/k1/plan/1": True, "own-idea/k1/when/1": "2031-04-01"}
    )
    told = call("(record, lake) => marks.exporter.text(record, facts, lake)", given, LAKE)
    days = call("(record, lake) => marks.exporter.calendar(record, facts, new Date(0), lake)", given, LAKE)
    for text in (told, days["text"].replace("\r\n ", "")):
        assert text.count(f"{LAKE}#tea") == 1 and text.count(LAKE) == 1
    assert "#tea" not in call("(record) => marks.exporter.text(record, facts)", given)
    assert "#tea" not in call("(record) => marks.exporter.calendar(record, facts, new Date(0))", given)["text"]


def test_what_is_done_says_so(call: Call) -> None:
    text = "(record) => marks.exporter.text(record, facts)"
    assert say("round_done") not in call(text, record(TEA)).splitlines()
    assert say("round_done") in call(text, record({**TEA, "idea/tea/done/1": True})).splitlines()


def test_an_idea_with_another_name_stays_where_it_is(call: Call) -> None:
    first, second = ({f"own-idea/{key}/title": key, f"own-idea/{key}/basket": True} for key in ("k1", "k2"))
    given = record({**first, **second})
    given["answers"]["own-idea/k1/title"] = {"is": "A walk", "at": 90, "by": "w"}
    assert [row["title"] for row in call(ROWS, given, 1)] == ["A walk", "k2"]
    given["answers"]["own-idea/k1/title"] = {"is": " ", "at": 91, "by": "w"}
    assert [row["title"] for row in call(ROWS, given, 1)] == [say("basket_own"), "k2"]
