"""What kinds of value may a file hold? The words in which the model declares its fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Union

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST_ID = 60


@dataclass(frozen=True)
class Text:
    """Words of at most `limit` characters. `form`: plain, id, source (a key) or address."""

    limit: int = 200
    form: str = "plain"
    choices: tuple[str, ...] = ()
    refers: str = ""  # the kind of record it names: mark, stage, idea, source, word, group, picture
    prose: bool = False  # may hold `**strong**` and `[words](target)`


@dataclass(frozen=True)
class Number:
    """A whole number."""

    low: int
    high: int


@dataclass(frozen=True)
class List:
    """A list."""

    of: FieldType
    least: int = 1
    most: int = 60


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
