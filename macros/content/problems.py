"""What is wrong, and what should I type instead?

A problem has a place, a rule, and the two sentences of that rule (``problem_sentences.py``) with the facts of one case
filled in.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from .problem_sentences import RULES

ONLY_CHECKED = ("too-hard",)  # the rules of what no build asks for


class Location(NamedTuple):
    """Where something stands: path from the project's root, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: its place, its rule's id, what is wrong and what to type instead."""

    place: Location
    rule: str
    message: str
    fix: str

    def __str__(self) -> str:
        where = self.place
        return f"{where.file}:{where.line}:{where.column}: {self.message} {self.fix}"


class ContentError(Exception):
    """The guide cannot be read. Holds every problem, sorted; its text is the checker's report."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems))


def problem(place: Location, rule: str, **facts: object) -> Problem:
    """Fill a rule's two sentences with the facts of this case. KeyError for an unknown rule."""
    wrong, mend = RULES[rule]
    shown = {name: _short(fact) for name, fact in facts.items()}
    return Problem(place, rule, wrong.format(**shown), mend.format(**shown))


def _short(fact: object, limit: int = 200) -> object:
    """Cut a fact that a person typed to one readable line; numbers stay as they are."""
    if not isinstance(fact, str):
        return fact
    line = "".join(letter if letter.isprintable() else " " for letter in fact)
    return line if len(line) <= limit else line[: limit - 1] + "…"


def nearest(text: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Up to `count` known names like `text`, nearest first; the way a hand slips is forgiven."""
    names = {name.casefold(): name for name in known}
    wanted = text.casefold().strip()[:80]
    close = difflib.get_close_matches(wanted, names, n=count, cutoff=0.55)
    close = close or [name for name in names if wanted and name.startswith(wanted)][:count]
    return [names[name] for name in close]


def did_you_mean(text: str, known: Iterable[str], count: int = 3, otherwise: str = "Check the spelling.") -> str:
    """The advice for a name that does not exist: the nearest that do."""
    close = nearest(text, known, count)
    if not close:
        return otherwise
    listed = [f"`{name}`" for name in close]
    return "Did you mean " + (listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} or {listed[-1]}") + "?"


def report(problems: Iterable[Problem]) -> str:
    """All problems, one a line, then how many, and what follows: the text that the checker and the builds print."""
    found = list(problems)
    hard = sum(one.rule in ONLY_CHECKED for one in found)
    end = "Nothing is built until that is put right."
    if hard == len(found) and found:
        end = "It can be built all the same: only a check asks how hard a text is to read."
    elif hard:
        end = "How hard a text is to read stops no build. Nothing is built until the rest is put right."
    return "\n".join([*map(str, found), f"{counted(len(found), 'problem')} in the guide. {end}"])


def counted(number: int, one: str) -> str:
    """A number of things, as in 1 stage and 2 stages. `one`: a word that only takes an s."""
    return f"{number} {one}" + ("" if number == 1 else "s")


def workflow_commands(problems: Iterable[Problem]) -> str:
    """The same as workflow commands, so that GitHub shows each beside its line."""

    def safe(text: str, also: str = "") -> str:
        for letter in "%\r\n" + also:
            text = text.replace(letter, f"%{ord(letter):02X}")
        return text

    return "\n".join(
        f"::error file={safe(one.place.file, ',:')},line={one.place.line},col={one.place.column}"
        f"::{safe(one.message + ' ' + one.fix)}"
        for one in problems
    )
