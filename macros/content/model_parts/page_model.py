"""What is a page made of? Its parts, and the pieces of a part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..field_types import Field, List, Object, Text, declared, fields, given
from ..own_examples import OwnExample
from .lines import EASY, TITLE, Easy, Statement, statement
from .scale import PICTURE, PICTURE_HELP


@dataclass(frozen=True, kw_only=True)
class Block:
    """One piece of a page's section. `kind`: text, list, steps, table, easy, note or example.

    `lines` holds its statements; a table has `caption`, `head` and `rows` of statements instead, Easy Read has `easy`,
    and an example `example`.
    """

    kind: str
    lines: tuple[Statement, ...] = ()
    caption: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Statement, ...], ...] = ()
    easy: tuple[Easy, ...] = ()
    example: OwnExample | None = None


def block(**field: Any) -> Block:
    """The block whose one field this is."""
    ((kind, value),) = field.items()
    if kind == "table":
        return Block(kind=kind, **value)
    if kind == "easy":
        return Block(kind=kind, easy=value)
    if kind == "example":
        return Block(kind=kind, example=value)
    return Block(kind=kind, lines=value if isinstance(value, tuple) else (value,))


_PROSE = statement(900, prose=True)
_BLOCK = Object(
    {
        "text": Field(_PROSE, "a paragraph"),
        "list": Field(List(_PROSE), "bullets"),
        "steps": Field(List(_PROSE), "numbered steps"),
        "table": Field(
            Object(
                {
                    "caption": Field(Text(200), "what the table shows"),
                    "head": Field(List(Text(80), 2, 6), "the heads of its columns"),
                    "rows": Field(List(List(_PROSE, 2, 6)), "its rows, a cell a column"),
                }
            ),
            "a table",
        ),
        "easy": Field(EASY, "Easy Read: short sentences, a picture for each"),
        "note": Field(_PROSE, "a quiet aside"),
        "example": Field(fields(OwnExample), "a file as people write it, and a picture of what a page then shows"),
    },
    one_of=True,
    makes=block,
)


@dataclass(frozen=True, kw_only=True)
class WithQuotes:
    """What a part of a page says in a guide that has people's own words."""

    title: str = declared(*TITLE)
    body: tuple[Block, ...] = declared(List(_BLOCK), "paragraphs, lists, tables")


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of a page, with an anchor that never changes."""

    id: str = declared(Text(60, "id"), "the anchor; it never changes")
    title: str = declared(*TITLE)
    body: tuple[Block, ...] = declared(List(_BLOCK), "paragraphs, lists, tables")
    with_quotes: WithQuotes | None = declared(
        fields(WithQuotes), "what stands here instead when a voice of the guide is word for word", default=None
    )


@dataclass(frozen=True, kw_only=True)
class Door:
    """A way into the guide: a title that is a link, and a line on where it leads."""

    title: str = declared(Text(120, prose=True), "a link, written as [words](target)")
    say: str = declared(Text(120), "a line on where it leads")
    picture: str = declared(PICTURE, PICTURE_HELP)


@dataclass(frozen=True, kw_only=True)
class Page:
    """The words of one page."""

    name: str = given()
    title: str = declared(*TITLE, default="")
    lead: str = declared(Text(500, prose=True), "one or two sentences under the title")
    doors: tuple[Door, ...] = declared(List(fields(Door), 1, 6), "the ways in, for the first page", default=())
    sections: tuple[Section, ...] = declared(List(fields(Section), 0), "the parts of the page", default=())
