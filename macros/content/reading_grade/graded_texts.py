"""Which texts of the guide are judged together, and how hard may they be? Each text with its place.

One long word moves a line of five words by whole grades, so lines that stand together are judged together: the ladders
of a mark, its snakes, its prompts, its Easy Read, why it matters, a section of a page, the words of the interface. A
text that stands alone is judged alone, and has no grade below so many words. A label, such as a title, has none either;
a title of Easy Read that is so short is judged with the sentences below it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..problems import Location
from ..rules import Records
from ..validate import Items, Record

# The highest grades. They stay as they are: a text that is over gets easier words, and never a higher number.
HIGHEST: dict[str, dict[str, int]] = {
    "mark": {"meaning": 7, "ladders": 7, "snakes": 7, "prompts": 7},
    "lake": {"what": 7, "also": 7, "access": 7},
}
OTHERS = 8
EASY = 4  # Easy Read, wherever it stands
FEWEST_WORDS = 5
# What is short, or half of it names.
LABELS = {
    "title",
    "short",
    "name",
    "word",
    "who",
    "head",
    "caption",
    "tagline",
    "source_groups",
    "origin_note",
    "easy_checked",
    "origins",
    "efforts",
    "formats",
}
_LABELS_OF_SOURCES = {"about", "read", "note"}
# What holds no sentence of the guide's own: names of records, dates, and what a source says of itself.
NO_WORDS = {
    "id",
    "picture",
    "source",
    "stage",
    "stages",
    "marks",
    "see",
    "version",
    "language",
    "consent",
    "origin",
    "colour",
    "kind",
    "opens",
    "cost",
    "format_fits",
    "effort",
    "format",
    "group",
    "address",
    "authors",
    "date",
    "in",
    "separator",
    "email",
    "answer",
    "offers",
    "shows",
    "mark",
    "command",
    "file",
    "lines",
}
_NO_WORDS_OF_SOURCES = {"title", "short"}
_KEYED = {"quotes", "lake", "glossary", "references"}  # many records in a file
_NOT_FOR_READERS = {"retired", "everyday", "search"}

_EASY_FIELDS = {"easy", "easy_title"}

_Said = tuple[str, Location]


class Part(NamedTuple):
    """Texts that are judged together: where, the highest grade (0: labels, without one), each text and its place."""

    place: Location
    highest: int
    texts: list[_Said]


class _Piles(NamedTuple):
    """Where the texts of one field go, as each kind of text is judged."""

    texts: list[_Said]
    easy: list[_Said]
    labels: list[_Said]

    def of(self, name: str, otherwise: list[_Said]) -> list[_Said]:
        """The pile for the texts of a field of this name."""
        return self.labels if name in LABELS else self.easy if name in _EASY_FIELDS else otherwise


def parts(records: Records) -> Iterator[Part]:
    """Every text of the guide, as it is judged."""
    labels: list[_Said] = []
    for kind, files in records.items():
        if kind in _NOT_FOR_READERS:
            continue
        for key, file in files.items():
            if kind == "words":
                yield from _words(file)
                continue
            others = EASY if (kind, key) == ("page", "easy") else OTHERS
            for entry in file.values() if kind in _KEYED else (file, *file.get("sections", ())):
                yield from _entry(kind, entry, others, labels)
    yield Part(Location(""), 0, labels)


def _words(file: Record) -> Iterator[Part]:
    """The words of the interface: all together, but for those that stand in Easy Read."""
    easy = [(text, file.values_at[name]) for name, text in file.items() if name.startswith("easy_")]
    said = [(text, file.values_at[name]) for name, text in file.items()]
    yield Part(file.place, OTHERS, [one for one in said if one not in easy])
    if easy:
        yield Part(easy[0][1], EASY, easy)


def _entry(kind: str, entry: Record, others: int, labels: list[_Said]) -> Iterator[Part]:
    """The texts of one record, or of one section of a page, field by field; its Easy Read together."""
    easy: list[_Said] = []
    for name, value in entry.items():
        of_source = kind == "references"
        if name in NO_WORDS or name == "sections" or (of_source and name in _NO_WORDS_OF_SOURCES):
            continue
        piles = _Piles([], easy, labels)
        pile = labels if of_source and name in _LABELS_OF_SOURCES else piles.of(name, piles.texts)
        _gather(value, entry.values_at[name], piles, pile)
        place = entry.values_at[name] if isinstance(value, str) else entry.keys_at[name]
        yield Part(place, HIGHEST.get(kind, {}).get(name, others), piles.texts)
    title = [one for one in easy if one[0] == entry.get("easy_title") and len(one[0].split()) >= FEWEST_WORDS]
    for one in title:
        yield Part(one[1], EASY, [one])
    if easy:
        yield Part(entry.keys_at.get("easy", easy[0][1]), EASY, [one for one in easy if one not in title])


def _gather(value: Any, place: Location, piles: _Piles, pile: list[_Said]) -> None:
    """Add each text of a value, with its place, to the pile, or to the one for the name of its field."""
    if isinstance(value, str):
        pile.append((value, place))
    elif isinstance(value, Items):
        for item, at in zip(value, value.places):
            _gather(item, at, piles, pile)
    elif isinstance(value, Record):
        for name, inner in value.items():
            if isinstance(inner, Record):  # its name may be an id that somebody chose
                _gather(inner, inner.place, piles, pile)
            elif name not in NO_WORDS:
                _gather(inner, value.values_at[name], piles, piles.of(name, pile))
