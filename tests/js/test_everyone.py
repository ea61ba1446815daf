"""Is what everyone scored told right, and is nobody worked out by it? Each count a second, slower way."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from tests.scripts import RECORD, source

FACTS = {
    "guide": {"id": "a-guide", "scores": [1, 10]},
    "answers": {"not-sure": "Not sure", "rather-not-say": "Rather not say"},
    "sides": {"lived": "Lived experience", "paid": "Professional", "both": "Both"},
}
Call = Callable[..., Any]
Talked = tuple[tuple[str, bool], ...]  # of each person: a side, and whether they scored again after the talk
VALUES = st.integers(1, 10) | st.sampled_from(["", "not-sure", "rather-not-say", "an-older-answer"])


@pytest.fixture(scope="module")
def call() -> Call:
    engine = MiniRacer()
    engine.eval(source(*RECORD, "core/everyone"))

    def asked(name: str, *given: Any) -> Any:
        text = ", ".join(json.dumps(one) for one in given)
        return json.loads(str(engine.eval(f"JSON.stringify(marks.everyone.{name}({text}) ?? null)")))

    return asked


def record(**answers: Any) -> dict[str, Any]:
    return {
        "answers": {
            path.replace("__", "/").replace("_", "-"): {"is": is_, "at": 1, "by": "w"} for path, is_ in answers.items()
        }
    }


@given(st.lists(VALUES, max_size=60))
def test_a_spread_counts_what_there_is(call: Call, values: list[Any]) -> None:
    numbers = sorted(one for one in values if isinstance(one, int))
    found = call("spread", values, FACTS)
    assert found["counts"] == [numbers.count(score) for score in range(1, 11)]
    assert found["scored"] == len(numbers) and found["answered"] == sum(one != "" for one in values)
    assert (found["low"], found["high"]) == ((numbers[0], numbers[-1]) if numbers else (None, None))
    rest = [one for one in values if isinstance(one, str) and one]
    assert found["others"] == {one: rest.count(one) for one in rest}
    assert call("apart", found) == (numbers[-1] - numbers[0] if len(numbers) > 1 else -1)


def test_people_come_by_their_numbers_and_whoever_scored_is_there(call: Call) -> None:
    answers = record(
        person__p2__place=2,
        person__p2__name="Person B",
        person__p1__place=1,
        person__p1__side="lived",
        mark__listening__score__1__p7=4,
        mark__listening__score__1__together=5,
        mark__listening__score__1__other=2,
        own__a__again__2__p8=4,
        person__p3__place=3,
        person__p3__gone=True,
        mark__listening__score__1__p3=9,
        mark__listening__score__1__p4=None,
    )
    people = call("people", answers)
    assert [(one["id"], one["name"], one["side"]) for one in people] == [
        ("p1", "", "lived"),
        ("p2", "Person B", ""),
        ("p7", "", ""),
        ("p8", "", ""),
    ]
    rows = call("scores", answers, "mark/listening", 1, people)
    assert [(one["first"], one["again"], one["now"]) for one in rows] == [
        ("", "", ""),
        ("", "", ""),
        (4, "", 4),
        ("", "", ""),
    ]


def test_the_second_score_counts_and_the_first_is_kept(call: Call) -> None:
    answers = record(mark__listening__score__2__p1=3, mark__listening__again__2__p1="not-sure")
    (row,) = call("scores", answers, "mark/listening", 2, call("people", answers))
    assert (row["first"], row["again"], row["now"]) == (3, "not-sure", "not-sure")
    assert call("scores", answers, "mark/listening", 1, call("people", answers))[0]["now"] == ""


def rows(sides: tuple[str, ...], scores: tuple[Any, ...]) -> list[dict[str, Any]]:
    return [{"person": {"side": side}, "now": score} for side, score in zip(sides, scores, strict=True)]


@given(st.lists(st.tuples(st.sampled_from(["lived", "paid", "both", "", "of-an-older-guide"]), VALUES), max_size=14))
def test_sides_are_told_right_or_not_at_all(call: Call, group: list[tuple[str, Any]]) -> None:
    found = call("sides", rows(tuple(side for side, _ in group), tuple(score for _, score in group)), FACTS)
    for one in found:
        numbers = [score for side, score in group if side == one["id"] and isinstance(score, int)]
        assert len(numbers) >= 3 and one["scored"] == len(numbers)
        assert (one["low"], one["high"]) == (min(numbers), max(numbers))


@pytest.mark.parametrize("size", range(2, 8))
def test_nobody_on_a_small_side_can_be_worked_out(size: int, call: Call) -> None:
    """Every small group there is, by brute force.

    Somebody knows who stands on which side, the scores of all together, and what is shown of sides, which may be nothing.
    Of each side with fewer than three people they must know no more than by the scores of all together.
    """
    scale = (1, 5, 9) if size < 6 else (1, 9)
    for sides in {tuple(sorted(one)) for one in product(("lived", "paid", ""), repeat=size)}:
        shown: dict[tuple[Any, ...], set[tuple[int, ...]]] = {}
        known: dict[tuple[str, tuple[int, ...]], set[tuple[int, ...]]] = {}
        small = [side for side in ("lived", "paid", "") if 0 < sides.count(side) < 3]
        if not small:
            continue
        answers = call_many(call, sides, scale)
        for scores, output in answers:
            whole = tuple(sorted(scores))
            for side in small:
                part = tuple(sorted(score for mine, score in zip(sides, scores, strict=True) if mine == side))
                shown.setdefault((side, whole, output), set()).add(part)
                known.setdefault((side, whole), set()).add(part)
        for (side, whole, _), parts in shown.items():
            assert parts == known[side, whole], (sides, side, whole)


def call_many(call: Call, sides: tuple[str, ...], scale: tuple[int, ...]) -> list[tuple[tuple[int, ...], str]]:
    """What is shown for every way to score."""
    return [
        (scores, json.dumps(call("sides", rows(sides, scores), FACTS))) for scores in product(scale, repeat=len(sides))
    ]


def again(people: Talked, scores: tuple[tuple[Any, ...], ...]) -> list[dict[str, Any]]:
    """Rows of people who talked: on which side each is, whether they scored again, and what they scored."""
    return [
        {
            "person": {"side": side},
            "first": first,
            "again": second if talked else "",
            "now": second if talked else first,
        }
        for (side, talked), (first, second) in zip(people, scores, strict=True)
    ]


def told(call: Call, list_: list[dict[str, Any]]) -> tuple[str, str]:
    """What is shown of sides before the talk, and after it."""
    return json.dumps(call("sidesBefore", list_, FACTS)), json.dumps(call("sides", list_, FACTS))


# Groups of which somebody did what fewer than three of their side did: scored again, or did not.
FEW: list[Talked] = [
    (*[("lived", one < again_) for one in range(3)], *[("paid", one < others) for one in range(3)])
    for again_ in range(4)
    for others in range(again_ + 1)
    if 0 < again_ and others < 3
]


@pytest.mark.parametrize("people", FEW, ids=lambda one: "".join("ya"[not talked] for _, talked in one))
def test_nobody_is_worked_out_by_laying_before_and_after_side_by_side(people: Talked, call: Call) -> None:
    """By brute force: every way to score and to score again, with two scores each.

    Somebody knows who stands where and who scored again, what all scored together before and after, and what is shown
    of sides after the talk. Of those of a side who did the same, where they are fewer than three, what is shown of
    before must tell them nothing more.
    """
    alike = {one: [at for at, other in enumerate(people) if other == one] for one in people}
    few = [places for places in alike.values() if len(places) < 3]
    with_all: dict[Any, set[Any]] = {}
    without: dict[Any, set[Any]] = {}
    ways = [list(product((1, 9), repeat=2)) if talked else [(1, 1), (9, 9)] for _, talked in people]
    for scores in product(*ways):
        before, after = told(call, again(people, scores))
        whole = tuple(tuple(sorted(one)) for one in zip(*scores, strict=True))
        for at, places in enumerate(few):
            part = tuple(sorted(scores[place] for place in places))
            with_all.setdefault((at, whole, after, before), set()).add(part)
            without.setdefault((at, whole, after), set()).add(part)
    for (at, whole, after, _), parts in with_all.items():
        assert parts == without[at, whole, after]


def test_sides_before_the_talk_are_told_where_three_of_each_did_the_same(call: Call) -> None:
    people: Talked = (*[("lived", True)] * 3, *[("paid", True)] * 3, *[("paid", False)] * 3)
    scores: tuple[tuple[Any, ...], ...] = ((1, 4), (2, 4), (3, 5), (7, 6), (8, 6), (9, 7), (10, 10), (10, 10), (10, 10))
    list_ = again(people, scores)
    ranges = [(one["id"], one["scored"], one["low"], one["high"]) for one in call("sidesBefore", list_, FACTS)]
    assert ranges == [("lived", 3, 1, 3), ("paid", 6, 7, 10)]
    assert call("sidesBefore", list_[:-1], FACTS) == []  # two who did not score again
    first = [{**one, "again": "", "now": one["first"]} for one in list_]
    assert call("sidesBefore", first, FACTS) == []  # nobody has talked
    unsure = [*list_, {"person": {"side": "lived"}, "first": "not-sure", "again": 4, "now": 4}]
    assert len(call("sides", unsure, FACTS)) == 2 and call("sidesBefore", unsure, FACTS) == []
    quiet = [*list_, {"person": {"side": "lived"}, "first": "", "again": "", "now": ""}]
    assert len(call("sidesBefore", quiet, FACTS)) == 2  # of who said nothing there is nothing to tell


def test_people_who_scored_nothing_are_on_no_side_that_is_shown(call: Call) -> None:
    """Of four, one is not sure: what the other three scored is shown. Of three, one is: nothing is."""
    four = ("lived", "lived", "lived", "lived", "paid", "paid", "paid")
    assert [one["scored"] for one in call("sides", rows(four, (1, 2, 3, "not-sure", 7, 8, 9)), FACTS)] == [3, 3]
    assert call("sides", rows(four[1:], (1, 2, "not-sure", 7, 8, 9)), FACTS) == []
    assert call("sides", rows((*four, ""), (1, 2, 3, 4, 7, 8, 9, 5)), FACTS) == []
    assert len(call("sides", rows((*four, "", "", ""), (1, 2, 3, 4, 7, 8, 9, 5, 5, 5)), FACTS)) == 2
    assert call("sides", rows(("lived",) * 5, (1, 2, 3, 4, 5)), FACTS) == []


def test_one_person_s_own_sheet_becomes_their_scores(call: Call) -> None:
    mine = {
        **record(
            name="My garden",
            mark__listening__score__1__together=7,
            own__a__score__2__together="not-sure",
            mark__listening__ladders__1="Tea",
        ),
        "id": "p-1",
    }
    found = call("asPerson", mine, 4)["answers"]
    assert {path: one["is"] for path, one in found.items()} == {
        "mark/listening/score/1/p4": 7,
        "own/a/score/2/p4": "not-sure",
        "mark/listening/ladders/1": "Tea",
        "person/p4/place": 4,
    }
    assert found["person/p4/place"]["at"] > found["mark/listening/score/1/p4"]["at"]


def test_people_who_are_others_get_other_numbers(call: Call) -> None:
    theirs = {
        **record(
            person__p1__place=1,
            person__p1__name="Person A",
            person__p10__place=10,
            person__p2__gone=True,
            mark__listening__score__1__p1=7,
            mark__listening__again__1__p10=5,
            mark__listening__score__1__together=6,
            mark__listening__score__1__x=2,
        ),
        "id": "p-2",
    }
    found = {path: one["is"] for path, one in call("renumbered", theirs, 8)["answers"].items()}
    assert found == {
        "mark/listening/score/1/together": 6,
        "mark/listening/score/1/p9": 2,
        "person/p9/place": 9,
        "mark/listening/score/1/p10": 7,
        "person/p10/place": 10,
        "person/p10/name": "Person A",
        "person/p11/place": 11,
        "person/p11/gone": True,
        "mark/listening/again/1/p12": 5,
        "person/p12/place": 12,
    }


def test_whoever_scored_is_found_whatever_was_looked_at_before(call: Call) -> None:
    """What is known of a record is noted once: people without a number and scores taken back are told apart anew."""
    answers = record(
        mark__a__score__1__p9=4, mark__a__score__1__p8=None, mark__b__again__1__p7=2, person__p3__gone=True
    )
    assert [one["id"] for one in call("people", answers)] == ["p7", "p9"]
    answers["answers"]["mark/b/again/1/p7"]["is"] = None
    assert [one["id"] for one in call("people", answers)] == ["p9"]
