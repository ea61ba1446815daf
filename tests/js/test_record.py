"""Is anything ever lost, and is every damaged file refused in words? The pure scripts, without a page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py_mini_racer import JSTimeoutException, MiniRacer

from tests.scripts import RECORD, source
from tests.shared import FIXTURES, ROOT
from tests.sheets import placed

SAVED_FILE = ROOT / ".github" / "saved-file.md"
SAVED = sorted((FIXTURES / "saved").glob("*.json"))
GUIDE = {
    "id": "the-mark-of-co-production",
    "version": "2026.1",
    "scores": [1, 10],
    "fields": ["looks-like", "ladders", "snakes"],
}
Record = dict[str, Any]
Call = Callable[..., Any]


@pytest.fixture(scope="module")
def call() -> Call:
    """A function of the record, asked as a page would ask it."""
    engine = MiniRacer()
    engine.eval(source(*RECORD))

    def asked(name: str, *given: Any) -> Any:
        text = ", ".join(json.dumps(one) for one in given)
        return json.loads(
            str(engine.eval(f"JSON.stringify((marks.record.{name} || marks.savedFile.{name})({text}) ?? null)"))
        )

    return asked


def of(name: Record) -> Record:
    """A record whose name is this entry."""
    return {"guide": GUIDE["id"], "version": "2026.1", "form": 2, "id": "p-1", "answers": {"name": name}}


TEXT = st.text(max_size=30)
SCORE = st.integers(1, 10) | st.just("not-sure")
FIELDS = st.sampled_from(
    ["name", "mark/listening/ladders/1", "mark/listening/snakes/1", "own/a1/title", "own/a1/meaning"]
)
SCORES = st.sampled_from(["mark/listening/score/1/together", "own/a1/score/1/p-1"])
WRITER = st.sampled_from(["w1", "w2", "w3"])


@st.composite
def _entries(draw: st.DrawFn, values: st.SearchStrategy[Any], others: st.SearchStrategy[Any] = TEXT) -> Record:
    """An entry as a file can hold it, whether or not a sheet would ever write it."""
    entry: Record = {"is": draw(values), "at": draw(st.integers(4, 40)), "by": draw(WRITER)}
    lost: list[Record] = draw(
        st.lists(st.builds(dict, **{"is": others, "at": st.integers(0, 3), "by": WRITER}), max_size=3)
    )
    seen = draw(st.dictionaries(WRITER, st.integers(0, 40), max_size=3))
    return {
        **entry,
        **({"lost": lost} if lost else {}),
        **({"seen": [{"by": writer, "at": when} for writer, when in seen.items()]} if seen else {}),
    }


RECORDS = st.builds(
    lambda texts, scores, others, more: {
        "guide": GUIDE["id"],
        "version": "2026.1",
        "form": 2,
        "id": "p-1",
        **more,
        "answers": {**texts, **scores, **others},
    },
    st.dictionaries(FIELDS, _entries(TEXT | st.none())),
    st.dictionaries(SCORES, _entries(SCORE, SCORE)),
    st.dictionaries(
        st.sampled_from(["later/one", "mark/listening/mood/1"]), _entries(TEXT | st.booleans() | st.none())
    ),
    st.dictionaries(st.sampled_from(["colour", "later"]), st.lists(TEXT, max_size=2), max_size=1),
)


@given(record=RECORDS)
def test_any_record_is_the_same_after_it_was_saved_and_opened(call: Call, record: Record) -> None:
    assert call("read", call("write", record), GUIDE) == {"record": record}


@given(one=RECORDS, other=RECORDS)
def test_records_put_together_are_the_same_in_either_order(call: Call, one: Record, other: Record) -> None:
    both = call("merge", one, other)
    assert both["answers"] == call("merge", other, one)["answers"]
    assert both == call("merge", other, one)
    assert set(both["answers"]) == set(one["answers"]) | set(other["answers"])
    assert call("read", call("write", both), GUIDE) == {"record": both}


# What people at three tables do with one field: they write, take over what another table has, or settle what was lost.
TABLES = range(3)
DONE = st.lists(
    st.tuples(st.sampled_from(TABLES), st.sampled_from(["write", "write", "take", "settle"]), st.sampled_from(TABLES)),
    min_size=3,
    max_size=14,
)


class Table:
    """What a table holds, by the script; and beside it, with a whole memory, what it ought to hold."""

    def __init__(self, call: Call) -> None:
        self.record: Record = call("blank", GUIDE, "p-1")
        self.live: set[tuple[str, int, str]] = set()  # words that nobody who wrote later had seen
        self.past: set[tuple[str, int, str]] = set()  # all words that this table ever saw

    def write(self, call: Call, by: str, words: str) -> None:
        at = call("newest", self.record) + 1
        self.record["answers"]["name"] = call("entry", self.record["answers"].get("name"), words, at, by)
        self.live = {(words, at, by)} | self.others()
        self.past |= self.live

    def take(self, call: Call, other: Table) -> None:
        self.record = call("merge", self.record, other.record)
        self.live = (self.live & other.live) | (self.live - other.past) | (other.live - self.past)
        self.past |= other.past

    def settle(self, call: Call) -> None:
        if self.others():
            gone = min(self.others())
            self.record["answers"]["name"] = call("settle", self.record["answers"]["name"], gone[0])
            self.live -= {gone}

    def others(self) -> set[tuple[str, int, str]]:
        return self.live - {max(self.live, key=lambda one: (one[1], one[2]))} if self.live else set()

    def held(self) -> set[tuple[str, int, str]]:
        entry = self.record["answers"].get("name")
        return {(one["is"], one["at"], one["by"]) for one in [entry, *entry.get("lost", [])]} if entry else set()


@given(done=DONE)
def test_whatever_three_tables_do_no_words_are_lost_that_nobody_saw(
    call: Call, done: list[tuple[int, str, int]]
) -> None:
    tables = [Table(call) for _ in TABLES]
    for number, (one, what, other) in enumerate(done):
        table = tables[one]
        if what == "write":
            table.write(call, f"table-{one}", f"words {number}")
        elif what == "take":
            table.take(call, tables[other])
        else:
            table.settle(call)
        assert table.held() == table.live
    first, second, third = (table.record for table in tables)
    ends = [reduce(lambda a, b: call("merge", a, b), order) for order in permutations((first, second, third))]
    assert all(end == ends[0] for end in ends)
    assert call("merge", first, call("merge", second, third)) == ends[0]
    assert call("merge", ends[0], ends[0]) == ends[0] == call("merge", ends[0], first)


@given(record=RECORDS, path=FIELDS, first=TEXT, second=TEXT)
def test_words_written_in_two_tabs_at_once_are_both_there(
    call: Call, record: Record, path: str, first: str, second: str
) -> None:
    def tab(name: str, words: str) -> Record:
        now = call("newest", record) + 1
        entry = call("entry", record["answers"].get(path), words, now, name)
        return {**record, "answers": {**record["answers"], path: entry}}

    entry = call("merge", tab("tab-1", first), tab("tab-2", second))["answers"][path]
    assert entry["is"] == second  # the same time: the name of the tab decides
    assert first == second or not first.strip() or first in [one["is"] for one in entry["lost"]]


def test_lost_words_stay_until_somebody_settles_them(call: Call) -> None:
    first = call("entry", None, "a", 1, "tab-1")
    second = call("entry", None, "b", 2, "tab-2")
    both = call("merge", {**GOOD, "answers": {"name": first}}, {**GOOD, "answers": {"name": second}})
    assert both["answers"]["name"]["lost"] == [{"is": "a", "at": 1, "by": "tab-1"}]
    # The writer of the later words goes on, and does not know yet that others were lost.
    more = {**GOOD, "answers": {"name": call("entry", second, "bb", 3, "tab-2")}}
    met = call("merge", both, more)["answers"]["name"]
    assert met["is"] == "bb" and met["lost"] == [{"is": "a", "at": 1, "by": "tab-1"}]
    settled = {**GOOD, "answers": {"name": call("settle", met, "a")}}
    end = call("merge", settled, both)["answers"]["name"]
    assert end["is"] == "bb" and "lost" not in end


def test_each_of_the_lost_words_is_settled_by_itself(call: Call) -> None:
    one, two, three = (
        {**GOOD, "answers": {"name": call("entry", None, words, at, f"tab-{at}")}}
        for at, words in enumerate(("a", "b", "c"), 1)
    )
    entry = call("merge", call("merge", one, two), three)["answers"]["name"]
    assert [lost["is"] for lost in call("unseen", entry)] == ["b", "a"]
    settled = {**GOOD, "answers": {"name": call("settle", entry, "b")}}
    assert [lost["is"] for lost in call("unseen", settled["answers"]["name"])] == ["a"]
    late = {
        **GOOD,
        "answers": {"name": call("entry", None, "d", 1, "tab-9")},
    }  # older than what was settled, and new here
    met = call("merge", settled, late)["answers"]["name"]
    assert {lost["is"] for lost in call("unseen", met)} == {"a", "d"}


def test_what_says_nothing_new_is_not_shown_as_lost(call: Call) -> None:
    lost = [{"is": words, "at": at, "by": "w2"} for at, words in enumerate(("same", " ", None, "other", "other"))]
    assert call("unseen", {"is": "same", "at": 9, "by": "w1", "lost": lost}) == [lost[3]]


def test_each_key_press_of_two_people_is_not_lost_by_itself(call: Call) -> None:
    """What stands whole in later words of somebody says nothing more."""
    one: Record = {"is": "Cake", "at": 9, "by": "w2"}
    for length in range(1, 9):
        one = call("merge", of(one), of({"is": "Tea first"[:length], "at": length, "by": "w1"}))["answers"]["name"]
    assert one["is"] == "Cake" and [lost["is"] for lost in one["lost"]] == ["Tea firs"]
    for at, words in enumerate(("Tea firx", "Tea fi", "Tea fin"), 9):  # and what they mend as they go is gone
        one = call("merge", of(one), of({"is": words, "at": at, "by": "w1"}))["answers"]["name"]
    assert one["is"] == "Tea fin" and [lost["is"] for lost in one["lost"]] == ["Cake"]


def test_words_that_stand_whole_in_others_are_no_words_of_their_own(call: Call) -> None:
    """Somebody wrote the same, and went on: in what is shown, or beside it."""
    texts = [of({"is": words, "at": at, "by": f"w{at}"}) for at, words in enumerate(("Tea", "Tea first", "Tea f"), 1)]
    one = call("merge", *texts[:2])["answers"]["name"]
    assert one["is"] == "Tea first" and "lost" not in one
    for order in permutations([*texts, of({"is": "Cake", "at": 9, "by": "w9"})]):
        end = reduce(lambda a, b: call("merge", a, b), order)["answers"]["name"]
        assert end["is"] == "Cake" and [lost["is"] for lost in end["lost"]] == ["Tea first"]


def test_what_two_people_write_at_once_does_not_grow_with_their_keys(call: Call) -> None:
    """Each writes, and mends what they wrote, and is shown nothing of the other: what is kept are two texts at most."""
    words = ("Tea first and cake", "Bread and a long walk")
    mine: list[Any] = [None, None]
    both = call("blank", GUIDE, "p-1")
    for key in range(160):
        who = key % 2
        length = 1 + key // 2 % len(words[who])
        is_ = words[who][:length] + ("x" if key % 3 else "")
        mine[who] = call("entry", mine[who], is_, key + 1, f"w{who}")
        both = call("merge", both, of(mine[who])) if both["answers"] else of(mine[who])
        entry = both["answers"]["name"]
        assert len([entry, *entry.get("lost", [])]) <= 2, entry


def test_of_many_lost_words_none_is_dropped(call: Call) -> None:
    one: Record = {"is": "Cake", "at": 900, "by": "w0"}
    for number in range(80):
        one = call("merge", of(one), of({"is": f"<{number}>", "at": 1, "by": f"v{number}"}))["answers"]["name"]
    said = "".join(lost["is"] for lost in one["lost"])
    assert len(one["lost"]) == 50 and all(said.count(f"<{number}>") == 1 for number in range(80))
    assert max(one["lost"], key=lambda lost: len(lost["is"]))["by"].startswith("v")


def written_at_once(call: Call, numbers: Iterable[int]) -> Record:
    """What so many people wrote without having seen each other: texts beyond the fiftieth stand in one."""
    one: Record = {"is": "Cake", "at": 900, "by": "w0"}
    for number in numbers:
        one = call("merge", of(one), of({"is": f"<{number}>", "at": 1, "by": f"v{number:02}"}))["answers"]["name"]
    return one


@pytest.mark.parametrize(
    ("one", "other"), [(range(60), range(62)), (range(60), range(5, 66)), (range(60), [*range(50), *range(60, 80)])]
)
def test_of_two_copies_with_many_lost_words_none_is_dropped(
    call: Call, one: Iterable[int], other: Iterable[int]
) -> None:
    first, second = (written_at_once(call, numbers) for numbers in (one, other))
    both = call("merge", of(first), of(second))["answers"]["name"]
    assert both == call("merge", of(second), of(first))["answers"]["name"]
    said = "".join(lost["is"] for lost in both["lost"])
    assert len(both["lost"]) <= 50 and not [number for number in {*one, *other} if f"<{number}>" not in said]
    again = call("merge", of(both), of(first))["answers"]["name"]
    assert again["lost"] == both["lost"]  # it does not grow


def test_whoever_writes_on_takes_nobody_elses_words_away(call: Call) -> None:
    """Each of those whose words stand in one text with those of others goes on, and saw none of them."""
    one = written_at_once(call, range(60))
    (last,) = [lost for lost in one["lost"] if "\n" in lost["is"]]
    assert len(last["by"]) <= 80 and last["is"].count("\n") == 10
    for number in range(11):
        mine = call("entry", {"is": f"<{number}>", "at": 1, "by": f"v{number:02}"}, "On we go", 2, f"v{number:02}")
        met = call("merge", of(one), of(mine))["answers"]["name"]
        said = "".join(lost["is"] for lost in met["lost"])
        assert not [other for other in range(60) if f"<{other}>" not in said], number


def test_many_words_by_writers_with_long_names_open_again(call: Call) -> None:
    names = [f"{number:02}" + "w" * 78 for number in range(60)]
    texts = [of({"is": f"<{number}>", "at": 1, "by": name}) for number, name in enumerate(names)]
    record: Record = reduce(lambda one, other: call("merge", one, other), texts)
    assert call("read", call("write", record), GUIDE) == {"record": record}


def test_of_many_long_lost_words_none_is_dropped_and_the_file_opens(call: Call) -> None:
    one: Record = {"is": "Cake", "at": 900, "by": "w0"}
    for number in range(56):
        record = call("merge", of(one), of({"is": f"<{number}>" + "word " * 3900, "at": 1, "by": f"v{number}"}))
        one = record["answers"]["name"]
    again = call("read", json.dumps(record), GUIDE)
    assert not again.get("wrong"), again
    lost = again["record"]["answers"]["name"]["lost"]
    said = "".join(entry["is"] for entry in lost)
    assert len(lost) <= 50 and all(f"<{number}>" in said for number in range(56))
    twice = call("merge", record, record)["answers"]["name"]["lost"]
    assert sum(len(entry["is"]) for entry in twice) == len(said)  # it does not grow


def test_what_forty_people_wrote_and_somebody_saw_does_not_come_back(call: Call) -> None:
    """Who wrote is remembered, and not the last few of them only."""
    older = [call("entry", None, f"<{number}>", number, f"v{number}") for number in range(1, 42)]
    together: Record = reduce(lambda one, other: call("merge", one, of(other)), older[1:], of(older[0]))
    entry = call("entry", together["answers"]["name"], "Cake", 50, "w0")
    for one in together["answers"]["name"]["lost"]:
        entry = call("settle", entry, one["is"])
    assert "lost" not in entry
    assert entry["seen"] == [{"by": f"v{number}", "at": number} for number in range(41, 1, -1)]
    for one in older[1:]:
        assert "lost" not in call("merge", of(entry), of(one))["answers"]["name"], one
        assert "lost" not in call("merge", of(one), of(entry))["answers"]["name"], one
    assert call("read", call("write", of(entry)), GUIDE) == {"record": of(entry)}


def test_a_record_put_together_with_itself_stays_as_it_is(call: Call) -> None:
    """What was seen stands in one order: the newest first, and writers of one time by name."""
    seen = [{"by": "w2", "at": 4}, {"by": "w3", "at": 4}, {"by": "w5", "at": 3}, {"by": "w4", "at": 0}]
    entry = {"is": "Tea", "at": 5, "by": "w1", "seen": seen, "lost": [{"is": "Cake", "at": 3, "by": "w5"}]}
    assert call("merge", of(entry), of(entry)) == of(entry)
    alone = {"is": "Tea", "at": 5, "by": "w1"}
    assert call("merge", of(alone), of(alone)) == of(alone)


def test_a_writer_with_several_texts_of_one_time_has_one_winner(call: Call) -> None:
    """Tabs of a copied page go by one name. Whoever is put together with whom first: it ends the same."""
    texts = [of({"is": words, "at": 5, "by": "w1"}) for words in ("Tea", "Cake", "Bun")]
    ends = [reduce(lambda a, b: call("merge", a, b), order) for order in permutations(texts)]
    assert all(end == ends[0] for end in ends)
    assert ends[0]["answers"]["name"]["is"] == "Tea"


def test_those_who_were_seen_at_one_time_stand_by_name(call: Call) -> None:
    seen = [of({"is": "x", "at": 9, "by": f"w{n}", "seen": [{"by": f"v{n}", "at": 4}]}) for n in range(3)]
    for order in permutations(seen):
        end = reduce(lambda a, b: call("merge", a, b), order)["answers"]["name"]
        assert [one["by"] for one in end["seen"]] == ["w0", "w1", "v0", "v1", "v2"]


def test_the_time_of_a_record_with_nothing_in_it(call: Call) -> None:
    assert call("newest", call("blank", GUIDE, "p-1")) == 0


def test_of_two_records_the_newer_one_says_what_it_is(call: Call) -> None:
    """Its own fields, those of its entries too; what only the older one has stays."""
    old = of({"is": "Tea", "at": 1, "by": "w1", "mood": "old", "only": 1})
    new = of({"is": "Cake", "at": 2, "by": "w2", "mood": "new", "also": 2})
    old |= {"version": "2027.1", "colour": ["old"], "older": 1}
    new |= {"version": "2026.2", "colour": ["new"], "newer": 2}
    both = call("merge", old, new)
    assert both == call("merge", new, old)
    assert {name: both[name] for name in ("version", "colour", "older", "newer")} == {
        "version": "2026.2",
        "colour": ["new"],
        "older": 1,
        "newer": 2,
    }
    entry = both["answers"]["name"]
    assert (entry["mood"], entry["only"], entry["also"]) == ("new", 1, 2)


@given(words=st.lists(TEXT, min_size=2, max_size=5))
def test_words_that_were_seen_and_changed_are_not_kept_as_lost(call: Call, words: list[str]) -> None:
    def write(record: Record, step: tuple[int, str]) -> Record:
        number, said = step
        entry = call("entry", record["answers"].get("name"), said, call("newest", record) + 1, f"tab-{number % 2}")
        return {**record, "answers": {"name": entry}}

    states = [call("blank", GUIDE, "p-1")]
    for step in enumerate(words):
        states.append(write(states[-1], step))
    together: Record = reduce(lambda one, other: call("merge", one, other), states)
    assert together["answers"]["name"]["is"] == words[-1] and "lost" not in together["answers"]["name"]


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_a_file_of_every_form_is_opened_with_all_that_it_holds(call: Call, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    record = call("read", text, GUIDE)["record"]
    saved = json.loads(text)
    assert record["form"] == 2 and len(record["answers"]) == len(saved["answers"])
    for at, entry in saved["answers"].items():
        assert record["answers"][placed(at) if saved["form"] == 1 else at] == entry
    assert {name: record[name] for name in saved.keys() - {"form", "answers", "sum"}} == {
        name: saved[name] for name in saved.keys() - {"form", "answers", "sum"}
    }


def test_what_was_written_before_there_were_rounds_was_the_first(call: Call) -> None:
    """Marks and marks of people's own, with questions that nobody knows; and what is no mark stays where it is."""
    entry = {"is": "x", "at": 1, "by": "w1"}
    old = {
        "mark/a/ladders": "mark/a/ladders/1",
        "mark/a/mood": "mark/a/mood/1",
        "mark/a/when": "mark/a/when/1",
        "mark/a/title": "mark/a/title",
        "mark/a/score/1/together": "mark/a/score/1/together",
        "own/b/meaning": "own/b/meaning",
        "own/b/place": "own/b/place",
        "own/b/gone": "own/b/gone",
        "own/b/what": "own/b/what/1",
        "chosen/a": "chosen/a",
        "name": "name",
        "later/one": "later/one",
        "person/a/name": "person/a/name",
    }
    record = call("upgrade", {**GOOD, "form": 1, "answers": dict.fromkeys(old, entry)})
    assert record["form"] == 2 and record["answers"] == dict.fromkeys(old.values(), entry)
    assert call("upgrade", record) == record
    broken: tuple[Any, ...] = (None, [], "x")
    for answers in broken:  # what is broken is refused for that, and not before
        text = json.dumps({**GOOD, "form": 1, "answers": answers})
        assert call("read", text, GUIDE)["wrong"] == "answers"


