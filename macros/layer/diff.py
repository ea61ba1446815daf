"""What does a fork change? Everything that its guide says otherwise than the one that it was made from, in words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..content.model import Guide
from ..content.sources import sources
from ..content.yaml_reader import yaml_source
from .kinds import RECORDS, records

_TITLES = ("title", "word", "says", "ask", "name", "id")
_OF_OTHERS = {"mark_ids", "marks", "stage", "id", "name", "key"}  # told elsewhere, or never different
_LONGEST = 60
_MOST = 8  # names in one line of what follows from a change
# The kind of the records that a file has many of.
_MANY = {"quotes": "voice", "lake": "idea", "glossary": "word", "references": "source"}
# What stands in a file of its own beside the guide's, and how the guide calls it.
_BESIDE = {"scale": "scale", "example": "example", "paper": "paper", "news": "news", "search": "asked"}
Named = tuple[str, str]  # the kind and the id of a record


def changes(base: Guide, own: Guide) -> list[str]:
    """A line for each change, in the order of the guide; an empty list when there is none."""
    beside = (line for file in _BESIDE for line in _beside(file, base, own))
    of_records = (line for kind in RECORDS for line in _records(kind, base, own))
    return [*_guide(base, own), *_words(base, own), *beside, *of_records]


def told(base: Guide, own: Guide, written: set[Named], hidden: Mapping[Named, str] = MappingProxyType({})) -> list[str]:
    """The same for people: what a fork has written itself, and in a few lines what follows from it. `written`: each
    record of which its layer has a line; `hidden`: what it hides, and how that is called if it is its own."""
    lines = [*_guide(base, own), *_words(base, own)]
    gone: list[str] = []
    other: list[str] = []
    for file in _BESIDE:
        found = list(_beside(file, base, own))
        if any(kind == file for kind, _ in written):
            lines += found
        elif found:
            other.append(file)
    for kind in RECORDS:
        for name in dict.fromkeys((*records(base, kind), *records(own, kind))):
            found = list(_record(kind, name, base, own))
            if (kind, name) in written or not found:
                lines += found
            else:
                (gone if name not in records(own, kind) else other).append(f"{kind} {name}")
        lines += _order(kind, base, own)
    follows = {
        "With what is hidden goes what has no use without it": gone,
        "So this changes too": other,
    }
    lines += [f"{kind} {name}: yours, and hidden ({_short(title)})" for (kind, name), title in hidden.items() if title]
    return [*lines, *(f"{said}: {_some(names)}" for said, names in follows.items() if names)]


def written(root: Path) -> set[Named]:
    """Each record of which the layer of a fork has a line of its own."""
    found: set[Named] = set()
    top = root / "marks"
    for one in sources(top, with_local=True):
        if one.own and one.kind in _MANY:
            node, _ = yaml_source.read(one.own, one.own.relative_to(root).as_posix(), top)
            found |= {
                (_MANY[one.kind], key.text) for key, _ in (node.pairs if isinstance(node, yaml_source.Mapping) else ())
            }
        elif one.own:
            found.add((one.kind, one.name))
    return found


def listed(
    guide: Guide, kind: str, base: Guide | None = None, hidden: Mapping[Named, str] = MappingProxyType({})
) -> list[str]:
    """A line for each record of a kind: its id and what it is called, and whether it is the fork's own. `hidden` as
    above: what is the fork's own is listed though it is hidden, for nothing else says that it is there."""
    found = records(guide, kind)
    known = records(base, kind) if base else found
    kept = {name: title for (of, name), title in hidden.items() if of == kind and title}
    width = max((len(name) for name in (*found, *kept)), default=0)
    lines = []
    for name, one in found.items():
        mark = "  (yours)" if name not in known else "  (changed)" if known[name] != one else ""
        lines.append(f"{name:<{width}}  {_short(_title(one))}{mark}")
    return lines + [f"{name:<{width}}  {_short(title)}  (yours, hidden)" for name, title in kept.items()]


