"""Does the plan of a session add up, whatever the marks, the people and the minutes?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from tests.scripts import source

PART = {"title": "", "longest": 480, "shortest": 1, "who": "", "bring": "", "say": "", "each": 0}
KINDS = ("start", "mark", "break", "spare", "end")


@pytest.fixture(scope="module")
def racer() -> MiniRacer:
    engine = MiniRacer()
    engine.eval(source("core/session-plan"))
    return engine


def made(racer: MiniRacer, wish: dict[str, Any]) -> dict[str, Any]:
    return dict(json.loads(str(racer.eval(f"JSON.stringify(marks.sessionPlan.made({json.dumps(wish)}))"))))


def part(name: str, when: str, least: int, most: int, **more: Any) -> dict[str, Any]:
    return {**PART, "id": name, "when": when, "least": least, "most": most, **more}


@st.composite
def wishes(draw: st.DrawFn) -> dict[str, Any]:
    """Any parts, any marks, any number of people, any minutes; some minutes chosen by hand."""
    small = st.integers(0, 30)
    parts = [
        part(f"{when}-{n}", when, draw(small), draw(small), each=draw(st.sampled_from([0, 0, 10, 45])))
        for when in KINDS
        for n in range(draw(st.integers(0, 3)))
    ]
    ids = [f"m{n}" for n in range(draw(st.integers(0, 12)))]
    keys = st.sampled_from([*(one["id"] for one in parts), *(f"mark-{one}" for one in ids), "break-1", "other"])
    return {
        "plan": parts,
        "length": {"minutes": draw(st.integers(10, 480)), "marks": draw(st.integers(1, 9)), "breaks": draw(small) % 4},
        "marks": ids,
        "people": draw(st.integers(1, 99)),
        "slow": draw(st.booleans()),
        "fixed": draw(st.dictionaries(keys, st.integers(0, 200), max_size=3)),
    }


@given(wishes())
def test_a_plan_adds_up(racer: MiniRacer, wish: dict[str, Any]) -> None:
    plan = made(racer, wish)
    rows, minutes = plan["rows"], wish["length"]["minutes"]
    assert plan["total"] == sum(row["minutes"] for row in rows)
    assert [row["from"] for row in rows] == [sum(row["minutes"] for row in rows[:at]) for at in range(len(rows))]
    assert all(row["minutes"] >= row["least"] for row in rows), "nobody is hurried"
    free = [row for row in rows if not row["isFixed"]]
    if free and sum(row["least"] for row in rows) <= minutes:
        assert plan["total"] == minutes
    assert plan["over"] == max(0, plan["total"] - minutes)
    assert [row["minutes"] for row in rows if row["isFixed"]] == [
        wish["fixed"][row["key"]] for row in rows if row["isFixed"]
    ]
    keys = [row["key"] for row in rows]
    assert len(set(keys)) == len(keys)


@given(wishes())
def test_no_mark_is_lost_and_each_break_has_a_mark_before_it(racer: MiniRacer, wish: dict[str, Any]) -> None:
    plan = made(racer, wish)
    kept = len(wish["marks"]) - len(plan["left"])
    assert plan["left"] == wish["marks"][kept:]
    if any(one["when"] == "mark" for one in wish["plan"]):
        assert [row["mark"] for row in plan["rows"] if row["mark"]] == wish["marks"][:kept]
    kinds = [row["kind"] for row in plan["rows"] if row["kind"] in ("mark", "break")]
    if "mark" in kinds:
        assert kinds[0] == "mark" and ("break", "break") not in list(zip(kinds, kinds[1:]))
    if any(one["when"] == "break" for one in wish["plan"]):
        assert kinds.count("break") == min(wish["length"]["breaks"], kept)


def test_a_wish_for_more_time_gives_each_mark_more(racer: MiniRacer) -> None:
    parts = [part("talk", "mark", 6, 30), part("spare", "spare", 0, 5)]
    wish = {
        "plan": parts,
        "length": {"minutes": 30, "marks": 9, "breaks": 0},
        "marks": ["a", "b", "c", "d"],
        "people": 8,
        "fixed": {},
    }
    assert made(racer, {**wish, "slow": False})["left"] == []
    slow = made(racer, {**wish, "slow": True})
    assert slow["left"] == ["d"] and all(row["minutes"] >= 9 for row in slow["rows"] if row["mark"])


@pytest.mark.parametrize(
    ("start", "said"), [("", "75"), ("09:50", "11:05"), ("23:30", "0:45"), ("ten", "75"), ("9:50", "75")]
)
def test_a_time_is_of_the_clock_or_in_minutes(racer: MiniRacer, start: str, said: str) -> None:
    assert racer.eval(f"marks.sessionPlan.time(75, {json.dumps(start)})") == said


def test_what_to_bring_is_said_once(racer: MiniRacer) -> None:
    parts = [
        part("one", "start", 1, 2, bring="Pens"),
        part("two", "mark", 1, 2, bring="Slips"),
        part("three", "end", 1, 2, bring="Pens"),
        part("four", "end", 1, 2, bring="A bell", shortest=200),
    ]
    wish = {
        "plan": parts,
        "length": {"minutes": 20, "marks": 1, "breaks": 0},
        "marks": ["a"],
        "people": 2,
        "slow": False,
        "fixed": {},
    }
    plan = made(racer, wish)
    assert json.loads(
        str(racer.eval(f"JSON.stringify(marks.sessionPlan.bring({json.dumps(plan)}, {json.dumps(parts)}))"))
    ) == ["Pens", "Slips"]
