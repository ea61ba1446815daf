"""What can be added, hidden or listed? Each kind of record by the word that people type, and how an id is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..content.field_types import ID, LONGEST_ID, Field
from ..content.model import Guide
from ..content.problems import Location, did_you_mean
from ..content.validate import Validator
from ..content.yaml_reader.yaml_source import Scalar

# The word for one record, and what the model calls all of them.
RECORDS = {
    "stage": "stages",
    "mark": "marks",
    "voice": "voices",
    "idea": "ideas",
    "word": "glossary",
    "source": "sources",
    "page": "pages",
}
# What stands inside a file with others of its kind: the file, and the name of their group there.
INSIDE = {
    "part": ("pages/{page}.yml", "sections"),
    "question": ("guide.yml", "questions"),
    "side": ("scale.yml", "sides"),
}
SAME = {"quote": "voice", "quotes": "voices"}  # the name of the file, which people type as well


class RefusedError(Exception):
    """It cannot be done; the words say why, and what to do."""


def records(guide: Guide, kind: str) -> Mapping[str, Any]:
    """All records of a kind, by their ids. A part of a page is named with it: use#on-paper."""
    if kind == "part":
        return {f"{page.name}#{one.id}": one for page in guide.pages.values() for one in page.sections}
    if kind in INSIDE:
        return {one.id: one for one in (guide.questions if kind == "question" else guide.scale.sides)}
    if kind == "label":
        return guide.words
    found: Mapping[str, Any] = getattr(guide, RECORDS[kind])
    return found


def known(guide: Guide, kind: str, name: str) -> None:
    """RefusedError when there is no such record; it names those that are nearly called so, by id or by title."""
    there = records(guide, kind)
    if name not in there:
        titled = _titled(there, name)
        meant = did_you_mean(titled[0] if titled else name, titled or there, 3, "")
        advice = f"{meant} " if meant else ""
        raise RefusedError(f"There is no {kind} `{name}`. {advice}`python -m macros list {kind}s` names them.")


def called(guide: Guide, kind: str, words: str) -> str:
    """The id of a record that somebody named by its id or its title. RefusedError when there is none."""
    there = records(guide, kind)
    titled = _titled(there, words)
    name = words if words in there or len(titled) != 1 else titled[0]
    known(guide, kind, name)
    return name


def _titled(there: Mapping[str, Any], words: str) -> list[str]:
    """The ids of the records with a title, however it is written."""
    return [name for name, one in there.items() if getattr(one, "title", "").casefold() == words.casefold()]


def fits(of: Field, words: str) -> None:
    """RefusedError with the reason, when a field cannot say these words."""
    validator = Validator()
    validator.read(Scalar(words, "text", Location("")), of.type, of.help)
    if validator.problems:
        raise RefusedError(" ".join(f"{one.message} {one.fix}" for one in validator.problems))


def is_id(name: str) -> bool:
    """Whether it is written as an id."""
    return bool(ID.fullmatch(name)) and len(name) <= LONGEST_ID
