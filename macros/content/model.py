"""What is a Stage, a Mark, a Voice, an Idea? Each field with its type, its limit and a line for its editor: once, here.

The checker, the schemas that editors complete from, and the making of the model all follow from these declarations, by
the name of a field and never by its place. What is made is frozen, and knows nothing of files or pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from .field_types import Field, List, Map, Object, Text, declared, fields, given
from .languages import Language
from .model_parts.example import Example
from .model_parts.lines import EASY, SOURCES, TITLE, Easy, Statement, statement
from .model_parts.news import News
from .model_parts.page_model import Page
from .model_parts.paper_model import Paper
from .model_parts.scale import PICTURE, PICTURE_HELP, Scale
from .model_parts.search_model import Asked

SEPARATORS = {"comma": ",", "semicolon": ";"}
COLOURS = ("clay", "leaf", "rose", "violet", "lake", "slate")

_MARKS = List(Text(60, "id", refers="mark"), most=100)
# A sheet shows all marks of its stage. With 200 full ones it works, and keeps a telephone busy for about ten seconds.
LONGEST_SHORT = 30  # letters of the short title of a stage
_MARKS_OF_STAGE = replace(_MARKS, why=" A longer sheet is slow to open on a telephone: make two stages of this one.")
_STAGE = Text(60, "id", refers="stage")
_FORMAT = Text(60, "id", refers="format")
_EASY_TITLE = Text(60)
_COLOUR = Text(7, "colour")
_LINES = List(statement(200))


@dataclass(frozen=True, kw_only=True)
class EasyCheck:
    """Who with a learning disability checked the Easy Read, and when. `stages`: which pages (none: all of it)."""

    by: str = declared(Text(120), "who with a learning disability checked it, in general terms")
    on: str = declared(Text(40), "when, in double quotes")
    stages: tuple[str, ...] = declared(
        List(_STAGE, 1, 100), "the stages that they checked; left out when it was all of it", default=()
    )


@dataclass(frozen=True, kw_only=True)
class Question:
    """One of the questions asked of every mark."""

    id: str = given()
    ask: str = declared(Text(120), "the question")
    help: str = declared(Text(200), "a line that helps to answer it")
    short: str = declared(Text(40), "its short name, for the head of a table")
    answer: str = declared(Text(20, choices=("words", "score")), "how it is answered: words or score")
    offers: str = declared(
        Text(20, choices=("ladders", "snakes")),
        "which lines of a mark are offered as answers: ladders or snakes",
        default="",
    )


@dataclass(frozen=True, kw_only=True)
class ShortQuestion:
    """A question for somebody who comes once, answered in the three steps of the scale."""

    id: str = given()
    ask: str = declared(Text(120), "the question")


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A sign that real co-production is going on."""

    id: str = declared(Text(60, "id"), "the id, the same as the file's name; it never changes")
    stage: str = given()
    title: str = declared(*TITLE)
    origin: str = declared(
        Text(60, "id", refers="origin"), "where the title comes from: one of the origins in guide.yml"
    )
    origin_note: str = declared(Text(250), "a line on where the title comes from")
    picture: str = declared(PICTURE, PICTURE_HELP)
    meaning: str = declared(Text(400), "what the mark means, in two or three sentences")
    easy_title: str = declared(_EASY_TITLE, "the title in Easy Read: what the mark says, in a few easy words")
    easy: tuple[Easy, ...] = declared(EASY, "the meaning in Easy Read, a picture for each sentence")
    why: tuple[Statement, ...] = declared(List(statement(500)), "why it matters, with sources")
    ladders: tuple[Statement, ...] = declared(_LINES, "what helps us climb")
    snakes: tuple[Statement, ...] = declared(_LINES, "what pulls us down")
    prompts: tuple[str, ...] = declared(List(Text(200)), "things to talk about")


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One of the parts of a piece of work, with the ids of its marks in order."""

    id: str = given()
    title: str = declared(*TITLE)
    short: str = declared(Text(LONGEST_SHORT), "a short title, for cards and menus")
    purpose: str = declared(Text(80), "what it is for, in a few words, for its card on the first page", default="")
    colour: str = declared(Text(20, choices=COLOURS), "the name of its colour")
    picture: str = declared(PICTURE, PICTURE_HELP)
    introduction: tuple[Statement, ...] = declared(List(statement(500)), "what this stage is about")
    original: tuple[Statement, ...] = declared(
        List(statement(600)), "what could be seen of this stage in the original tool", default=()
    )
    easy_title: str = declared(_EASY_TITLE, "the title in Easy Read; left out when the title is easy", default="")
    easy: tuple[Easy, ...] = declared(
        EASY, "what this stage is about in Easy Read, a picture for each sentence", default=()
    )
    mark_ids: tuple[str, ...] = declared(_MARKS_OF_STAGE, "the ids of its marks, in order", name="marks")
    marks: tuple[Mark, ...] = given(())


@dataclass(frozen=True, kw_only=True)
class Consent:
    """Who gave leave, when and for what."""

    by: str = declared(Text(120, kept=True), "who gave it")
    on: str = declared(Text(40, kept=True), "the date, in double quotes")
    for_what: str = declared(Text(200, kept=True), "what it covers", name="for")
    until: str = declared(
        Text(10, "day"), 'the last day of it, in double quotes, such as "2027-03-01"; left out for no end', default=""
    )


@dataclass(frozen=True, kw_only=True)
class Voice:
    """What somebody said. `kind`: reported or verbatim."""

    id: str = given()
    says: str = declared(
        Text(700), "what the person said: their own words where `kind` is verbatim, otherwise in words of yours"
    )
    who: str = declared(Text(120), "who they are, in general terms")
    kind: str = declared(
        Text(20, choices=("reported", "verbatim")), "reported, or verbatim (word for word, with consent)"
    )
    sources: tuple[str, ...] = declared(SOURCES, "where it was reported", default=(), name="source")
    consent: Consent | None = declared(
        fields(Consent), "the leave to print these words: by whom, on which day, for what, and until when", default=None
    )
    marks: tuple[str, ...] = declared(_MARKS, "the marks it speaks to", default=())
    opens: str = declared(_STAGE, "the stage that it opens", default="")


@dataclass(frozen=True, kw_only=True)
class Also:
    """Another stage that an idea is good for."""

    stage: str = declared(_STAGE, "another stage it is good for")
    why: str = declared(Text(120), "why it is good there")


@dataclass(frozen=True, kw_only=True)
class Idea:
    """Something to try. `also`: other stages and why, in the order of the file."""

    id: str = given()
    stage: str = given()
    title: str = declared(*TITLE)
    what: str = declared(Text(400), "what to do, in two or three sentences")
    also: tuple[Also, ...] = declared(List(fields(Also)), "the other stages it is good for, and why", default=())
    marks: tuple[str, ...] = declared(_MARKS, "the marks that it helps")
    cost: str = declared(Text(60, "id", refers="cost"), "what it costs: one of the costs in guide.yml")
    effort: str = declared(Text(60, "id", refers="effort"), "how long it takes: one of the efforts in guide.yml")
    format: str = declared(Text(60, "id", refers="format"), "where it works: one of the formats in guide.yml")
    access: str = declared(Text(250), "how to make it work for more people")


@dataclass(frozen=True, kw_only=True)
class Word:
    """A word of the glossary."""

    id: str = given()
    word: str = declared(Text(80), "the word or words")
    means: str = declared(Text(400), "what it means here")
    sources: tuple[str, ...] = declared(SOURCES, "where the idea comes from", default=(), name="source")
    see: tuple[str, ...] = declared(List(Text(60, "id", refers="word")), "words to read next", default=())
    forms: tuple[str, ...] = declared(
        List(Text(80)), "other ways to write it; it is explained where they stand, too", default=()
    )


@dataclass(frozen=True, kw_only=True)
class Source:
    """A reference. Text that its page did not show is empty."""

    key: str = given()
    short: str = declared(
        Text(60, kept=True), "how it is named beside a line, when its first author and year would not do", default=""
    )
    authors: str = declared(Text(600, kept=True), "who wrote it; left out when that was not shown", default="")
    date: str = declared(Text(120, kept=True), "when, in double quotes; left out when that was not shown", default="")
    title: str = declared(Text(300, kept=True), "its title")
    about: str = declared(Text(300), "a line on what it is", default="")
    place: str = declared(Text(400, kept=True), "the journal, book or site it stands in", default="", name="in")
    address: str = declared(Text(400, "address"), "its web address", default="")
    read: str = declared(Text(120), "how much of it was read")
    note: str = declared(Text(300), "what else a reader should know", default="")
    group: str = declared(Text(60, "id", refers="group"), "the heading it stands under, from guide.yml")


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What an idea may cost."""

    id: str = given()
    name: str = declared(Text(40), "its short name")
    means: str = declared(Text(160), "what it means, as the end of a sentence")


