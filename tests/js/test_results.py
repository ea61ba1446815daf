"""Are results told right? Rows, orders and what stands out, each a second, slower way; and a document that opens."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from macros.content.model import Guide
from macros.render.sheet_data import facts
from tests.scripts import EXPORT, source

Call = Callable[..., Any]
SCORE = st.integers(1, 10) | st.sampled_from(["", "not-sure"])
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def call(made_up: Guide) -> Call:
    engine = MiniRacer()
    engine.eval(f"const facts = {json.dumps(facts(made_up, results=True))};")
    engine.eval(source(*EXPORT, "core/results", "core/docx"))
    engine.eval(
        "class TextEncoder { encode(text) { return Uint8Array.from(unescape(encodeURIComponent(text)), (c) => c.charCodeAt(0)); } }"
    )

    def asked(code: str, *given: Any) -> Any:
        text = ", ".join(json.dumps(one) for one in given)
        return json.loads(str(engine.eval(f"JSON.stringify((({code}))({text}) ?? null)")))

    return asked


ROWS = "(record, stage, round) => marks.results.rows(record, facts, stage, round)"


def record(**answers: Any) -> dict[str, Any]:
    entries = {
        path.replace("__", "/").replace("_", "-"): {"is": is_, "at": 1, "by": "w"} for path, is_ in answers.items()
    }
    return {"guide": "a-made-up-guide", "version": "1", "form": 2, "id": "p-1", "answers": entries}


def test_a_row_says_what_there_is_in_its_round(call: Call) -> None:
    there = record(
        mark__listening__score__1__together=7,
        mark__listening__score__2__together=4,
        mark__listening__score__2__other=9,
        mark__listening__aim__2=8,
        mark__listening__score__2__p1=3,
        mark__listening__score__2__p2=9,
        mark__listening__slides__2="Rush",
        mark__listening__climbs__1="Tea",
        round__2__begun=True,
    )
    (row,) = call(ROWS, there, "later-days", 2)
    assert {name: row[name] for name in ("score", "last", "other", "aim", "apart", "moved")} == {
        "score": 4,
        "last": 7,
        "other": 9,
        "aim": 8,
        "apart": 6,
        "moved": None,  # some went up, and some down
    }
    assert row["hasSnake"] and not row["hasLadder"] and (row["spread"]["low"], row["spread"]["high"]) == (3, 9)
    (first,) = call(ROWS, there, "later-days", 1)
    assert first["score"] == 7 and first["last"] == "" and first["moved"] is None and first["hasLadder"]
    assert call(ROWS, there, "early-days", 2) == []


@pytest.mark.parametrize(
    ("before", "now", "moved"),
    [
        ((7,), (4,), -3),
        ((7,), (4, 6), -1),
        ((3, 8), (9,), 1),
        ((3, 8), (6,), None),
        ((8,), (3, 8), None),
        ((5,), (5,), 0),
    ],
)
def test_a_group_that_keeps_two_scores_moved_as_far_as_all_of_them_did(
    before: tuple[int, ...], now: tuple[int, ...], moved: int | None, call: Call
) -> None:
    answers: dict[str, Any] = {"round__2__begun": True}
    for number, scores in ((1, before), (2, now)):
        for who, score in zip(("together", "other"), scores):
            answers[f"mark__listening__score__{number}__{who}"] = score
    (row,) = call(ROWS, record(**answers), "later-days", 2)
    assert row["moved"] == moved


def test_an_aim_stays_until_another_is_said(call: Call) -> None:
    there = record(
        mark__listening__score__1__together=7, mark__listening__aim__1=9, round__2__begun=True, round__3__begun=True
    )
    assert call(ROWS, {**there}, "later-days", 1)[0]["aim"] == 9
    there = record(
        mark__listening__aim__1=9,
        mark__listening__score__3__together=6,
        round__2__begun=True,
        round__3__begun=True,
    )
    assert call(ROWS, there, "later-days", 3)[0]["aim"] == 9


def test_a_mark_that_was_scored_last_time_alone_is_there(call: Call) -> None:
    there = record(mark__listening__score__1__together=7, round__2__begun=True)
    (row,) = call(ROWS, there, "later-days", 2)
    assert row["score"] == "" and row["last"] == 7 and row["moved"] is None


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    found = []
    for at in range(draw(st.integers(0, 8))):
        low = draw(st.none() | st.integers(1, 10))
        high = None if low is None else draw(st.integers(low, 10))
        score, last = draw(SCORE), draw(SCORE)
        moved = score - last if isinstance(score, int) and isinstance(last, int) else None
        found.append(
            {
                "title": f"Mark {at}",
                "score": score,
                "spread": {"low": low, "high": high, "scored": 0 if low is None else 2},
                "apart": -1 if low is None or high is None else high - low,
                "moved": moved,
            }
        )
    return found


def titles(found: Iterable[dict[str, Any]]) -> list[str]:
    return [one["title"] for one in found]


def worth(one: dict[str, Any]) -> int:
    """How hard a mark is: the lower the harder."""
    return int(one["score"] if isinstance(one["score"], int) else one["spread"]["low"] or 99)


@given(rows())
def test_orders_and_what_stands_out(call: Call, list_: list[dict[str, Any]]) -> None:
    ordered = "(list, order) => marks.results.ordered(list, order)"
    assert titles(call(ordered, list_, "guide")) == titles(list_)
    assert titles(call(ordered, list_, "apart")) == titles(sorted(list_, key=lambda one: -one["apart"]))
    assert titles(call(ordered, list_, "moved")) == titles(
        sorted(list_, key=lambda one: 1 if one["moved"] is None else -abs(one["moved"]))
    )
    assert titles(call(ordered, list_, "hardest")) == titles(sorted(list_, key=worth))
    out = call("(list) => marks.results.standOut(list, facts)", list_)
    numbers = [one["score"] for one in list_ if isinstance(one["score"], int)]
    low, high = min(numbers, default=0), max(numbers, default=0)
    for name, score, is_said in (("strongest", high, low < high and high > 5), ("hardest", low, low < high)):
        expected = titles(one for one in list_ if one["score"] == score) if is_said else []
        assert titles(out[name]["rows"]) == expected
    moves = [one["moved"] for one in list_ if one["moved"]]
    for name, most in (("up", max([0, *moves])), ("down", min([0, *moves]))):
        assert titles(out[name]["rows"]) == ([] if not most else titles(one for one in list_ if one["moved"] == most))
    wide = max((one["apart"] for one in list_), default=0)
    assert titles(out["apart"]["rows"]) == (titles(one for one in list_ if one["apart"] == wide) if wide > 1 else [])


def test_what_is_hard_is_in_the_lower_half(call: Call) -> None:
    list_ = [
        {"title": str(score), "score": score, "spread": {"low": None}, "apart": -1, "moved": None}
        for score in (9, 5, 6, 2, 4, 1)
    ]
    found = call("(list) => marks.results.hardest(list, facts)", list_)
    assert [one["score"] for one in found] == [1, 2, 4]


def document(call: Call, blocks: list[dict[str, Any]]) -> zipfile.ZipFile:
    made = call("(blocks) => [...marks.docx.document(blocks, 'en-GB')]", blocks)
    return zipfile.ZipFile(io.BytesIO(bytes(made)))


def test_a_document_is_whole_and_holds_what_it_was_given(call: Call) -> None:
    odd = 'A <b> & "c" \u0000\u000b💧 שלום\nsecond'
    archive = document(
        call,
        [
            {"kind": "title", "text": odd},
            {"kind": "item", "text": "One"},
            {"kind": "table", "rows": [["Mark", "Score"], ["Listening", "7"]]},
        ],
    )
    assert archive.testzip() is None
    for name in archive.namelist():
        ET.fromstring(archive.read(name))
    assert archive.namelist()[0] == "[Content_Types].xml"
    body = ET.fromstring(archive.read("word/document.xml"))
    assert "".join(body.itertext()).startswith('A <b> & "c" 💧 שלוםsecond')
    assert [cell.text for row in body.iter(f"{W}tr") for cell in row.iter(f"{W}t")] == [
        "Mark",
        "Score",
        "Listening",
        "7",
    ]
    named = {one.get(f"{W}val") for one in body.iter(f"{W}pStyle")}
    styles = {one.get(f"{W}styleId") for one in ET.fromstring(archive.read("word/styles.xml")).iter(f"{W}style")}
    assert named <= styles


@given(st.text(max_size=40))
def test_any_words_make_a_document_that_can_be_read(call: Call, words: str) -> None:
    archive = document(call, [{"kind": "text", "text": words}, {"kind": "table", "rows": [[words]]}])
    body = ET.fromstring(archive.read("word/document.xml"))
    assert len(list(body.iter(f"{W}p"))) == 3  # the text, the cell, and what follows a table
    said = [one.text or "" for one in body.iter(f"{W}t")]
    letters = "".join(one for one in words if one.isalnum())
    assert "".join(one for one in "".join(said) if one.isalnum()) == 2 * letters