def _guide(base: Guide, own: Guide) -> Iterator[str]:
    for field in dataclasses.fields(Guide):
        if "field" not in field.metadata or field.name == "stage_ids":
            continue
        before, after = getattr(base, field.name), getattr(own, field.name)
        if before != after:
            yield f"guide: {_said(field.metadata['name'] or field.name, before, after)}"


def _beside(file: str, base: Guide, own: Guide) -> Iterator[str]:
    before, after = (_by_name(getattr(guide, _BESIDE[file])) for guide in (base, own))
    yield from (f"{file}: {one}" for one in _parts(before, after))


def _words(base: Guide, own: Guide) -> Iterator[str]:
    for name, after in own.words.items():
        if (before := base.words.get(name)) != after:
            yield f"words: {_said(name, before, after)}"


def _records(kind: str, base: Guide, own: Guide) -> Iterator[str]:
    for name in dict.fromkeys((*records(own, kind), *records(base, kind))):
        yield from _record(kind, name, base, own)
    yield from _order(kind, base, own)


def _record(kind: str, name: str, base: Guide, own: Guide) -> Iterator[str]:
    before, after = records(base, kind).get(name), records(own, kind).get(name)
    if after is None:
        yield f"{kind} {name}: hidden"
    elif before is None:
        yield f"{kind} {name}: yours ({_short(_title(after))})"
    else:
        for field in dataclasses.fields(after):
            was, now = getattr(before, field.name), getattr(after, field.name)
            if was != now and field.name not in _OF_OTHERS:
                yield f"{kind} {name}: {_said(field.metadata.get('name') or field.name, was, now)}"
            elif field.name == "stage" and was != now:
                yield f"{kind} {name}: moved to {now}"


def _order(kind: str, base: Guide, own: Guide) -> Iterator[str]:
    """Of marks and ideas, whose order is that of a stage, in which stage; a move to another is told of by itself."""
    before, after = records(base, kind), records(own, kind)

    def by_stage(these: Mapping[str, Any]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in these:
            stages = [getattr(all_of[name], "stage", "") for all_of in (before, after) if name in all_of]
            if len(stages) == 2 and stages[0] == stages[1]:
                found.setdefault(stages[0], []).append(name)
        return found

    now = by_stage(after)
    for stage, names in by_stage(before).items():
        if names != now[stage]:
            yield f"stage {stage}: its {kind}s are in another order" if stage else f"{kind}s: in another order"


def _said(name: str, before: Any, after: Any) -> str:
    if not after:
        return f"{name} is cleared"
    if isinstance(after, str):
        return f'{name} is "{_short(after)}"' + (f', and was "{_short(before)}"' if before else "")
    parts = "; ".join(_parts(_by_name(before), _by_name(after)))
    return f"{name}: {parts}" if parts else f"{name} is changed"


def _by_name(value: Any) -> Mapping[str, Any]:
    """What a value is made of, each part by its name; nothing when its parts have none."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.metadata.get("name") or one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    if isinstance(value, tuple) and value and all(hasattr(one, "id") for one in value):
        return {one.id: one for one in value}
    return value if isinstance(value, Mapping) else {}


def _parts(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for name in dict.fromkeys((*before, *after)):
        if name not in after:
            yield f"{name} is hidden"
        elif name not in before and not isinstance(after[name], str):
            yield f"{name} is yours ({_short(_title(after[name]))})"
        elif before.get(name) != after[name]:
            yield _said(name, before.get(name), after[name])
    both = [[name for name in one if name in before and name in after] for one in (before, after)]
    if both[0] != both[1]:
        yield "in another order"


def _some(names: list[str]) -> str:
    more = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f" and {more} more" if more > 0 else "")


def _title(one: Any) -> str:
    if isinstance(one, str):
        return one
    return next((str(getattr(one, name)) for name in _TITLES if getattr(one, name, "")), "")


def _short(text: str) -> str:
    line = " ".join(str(text).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
