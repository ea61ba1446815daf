"""Is this text a field, a list or a name with one sign that was mistyped? Asked where a table says what fits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ..field_types import ID, WRITTEN, FieldType, Text
from ..problems import Location, Problem, problem
from .characters import COLONS, at_start, inside
from .yaml_source import Node, Scalar
from .yaml_surprises import typed

# 4 March 2026, 4th Mar 2026, and March 4, 2026
_DAY = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9})\.?|(?P<first>[A-Za-z]{3,9})\.? (?P<second>\d{1,2})"
    r"(?:st|nd|rd|th)?) (?P<year>\d{4})"
)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_LONGEST_TYPED = 120  # letters; longer texts are not said again whole


def field_in(node: Scalar, names: Iterable[str]) -> Problem | None:
    """The sign that is missing where a plain text begins with the name of a field."""
    found = re.match(rf"([\w-]+)\s*[:{COLONS}](?!//)", node.text) if node.plain else None
    if not found or found[1] not in names:
        return None
    return wrong_sign(node) or problem(
        _moved(node.place, found.end()),
        "bad-yaml",
        reason="there is no space after the colon",
        advice="Type a space after the colon.",
    )


def field_below(node: Scalar, names: Iterable[str]) -> Problem | None:
    """The same where a further line of a plain text begins with one."""
    for line in node.further:
        if line.word in names:
            return problem(
                line.place,
                "runs-on",
                line=node.place.line,
                advice=(
                    f"If `{line.word}` is a field, type a colon and a space after it, and begin it right below its "
                    "neighbours. If the line is more of the text, put the whole text in double quotes."
                ),
            )
    return None


def wrong_sign(node: Scalar, then: str = "") -> Problem | None:
    """The sign at the beginning of a plain text, or of a name with what follows, that only looks like the right one."""
    sign = at_start(node.text + then) if node.plain else None
    return problem(_moved(node.place, sign.column), "strange-sign", **sign.facts) if sign else None


def slip(node: Scalar, names: Iterable[str]) -> Problem | None:
    """Either of these in a text that stands where something else is wanted."""
    return wrong_sign(node) or field_in(node, names)


def several(node: Node, of: FieldType) -> Problem | None:
    """The comma that is missing between two names of a list: each by itself is written as it should be."""
    if not (isinstance(node, Scalar) and node.plain and isinstance(of, Text)):
        return None
    form = ID if of.form == "id" else WRITTEN.get(of.form)
    parts = node.text.split()
    if form is None or len(parts) < 2 or not all(form.fullmatch(one) for one in parts):
        return None
    return problem(node.place, "comma-missing", text=node.text, count=len(parts))


def day(text: str) -> str:
    """How a day is typed that somebody wrote in words; one as an example, where nobody can tell which is meant."""
    found = _DAY.fullmatch(" ".join(text.replace(",", " ").split()))
    month = _MONTHS.get((found["month"] or found["first"] or "")[:3].casefold()) if found else None
    if not found or not month:
        return "2026-03-04"
    try:
        return date(int(found["year"]), month, int(found["day"] or found["second"])).isoformat()
    except ValueError:  # 31 February
        return "2026-03-04"


def whole(node: Scalar) -> str:
    """What to type for a value that was taken for something else, with what a `#` hides of it."""
    return typed(f"{node.text} {node.remark[1]}" if node.remark else node.text)


def nothing(node: Scalar, is_text: bool) -> Problem | None:
    """Why there is nothing where something was typed."""
    if is_text and node.text:
        return problem(node.place, "bare-nothing", text=node.text, typed=typed(node.text))
    if node.remark:
        return problem(node.remark[0], "hash-first", typed=typed(node.remark[1]))
    return None


def cut(node: Scalar) -> Problem | None:
    """The remark behind a plain text: more of the text, as far as anybody knows."""
    if not node.remark:
        return None
    place, words = node.remark
    is_short = words and not node.further and len(node.text + words) <= _LONGEST_TYPED
    text = f"Type {whole(node)}" if is_short else "Put the whole text in double quotes"
    return problem(place, "cut-by-hash", advice=f"{text}, or give the remark a line of its own.")


def strange(node: Scalar, otherwise: str) -> tuple[Location, str]:
    """Where a name or a choice goes wrong, and what to type: at the first sign in it that is no plain one, if any."""
    sign = inside(node.text)
    return (_moved(node.place, sign.column + (not node.plain)), sign.said()) if sign else (node.place, otherwise)


def _moved(place: Location, columns: int) -> Location:
    return place._replace(column=place.column + columns)