def test_a_file_of_every_form_is_kept(call: Call) -> None:
    engine = MiniRacer()
    engine.eval(source(*RECORD))
    assert [path.name for path in SAVED] == [
        f"form-{n}.json" for n in range(1, int(str(engine.eval("marks.record.FORM"))) + 1)
    ]


GOOD: Record = {
    "guide": GUIDE["id"],
    "version": "2026.1",
    "form": 2,
    "id": "p-1",
    "answers": {"name": {"is": "Ours", "at": 1, "by": "w1"}},
}


def _with(path: str, is_: Any, **more: Any) -> str:
    return json.dumps({**GOOD, "answers": {path: {"is": is_, "at": 1, "by": "w1", **more}}})


DAMAGED: dict[str, tuple[str, str]] = {
    "nothing": ("", "empty"),
    "spaces": (" \n", "empty"),
    "cut short": (json.dumps(GOOD)[:-9], "cut"),
    "not JSON": ("Dear all,", "not-json"),
    "a page": ("<!doctype html><p>Hello", "not-json"),
    "a list": ("[1, 2]", "not-ours"),
    "a word": ('"hello"', "not-ours"),
    "null": ("null", "not-ours"),
    "another programme's": ('{"answers": {}}', "not-ours"),
    "too big": (json.dumps({**GOOD, "x": "y" * 20_000_001}), "big"),
    "deep": (json.dumps(GOOD)[:-1] + ', "x": ' + "[" * 5000 + "]" * 5000 + "}", "deep"),
    "very deep": (json.dumps(GOOD)[:-1] + ', "x": ' + "[" * 500000 + "]" * 500000 + "}", "deep"),
    "another guide's": (json.dumps({**GOOD, "guide": "another"}), "other-guide"),
    "a guide that is a map": (json.dumps({**GOOD, "guide": {"a": 1}}), "other-guide"),
    "no form": (json.dumps({**GOOD, "form": None}), "form"),
    "a form of words": (json.dumps({**GOOD, "form": "1"}), "form"),
    "form 0": (json.dumps({**GOOD, "form": 0}), "form"),
    "a newer form": (json.dumps({**GOOD, "form": 3}), "newer"),
    "no id": (json.dumps({**GOOD, "id": ""}), "id"),
    "an id with a tag": (json.dumps({**GOOD, "id": "<b>"}), "id"),
    "a list of answers": (json.dumps({**GOOD, "answers": []}), "answers"),
    "no answers": (json.dumps({**GOOD, "answers": None}), "answers"),
    "too many answers": (
        json.dumps({**GOOD, "answers": {f"x/{n}": GOOD["answers"]["name"] for n in range(160001)}}),
        "many",
    ),
    "a bare answer": (json.dumps({**GOOD, "answers": {"name": "Ours"}}), "entry"),
    "a list as an answer": (_with("name", ["a"]), "entry"),
    "a number for words": (_with("mark/listening/ladders/1", 4), "entry"),
    "no time": (json.dumps({**GOOD, "answers": {"name": {"is": "Ours", "by": "w1"}}}), "entry"),
    "a time before time": (_with("name", "Ours", at=-1), "entry"),
    "a time of words": (_with("name", "Ours", at="now"), "entry"),
    "a time without end": (_with("name", "Ours", at=2**53), "entry"),
    "no writer": (json.dumps({**GOOD, "answers": {"name": {"is": "Ours", "at": 1}}}), "entry"),
    "lost things of another kind": (_with("name", "Ours", lost=[{"a": 1}]), "entry"),
    "words without end": (_with("mark/listening/ladders/1", "x" * 20001), "long"),
    "score 0": (_with("mark/listening/score/1/together", 0), "score"),
    "score 11": (_with("mark/listening/score/1/together", 11), "score"),
    "score 4.5": (_with("mark/listening/score/1/together", 4.5), "score"),
    "a score with a tag": (_with("mark/listening/score/1/together", "<img src=x onerror=alert(1)>"), "score"),
    "a score that is true": (_with("mark/listening/score/1/together", True), "score"),
    "a path to the root": (_with("mark/__proto__/ladders/1", "x"), "path"),
    "a path of nothing": (_with("mark//ladders", "x"), "path"),
    "a path of two lines": (_with("mark/a\r\nb/ladders/1", "x"), "path"),
    "a score of digits": (_with("mark/listening/score/1/together", "99"), "score"),
    "a time between two": (json.dumps({**GOOD, "answers": {"name": {"is": "x", "at": 1.5, "by": "w1"}}}), "entry"),
    "lost words of nobody": (
        json.dumps({**GOOD, "answers": {"name": {**GOOD["answers"]["name"], "lost": [{"is": "x", "at": 1}]}}}),
        "entry",
    ),
    "a long path": (_with("x" * 201, "x"), "path"),
    "a record that would be all records": (json.dumps(GOOD)[:-1] + ', "__proto__": {"polluted": true}}', "path"),
    "a version that would be all records": (json.dumps({**GOOD, "version": {"__proto__": None}}), "path"),
    "answers that would be all answers": (json.dumps(GOOD).replace('"name"', '"__proto__"'), "path"),
}


