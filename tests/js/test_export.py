"""Do answers travel whole? The table, the words and the dates that a sheet gives, read as other programs read them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from macros.content.model import Guide
from macros.render.sheet_data import facts
from tests.guide_data import GUIDE, SHORT, day
from tests.scripts import EXPORT, source
from tests.words import say

Out = Callable[..., str]
STEP = "mark/listening"
# Where a table has what helps: after the stage, the mark, its score and what a mark of people's own means.
LADDERS = 4 + [one["short"] for one in GUIDE["questions"].values() if one["answer"] == "words"].index(SHORT["ladders"])


@pytest.fixture(scope="module")
def out(made_up: Guide) -> Out:
    """One of the ways out, for these answers: path -> value."""
    engine = MiniRacer()
    engine.eval(source(*EXPORT))
    guide = facts(made_up)

    def given_out(
        way: str, answers: dict[str, Any], lost: dict[str, list[str]] | None = None, separator: str = ","
    ) -> str:
        known = json.dumps({**guide, "guide": {**guide["guide"], "separator": separator}})
        record: dict[str, Any] = {
            "id": "p-1",
            "answers": {path: {"is": is_, "at": 1, "by": "w"} for path, is_ in answers.items()},
        }
        for path, words in (lost or {}).items():
            record["answers"][path]["lost"] = [{"is": one, "at": 0, "by": "v"} for one in words]
        return str(
            engine.eval(
                f"marks.exporter.{way}({json.dumps(record)}, {known}, new Date(Date.UTC(2026, 10, 24, 9))){'.text' if way == 'calendar' else ''}"
            )
        )

    return given_out


def table(text: str) -> list[list[str]]:
    """A table as a spreadsheet reads it."""
    assert text.startswith("\ufeff") and text.endswith("\r\n")
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


def unfolded(text: str) -> list[str]:
    """The lines of a calendar, joined again (RFC 5545, 3.1)."""
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return re.sub("\r\n ", "", text).split("\r\n")


def test_a_table_has_a_row_for_each_mark_in_the_order_of_the_guide(out: Out) -> None:
    head, *rows = table(
        out(
            "csv",
            {
                "mark/review-together/score/1/together": "not-sure",
                f"{STEP}/climbs/1": 'Tea, first\n"Now"',
                f"{STEP}/score/1/together": 7,
                "own/a/title": "Tea",
                "own/a/stage": "later-days",
                "own/a/place": 1,
                "own/a/score/1/together": 9,
                "own/b/gone": True,
                "own/b/stage": "later-days",
                "own/b/climbs/1": "deleted",
                "mark/old/title": "Warm welcome",
                "mark/old/slides/1": "Cold rooms",
            },
        )
    )
    assert head[:4] == [say("out_stage"), say("out_mark"), SHORT["score"], say("own_meaning")]
    assert head[4:] == [
        *(one["short"] for one in GUIDE["questions"].values() if one["answer"] == "words"),
        *(say(name) for name in ("out_what", "out_who", "out_when", "out_help")),
    ]
    assert [row[:3] for row in rows] == [
        ["Early days", rows[0][1], "Not sure"],
        ["Later days", "Listening", "7"],
        ["Later days", "Tea", "9"],
        ["", "Warm welcome", ""],
    ]
    assert rows[1][LADDERS] == 'Tea, first\n"Now"' and rows[3][head.index(SHORT["snakes"])] == "Cold rooms"


# What nobody sees, and may stand before a sign.
HIDDEN = [
    " ",
    "\n",
    "\t",
    "\r",
    "\0",
    "\x1b",
    "\x7f",
    "\x85",
    "\xa0",
    "\xad",
    "\u034f",
    "\u061c",
    "\u115f",
    "\u180e",
    "\u200b",
    "\u200e",
    "\u2028",
    "\u202e",
    "\u2060",
    "\u2066",
    "\u2800",
    "\u3000",
    "\u3164",
    "\ufe0f",
    "\ufeff",
    "\ufff9",
    "\ue000",
    "\U000e0041",
    "\u0301",
    "\u202e \u2066",
]
SIGNS = [
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
    "﹦",
    "﹢",
    "﹣",
    "﹫",
    "⁼",
    "⁺",
    "⁻",
    "₌",
    "₊",
    "₋",
    "−",
    "➕",
    "➖",
    "˗",
    "꞊",
    "﬩",
]
# What begins a formula in any of the spreadsheets, with the apostrophe or the dash that makes text of it.
BEGINS = re.compile(r"\s*[=+\-@\t\r]")


def one_cell(out: Out, said: str) -> str:
    """What stands in the table for some words."""
    (head, row) = table(out("csv", {f"{STEP}/climbs/1": said, f"{STEP}/who/1": "Person A"}))
    assert row[head.index(say("out_who"))] == "Person A"
    return row[LADDERS]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("hidden", ["", *HIDDEN], ids=ascii)
def test_what_looks_like_a_formula_stays_text(out: Out, hidden: str, sign: str) -> None:
    for rest in ("1+1", 'HYPERLINK("http://there","x")', "1+cmd|'/c calc'!A1", " 1+1"):
        cell = one_cell(out, f"{hidden}{sign}{rest}")
        assert cell in (f"'{hidden}{sign}{rest}", f"{hidden}–{rest}")
        assert cell[0] == "'" or hidden in ("", " ", "\n")


@pytest.mark.parametrize(
    "said",
    [
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "=1+1",
        "@SUM(1,1)",
        "\t5",
        "\r5",
        "+44-1482-1",
        "+44 1482|cmd",
        "+1*2",
        "+1 2+3",
        "+44 1482/2",
        "+44",
        "+1 2=3",
        "-5-5",
        "+44 1482\n=1+1",
        "+(1)",
        "+441482123456+1",
    ],
)
def test_a_sum_is_never_worked_out(out: Out, said: str) -> None:
    assert one_cell(out, said) == f"'{said}"


@pytest.mark.parametrize(
    ("said", "cell"),
    [
        ("- tea\n- milk", "– tea\n– milk"),
        ("-tea", "–tea"),
        ("- 2 cups", "– 2 cups"),
        ("- 1+1", "– 1+1"),
        (" - tea", " – tea"),
        ("-- tea", "–- tea"),
        ("– tea", "– tea"),
        ("—", "—"),
        ("-", "–"),
        ("-5", "-5"),
        ("-1,234.56", "-1,234.56"),
        ("−5", "−5"),
        ("+44 1482 123456", "+44 1482 123456"),
        ("+44 1482 123456 (Person A)", "+44 1482 123456 (Person A)"),
        ("+441482123456", "+44 1482123456"),
        ("+12025550123", "+1 2025550123"),
        ("+353861234567", "+353 861234567"),
        ("5 - 3", "5 - 3"),
        ("a=b", "a=b"),
        ("'tis", "'tis"),
        ("❤️ = love", "❤️ = love"),
        ("é=", "é="),
        ("", ""),
    ],
)
def test_lists_and_telephone_numbers_can_be_read(out: Out, said: str, cell: str) -> None:
    assert one_cell(out, said) == cell


@given(said=st.lists(st.sampled_from([*HIDDEN, *SIGNS, "1", "44", " ", "A1", "a", "(", "–"]), max_size=6).map("".join))
def test_no_cell_begins_a_formula(out: Out, said: str) -> None:
    cell = one_cell(out, said) if said.strip() else ""
    assert (
        not BEGINS.match(cell)
        or re.fullmatch(r"-\d+(?:[., ]\d+)*|\+\d{1,3} \d[\d ]*", cell.strip())
        or (re.match(r"\+\d{1,3} \d[\d ]*[^\d+/-]", cell) and not re.search(r"[=|!:*/^&@]", cell))
    ), (said, cell)


def test_a_country_with_a_comma_in_its_numbers_has_its_own_separator(out: Out) -> None:
    said = out("csv", {f"{STEP}/climbs/1": "One; two, three", f"{STEP}/score/1/together": 7}, separator=";")
    rows: list[list[str]] = [*csv.reader(io.StringIO(said[1:], newline=""), delimiter=";"), [], []]
    head, row = rows[:2]
    assert (
        head[:3] == [say("out_stage"), say("out_mark"), SHORT["score"]]
        and row[2] == "7"
        and row[LADDERS] == "One; two, three"
        and len(row) == len(head)
    )


@given(said=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1).filter(str.strip))
def test_any_words_come_out_of_every_way_whole(out: Out, said: str) -> None:
    (head, row) = table(out("csv", {f"{STEP}/what/1": said}))
    cell = row[head.index(say("out_what"))]
    assert cell in (said, f"'{said}") or cell.replace("–", "-") == re.sub(r"[–➖˗﹣－]|^\s*[−⁻₋]", "-", said)
    lines = unfolded(out("calendar", {f"{STEP}/what/1": said, f"{STEP}/when/1": "2026-12-01"}))
    (summary,) = [line for line in lines if line.startswith("SUMMARY:")]
    plain = re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), summary[8:])
    told = re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", re.sub("^[\\s\ufeff]+|[\\s\ufeff]+$", "", said))
    clean = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
    assert clean.sub("", plain).strip() == clean.sub("", told).strip()
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_no_words_end_a_line_of_a_calendar(out: Out, end: str) -> None:
    made = out(
        "calendar",
        {f"{STEP}/what/1": f"Book{end}ATTENDEE:x", f"{STEP}/when/1": "2026-12-01", f"{STEP}/who/1": f"A{end}B"},
    )
    assert "SUMMARY:Book\\nATTENDEE:x" in unfolded(made) and f"{say('out_who')}: A\\nB" in made
    assert made.replace("\r\n", "\n").splitlines() == made.replace("\r\n", "\n").split("\n")[:-1]


@pytest.mark.parametrize("sign", "\0\x07\x1b\x7f\x80\x84\x86\x9f", ids=ascii)
def test_a_calendar_has_no_control_characters(out: Out, sign: str) -> None:
    assert "SUMMARY:Book" in unfolded(
        out("calendar", {f"{STEP}/what/1": f"Bo{sign}ok", f"{STEP}/when/1": "2026-12-01"})
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x85", "\u2028", "\u2029", " \n ", "\t"], ids=ascii)
def test_a_name_and_a_title_have_one_line(out: Out, end: str) -> None:
    said = out(
        "text",
        {
            "name": f"{end}Our{end}garden{end}",
            "own/a/stage": "later-days",
            "own/a/title": f"Warm{end}rooms",
            "mark/old/title": f"Old{end}mark",
            "mark/old/slides/1": "Cold",
        },
    )
    assert said.startswith("Our garden\n") and "\nWarm rooms\n" in said and "\nOld mark\n" in said
    assert "Warm rooms" in out("csv", {"own/a/stage": "later-days", "own/a/title": f"Warm{end}rooms"})


def test_a_calendar_holds_each_step_with_a_day(out: Out) -> None:
    lines = unfolded(
        out(
            "calendar",
            {
                f"{STEP}/what/1": "Book the room; ask, then pay",
                f"{STEP}/when/1": "2026-12-01",
                f"{STEP}/who/1": "Person A",
                "mark/review-together/what/1": "No day yet",
                "mark/talk-about-power/when/1": "2026-12-02",
            },
        )
    )
    assert lines.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20261201" in lines and "DTSTAMP:20261124T090000Z" in lines
    assert "SUMMARY:Book the room\\; ask\\, then pay" in lines
    assert f"DESCRIPTION:Listening\\n{say('out_who')}: Person A" in lines
    assert [line for line in lines if line.startswith("UID:")] == ["UID:mark-listening.p-1@a-made-up-guide"]
    assert out("calendar", {f"{STEP}/what/1": "No day"}) == ""


def test_the_words_for_a_letter(out: Out) -> None:
    said = out(
        "text", {"name": "Garden", f"{STEP}/picture-it/1": "We go round.\nAll of us.", f"{STEP}/score/1/together": 6}
    )
    assert said.startswith("Garden\nA made-up guide\n")
    assert "== Later days ==\n\nListening\nShort how-far: 6\nShort picture-it: We go round.\nAll of us.\n" in said


@pytest.mark.parametrize("day", ["2026-02-31", "2026-13-45", "soon", "2026-1-1", "", "9999999-01-01"])
def test_a_day_that_no_calendar_has_is_no_date(out: Out, day: str) -> None:
    assert out("calendar", {f"{STEP}/what/1": "Book", f"{STEP}/when/1": day}) == ""


def test_a_calendar_says_how_many_steps_it_has_no_day_for(made_up: Guide) -> None:
    engine = MiniRacer()
    engine.eval(source(*EXPORT))
    days = {"a": "2026-12-01", "b": "", "c": "1926-12-01", "d": "2026-12-02"}
    answers = {
        f"own/{name}/{field}": {"is": is_, "at": 1, "by": "w"}
        for name, day in days.items()
        for field, is_ in (("what/1", "Book"), ("when/1", day), ("stage", "chosen"))
    }
    said = json.loads(
        str(
            engine.eval(
                f"JSON.stringify(marks.exporter.calendar({json.dumps({'id': 'p-1', 'answers': answers})},"
                f" {json.dumps(facts(made_up))}, new Date(0)))"
            )
        )
    )
    assert (said["dated"], said["undated"], said["text"].count("BEGIN:VEVENT")) == (2, 2, 2)


def test_a_path_adds_no_line_to_a_calendar(out: Out) -> None:
    path = "own/a\r\nATTENDEE:x"
    lines = unfolded(
        out("calendar", {f"{path}/what/1": "Book", f"{path}/when/1": "2026-12-01", f"{path}/stage": "later-days"})
    )
    assert "UID:own-a-ATTENDEE-x.p-1@a-made-up-guide" in lines
    assert not [line for line in lines if line.startswith("ATTENDEE")]


@pytest.mark.parametrize("way", ["csv", "text"])
def test_what_a_mark_of_our_own_means_comes_along(out: Out, way: str) -> None:
    """Whether it was answered or not: a title alone is enough, and one that was only begun is not."""
    said = out(
        way,
        {
            "own/a/stage": "later-days",
            "own/a/title": "Food",
            "own/a/meaning": "Nobody goes hungry.",
            "own/b/stage": "later-days",
            "own/b/title": "Sleep",
            "own/c/stage": "later-days",
            "own/c/place": 3,
        },
    )
    assert "Food" in said and "Nobody goes hungry." in said and "Sleep" in said
    assert say("own_name") not in said.partition("\n")[2]  # the head of the table may hold that word


@pytest.mark.parametrize("way", ["csv", "text"])
def test_words_that_were_written_at_the_same_time_come_along(out: Out, way: str) -> None:
    said = out(way, {f"{STEP}/climbs/1": "Tea first"}, lost={f"{STEP}/climbs/1": ["Long breaks", "Tea first"]})
    assert f"Tea first\n({say('out_also')}: Long breaks)" in said and said.count("Tea first") == 1


def test_words_say_a_day_as_people_do(out: Out) -> None:
    assert f"{say('out_when')}: {day('2026-12-01')}\n" in out(
        "text", {f"{STEP}/what/1": "Book", f"{STEP}/when/1": "2026-12-01"}
    )


def test_a_mark_of_our_own_whose_stage_is_gone_comes_along(out: Out) -> None:
    assert "Cold rooms" in out(
        "text", {"own/a/stage": "old-stage", "own/a/title": "Rooms", "own/a/slides/1": "Cold rooms"}
    )


@pytest.mark.parametrize("way", ["csv", "text"])
def test_an_answer_that_is_no_answer_is_said_as_it_is(out: Out, way: str) -> None:
    assert "constructor" in out(way, {f"{STEP}/score/1/together": "constructor"})


@pytest.mark.parametrize("letter", ["a", "é", "…", "💧"])
def test_a_long_line_of_a_calendar_is_folded_where_it_is_full(out: Out, letter: str) -> None:
    """At 75 octets, and at fewer only where the next letter has no room."""
    size = len(letter.encode())
    made = out("calendar", {f"{STEP}/what/1": letter * 100, f"{STEP}/when/1": "2026-12-01"})
    assert f"SUMMARY:{letter * 100}" in unfolded(made)
    (folded,) = re.findall(r"SUMMARY:[^\r\n]*(?:\r\n [^\r\n]*)*", made)
    *full, last = [len(line.encode()) for line in folded.split("\r\n")]
    assert full and all(75 - size < length <= 75 for length in full) and last <= 75


def test_a_line_of_a_calendar_that_just_fits_is_not_folded(out: Out) -> None:
    fits = "a" * (75 - len("SUMMARY:"))
    assert f"\r\nSUMMARY:{fits}\r\n" in out("calendar", {f"{STEP}/what/1": fits, f"{STEP}/when/1": "2026-12-01"})
    assert f"\r\nSUMMARY:{fits}\r\n a\r\n" in out(
        "calendar", {f"{STEP}/what/1": f"{fits}a", f"{STEP}/when/1": "2026-12-01"}
    )


def test_what_everyone_scored_before_the_talk_has_a_column_when_somebody_scored_again(out: Out) -> None:
    scores: dict[str, Any] = {"group/here/1": 3, **{f"{STEP}/score/1/p{n}": n * 2 for n in (1, 2, 3)}}
    assert say("out_before") not in table(out("csv", scores))[0]
    again = {**scores, f"{STEP}/again/1/p1": 5}
    head, *rows = table(out("csv", again))
    (row,) = (row for row in rows if row[1] == "Listening")
    found = dict(zip(head, row))
    assert found[say("out_before")] == say("out_range", low="2", high="6", n="3")
    assert (found[say("out_lowest")], found[say("out_highest")]) == ("4", "6")
    assert f"{say('out_before')}: {say('out_range', low='2', high='6', n='3')}" in out("text", again)
