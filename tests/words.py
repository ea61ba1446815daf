"""What does a control say? The words of the interface by their names, so that any guide's words will do."""

from __future__ import annotations

import functools
import re

import yaml

from tests.shared import ROOT


@functools.cache
def words() -> dict[str, str]:
    """Every word that the interface of this copy says, in whatever language."""
    found: dict[str, str] = yaml.safe_load((ROOT / "marks" / "words.yml").read_text(encoding="utf-8"))
    return found


def say(word: str, /, **slots: object) -> str:
    """One of them, with its slots filled in."""
    return words()[word].format(**slots)


def undo(word: str, /, **slots: object) -> str:
    """The button that takes back what a word names."""
    return say("keep_undo", what=say(word, **slots))


def like(name: str) -> re.Pattern[str]:
    """A word with whatever stands in its slots."""
    parts = re.split(r"\{\w+\}", words()[name])
    return re.compile("^" + ".*".join(map(re.escape, parts)) + "$", re.DOTALL)


def begins(text: str) -> re.Pattern[str]:
    """What begins so."""
    return re.compile("^" + re.escape(text))


def named(name: str, title: str) -> re.Pattern[str]:
    """A button of one mark: what it does, and the title that a screen reader adds."""
    return re.compile(f"^{re.escape(say(name))} ?: {re.escape(title)}$")