def deep(levels: int) -> str:
    """A record that holds a list so many levels below its top."""
    return json.dumps(GOOD)[:-1] + ', "x": ' + "[" * levels + "]" * levels + "}"


def crowd(size: int) -> list[Record]:
    """What so many people wrote."""
    return [{"is": f"<{number}>", "at": 0, "by": f"v{number}"} for number in range(size)]


# What just may be, and what just may not.
EDGES: dict[str, tuple[str, str, str]] = {
    "levels": (deep(20), deep(21), "deep"),
    "letters of a path": (_with("x" * 200, "x"), _with("x" * 201, "x"), "path"),
    "letters of a text": (_with("name", "x" * 20000), _with("name", "x" * 20001), "long"),
    "letters of a writer": (_with("name", "x", by="w" * 80), _with("name", "x", by="w" * 81), "entry"),
    "lost words": (_with("name", "x", lost=crowd(50)), _with("name", "x", lost=crowd(51)), "entry"),
    "writers who were seen": (_with("name", "x", seen=crowd(40)), _with("name", "x", seen=crowd(41)), "entry"),
    "letters of an id": (json.dumps({**GOOD, "id": "p" * 80}), json.dumps({**GOOD, "id": "p" * 81}), "id"),
    "a time": (_with("name", "x", at=2**53 - 1), _with("name", "x", at=2**53), "entry"),
    "no time": (_with("name", "x", at=0), _with("name", "x", at=-1), "entry"),
    "the lowest score": (_with("own/a/score/1/together", 1), _with("own/a/score/1/together", 0), "score"),
    "the highest score": (_with("own/a/score/1/together", 10), _with("own/a/score/1/together", 11), "score"),
    "an answer": (
        _with("own/a/score/1/together", "a" * 80),
        _with("own/a/score/1/together", "a" * 81),
        "score",
    ),
    "no answer": (_with("own/a/score/1/together", ""), _with("own/a/score/1/together", " "), "score"),
    "something that was taken back": (_with("name", None), _with("name", True), "entry"),
    "a list of what is lost": (_with("name", "x", lost=[]), _with("name", "x", lost={}), "entry"),
    "a lost score": (
        _with("own/a/score/1/together", 5, lost=[{"is": 10, "at": 0, "by": "v"}]),
        _with("own/a/score/1/together", 5, lost=[{"is": 11, "at": 0, "by": "v"}]),
        "score",
    ),
    "lost words that stand together": (
        _with("name", "x", lost=[{"is": "y" * 20001, "at": 0, "by": "v"}]),
        _with("name", "x", lost=[{"is": 1, "at": 0, "by": "v"}]),
        "entry",
    ),
    "a writer who was seen": (
        _with("name", "x", seen=[{"at": 0, "by": "v"}]),
        _with("name", "x", seen=[{"by": "v"}]),
        "entry",
    ),
    "answers": (
        json.dumps({**GOOD, "answers": {f"x/{n}": GOOD["answers"]["name"] for n in range(160000)}}),
        json.dumps({**GOOD, "answers": {f"x/{n}": GOOD["answers"]["name"] for n in range(160001)}}),
        "many",
    ),
}


