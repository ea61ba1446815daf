"""What is a Stage, a Mark, a Voice, an Idea? Frozen, and knowing nothing of files or pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .scale import Question, Scale


@dataclass(frozen=True)
class Statement:
    """A line and where it comes from: keys of sources (none: a suggestion of its writers)."""

    say: str
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Easy:
    """One Easy Read sentence and its icon's name."""

    say: str
    picture: str


@dataclass(frozen=True)
class EasyCheck:
    """Who with a learning disability checked the Easy Read, and when. `stages`: which pages (none: all of it)."""

    by: str
    on: str
    stages: tuple[str, ...]


@dataclass(frozen=True)
class Mark:
    """A sign that real co-production is going on. `origin`: original, adapted or ours."""

    id: str
    stage: str
    title: str
    origin: str
    origin_note: str
    picture: str
    meaning: str
    easy_title: str
    easy: tuple[Easy, ...]
    why: tuple[Statement, ...]
    ladders: tuple[Statement, ...]
    snakes: tuple[Statement, ...]
    prompts: tuple[str, ...]


@dataclass(frozen=True)
class Stage:
    """One of the parts of a piece of work, with its marks in order."""

    id: str
    title: str
    short: str
    purpose: str
    colour: str
    picture: str
    introduction: tuple[Statement, ...]
    original: tuple[Statement, ...]
    easy_title: str
    easy: tuple[Easy, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Consent:
    """Who gave leave, when and for what."""

    by: str
    on: str
    for_what: str


@dataclass(frozen=True)
class Voice:
    """What somebody said. `kind`: reported or verbatim."""

    id: str
    says: str
    who: str
    kind: str
    sources: tuple[str, ...]
    consent: Consent | None
    marks: tuple[str, ...]
    opens: str


@dataclass(frozen=True)
class Idea:
    """Something to try. `also`: other stages and why, in the order of the file."""

    id: str
    stage: str
    title: str
    what: str
    also: tuple[tuple[str, str], ...]
    marks: tuple[str, ...]
    cost: str
    effort: str
    format: str
    access: str


@dataclass(frozen=True)
class Word:
    """A word of the glossary."""

    id: str
    word: str
    means: str
    sources: tuple[str, ...]
    see: tuple[str, ...]
    forms: tuple[str, ...]  # other ways to write it, for finding it in a text


@dataclass(frozen=True)
class Source:
    """A reference. Text that its page did not show is empty."""

    key: str
    title: str
    read: str
    group: str
    short: str = ""
    authors: str = ""
    date: str = ""
    about: str = ""
    place: str = ""
    address: str = ""
    note: str = ""


@dataclass(frozen=True)
class Block:
    """One piece of a page's section. `kind`: text, list, steps, table, easy or note.

    `lines` holds its statements; a table has `caption`, `head` and `rows` of statements instead, and Easy Read has
    `easy`.
    """

    kind: str
    lines: tuple[Statement, ...] = ()
    caption: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Statement, ...], ...] = ()
    easy: tuple[Easy, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of a page, with an anchor that never changes."""

    id: str
    title: str
    body: tuple[Block, ...]


@dataclass(frozen=True)
class Door:
    """A way into the guide: a title that is a link, and a line on where it leads."""

    title: str
    say: str
    picture: str


@dataclass(frozen=True)
class Page:
    """The words of one page."""

    name: str
    title: str
    lead: str
    doors: tuple[Door, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Guide:
    """All of it. Every map keeps the order of its file."""

    id: str
    name: str
    tagline: str
    purpose: str
    version: str
    language: str
    easy_checked: tuple[EasyCheck, ...]
    separator: str  # between the columns of a saved table: a comma or a semicolon
    stages: Mapping[str, Stage]
    marks: Mapping[str, Mark]
    questions: tuple[Question, ...]
    scale: Scale
    voices: Mapping[str, Voice]
    ideas: Mapping[str, Idea]
    glossary: Mapping[str, Word]
    sources: Mapping[str, Source]
    source_groups: Mapping[str, str]
    words: Mapping[str, str]
    pages: Mapping[str, Page]
    retired: Mapping[str, str | None]
    voices_of: Mapping[str, tuple[Voice, ...]]  # by mark, in the order of the ledger
    ideas_for: Mapping[str, tuple[Idea, ...]]  # by mark, in the order of the Lake
