"""What would YAML take for something else than an editor typed, and say nothing?

Text that a `#` cuts short, lines that become one text, letters after a backslash: YAML reads them without a word, and
what people read is not what was typed. Each is told of with its line, its column and what to type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..problems import Location, Problem, problem
from .characters import QUOTES, at_start
from .yaml_slips import BACKSLASH

_REMARK = re.compile(r"\s+(#.*)")
# A remark as people write them has a space after its sign, or is a field or an item taken out for a while.
_HASHTAG = re.compile(r"\s*(#(?![\s#!-]|[\w-]+:(?:\s|$)).+)")
_FIELD = re.compile(r"([\w-]+)\s*[:：](?!//)")
_ITEM = re.compile(r"-|[+*]\s|\d+[.)]\s")
_STOP = re.compile(r"[.!?…:。！？।۔؟][\"'”’»)\]*_]*$")
# A further line that can only be the same sentence begins in the middle of it. Many scripts have no small letters.
_FIRST = re.compile(r"[(\"'“‘«„\[*]*([^\W\d_])")
_BLOCK = re.compile(r"[|>][+-]?[0-9]\S*")
_ESCAPE = re.compile(r"\\(?:([0abtnvfreNLP_])|(?:u|U0000)([dD][89a-fA-F])|.)", re.DOTALL)
_MEANS = {
    "n": "the end of a line",
    "r": "the end of a line",
    "N": "the end of a line",
    "L": "the end of a line",
    "P": "the end of a line",
    "t": "a tab",
    "v": "a tab",
    "_": "a no-break space",
}


class Scene(NamedTuple):
    """Where a value stands: the file's lines and name, the column (from 0) of the list or the group of fields that
    holds it, whether that has brackets, and whether the value is the name of a field."""

    lines: list[str]
    name: str
    column: int
    brackets: bool
    is_name: bool

    def place(self, line: int, column: int) -> Location:
        """A place by its line and column from 0."""
        return Location(self.name, line + 1, column + 1)


class Further(NamedTuple):
    """A further line of a plain text: the first word on it, and its place."""

    word: str
    place: Location


def remark(event: Any, scene: Scene) -> tuple[Location, str] | None:
    """The remark that stands right behind a plain value, or that takes the place of one: where, and its words.

    Between brackets nobody knows where the words would end, and there are none.
    """
    line, column = event.end_mark.line, event.end_mark.column
    if found := _REMARK.match(scene.lines[line], column):
        return scene.place(line, found.start(1)), "" if scene.brackets else found[1]
    return None if event.value else _hashtag(line + 1, scene)


def typed(text: str) -> str:
    """A text in the quotation marks that it needs."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def check(event: Any, kind: str, scene: Scene) -> Iterator[Problem]:
    """What was not meant in one value. `kind` is what YAML takes it for."""
    if kind == "text" and not scene.is_name and (before := _before(event, scene)):
        yield problem(before, "remark-for-text")
    if event.style in ("|", ">"):
        yield from _block(event, scene)
    elif event.style:
        yield from _quoted(event, scene)
    elif kind == "text":
        yield from _plain(event, scene)


def further(event: Any, scene: Scene) -> list[Further]:
    """The further lines of a plain text that may well be more of it."""
    if event.style or event.start_mark.line == event.end_mark.line or _mistaken(event, scene):
        return []
    found = []
    for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
        if word := re.match(r"\s*([\w-]+)", scene.lines[number]):
            found.append(Further(word[1], scene.place(number, word.start(1))))
    return found


def _plain(event: Any, scene: Scene) -> Iterator[Problem]:
    if event.value[0] in QUOTES and event.value[-1] in QUOTES and _is_no_text(event.value[1:-1]):
        yield problem(
            scene.place(event.start_mark.line, event.start_mark.column),
            "strange-sign",
            what=("a curly quotation mark"),
            code=f"U+{ord(event.value[0]):04X}",
            where="around this text",
            wanted=f'"{event.value[1:-1]}" with straight double quotes',
        )
    if wrong := _mistaken(event, scene):
        yield problem(wrong[0], "runs-on", line=event.start_mark.line + 1, advice=wrong[1])
    if below := _hashtag(event.end_mark.line + 1, scene):
        yield problem(below[0], "remark-for-text")


