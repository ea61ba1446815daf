"""What is printed beside the marks themselves? Forms, the plan of a session, a game: their words, once, here.

A part of the model: each field is declared here as those of other records are in model.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..field_types import List, Map, Number, Text, declared, fields, given

_LINE = Text(160)
# When a part of a session comes: at the start, once for each mark, as a break, as spare time, or at the end.
WHEN = ("start", "mark", "break", "spare", "end")
SIZES = ("a4", "letter")  # of paper
_LETTER = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "PR", "SV", "VE"})  # where that is usual
# What a plan can do without when large letters leave no room for it on its side, in the order that it goes.
LESS = ("left", "steps", "minutes", "bring", "who", "say")


@dataclass(frozen=True, kw_only=True)
class Length:
    """How long a session may be."""

    id: str = given()
    name: str = declared(Text(40), "how long it is, as people would say it")
    minutes: int = declared(Number(10, 480), "the same in minutes")
    marks: int = declared(Number(1, 20), "how many marks fit in it at most")
    breaks: int = declared(Number(0, 4), "how many breaks it has: the parts below that are one, in turn")


@dataclass(frozen=True, kw_only=True)
class PlanPart:
    """One part of a session."""

    id: str = given()
    title: str = declared(Text(80), "what happens")
    when: str = declared(Text(20, choices=WHEN), "when it comes: start, mark, break, spare or end")
    least: int = declared(Number(0, 120), "the fewest minutes that it needs")
    most: int = declared(Number(1, 120), "the most minutes that do it good")
    each: int = declared(Number(0, 300), "the seconds that it needs for each person, on top of the fewest", default=0)
    longest: int = declared(Number(1, 480), "sessions of more minutes than this leave it out", default=480)
    shortest: int = declared(Number(1, 480), "sessions of fewer minutes than this leave it out", default=1)
    who: str = declared(Text(60), "who does it")
    bring: str = declared(Text(80), "what it needs: things, with a comma between them", default="")
    say: str = declared(_LINE, "the first words to say")


@dataclass(frozen=True, kw_only=True)
class FormPart:
    """One question of a form, answered with ticks, on lines, or both."""

    ask: str = declared(Text(120), "the question, or what to write")
    help: str = declared(Text(200), "a line that helps to answer it", default="")
    ticks: tuple[str, ...] = declared(List(Text(100), 1, 16), "what people may tick", default=())
    lines: int = declared(Number(0, 12), "how many lines there are to write on", default=0)


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form of one side, or of a few."""

    id: str = given()
    title: str = declared(Text(80), "the title that people read")
    lead: str = declared(Text(300), "what it is for, and what happens with it")
    copies: str = declared(
        Text(10, choices=("one", "each")), "how many a group needs: one, or one for each person", default="one"
    )
    first: str = declared(
        Text(3, choices=("yes",)), "`yes`, in double quotes, when it belongs to the first session pack", default=""
    )
    parts: tuple[FormPart, ...] = declared(List(fields(FormPart), 1, 20), "what it asks")


@dataclass(frozen=True, kw_only=True)
class Game:
    """A game with the ladders and the snakes of the marks."""

    title: str = declared(Text(80), "the title that people read")
    how: tuple[str, ...] = declared(List(_LINE, 2, 8), "how it is played, step by step")
    start: str = declared(Text(30), "what stands on its first square")
    end: str = declared(Text(30), "what stands on its last square")


@dataclass(frozen=True, kw_only=True)
class Paper:
    """All of it."""

    lengths: tuple[Length, ...] = declared(
        Map(fields(Length), named="id", listed=True), "how long a session may be, the shortest first"
    )
    plan: tuple[PlanPart, ...] = declared(
        Map(fields(PlanPart), named="id", listed=True), "the parts of a session, in order"
    )
    size: str = declared(
        Text(10, choices=SIZES),
        "the paper that files are made for: a4 or letter; left out, it is what is usual where the guide's language is",
        default="",
    )
    less: tuple[str, ...] = declared(
        List(Text(10, choices=LESS)),
        "what the plan leaves out when large letters leave no room for it on one side, what is needed least first",
        default=LESS,
    )
    forms: tuple[Form, ...] = declared(Map(fields(Form), named="id", least=0, listed=True), "forms to fill in")
    game: Game = declared(fields(Game), "the game with ladders and snakes")


def size_of(paper: Paper, language: str) -> str:
    """The paper that a guide in a language is printed on: its own, or what is usual in the land of the tag."""
    lands = {part.upper() for part in language.split("-")[1:]}
    return paper.size or SIZES[bool(lands & _LETTER)]
