"""What slip of the hand made this line unreadable? The words of a parser, turned into what an editor can mend."""

from __future__ import annotations

from typing import Any

import yaml

from ..problems import Location, Problem, problem
from .characters import QUOTES, Sign, at_start
from .yaml_slips import UNREADABLE, line_above, slip, stopped_at

_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_SIGNS = 20  # lines; what more of them are in a file is told of when these are mended


def explain(text: str, name: str, error: Exception) -> list[Problem]:
    """What made the lines unreadable, in words that do not depend on which parser was there.

    Each line with a sign that only looks like the right one is told of, and what is wrong when all those are mended.
    """
    found: list[Problem] = []
    wrong: Exception | None = error
    while wrong is not None and len(found) < _MOST_SIGNS:
        mended = _mend(text, wrong)
        if mended is None:
            found.append(_said(text, name, wrong))
            break
        number, sign, text, wrong = mended
        found.append(problem(Location(name, number + 1, sign.column + 1), "strange-sign", **sign.facts))
    return found


def _first_error(text: str, parser: Any = None) -> Exception | None:
    """Where reading stops."""
    try:
        for _ in yaml.parse(text, Loader=parser or _FAST):
            pass
    except UNREADABLE as error:
        return error
    return None


def _mend(text: str, error: Exception) -> tuple[int, Sign, str, Exception | None] | None:
    """A sign near an error that only looks like the right one and is its cause: with the right one the error goes.

    Gives its line (from 0), the sign, the text with what should stand in its place, and the error that is left.
    """
    lines = text.split("\n")
    near = [number for line, _ in reversed(stopped_at(error)) for number in (line, line_above(lines, line))]
    for number in dict.fromkeys(number for number in near if 0 <= number < len(lines)):
        first = sign = at_start(lines[number])
        right = lines[number]
        while sign is not None:
            right = right[: sign.column] + sign.plain + right[sign.column + 1 :]
            sign = at_start(right)
        if first is not None:
            mended = "\n".join([*lines[:number], right, *lines[number + 1 :]])
            left = _first_error(mended)
            if left is None or stopped_at(left) != stopped_at(error):
                return number, first, mended, left
    return None


def _said(text: str, name: str, error: Exception) -> Problem:
    """One mistake of YAML, by the words of the Python parser, which are the ones we know."""
    plain = _first_error(text, yaml.SafeLoader)
    found = slip(text, plain if isinstance(plain, yaml.YAMLError) else error)
    place = Location(name, found.line + 1, found.column + 1)
    letter = text.split("\n")[found.line][found.column : found.column + 1]
    if letter and letter in QUOTES:
        return problem(place, "strange-sign", **Sign(letter, found.column, found.reason, found.advice).facts)
    return problem(place, "bad-yaml", reason=found.reason, advice=found.advice)
