"""What does the made-up guide hold? Its own data, so that no test leans on an id, on a number or on a language."""

from __future__ import annotations

from typing import Any

import yaml

from macros.render import days
from tests.shared import FIXTURES

MARKS = FIXTURES / "guide" / "marks"
GUIDE: dict[str, Any] = yaml.safe_load((MARKS / "guide.yml").read_text(encoding="utf-8"))
SCALE: dict[str, Any] = yaml.safe_load((MARKS / "scale.yml").read_text(encoding="utf-8"))
LANGUAGE: str = GUIDE["language"]
LOW, HIGH = SCALE["lowest"], SCALE["highest"]
# The ends of its scale, for words that have slots for them.
ENDS = {"low": LOW, "high": HIGH}
# Its questions by what they are for, whatever they are called here: the short name of each, and what it asks.
_QUESTIONS: dict[str, dict[str, str]] = GUIDE["questions"]
_KINDS = {
    one.get("offers") or one["answer"]: name
    for name, one in _QUESTIONS.items()
    if one["answer"] == "score" or "offers" in one
}
_FREE = [name for name in _QUESTIONS if name not in _KINDS.values()]
IDS = {**_KINDS, "more": _FREE[0], "looks": _FREE[-1]}
ASKED = {kind: _QUESTIONS[name]["ask"] for kind, name in IDS.items()}
SHORT = {kind: _QUESTIONS[name]["short"] for kind, name in IDS.items()}


def day(written: str) -> str:
    """A day such as 2027-05-20, as this guide says it."""
    return days.spoken(written, LANGUAGE)
