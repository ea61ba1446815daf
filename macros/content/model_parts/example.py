"""What is the worked example? A made-up project from its first scores to its last: who came, and what they said.

A part of the model: each field is declared here as those of other records are in model.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..field_types import List, Map, Number, Text, declared, fields, given

_SCORE = Number(1, 10)


@dataclass(frozen=True, kw_only=True)
class ExampleStep:
    """What the group did next. `done`: it was, when they came back."""

    what: str = declared(Text(160), "what they would do")
    who: str = declared(Text(60), "who would do it: nobody's real name", default="")
    when: str = declared(Text(10, "day"), "by which day, in double quotes", default="")
    done: str = declared(
        Text(3, choices=("yes",)), "`yes`, in double quotes, when it was done by the round after", default=""
    )


@dataclass(frozen=True, kw_only=True)
class ExampleEntry:
    """What the group said of one mark in one round. `scores`: each person's, in order; the last may be missing."""

    score: int = declared(_SCORE, "the score that they agreed")
    scores: tuple[int, ...] = declared(
        List(_SCORE), "what each person scored, in the order of their numbers", default=()
    )
    other: int = declared(_SCORE, "the second score, where they kept two", default=0)
    why: str = declared(Text(200), "why some said the first", default="")
    why_other: str = declared(Text(200), "why some said the other", default="")
    aim: int = declared(_SCORE, "where they wanted to be", default=0)
    answers: Mapping[str, str] = declared(
        Map(Text(300), key=Text(60, "id", refers="question"), least=0),
        "what they wrote: the ids of questions in guide.yml that are answered in words; `[]` for nothing",
    )
    changed: str = declared(Text(300), "what changed since the round before, and why", default="")
    step: ExampleStep | None = declared(fields(ExampleStep), "what they did next", default=None)


@dataclass(frozen=True, kw_only=True)
class ExampleRound:
    """One time that the group scored."""

    id: str = given()
    title: str = declared(Text(60), "when it was, as people would say it")
    day: str = declared(Text(10, "day"), "the day, in double quotes")
    where: str = declared(Text(80), "the place")
    here: int = declared(Number(1, 99), "how many people were there")
    absent: str = declared(Text(80), "who could not be there", default="")
    story: str = declared(Text(600), "what happened, in a few sentences")


@dataclass(frozen=True, kw_only=True)
class Example:
    """All of it. `sides`: how many people stand on each side of scale.yml, in the order of their numbers."""

    name: str = declared(Text(80), "the name of the made-up project")
    sides: Mapping[str, int] = declared(
        Map(Number(1, 20), key=Text(60, "id", refers="side"), least=0),
        "how many people stand on each side of scale.yml: the first have the first numbers; `[]` for no sides",
    )
    rounds: tuple[ExampleRound, ...] = declared(
        Map(fields(ExampleRound), named="id", listed=True), "the rounds, in order"
    )
    marks: Mapping[str, Mapping[str, ExampleEntry]] = declared(
        Map(Map(fields(ExampleEntry), key=Text(60, "id", refers="round")), key=Text(60, "id", refers="mark"), least=0),
        "what they said of each mark, round by round",
    )