def _is_no_text(text: str) -> bool:
    """Whether somebody would put a text in quotation marks to make it one."""
    return bool(re.fullmatch(r"(?i)[-+\d][\d._:,/-]*|y|n|yes|no|on|off|true|false|null|~", text.strip()))


def _mistaken(event: Any, scene: Scene) -> tuple[Location, str] | None:
    """The first further line that may be no part of a plain text, and what to type there."""
    above = scene.lines[event.start_mark.line][event.start_mark.column :]
    for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
        line = scene.lines[number]
        here = line.strip()
        place = scene.place(number, len(line) - len(line.lstrip(" ")))
        if not here:
            above = ""
            continue
        if scene.brackets:
            return place, "Put a comma between two items, or the whole text in double quotes."
        if sign := at_start(line):
            return scene.place(number, sign.column), f"{sign.said()} Begin the line below its neighbours."
        if _ITEM.match(here):
            return place, (
                "Begin an item of a list right below the one above, with a dash and a space. Put text that "
                "begins with such a sign in double quotes."
            )
        if _FIELD.match(here):
            return place, (
                "Begin a field right below its neighbours, with a colon and a space after its name. Put "
                "text with a colon in double quotes."
            )
        first = _FIRST.match(here)
        if not above or _STOP.search(above.rstrip()) or not first or first[1] != first[1].lower():
            return place, (
                "If it is, type `>-` where the text begins, and the text on the lines below that. If not, "
                "begin it right below its neighbours, with a dash, or with a name and a colon."
            )
        above = here
    return None


def _hashtag(number: int, scene: Scene) -> tuple[Location, str] | None:
    """A line right below a text that would go on with it, did `#` not make it a remark: where, and its words."""
    found = _HASHTAG.fullmatch(scene.lines[number]) if number < len(scene.lines) and not scene.is_name else None
    return (scene.place(number, found.start(1)), found[1]) if found and found.start(1) > scene.column else None


def _before(event: Any, scene: Scene) -> Location | None:
    """A remark on the line above, where the text would begin."""
    line, column = event.start_mark.line, event.start_mark.column
    if not line or scene.lines[line][:column].strip():
        return None
    found = re.match(r"\s*(?:(?:- +)*[\w-]+:|-(?: +-)*)\s+(#.*)", scene.lines[line - 1])
    return scene.place(line - 1, found.start(1)) if found else None


def _block(event: Any, scene: Scene) -> Iterator[Problem]:
    start = event.start_mark
    if sign := _BLOCK.match(scene.lines[start.line], start.column):
        yield problem(scene.place(start.line, start.column), "block-sign", text=sign[0])
    end = event.end_mark.line
    if scene.lines[end - 1].strip() and (below := _hashtag(end, scene)):
        yield problem(below[0], "remark-for-text")


def _quoted(event: Any, scene: Scene) -> Iterator[Problem]:
    start, end = event.start_mark, event.end_mark
    for number in range(start.line, end.line + 1):
        line = scene.lines[number]
        begin, stop = start.column if number == start.line else 0, end.column if number == end.line else len(line)
        if number > start.line:
            column = len(line) - len(line.lstrip(" "))
            if column <= scene.column and re.match(r"-\s|[\w-]+:(?:\s|$)", line[column:]):
                yield problem(
                    scene.place(number, column),
                    "runs-on",
                    line=start.line + 1,
                    advice=f"Close the quotation mark of line {start.line + 1} where its text ends.",
                )
                return
        for escape in _ESCAPE.finditer(line, begin, stop) if event.style == '"' else ():
            if escape[1]:
                yield problem(
                    scene.place(number, escape.start()),
                    "backslash-letter",
                    text=escape[0],
                    what=_MEANS.get(escape[1], "a sign that nobody sees"),
                )
                return
            if escape[2]:  # half a letter; one parser of YAML refuses it, and the other does not
                reason, advice = BACKSLASH
                yield problem(scene.place(number, escape.start() + 2), "bad-yaml", reason=reason, advice=advice)
                return
    if hit := re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", event.value):
        yield problem(
            scene.place(start.line, start.column), "unseen-sign", what="control character", code=f"U+{ord(hit[0]):04X}"
        )
