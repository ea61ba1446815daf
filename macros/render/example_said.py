"""What was said in the worked example? Round by round for its page, and as the record that a sheet keeps.

A record is described in .github/saved-file.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

from ..content.model import Guide, Mark, Stage
from ..content.model_parts.example import ExampleEntry

FORM = 2  # of a saved file; sheets open every older form
ID = "example"  # what the project is called, and who wrote it


def rounds(guide: Guide) -> dict[str, list[tuple[Stage, list[tuple[Mark, ExampleEntry]]]]]:
    """For each round the stages of which something was said, with their marks and what that was."""
    found: dict[str, list[tuple[Stage, list[tuple[Mark, ExampleEntry]]]]] = {}
    for one in guide.example.rounds:
        by_stage = []
        for stage in guide.stages.values():
            said = ((mark, guide.example.marks.get(mark.id, {}).get(one.id)) for mark in stage.marks)
            there = [(mark, entry) for mark, entry in said if entry]
            by_stage += [(stage, there)] if there else []
        found[one.id] = by_stage
    return found


def record(guide: Guide) -> dict[str, Any]:
    """The record, but for the guide that it belongs to: what opens it says that."""
    days = [one.day for one in guide.example.rounds]
    entries: dict[str, Any] = {}
    for path, value, number in _values(guide):
        entries[path] = {"is": value, "at": _time(days[number - 1]) + len(entries), "by": ID}
    return {"version": guide.version, "form": FORM, "id": ID, "answers": entries}


def _time(day: str) -> int:
    """Noon of a day, in milliseconds since 1970."""
    return round(datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=timezone.utc).timestamp() * 1000)


def _values(guide: Guide) -> Iterator[tuple[str, Any, int]]:
    """Each path, its value, and the number of the round in which it was written."""
    example = guide.example
    yield "name", example.name, 1
    yield from ((path, value, 1) for path, value in _people(guide))
    for number, one in enumerate(example.rounds, 1):
        if number > 1:
            yield f"round/{number}/begun", True, number
        for name, value in (("on", one.day), ("where", one.where), ("here", one.here), ("absent", one.absent)):
            if value:
                yield f"round/{number}/{name}", value, number
        for mark in guide.marks.values():
            entry = example.marks.get(mark.id, {}).get(one.id)
            if entry:
                yield f"mark/{mark.id}/title", mark.title, number
                yield from ((f"mark/{mark.id}/{path}", value, number) for path, value in _entry(entry, number))


def _people(guide: Guide) -> Iterator[tuple[str, Any]]:
    """Everyone by number, with the side that they stand on."""
    example = guide.example
    sides = [side for side, count in example.sides.items() for _ in range(count)]
    most = max((len(entry.scores) for mark in example.marks.values() for entry in mark.values()), default=0)
    for number in range(1, max(len(sides), most) + 1):
        yield f"person/p{number}/place", number
        if number <= len(sides):
            yield f"person/p{number}/side", sides[number - 1]


def _entry(entry: ExampleEntry, number: int) -> Iterator[tuple[str, Any]]:
    """What was said of a mark in a round, by the end of its path."""
    yield from ((f"{question}/{number}", words) for question, words in entry.answers.items())
    yield f"score/{number}/together", entry.score
    yield from ((f"score/{number}/p{person}", score) for person, score in enumerate(entry.scores, 1))
    step = entry.step
    for path, value in (
        (f"score/{number}/other", entry.other),
        (f"why/{number}/together", entry.why),
        (f"why/{number}/other", entry.why_other),
        (f"aim/{number}", entry.aim),
        (f"changed/{number}", entry.changed),
        (f"what/{number}", step.what if step else ""),
        (f"who/{number}", step.who if step else ""),
        (f"when/{number}", step.when if step else ""),
        (f"done/{number}", bool(step and step.done)),
    ):
        if value:
            yield path, value