@pytest.mark.parametrize("name", EDGES)
def test_what_just_may_be_is_opened_and_one_more_is_refused(call: Call, name: str) -> None:
    allowed, refused, wrong = EDGES[name]
    assert call("read", allowed, GUIDE) == {"record": json.loads(allowed)}
    assert call("read", refused, GUIDE)["wrong"] == wrong


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_refused_for_what_is_wrong(call: Call, name: str) -> None:
    text, wrong = DAMAGED[name]
    assert call("read", text, GUIDE)["wrong"] == wrong


@given(cut=st.integers(0, 2000), put=st.text(max_size=8))
def test_a_file_with_a_hole_is_refused_or_whole(call: Call, cut: int, put: str) -> None:
    text = SAVED[0].read_text(encoding="utf-8")
    found = call("read", text[:cut] + put + text[cut + len(put) :], GUIDE)
    if "record" in found:  # then it must last: it is written and read again
        assert call("read", call("write", found["record"]), GUIDE) == found
    else:
        assert found["wrong"] in {wrong for _, wrong in DAMAGED.values()}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
)


@given(
    thing=JSON,
    place=st.sampled_from(["guide", "form", "id", "answers", "version", "name", "is", "at", "by", "lost", "from"]),
)
def test_any_thing_in_any_place_is_refused_or_lasts(call: Call, thing: Any, place: str) -> None:
    if place in GOOD:
        record = {**GOOD, place: thing}
    elif place == "name":
        record = {**GOOD, "answers": {"name": thing}}
    else:
        record = {**GOOD, "answers": {"name": {**GOOD["answers"]["name"], place: thing}}}
    found = call("read", json.dumps(record), GUIDE)
    if "record" in found:
        assert call("read", call("write", found["record"]), GUIDE) == found
        assert call("merge", found["record"], GOOD)["answers"]["name"]
    else:
        assert found["wrong"]


