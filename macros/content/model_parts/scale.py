"""What is a scale? Scores in bands and three steps, answers that are none, and the sides that people may stand on.

A part of the model: each field is declared here as those of other records are in model.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..field_types import Map, Number, Text, declared, fields, given

PICTURE = Text(60, "id", refers="picture")
PICTURE_HELP = "the bare name of one of our drawings or of an icon of the Material Design set"
_SCORE = Number(1, 10)


@dataclass(frozen=True, kw_only=True)
class Band:
    """A run of scores and what it might mean."""

    id: str = given()
    low: int = declared(_SCORE, "its lowest score", name="from")
    high: int = declared(_SCORE, "its highest score", name="to")
    name: str = declared(Text(60), "its short name")
    means: str = declared(Text(160), "what it means, in a sentence")


@dataclass(frozen=True, kw_only=True)
class Step:
    """One answer of the easier scale, and the score that it stands for."""

    id: str = given()
    name: str = declared(Text(60), "its short name")
    score: int = declared(_SCORE, "the score that it stands for")
    low: int = declared(_SCORE, "its lowest score", name="from")
    high: int = declared(_SCORE, "its highest score", name="to")
    picture: str = declared(PICTURE, PICTURE_HELP)


@dataclass(frozen=True, kw_only=True)
class NotScore:
    """An answer that is not a score and stays out of every sum."""

    id: str = given()
    name: str = declared(Text(60), "its short name")
    means: str = declared(Text(160), "what it means, in a sentence")
    key: str = declared(Text(1, kept=True), "the key for it when one person types for everyone: no digit", default="")


@dataclass(frozen=True, kw_only=True)
class Side:
    """Where somebody stands in the project, if they want to say so."""

    id: str = given()
    name: str = declared(Text(60), "its short name")


@dataclass(frozen=True, kw_only=True)
class Scale:
    """From 1 to 10 or less: bands in order, the three-step version, the answers that are not scores."""

    lowest: int = declared(Number(1, 1), "the lowest score")
    highest: int = declared(Number(2, 10), "the highest score: 10 at most")
    bands: tuple[Band, ...] = declared(
        Map(fields(Band), named="id", listed=True), "what the numbers might mean, from the lowest"
    )
    steps: tuple[Step, ...] = declared(
        Map(fields(Step), named="id", listed=True), "the easier version, mapped to the same scores", name="three_steps"
    )
    not_scores: tuple[NotScore, ...] = declared(
        Map(fields(NotScore), named="id", listed=True), "answers that are not scores"
    )
    sides: tuple[Side, ...] = declared(
        Map(fields(Side), named="id", listed=True), "sides that people may say they stand on", default=()
    )
