"""Does each name lead somewhere? Marks, stages, ideas, sources, words, pictures, pages and their anchors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from . import anchors
from .problems import Location, Problem, did_you_mean, problem
from .prose import ADDRESS, LINK, MAYBE_LINK
from .rules import Records, Unread
from .site_map import FIRST, own_pages, pages
from .validate import Record, Reference

# The ids that exist, by kind. None: a file that would say could not be read.
Known = Mapping[str, set[str] | None]
# What guide.yml lists, by the kind of name that stands for one of a list.
LISTS = {"group": "source_groups", "origin": "origins", "cost": "costs", "effort": "efforts", "format": "formats"}
_BRING = (
    "If it is one of the Material Design Icons, run `make icons`, or `python -m macros icons` where Material for "
    "MkDocs is installed."
)
_NONE: Mapping[str, Record] = {}


def check(
    references: Iterable[Reference],
    prose: Iterable[tuple[str, Location]],
    known: Known,
    records: Records,
    has_whole_set: bool = True,
) -> list[Problem]:
    """Every name and every link that leads nowhere. `has_whole_set`: whether a theme is there with all its icons."""
    file: Mapping[str, Any] = records.get("retired", _NONE).get("retired", {})
    retired: Mapping[str, Any] = file.get("marks", {})
    return [*_dangling(references, known, retired, has_whole_set), *_links(prose, known, records)]


def names(records: Records, unread: Unread, pictures: frozenset[str]) -> Known:
    """The ids that exist."""

    def ids(kind: str) -> set[str] | None:
        if kind in unread:
            return None
        return {name for record in records.get(kind, _NONE).values() for name in record.keys_at}

    guide: Mapping[str, Any] = records.get("guide", _NONE).get("guide", {})
    marks = (*records.get("mark", _NONE), *unread.get("mark", ()))
    stages = {*records.get("stage", _NONE), *unread.get("stage", ())}
    scale: Mapping[str, Any] = records.get("scale", _NONE).get("scale", {})
    example: Mapping[str, Any] = records.get("example", _NONE).get("example", {})
    questions: Mapping[str, Any] = guide.get("questions", {})
    return {
        "question": {name for name, one in questions.items() if one.get("answer") == "words"} if questions else None,
        "side": set(scale.get("sides", ())) if scale else None,
        "round": set(example["rounds"]) if "rounds" in example else None,
        "mark": {key.partition("/")[2] for key in marks},
        "stage": stages,
        "idea": ids("lake"),
        "source": ids("references"),
        "word": ids("glossary"),
        **{kind: set(guide[listed]) if listed in guide else None for kind, listed in LISTS.items()},
        "picture": set(pictures),
        "page": set(pages(stages, own_pages(records.get("page", _NONE)))),
    }


def _dangling(
    references: Iterable[Reference], known: Known, retired: Mapping[str, Any], has_whole_set: bool
) -> Iterator[Problem]:
    for one in references:
        there = known[one.kind]
        if there is not None and one.text not in there:
            advice = _advice(one, there, retired)
            if one.kind == "picture" and not has_whole_set:
                advice += f" {_BRING}"
            yield problem(one.place, f"unknown-{one.kind}", text=one.text, advice=advice)


def _advice(one: Reference, there: set[str], retired: Mapping[str, Any]) -> str:
    """What to type in place of a name that leads nowhere."""
    if one.kind == "mark" and one.text in retired:
        now = retired[one.text]
        return f"It is now `{now}`." if now else "It was taken out of the guide: take it out here too."
    otherwise = "Check the spelling."
    if one.kind == "mark":
        otherwise = "Check the spelling. If its file is gone or has a new name, change this too."
    return did_you_mean(one.text, there, otherwise=otherwise)


def _links(prose: Iterable[tuple[str, Location]], known: Known, records: Records) -> Iterator[Problem]:
    kinds = ("page", "stage", "mark", "idea", "word", "source")
    for text, place in prose:
        for maybe in MAYBE_LINK.finditer(text):
            link = LINK.fullmatch(maybe.group())
            if not link:
                yield problem(place, "bad-link", text=maybe.group(), advice="Write it as [words](target).")
                continue
            target = link.group(2)
            if ADDRESS.fullmatch(target):
                continue
            kind, _, name = target.partition(":")
            name, _, anchor = name.partition("#")
            if kind not in kinds:
                begin = ", ".join(f"{one}:" for one in kinds)
                yield problem(place, "bad-link", text=target, advice=f"Begin with one of: {begin}, https://.")
                continue
            there = known[kind]
            if kind == "stage" and name == FIRST:
                continue
            if there is not None and name not in there:
                yield problem(place, f"unknown-{kind}", text=name, advice=did_you_mean(name, there))
            elif anchor:
                there = anchors.of(name, records) if kind == "page" else set()
                if there is not None and anchor not in there:
                    yield problem(place, "bad-link", text=target, advice=did_you_mean(anchor, there))