def test_a_text_that_was_written_says_when_anything_in_it_was_changed(call: Call) -> None:
    record = {**json.loads(SAVED[0].read_text(encoding="utf-8")), "form": 2}
    text = call("write", record)
    assert "isChanged" not in call("read", text, GUIDE)
    for at in range(len(text)):  # each letter in turn: refused, or said to be changed
        found = call("read", text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :], GUIDE)
        assert found.get("wrong") or found.get("isChanged") or found["record"]["answers"] == record["answers"], text[
            at - 9 : at + 9
        ]


def test_a_text_without_a_checksum_is_welcome_and_a_name_that_stands_twice_is_seen(call: Call) -> None:
    assert "isChanged" not in call("read", json.dumps(GOOD), GUIDE)
    assert "isChanged" not in call(
        "read", json.dumps(of({"is": '"a": {"b": 1}', "at": 1, "by": "w1"}), indent=2), GUIDE
    )
    twice = json.dumps(GOOD).replace('"name":', '"name": {"is": "Theirs", "at": 1, "by": "w1"}, "name":')
    assert call("read", twice, GUIDE).get("isChanged") is True


def test_a_text_that_is_cut_inside_escaped_quotes_is_refused_at_once() -> None:
    def refused() -> str:
        engine = MiniRacer()
        engine.eval(source(*RECORD))
        made = """'{"guide": "the-mark-of-co-production", "x": "' + '\\\\"'.repeat(4e6)"""
        return str(engine.eval(f"marks.savedFile.read({made}, {json.dumps(GUIDE)}).wrong", timeout_sec=20))

    with ThreadPoolExecutor(1) as pool:  # an engine that may take only so long wants a thread without an event loop
        try:
            assert pool.submit(refused).result() == "cut"
        except JSTimeoutException:
            pytest.fail("the page would be held")


