"""What is asked of every mark, and what may people answer? The questions, the scores and what they mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """One of the questions asked of every mark."""

    id: str
    ask: str
    help: str


@dataclass(frozen=True)
class Band:
    """A run of scores and what it might mean."""

    id: str
    low: int
    high: int
    name: str
    means: str


@dataclass(frozen=True)
class Step:
    """One answer of the easier scale, and the score that it stands for."""

    id: str
    low: int
    high: int
    name: str
    score: int
    picture: str


@dataclass(frozen=True)
class NotScore:
    """An answer that is not a score and stays out of every sum."""

    id: str
    name: str
    means: str


@dataclass(frozen=True)
class Scale:
    """1 to 10: bands in order, the three-step version, the answers that are not scores."""

    lowest: int
    highest: int
    bands: tuple[Band, ...]
    steps: tuple[Step, ...]
    not_scores: tuple[NotScore, ...]