@dataclass(frozen=True, kw_only=True)
class Guide:
    """All of it. Every map keeps the order of its file."""

    id: str = declared(Text(60, "id"), "what saved sheets know the guide by; it never changes")
    name: str = declared(Text(80), "the name of the guide")
    tagline: str = declared(Text(120), "one line under the name")
    purpose: str = declared(Text(300), "what the guide helps people do")
    version: str = declared(Text(20, kept=True), "the version of the content, in double quotes")
    language: str = declared(Text(20, kept=True), "the language of the content, such as en-GB")
    languages: tuple[str, ...] = declared(
        List(Text(20, "tag"), 0, 20),
        "other languages that the site speaks, such as cy: each has a folder in marks/languages/",
        default=(),
    )
    separator: str = declared(
        Text(20, choices=tuple(SEPARATORS)),
        "what parts the columns of a table that people save: comma, or semicolon where numbers are written with a "
        "comma",
        default="comma",
    )
    email: str = declared(Text(254, "email"), "where people may write; the page about the guide says it", default="")
    address: str = declared(
        Text(400, "address"), "where your guide is on the web; left out while it has no address", default=""
    )
    updates: str = declared(
        Text(400, kept=True),
        "the address of the repository that the next edition comes from, for `make update`",
        default="",
    )
    licence: str = declared(Text(300), "the line at the foot of each page: whose it is, and what others may do with it")
    logo: str = declared(
        Text(60, "file"),
        "a picture in marks/local/ for the dark head of each page, for the cover of the whole guide as PDF and for "
        "what is seen where somebody shares a link, in the place of the guide's",
        default="",
    )
    favicon: str = declared(
        Text(60, "file"),
        "a picture in marks/local/ for the tab of a browser; where none is named, it is the logo",
        default="",
    )
    colours: Mapping[str, str] | None = declared(
        Object({name: Field(_COLOUR, "a dark colour, in double quotes", False) for name in COLOURS}),
        "colours of your own, by the name that they take the place of; `lake` is that of links, buttons and the head",
        default=None,
    )
    kept_pages: str = declared(
        Text(20, choices=("all", "none")),
        "what browsers keep for rooms without a connection: all, or none",
        default="all",
    )
    stage_ids: tuple[str, ...] = declared(List(_STAGE, 1, 100), "the ids of the stages, in order", name="stages")
    easy_checked: tuple[EasyCheck, ...] = declared(
        List(fields(EasyCheck), 1, 20), "who checked the Easy Read; left out until somebody has", default=()
    )
    questions: tuple[Question, ...] = declared(
        Map(fields(Question), named="id", listed=True), "the questions asked of every mark, in order"
    )
    once: tuple[ShortQuestion, ...] = declared(
        Map(fields(ShortQuestion), named="id", listed=True), "three questions for somebody who comes once", default=()
    )
    origins: Mapping[str, str] = declared(Map(Text(80)), "where the title of a mark may come from")
    costs: Mapping[str, Cost] = declared(Map(fields(Cost), named="id"), "what an idea may cost, the least first")
    efforts: Mapping[str, str] = declared(Map(Text(40)), "how long an idea may take, the shortest first")
    formats: Mapping[str, str] = declared(Map(Text(40)), "where an idea may work")
    format_fits: Mapping[str, tuple[str, ...]] | None = declared(
        Map(List(_FORMAT), _FORMAT),
        "which other formats an idea of a format fits: whoever looks for one of those finds it too",
        default=None,
    )
    source_groups: Mapping[str, str] = declared(Map(Text(80)), "the headings that references stand under, in order")
    stages: Mapping[str, Stage] = given()
    marks: Mapping[str, Mark] = given()
    scale: Scale = given()
    example: Example = given()
    paper: Paper = given()
    voices: Mapping[str, Voice] = given()
    ideas: Mapping[str, Idea] = given()
    glossary: Mapping[str, Word] = given()
    sources: Mapping[str, Source] = given()
    news: tuple[News, ...] = given()  # the newest first
    asked: tuple[Asked, ...] = given()  # what people search with
    words: Mapping[str, str] = given()
    fallback: str = given("")  # the language of what is not translated, when the guide is in another than its own
    translation: Language | None = given(None)  # who looked at it then
    pages: Mapping[str, Page] = given()
    retired: Mapping[str, str | None] = given()
    voices_of: Mapping[str, tuple[Voice, ...]] = given()  # by mark, in the order of the ledger
    ideas_for: Mapping[str, tuple[Idea, ...]] = given()  # by mark, in the order of the Lake
