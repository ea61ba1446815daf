"""What does a page show when somebody wrote this? The example of one's own change with what its picture is made of.

A picture is drawn from the very lines that stand beside it and from the guide, so that it cannot say anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..content import languages, own_colours
from ..content.model import Guide, Voice
from ..content.own_examples import OwnExample, filled, said
from ..content.sources import LOCAL

_AROUND = 2  # marks that are shown on each side of the one that it is about
_LONGEST = 30  # letters of a drawing


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a file: how far in it begins, the name of a field with its colon, and the rest."""

    indent: int
    key: str
    rest: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """A mark in a list. `state`: gone, changed, new or nothing."""

    title: str
    state: str = ""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An example, ready to be drawn. `file`: its whole path, or nothing; `picture`: what that kind of picture needs."""

    shows: str
    alt: str
    command: str
    file: str
    lines: list[Line]
    picture: dict[str, Any] = field(default_factory=dict)


def names(guide: Guide, example: OwnExample) -> dict[str, str]:
    """What stands in the slots: the mark that it names, or the first of the guide."""
    mark = guide.marks[example.mark] if example.mark else next(iter(guide.marks.values()))
    return {"mark": mark.id, "stage": mark.stage, "search": guide.words["search"]}


def shown(guide: Guide, example: OwnExample) -> Shown:
    """An example as it is drawn for this guide."""
    slots = names(guide, example)
    lines = filled(example.lines, slots)
    file = filled(example.file, slots)
    told = _PICTURES[example.shows](guide, said(lines), slots | {"file": file})
    command = filled(example.command, slots)
    where = f"marks/{LOCAL}/{file}" if file else ""
    return Shown(
        shows=example.shows, alt=example.alt, command=command, file=where, lines=list(_lines(lines)), picture=told
    )


def _lines(text: str) -> Iterator[Line]:
    for line in text.strip("\n").split("\n"):
        inside = line.lstrip(" ")
        key, colon, rest = inside.partition(":")
        is_field = colon and (not rest or rest.startswith(" ")) and not inside.startswith("#")
        yield Line(
            indent=len(line) - len(inside), key=key + colon if is_field else "", rest=rest if is_field else inside
        )


def _name(guide: Guide, own: Mapping[str, Any], _: Mapping[str, str]) -> dict[str, Any]:
    """The head of a page in light and in dark, in the fork's own colour."""
    colours = own.get("colours") or {}
    made = own_colours.views({own_colours.DEEP: str(colours.get(own_colours.DEEP, "#0a4a63"))})
    grounds = {"light": (own_colours.PAPER, own_colours.INK), "dark": (own_colours.DARK_PAPER, own_colours.DARK_INK)}
    views = [
        {"ground": ground, "ink": ink, "deep": made[view]["lake-deep"], "lake": made[view]["lake"]}
        for view, (ground, ink) in grounds.items()
    ]
    return {
        "name": _short(own.get("name", guide.name)),
        "tagline": _short(own.get("tagline", guide.tagline)),
        "views": views,
    }


def _word(guide: Guide, own: Mapping[str, Any], _: Mapping[str, str]) -> dict[str, Any]:
    """The field of the search, with its name."""
    return {"tag": "", "search": str(own.get("search", guide.words["search"]))}


def _language(guide: Guide, own: Mapping[str, Any], slots: Mapping[str, str]) -> dict[str, Any]:
    """The same in another language, and the way there: marks/local/languages/pl/words.yml."""
    tag = slots["file"].split("/")[1] if slots["file"].count("/") > 1 else guide.language
    entry = own.get("search") or {}
    return {"tag": tag, "name": languages.own_name(tag), "search": str(entry.get("say") or guide.words["search"])}


def _marks(guide: Guide, own: Mapping[str, Any], slots: Mapping[str, str]) -> dict[str, Any]:
    """The list of the marks of a stage, with the one that goes, comes, or has another title."""
    mark = guide.marks[slots["mark"]]
    stage = guide.stages[mark.stage]
    rows = [Row(title=one.title) for one in stage.marks]
    at = stage.marks.index(mark)
    if own.get("hide"):
        rows[at] = Row(title=mark.title, state="gone")
    elif slots["file"].endswith(f"/{mark.id}.yml"):
        rows[at] = Row(title=str(own.get("title", mark.title)), state="changed")
    else:
        at += 1
        rows.insert(at, Row(title=str(own.get("title", "")), state="new"))
    first = max(0, min(at - _AROUND, len(rows) - 2 * _AROUND - 1))
    return {"stage": stage, "rows": rows[first : first + 2 * _AROUND + 1], "before": first > 0}


def _voice(guide: Guide, own: Mapping[str, Any], _: Mapping[str, str]) -> dict[str, Any]:
    """The voice, as a mark shows it."""
    name, one = next(iter(own.items()))
    kind = str(one.get("kind", "verbatim"))
    return {"voice": Voice(id=name, says=str(one.get("says", "")), who=str(one.get("who", "")), kind=kind)}


def _address(guide: Guide, own: Mapping[str, Any], _: Mapping[str, str]) -> dict[str, Any]:
    """A browser at the address."""
    return {"address": str(own.get("address", "")), "name": guide.name, "stages": list(guide.stages.values())}


def _update(guide: Guide, _own: Mapping[str, Any], _: Mapping[str, str]) -> dict[str, Any]:
    """What an update changes, and what it leaves."""
    return {"version": guide.version}


_PICTURES = {
    "name": _name,
    "word": _word,
    "marks": _marks,
    "voice": _voice,
    "language": _language,
    "address": _address,
    "update": _update,
}


def _short(words: object) -> str:
    text = str(words)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
