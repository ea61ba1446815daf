"""Which anchors has a page, and does each stand there once? What leads to two places leads people to the wrong one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .problems import Location, Problem, problem
from .site_map import CHOSEN, CONTACT, FOLDERS, TOP, Shown, own_pages, pages
from .validate import Record

Records = Mapping[str, Mapping[str, Any]]
_NONE: Mapping[str, Any] = {}
_NO_KEYS = Record(Location(""))
# The files that hold the records of a kind, where they are called otherwise.
_FILES = {"idea": "lake", "voice": "quotes", "word": "glossary", "source": "references"}


def check(records: Records) -> list[Problem]:
    """Every id that a page has already, as its own or from another record; and pages of one name."""
    return list(dict.fromkeys([*_names(records), *_anchors(records)]))


def of(page: str, records: Records) -> set[str] | None:
    """The anchors of a page that page text may lead to; None when something on the page could not be read."""
    shown, stage = _pages(records)[page]
    if any(not records.get("page", _NONE).get(name) for name in shown.texts):
        return None
    held = {id_ for id_, _ in _held(shown, stage, records, ("mark",))}
    guide = records.get("guide", _NONE).get("guide", _NONE)
    return held | set(shown.anchors) - {TOP, *(() if "email" in guide else (CONTACT,))}


def _pages(records: Records) -> dict[str, tuple[Shown, str]]:
    """Every page."""
    return pages(records.get("stage", _NONE), own_pages(records.get("page", _NONE)))


def _names(records: Records) -> Iterator[Problem]:
    """A stage gives its name to pages, to a folder, and to a sheet."""
    stages, texts = records.get("stage", _NONE), records.get("page", _NONE)
    for name, record in stages.items():
        others = pages([one for one in stages if one != name])
        if name in (*FOLDERS, CHOSEN, *others):
            yield problem(record.place, "reserved-id", text=name)
    for name in own_pages(texts):
        if name in pages(stages):
            yield problem(texts[name].place, "reserved-id", text=name)
    guide: Mapping[str, Any] = records.get("guide", _NONE).get("guide", {})
    for tag in guide.get("languages", ()):  # the pages of a language stand in a folder, where that of a page would be
        _, stage = _pages(records).get(tag, (None, ""))
        if stage or tag in texts:
            yield problem((stages[stage] if stage else texts[tag]).place, "id-of-language", text=tag)


def _anchors(records: Records) -> Iterator[Problem]:
    guide: Mapping[str, Any] = records.get("guide", _NONE).get("guide", {})
    for shown, stage in _pages(records).values():
        own = set(shown.anchors)
        for name, place in _heads(shown, guide, records):
            if name in own:
                yield problem(place, "reserved-id", text=name)
            own.add(name)
        first: dict[str, Location] = {}
        for name, place in _held(shown, stage, records):
            if name in own:
                yield problem(place, "reserved-id", text=name)
            elif name in first and first[name] != place:
                yield problem(place, "duplicate-id", text=name, file=first[name].file, line=first[name].line)
            first.setdefault(name, place)


def _heads(shown: Shown, guide: Mapping[str, Any], records: Records) -> Iterator[tuple[str, Location]]:
    """What the parts of a page are called by: the stages, the rounds, or the groups of sources."""
    if "stage" in shown.records:
        for name, record in records.get("stage", _NONE).items():
            yield name, record.place
    if "round" in shown.records:
        yield from records.get("example", _NONE).get("example", _NONE).get("rounds", _NO_KEYS).keys_at.items()
    if "group" in shown.records and "source_groups" in guide:
        yield from guide["source_groups"].keys_at.items()


def _held(
    shown: Shown, stage: str, records: Records, kinds: tuple[str, ...] = ("mark", *_FILES)
) -> Iterator[tuple[str, Location]]:
    """The ids of what stands on a page, with their places: parts of texts, and records of these kinds."""
    for name in shown.texts:
        for section in records.get("page", _NONE).get(name, _NONE).get("sections", ()):
            if "id" in section:
                yield section["id"], section.values_at["id"]
    for kind in (kind for kind in kinds if kind in shown.records):
        if kind == "mark":
            for key, record in records.get("mark", _NONE).items():
                folder, _, name = key.partition("/")
                if folder == stage or not stage:
                    yield name, record.values_at.get("id", record.place)
        else:
            for record in records.get(_FILES[kind], _NONE).values():
                yield from record.keys_at.items()