@pytest.mark.parametrize(
    ("path", "is_", "count"),
    [
        ("name", "Ours", 0),
        ("mark/listening/ladders/1", "Tea", 0),
        ("own/a1/meaning", "Tea", 0),
        ("own/a1/place", 2, 0),
        ("chosen/listening", True, 0),
        ("mark/listening/score/1/together", 7, 0),
        ("mark/listening/score/1/p-1", 7, 0),
        ("mark/listening/score/1/p-1/more", 7, 1),
        ("mark/listening/again/3/p-1", 7, 0),
        ("mark/listening/aim/1", 9, 0),
        ("mark/listening/why/1/other", "Some of us are not asked", 0),
        ("mark/listening/done/1", True, 0),
        ("person/p-1/side", "lived", 0),
        ("person/p-1/code/1/process", "AAAA", 0),
        ("round/2/begun", True, 0),
        ("round/2/weather", "Rain", 1),
        ("once/a/word", "Warm", 0),
        ("mark/listening/mood/1", "good", 1),
        ("mark/listening/mood/1", "", 0),
        ("mark/listening/mood/1", None, 0),
        ("later/one", "x", 1),
    ],
)
def test_what_no_sheet_shows_is_counted(call: Call, path: str, is_: Any, count: int) -> None:
    assert call("unshown", {**GOOD, "answers": {path: {"is": is_, "at": 1, "by": "w1"}}}, GUIDE) == count


