"""How must the files fit together? Rules that need more than one file, or more than one field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timezone
from typing import Any

from . import left
from .field_types import ID
from .interface_words.ui_words import WORDS
from .problems import Location, Problem, nearest, problem
from .sources import TO_DO
from .validate import Items, Record

Records = Mapping[str, Mapping[str, Record]]
# The names of files that are there and could not be read, by kind.
Unread = Mapping[str, set[str]]
_NONE: Mapping[str, Record] = {}
# What a sheet keeps of a mark beside the answers to its questions.
_LASTING = ("title", "meaning", "stage", "place", "gone")
_OF_A_ROUND = ("score", "again", "aim", "why", "changed", "done", "what", "who", "when", "help")
ANSWER_FIELDS = _LASTING + _OF_A_ROUND


def check(records: Records, unread: Unread) -> list[Problem]:
    """Every problem between the files, but for names that lead nowhere (``references.py``)."""
    return [
        *_ids(records),
        *_orders(records, unread),
        *_also(records),
        *_voices(records),
        *_scale(records),
        *_keys(records),
        *_questions(records),
        *_retired(records),
        *_pages(records),
        *_words(records),
        *_example(records),
        *_news(records),
    ]


def _ids(records: Records) -> Iterator[Problem]:
    """The id of a mark is the name of its file."""
    for key, record in records.get("mark", _NONE).items():
        name = key.partition("/")[2]
        place = record.values_at.get("id", record.place)
        if record.get("id", name) != name:
            mend = (
                f"Type `id: {name}`, or rename the file."
                if ID.fullmatch(name)
                else "Rename the file: small letters, digits and single hyphens, then .yml. Its name is its id."
            )
            yield problem(place, "id-unlike-file", text=record["id"], advice=mend)


def _orders(records: Records, unread: Unread) -> Iterator[Problem]:
    """Each mark stands in the order of its own stage, once."""
    folders: dict[str, list[str]] = {}
    for key in (*records.get("mark", _NONE), *unread.get("mark", ())):
        folder, _, name = key.partition("/")
        folders.setdefault(name, []).append(folder)
    listed: dict[str, Location] = {}
    meant: set[str] = set()
    slipped: set[str] = set()
    guide: Mapping[str, Any] = records.get("guide", _NONE).get("guide", {})
    order = guide.get("stages")
    for stage, record in records.get("stage", _NONE).items():
        if order is not None and stage not in order:
            yield problem(record.place, "stage-in-no-order", text=stage)
    for stage, record in records.get("stage", _NONE).items():
        order = record.get("marks", Items(record.place))
        if not getattr(order, "whole", True):
            slipped.add(stage)
        for name, place in zip(order, getattr(order, "places", ())):
            if name in listed and listed[name].file != place.file:
                yield problem(place, "mark-in-two", text=name, file=listed[name].file, line=listed[name].line)
            elif name in folders and stage not in folders[name]:
                yield problem(place, "mark-of-another-stage", text=name, folder=folders[name][0])
            listed.setdefault(name, place)
            if name not in folders:  # a slip in a name is told of there, and not again at the mark that it means
                meant.update(nearest(name, folders, 1))
    for key, record in records.get("mark", _NONE).items():
        folder, _, name = key.partition("/")
        stage_record = records.get("stage", _NONE).get(folder)
        told = name in listed or name in meant or folder in slipped or not ID.fullmatch(name)
        if not told and stage_record is not None and "marks" in stage_record:
            yield problem(
                record.values_at.get("id", record.place), "mark-in-no-stage", text=name, stage=stage_record.place.file
            )


def _also(records: Records) -> Iterator[Problem]:
    for home, ideas in records.get("lake", _NONE).items():
        for name, idea in ideas.items():
            for also in idea.get("also", ()):
                if also.get("stage") == home:
                    yield problem(also.values_at["stage"], "also-home", text=name, stage=home)


def _voices(records: Records) -> Iterator[Problem]:
    for name, voice in records.get("quotes", _NONE).get("quotes", {}).items():
        place = voice.place
        given = voice.keys_at  # a field that is there and wrong has its own problem
        if "source" not in given and "consent" not in given:
            yield problem(place, "voice-without-ground", text=name)
        elif voice.get("kind") == "verbatim" and "consent" not in given:
            yield problem(voice.values_at["kind"], "quote-without-consent", text=name)
        if "marks" not in given and "opens" not in given:
            yield problem(place, "voice-for-nothing", text=name)
        consent = voice.get("consent", {})
        if to_do := [one for one in consent if str(consent[one]).startswith(TO_DO)]:
            yield problem(consent.values_at[to_do[0]], "consent-to-do", text=name)
        if "until" in consent and not _is_day(consent["until"]):
            yield problem(consent.values_at["until"], "bad-day", text=consent["until"], example="2026-03-04")
        elif "until" in consent and date.fromisoformat(consent["until"]) < datetime.now(timezone.utc).date():
            yield problem(consent.values_at["until"], "consent-lapsed", text=name, day=consent["until"])


def _scale(records: Records) -> Iterator[Problem]:
    scale = records.get("scale", _NONE).get("scale")
    if not scale:
        return
    low, high = scale.get("lowest", 1), scale.get("highest", 10)
    for field in ("bands", "three_steps"):
        steps = scale.get(field)
        if not steps or any("from" not in step or "to" not in step for step in steps.values()):
            continue
        following = low
        for step in [*steps.values(), None]:
            if step is None:
                if following != high + 1:
                    yield problem(scale.values_at[field], "band-gap", low=low, high=high, score=following)
            elif step["from"] != following or step["to"] < step["from"]:
                yield problem(step.values_at["from"], "band-gap", low=low, high=high, score=following)
                break
            else:
                following = step["to"] + 1
    for step in scale.get("three_steps", {}).values():
        if {"from", "to", "score"} <= step.keys() and not step["from"] <= step["score"] <= step["to"]:
            yield problem(
                step.values_at["score"], "score-outside-step", score=step["score"], low=step["from"], high=step["to"]
            )


def _keys(records: Records) -> Iterator[Problem]:
    """When one person types for everyone, a key means one answer."""
    scale: Mapping[str, Any] = records.get("scale", _NONE).get("scale", {})
    taken: set[str] = set()
    for one in scale.get("not_scores", {}).values():
        key = one.get("key", "").casefold()
        if not key:
            continue
        if key in taken or key.isdecimal():
            yield problem(one.values_at["key"], "key-taken", text=one["key"])
        taken.add(key)


def _questions(records: Records) -> Iterator[Problem]:
    """One of them is answered by a score, and none in words under a name that a sheet keeps something else under."""
    guide = records.get("guide", _NONE).get("guide")
    questions: Mapping[str, Any] = guide.get("questions", {}) if guide else {}
    if guide is None or any("answer" not in one for one in questions.values()):
        return
    count = sum(one["answer"] == "score" for one in questions.values())
    if questions and count != 1:
        yield problem(guide.values_at["questions"], "one-score", count=count)
    for name, one in questions.items():
        if one["answer"] == "words" and name in ANSWER_FIELDS:
            yield problem(guide["questions"].keys_at[name], "reserved-id", text=name)


def _retired(records: Records) -> Iterator[Problem]:
    retired: Mapping[str, Any] = records.get("retired", _NONE).get("retired", {})
    marks = retired.get("marks", Record(Location("")))
    living = {key.partition("/")[2] for key in records.get("mark", _NONE)}
    for name in marks:
        if name in living:
            yield problem(marks.keys_at[name], "not-retired", text=name)


def _pages(records: Records) -> Iterator[Problem]:
    """What only the first page has, and rows of a table that do not fit its head."""
    for name, page in records.get("page", _NONE).items():
        if name != "index" and "title" not in page.keys_at:  # the first page has the name of the guide
            said = problem(page.place, "missing-field", field="title", doc="the title that people read")
            yield left.or_page(said, name)
        if name != "index" and "doors" in page:
            yield problem(page.keys_at["doors"], "doors-elsewhere")
        for section in page.get("sections", ()):
            for block in section.get("body", ()):
                table = block.get("table", {})
                for row in table.get("rows", ()):
                    if "head" in table and len(row) != len(table["head"]):
                        yield problem(row.place, "ragged-table", count=len(row), wanted=len(table["head"]))


def _words(records: Records) -> Iterator[Problem]:
    """The places in the interface's words that are filled in: all of them, and no other."""
    words = records.get("words", _NONE).get("words", Record(Location("")))
    for name, text in words.items():
        is_form = name not in WORDS  # a plural form that only this language has, which may say the number in words
        held = set(re.findall(r"\{([^{}]*)\}", text))
        free = {"n"} if is_form or name.endswith("_one") else set[str]()
        wanted = (set(WORDS[name].slots) if not is_form else set[str]()) | (held & free)
        if wanted != held or text.count("{") != text.count("}"):

            def shown(some: set[str]) -> str:
                return ", ".join(f"{{{one}}}" for one in sorted(some)) or "no slot"

            found = shown(held) if text.count("{") == text.count("}") == len(held) else "a curly bracket too many"
            yield problem(words.values_at[name], "bad-placeholder", wanted=shown(wanted), found=found)


