"""What is a line of the guide: words with their sources, or an Easy Read sentence with its picture?"""

from __future__ import annotations

from dataclasses import dataclass

from ..field_types import Field, List, Object, ShortOrFull, Text, declared, fields
from .scale import PICTURE, PICTURE_HELP

SOURCE = Text(40, "source", refers="source")
SOURCES = ShortOrFull(SOURCE, List(SOURCE), makes=lambda one: (one,))
TITLE = (Text(120), "the title that people read")


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A line and where it comes from: keys of sources (none: a suggestion of its writers)."""

    say: str
    sources: tuple[str, ...] = ()
    note: str = ""


def statement(limit: int, prose: bool = False) -> ShortOrFull:
    """A line that may have a source: the words alone, or `say` with `source` and `note`."""
    words = Text(limit, prose=prose)
    return ShortOrFull(
        words,
        Object(
            {
                "say": Field(words, "the words"),
                "source": Field(SOURCES, "where it comes from: a key of references.yml, or a list", False, "sources"),
                "note": Field(Text(250), "how the source helps, if that needs saying", False),
            },
            makes=Statement,
        ),
        makes=lambda say: Statement(say=say),
    )


@dataclass(frozen=True, kw_only=True)
class Easy:
    """One Easy Read sentence and its icon's name."""

    say: str = declared(Text(80), "one short sentence")
    picture: str = declared(PICTURE, PICTURE_HELP)


EASY = List(fields(Easy), 1, 6)