TIMES = st.integers(0, 2**53 - 1)


@given(record=RECORDS, other=RECORDS, at=TIMES, words=TEXT)
def test_whatever_is_written_opens_again(call: Call, record: Record, other: Record, at: int, words: str) -> None:
    """Whatever the clock said, and after whatever was put together with it."""
    for one in (record, other):
        for entry in one["answers"].values():
            entry["at"] = min(entry["at"] + at, 2**53 - 1)
    both = call("merge", record, other)
    for path in both["answers"]:
        if "/score/" not in path:
            both["answers"][path] = call(
                "entry", both["answers"][path], words, min(call("newest", both) + 1, 2**53 - 1), "w9"
            )
    assert call("read", call("write", both), GUIDE) == {"record": both}


def test_two_records_that_each_may_be_written_open_when_they_are_put_together(call: Call) -> None:
    engine = MiniRacer()
    engine.eval(source(*RECORD))
    said = engine.eval(f"""
      const full = letter => {{ const made = marks.record.blank({json.dumps(GUIDE)}, 'p-1');
        for (let at = 0; at < marks.savedFile.WRITE.answers; at++) made.answers[`mark/${{letter}}${{at}}/ladders/1`] = {{ is: letter, at, by: letter }};
        return made; }};
      const [one, other] = [full('a'), full('b')];
      const both = marks.record.merge(one, other);
      JSON.stringify([one, other, both].map(record => [marks.savedFile.fits(record), marks.savedFile.read(marks.savedFile.write(record), {json.dumps(GUIDE)}).wrong ?? '']))""")
    assert json.loads(str(said)) == [[True, ""], [True, ""], [False, ""]]