def _example(records: Records) -> Iterator[Problem]:
    """The worked example keeps to the scale, to days that there are, and to the people who were there."""
    example: Mapping[str, Any] = records.get("example", _NONE).get("example", {})
    scale: Mapping[str, Any] = records.get("scale", _NONE).get("scale", {})
    rounds: Mapping[str, Any] = example.get("rounds", {})
    low, high = scale.get("lowest", 1), scale.get("highest", 10)
    here = max((one.get("here", 0) for one in rounds.values()), default=0)
    entries = [entry for mark in example.get("marks", {}).values() for entry in mark.values()]
    for entry in entries:
        single = [(entry[name], entry.values_at[name]) for name in ("score", "other", "aim") if name in entry]
        scores = entry.get("scores", Items(Location("")))
        for score, place in (*single, *zip(scores, scores.places)):
            if not low <= score <= high:
                yield problem(place, "score-outside-scale", score=score, low=low, high=high)
        if len(scores) > here and rounds:
            yield problem(entry.values_at["scores"], "more-than-here", count=len(scores), here=here)
    steps = (entry["step"] for entry in entries if "step" in entry)
    for one, name in (*((one, "day") for one in rounds.values()), *((one, "when") for one in steps)):
        if name in one and not _is_day(one[name]):
            yield problem(one.values_at[name], "bad-day", text=one[name], example="2026-03-04")


def _news(records: Records) -> Iterator[Problem]:
    for one in records.get("news", _NONE).get("news", {}).values():
        if "day" in one and not _is_day(one["day"]):
            yield problem(one.values_at["day"], "bad-day", text=one["day"], example="2026-03-04")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
