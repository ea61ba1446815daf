"""What does a fork change? Everything that its guide says otherwise than the one that it was made from, in words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from ..content.model import Guide
from .kinds import RECORDS, records

_TITLES = ("title", "word", "says", "name", "id")
_OF_OTHERS = {"mark_ids", "marks", "stage", "id", "name", "key"}  # told elsewhere, or never different
_LONGEST = 60


def changes(base: Guide, own: Guide) -> list[str]:
    """A line for each change, in the order of the guide; an empty list when there is none."""
    return [*_guide(base, own), *_words(base, own), *(line for kind in RECORDS for line in _records(kind, base, own))]


def listed(guide: Guide, kind: str, base: Guide | None = None) -> list[str]:
    """A line for each record of a kind: its id and what it is called, and whether it is the fork's own."""
    found = records(guide, kind)
    known = records(base, kind) if base else found
    width = max((len(name) for name in found), default=0)
    lines = []
    for name, one in found.items():
        mark = "  (yours)" if name not in known else "  (changed)" if known[name] != one else ""
        lines.append(f"{name:<{width}}  {_short(_title(one))}{mark}")
    return lines


def _guide(base: Guide, own: Guide) -> Iterator[str]:
    for field in dataclasses.fields(Guide):
        if "field" not in field.metadata or field.name == "stage_ids":
            continue
        before, after = getattr(base, field.name), getattr(own, field.name)
        if before != after:
            yield f"guide: {_said(field.metadata['name'] or field.name, before, after)}"


def _words(base: Guide, own: Guide) -> Iterator[str]:
    for name, after in own.words.items():
        if (before := base.words.get(name)) != after:
            yield f"words: {_said(name, before, after)}"


def _records(kind: str, base: Guide, own: Guide) -> Iterator[str]:
    before, after = records(base, kind), records(own, kind)
    for name, one in after.items():
        if name not in before:
            yield f"{kind} {name}: yours ({_short(_title(one))})"
            continue
        for field in dataclasses.fields(one):
            was, now = getattr(before[name], field.name), getattr(one, field.name)
            if was != now and field.name not in _OF_OTHERS:
                yield f"{kind} {name}: {_said(field.metadata.get('name') or field.name, was, now)}"
            elif field.name == "stage" and was != now:
                yield f"{kind} {name}: moved to {now}"
    for name in before:
        if name not in after:
            yield f"{kind} {name}: hidden"
    if [name for name in before if name in after] != [name for name in after if name in before]:
        yield f"{kind}s: in another order"


def _said(name: str, before: Any, after: Any) -> str:
    if not after:
        return f"{name} is cleared"
    if isinstance(after, str):
        return f'{name} is "{_short(after)}"' + (f', and was "{_short(before)}"' if before else "")
    return f"{name} is changed"


def _title(one: Any) -> str:
    if isinstance(one, str):
        return one
    return next((str(getattr(one, name)) for name in _TITLES if getattr(one, name, "")), "")


def _short(text: str) -> str:
    line = " ".join(str(text).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