@pytest.fixture(scope="module")
def described() -> str:
    """The document that says what a saved file holds."""
    return SAVED_FILE.read_text(encoding="utf-8")


def table(described: str, title: str) -> list[list[str]]:
    """The cells of each row of the table under a heading of the document."""
    part = described.split(f"\n## {title}\n")[1].split("\n## ", maxsplit=1)[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line[:1] == "|"]
    return rows[2:]


def test_the_example_of_the_document_opens_as_a_file_that_nobody_changed(call: Call, described: str) -> None:
    (example,) = re.findall(r"```json\n(.*?)```", described, re.DOTALL)
    record = json.loads(example)
    del record["sum"]
    assert call("read", example, GUIDE) == {"record": record}
    assert call("unshown", record, GUIDE) == 0 and call("merge", record, record) == record
    assert call("unseen", record["answers"]["mark/listening/snakes/1"])


def test_the_document_names_each_field_that_a_written_file_has(call: Call, described: str) -> None:
    here, there = (of(call("entry", None, words, at, words)) for at, words in ((1, "a"), (2, "b")))
    both = call("merge", here, there)
    written = json.loads(call("write", both))
    assert set(written["answers"]["name"]) == {"is", "at", "by", "lost", "seen"}  # two who wrote at once leave them all
    for title, held in (("The record", written), ("An entry", written["answers"]["name"])):
        assert {row[0].strip("`") for row in table(described, title)} == set(held)
    assert set(call("blank", GUIDE, "p-1")) | {"sum"} == set(written)


def test_the_document_says_the_limits_and_the_reasons_that_the_script_has(call: Call, described: str) -> None:
    engine = MiniRacer()
    engine.eval(source(*RECORD))
    form, most, write, read = json.loads(
        str(
            engine.eval(
                "JSON.stringify(['FORM', 'MOST', 'WRITE', 'READ'].map(name => ({...marks.record, ...marks.savedFile})[name]))"
            )
        )
    )
    said = [[int(cell.replace(",", "")) for cell in row[1:]] for row in table(described, "Limits")]
    both = [[most[name]] * 2 for name in ("text", "path", "lost", "seen", "depth")]
    assert said == [[write["file"], read["file"]], [write["answers"], read["answers"]], *both]
    assert f"**form {form}**" in " ".join(described.split())
    reasons = {name for row in table(described, "When a file is refused") for name in re.findall(r"`([\w-]+)`", row[0])}
    assert reasons == {wrong for _, wrong in DAMAGED.values()}
    assert "`.github/saved-file.md`" in (FIXTURES / "saved" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["mark/listening/score/1/together", "mark/listening/ladders/1"])
def test_what_a_hundred_people_gave_at_once_can_be_read_again(call: Call, path: str) -> None:
    """A score that many gave is one score: of too many words the last go together, and scores are no words."""
    both = {**of({}), "answers": {}}
    for number in range(100):
        is_ = number % 10 + 1 if "score" in path else f"Words {number}."
        one = {**both, "answers": {path: call("entry", None, is_, number + 1, f"w-{number}")}}
        both = call("merge", both, one)
    assert "wrong" not in call("read", call("write", both), GUIDE)
    entry = both["answers"][path]
    said = [entry["is"], *(one["is"] for one in entry["lost"])]
    if "score" in path:
        assert sorted(said) == list(range(1, 11))
    else:
        assert len(said) <= 51 and not [n for n in range(100) if f"Words {n}." not in "\n".join(said)]


@given(RECORDS, st.dictionaries(st.text(max_size=8), st.integers() | st.text(max_size=8) | st.none(), max_size=4))
def test_what_is_written_is_the_text_of_json(record: Record, later: dict[str, Any]) -> None:
    """Each entry is written once and kept: the whole is the same text all the same, also after something changed."""
    engine = MiniRacer()
    engine.eval(source(*RECORD))
    whole = {**later, **record}
    engine.eval(f"const whole = {json.dumps(whole)};")
    text = (
        '(record) => [marks.savedFile.write(record).replace(/,"sum":"[0-9a-z]+"\\}$/, \'}\'), JSON.stringify(record)]'
    )
    for change in ("", "whole.answers.name = { is: 'Ours', at: 9, by: 'w' };", "delete whole.answers.name;"):
        engine.eval(change or "0")
        made, plain = json.loads(str(engine.eval(f"JSON.stringify(({text})(whole))")))
        assert made == plain
