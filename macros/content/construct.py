"""How do checked records become the model? Field by field, by name. Called only when there is no problem left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from .field_types import FieldType, List, Map, Nullable, Object, ShortOrFull
from .files import FILES
from .model import Guide, Mark, Stage
from .model_parts.news import News
from .model_parts.page_model import Page
from .sources import is_local

Records = Mapping[str, Mapping[str, Any]]


def guide(records: Records) -> Guide:
    """The guide from the records of all files, by their kind and their name."""

    def made(kind: str, file: str = "", /, **given: Any) -> Any:
        return construct(records[kind][file or kind], FILES[kind][0], **given)

    order = records["guide"]["guide"]["stages"]
    stages = {name: _stage(made("stage", name, id=name), records) for name in order}
    marks = {mark.id: mark for stage in stages.values() for mark in stage.marks}
    voices = made("quotes")
    lakes = [stage for stage in order if stage in records.get("lake", {})]  # a fork's own stage may have no ideas
    ideas = {name: idea for stage in lakes for name, idea in made("lake", stage, stage=stage).items()}
    has_quotes = any(one.kind == "verbatim" for one in voices.values())
    words = made("glossary")
    return made(  # type: ignore[no-any-return]
        "guide",
        stages=stages,
        marks=marks,
        scale=made("scale"),
        example=made("example"),
        paper=made("paper"),
        voices=voices,
        ideas=ideas,
        glossary=dict(sorted(words.items(), key=lambda pair: pair[1].word.casefold())),
        sources=made("references"),
        news=_news(made("news"), records),
        asked=made("search"),
        words=dict(records["words"]["words"]),
        translation=made("language") if "language" in records else None,
        pages={name: _page(made("page", name, name=name), records, has_quotes) for name in records["page"]},
        retired=made("retired")["marks"],
        voices_of=_by_mark(marks, voices.values()),
        ideas_for=_by_mark(marks, ideas.values()),
    )


def construct(value: Any, of: FieldType, **given: Any) -> Any:
    """What is made of a checked value of this type. `given`: what a record is told beside the fields of its file."""
    if value is None:
        return None
    if isinstance(of, Nullable):
        return construct(value, of.of, **given)
    if isinstance(of, ShortOrFull):
        if not isinstance(value, str):
            return construct(value, of.full, **given)
        return of.makes(value) if of.makes else value
    if isinstance(of, List):
        return tuple(construct(one, of.of, **given) for one in value)
    if isinstance(of, Map):
        made = {
            key: construct(one, of.of, **given, **({of.named: key} if of.named else {})) for key, one in value.items()
        }
        return tuple(made.values()) if of.listed else made
    if isinstance(of, Object):
        fields = {
            of.fields[name].attribute or name: construct(one, of.fields[name].type) for name, one in value.items()
        }
        return of.makes(**fields, **given) if of.makes else fields
    return value


def _news(told: Iterable[News], records: Records) -> tuple[News, ...]:
    """The newest first. In a copy with a name of its own, news of the guide that it is made from are told as such."""
    if is_local(records["guide"]["guide"].values_at["name"].file):
        places = {name: one.place.file for name, one in records["news"]["news"].items()}
        told = [replace(one, is_upstream=not is_local(places[one.id])) for one in told]
    return tuple(sorted(told, key=lambda one: one.day, reverse=True))


def _stage(stage: Stage, records: Records) -> Stage:
    marks = tuple(_mark(records["mark"][f"{stage.id}/{name}"], stage.id) for name in stage.mark_ids)
    return replace(stage, marks=marks, easy_title=stage.easy_title or stage.title)


def _page(page: Page, records: Records, has_quotes: bool) -> Page:
    """The first page is called as the guide is, unless it says otherwise; and each says what is true of the voices."""
    sections = tuple(
        replace(one, title=one.with_quotes.title, body=one.with_quotes.body) if has_quotes and one.with_quotes else one
        for one in page.sections
    )
    return replace(page, title=page.title or records["guide"]["guide"]["name"], sections=sections)


def _mark(record: Mapping[str, Any], stage: str) -> Mark:
    mark: Mark = construct(record, FILES["mark"][0], stage=stage)
    return mark


def _by_mark(marks: Mapping[str, Mark], records: Iterable[Any]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {mark: [] for mark in marks}
    for one in records:
        for mark in one.marks:
            found[mark].append(one)
    return {mark: tuple(mine) for mark, mine in found.items()}
