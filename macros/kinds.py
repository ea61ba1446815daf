"""What can a field table say? The kinds of value that a file may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Union

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
class Many:
    """A list."""

    of: Kind
    least: int = 1
    most: int = 60


@dataclass(frozen=True)
class Group:
    """Fields by name. With `one_of`, exactly one of them."""

    fields: dict[str, Field]
    one_of: bool = False


@dataclass(frozen=True)
class Keyed:
    """A map whose keys are ids (or keys of sources) and whose values are all of one kind."""

    of: Kind
    key: Text = Text(LONGEST_ID, "id")
    least: int = 1


@dataclass(frozen=True)
class Either:
    """Text alone, or the fuller form."""

    short: Kind
    full: Kind


@dataclass(frozen=True)
class Nullable:
    """The kind, or `null`."""

    of: Kind


Kind = Union[Text, Number, Many, Group, Keyed, Either, Nullable]


@dataclass(frozen=True)
class Field:
    """A field's kind, whether it must be there, and one line that tells an editor what it is."""

    kind: Kind
    doc: str
    required: bool = True
