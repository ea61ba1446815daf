"""What kinds of value may a file hold? The words in which the model declares its fields."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass
from typing import Any, Union

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST_ID = 60
# How a text of these forms is written.
WRITTEN = {
    "colour": re.compile(r"#[0-9a-fA-F]{6}"),
    "file": re.compile(r"[a-z0-9][a-z0-9-]*\.(svg|png|ico)"),
    "address": re.compile(r"https?://[^\s<>\"'`]+"),
    "day": re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"),
    "tag": re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
    "email": re.compile(r"[\w+'-]+(\.[\w+'-]+)*@([\w-]+\.)+[^\W\d_][\w-]+"),
}


@dataclass(frozen=True)
class Text:
    """Words of at most `limit` characters. `form`: plain, id, source (a key), address, colour, file, day or
    email."""

    limit: int = 200
    form: str = "plain"
    choices: tuple[str, ...] = ()
    refers: str = ""  # the kind of record it names: mark, stage, idea, source, word, group, picture
    prose: bool = False  # may hold `**strong**` and `[words](target)`
    kept: bool = False  # the same in every language: a name, a date, a number of an edition


@dataclass(frozen=True)
class Number:
    """A whole number."""

    low: int
    high: int


@dataclass(frozen=True)
class List:
    """A list. `why`: a sentence for those who reach its end, after a space."""

    of: FieldType
    least: int = 1
    most: int = 60
    why: str = ""


@dataclass(frozen=True)
class Object:
    """Fields by name. With `one_of`, exactly one of them. `makes`: what is made of the checked fields, which are given
    to it by name; a plain dictionary when nothing is."""

    fields: dict[str, Field]
    one_of: bool = False
    makes: Callable[..., Any] | None = None


@dataclass(frozen=True)
class Map:
    """A map whose keys are ids (or keys of sources) and whose values are all of one type. What is made of a value is
    told its key as `named`, if that is not empty; `listed`: only what is made is kept, in order."""

    of: FieldType
    key: Text = Text(LONGEST_ID, "id")
    least: int = 1
    named: str = ""
    listed: bool = False


@dataclass(frozen=True)
class ShortOrFull:
    """Text alone, or the fuller form. `makes`: what is made of the text alone."""

    short: FieldType
    full: FieldType
    makes: Callable[[Any], Any] | None = None


@dataclass(frozen=True)
class Nullable:
    """The type, or `null`."""

    of: FieldType


FieldType = Union[Text, Number, List, Object, Map, ShortOrFull, Nullable]


@dataclass(frozen=True)
class Field:
    """A field's type, one line that tells an editor what it is, whether it must be there, and what the model calls it
    where that is another name (`in` and `for` are none in Python)."""

    type: FieldType
    help: str
    required: bool = True
    attribute: str = ""


def declared(field_type: FieldType, line: str, *, default: Any = MISSING, name: str = "") -> Any:
    """A field of a record, with one line for its editor. With a default it may be left out. `name`: what it is called
    in a file, where that is no name of Python."""
    metadata = {"field": field_type, "help": line, "name": name}
    if default is MISSING:
        return dataclasses.field(metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


def given(default: Any = MISSING) -> Any:
    """A field that does not stand among the others in a file: a key, a folder, or what follows from other files."""
    return dataclasses.field() if default is MISSING else dataclasses.field(default=default)


def fields(record: type) -> Object:
    """The declared fields of a record, and the record as what is made of them."""
    found: dict[str, Field] = {}
    for one in dataclasses.fields(record):
        if "field" in one.metadata:
            name = one.metadata["name"] or one.name
            found[name] = Field(one.metadata["field"], one.metadata["help"], one.default is MISSING, one.name)
    return Object(found, makes=record)
