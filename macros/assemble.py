"""How do checked records become the model? Called only when there is no problem left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .model import (Block, Consent, Door, Easy, EasyCheck, Guide, Idea, Mark, Page, Section, Source, Stage, Statement,
                    Voice, Word)
from .scale import Band, NotScore, Question, Scale, Step

Records = Mapping[str, Mapping[str, Any]]


def assemble(records: Records) -> Guide:
    """The guide from the records of all files."""
    guide = records["guide"]["guide"]
    marks: dict[str, Mark] = {}
    stages: dict[str, Stage] = {}
    for stage in guide["stages"]:
        record = records["stage"][stage]
        mine = tuple(_mark(records["mark"][f"{stage}/{name}"], stage) for name in record["marks"])
        marks.update((mark.id, mark) for mark in mine)
        stages[stage] = Stage(stage, record["title"], record["short"], record.get("purpose", ""),
                              record["colour"], record["picture"],
                              _lines(record["introduction"]), _lines(record.get("original", ())),
                              record.get("easy_title", record["title"]), _easy(record.get("easy", ())), mine)
    voices = {name: _voice(name, one) for name, one in records["quotes"]["quotes"].items()}
    ideas = {name: _idea(name, stage, one) for stage in guide["stages"]
             for name, one in records["lake"][stage].items()}
    return Guide(
        id=guide["id"], name=guide["name"], tagline=guide["tagline"], purpose=guide["purpose"],
        version=guide["version"], language=guide["language"],
        easy_checked=tuple(EasyCheck(one["by"], one["on"], tuple(one.get("stages", ())))
                           for one in guide.get("easy_checked", ())),
        separator=";" if guide.get("separator") == "semicolon" else ",", stages=stages, marks=marks,
        questions=tuple(Question(name, one["ask"], one["help"]) for name, one in guide["questions"].items()),
        scale=_scale(records["scale"]["scale"]),
        voices=voices, ideas=ideas,
        glossary={name: Word(name, one["word"], one["means"], _keys(one.get("source")), tuple(one.get("see", ())),
                             tuple(one.get("forms", ())))
                  for name, one in sorted(records["glossary"]["glossary"].items(),
                                          key=lambda pair: pair[1]["word"].casefold())},
        sources={key: _source(key, one) for key, one in records["references"]["references"].items()},
        source_groups=dict(guide["source_groups"]), words=dict(records["words"]["words"]),
        pages={name: _page(name, one) for name, one in records["page"].items()},
        retired=dict(records["retired"]["retired"]["marks"]),
        voices_of=_by_mark(marks, voices.values()), ideas_for=_by_mark(marks, ideas.values()),
    )


def _by_mark(marks: Mapping[str, Mark], records: Iterable[Any]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {mark: [] for mark in marks}
    for one in records:
        for mark in one.marks:
            found[mark].append(one)
    return {mark: tuple(mine) for mark, mine in found.items()}


def _keys(source: Any) -> tuple[str, ...]:
    return () if source is None else (source,) if isinstance(source, str) else tuple(source)


def _line(item: Any) -> Statement:
    if isinstance(item, str):
        return Statement(item)
    return Statement(item["say"], _keys(item.get("source")), item.get("note", ""))


def _lines(items: Any) -> tuple[Statement, ...]:
    return tuple(_line(item) for item in items)


def _easy(items: Any) -> tuple[Easy, ...]:
    return tuple(Easy(one["say"], one["picture"]) for one in items)


def _mark(one: Any, stage: str) -> Mark:
    return Mark(one["id"], stage, one["title"], one["origin"], one["origin_note"], one["picture"], one["meaning"],
                one["easy_title"], _easy(one["easy"]), _lines(one["why"]), _lines(one["ladders"]),
                _lines(one["snakes"]), tuple(one["prompts"]))


def _voice(name: str, one: Any) -> Voice:
    consent = one.get("consent")
    return Voice(name, one["says"], one["who"], one["kind"], _keys(one.get("source")),
                 Consent(consent["by"], consent["on"], consent["for"]) if consent else None,
                 tuple(one.get("marks", ())), one.get("opens", ""))


def _idea(name: str, stage: str, one: Any) -> Idea:
    return Idea(name, stage, one["title"], one["what"],
                tuple((also["stage"], also["why"]) for also in one.get("also", ())), tuple(one["marks"]),
                one["cost"], one["effort"], one["format"], one["access"])


def _source(key: str, one: Any) -> Source:
    return Source(key, one["title"], one["read"], one["group"], one.get("short", ""), one.get("authors", ""),
                  one.get("date", ""), one.get("about", ""), one.get("in", ""), one.get("address", ""),
                  one.get("note", ""))


def _scale(one: Any) -> Scale:
    return Scale(
        one["lowest"], one["highest"],
        tuple(Band(name, band["from"], band["to"], band["name"], band["means"])
              for name, band in one["bands"].items()),
        tuple(Step(name, step["from"], step["to"], step["name"], step["score"], step["picture"])
              for name, step in one["three_steps"].items()),
        tuple(NotScore(name, answer["name"], answer["means"]) for name, answer in one["not_scores"].items()),
    )


def _page(name: str, one: Any) -> Page:
    doors = tuple(Door(door["title"], door["say"], door["picture"]) for door in one.get("doors", ()))
    return Page(name, one["title"], one["lead"], doors, tuple(
        Section(section["id"], section["title"], tuple(_block(block) for block in section["body"]))
        for section in one.get("sections", ())))


def _block(block: Any) -> Block:
    (kind, value), = block.items()
    if kind == "table":
        return Block(kind, caption=value["caption"], head=tuple(value["head"]),
                     rows=tuple(_lines(row) for row in value["rows"]))
    if kind == "easy":
        return Block(kind, easy=_easy(value))
    return Block(kind, _lines(value) if isinstance(value, list) else (_line(value),))
