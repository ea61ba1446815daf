"""What may somebody write into each kind of file? The declarations that the checker uses, as rows of tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..content.field_types import Map, Object
from ..content.files import FILES

# The kinds that people who make the guide their own write most, and the word for each.
KINDS = {
    "guide": "fields_of_guide",
    "mark": "fields_of_mark",
    "stage": "fields_of_stage",
    "lake": "fields_of_idea",
    "quotes": "fields_of_quote",
    "glossary": "fields_of_word",
}


class Row(NamedTuple):
    """One field."""

    name: str
    help: str
    required: bool


class Table(NamedTuple):
    """The fields of one kind of record."""

    id: str
    title: str
    fields: list[Row]


def tables(words: Mapping[str, str]) -> list[Table]:
    """A table for each kind."""
    found = []
    for kind, word in KINDS.items():
        of = FILES[kind][0]
        record = of.of if isinstance(of, Map) else of
        if isinstance(record, Object):
            rows = [Row(name, field.help.replace("`", ""), field.required) for name, field in record.fields.items()]
            found.append(Table(kind, words[word], rows))
    return found
