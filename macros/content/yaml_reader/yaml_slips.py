"""Which slip of the hand is behind what a parser says? What is wrong in the words of an editor, and what to type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from .characters import QUOTES


class Slip(NamedTuple):
    """What is wrong, what to type instead, and the line and column (from 0) where the slip is."""

    reason: str
    advice: str
    line: int
    column: int


# What reading can end with; the last two for the number of a letter that is too high.
UNREADABLE = (yaml.YAMLError, ValueError, OverflowError)
_LINE_UP = "Check the spaces at the beginning of the line: fields of one group begin below each other."
_QUOTE = "Put the whole text in double quotes."
_STRANGE = ("it is not YAML", "Compare it with a file that works. Put text with odd signs in double quotes.")
BACKSLASH = (
    "a backslash inside double quotes has a meaning of its own",
    "Type two backslashes for one, or use single quotes.",
)
# Text, no list and no number, with a remark behind it.
_HASH = re.compile(r"""\s*(?:- +)*(?:[\w-]+: +)?[\[{]? *(?!["'|>#\[{\d])(?:[^\s#]|\S#|\s(?!#))+\s(?=#)""")
# What the parser says, what it means, and what to do. Those that need a look at the lines come first, below.
_SAID = (
    ("while scanning a double-quoted scalar", *BACKSLASH),
    ("escape code", *BACKSLASH),
    ("sequence entries are not allowed", "a dash and a space cannot begin a text", _QUOTE),
    ("mapping keys are not allowed", "a question mark and a space cannot begin a text", _QUOTE),
    ("cannot start any token", "this sign cannot begin a text", _QUOTE),
    (
        "while parsing a flow",
        "a bracket is opened and never closed",
        "Close it, or put the whole text in double quotes.",
    ),
    ("while scanning an a", "`&` and `*` cannot begin a text", _QUOTE),
    (
        "while scanning a block scalar",
        "`|` or `>` must be the last sign of its line",
        "Put the whole text in double quotes, or begin it on the next line.",
    ),
    ("while parsing a block", "it does not line up with the lines above", _LINE_UP),
)


def stopped_at(error: Any) -> list[tuple[int, int]]:
    """Line and column (from 0) where reading stopped and, last, where what could not be read began."""
    places = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    return [(mark.line, mark.column) for mark in places if mark is not None]


def line_above(lines: list[str], number: int) -> int:
    """The nearest line above that is not empty; -1 when there is none."""
    return next((above for above in range(min(number, len(lines)) - 1, -1, -1) if lines[above].strip()), -1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def slip(text: str, error: Any) -> Slip:
    """What an error of the Python parser means for who wrote the text."""
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    places = stopped_at(error)
    lines = text.split("\n")
    if not places:  # a letter's number that is too high
        at = max(text.find("\\U"), 0)
        return Slip(*BACKSLASH, text.count("\n", 0, at), at - text.rfind("\n", 0, at) + 1)
    (line, column), (began, began_at) = places[0], places[-1]
    if "while scanning a quoted scalar" in said:
        return _never_closed(lines[began], began, began_at)
    for number in sorted({began, line_above(lines, line)}):
        if 0 <= number < len(lines) and (hit := _HASH.match(lines[number])):
            return Slip("a space and `#` begin a remark, so the text before them ends there", _QUOTE, number, hit.end())
    if "but found '<scalar>'" in said:
        return _after_a_quote(text, line, column)
    if "mapping values are not allowed" in said:
        return _second_colon(lines, line, column)
    if "while scanning a simple key" in said:
        return _no_colon(lines, began, began_at)
    if "while parsing a flow" in said:
        line, column = _bracket(text, line, column) or (began, began_at)
    above = lines[line_above(lines, line)] if line_above(lines, line) >= 0 else ""
    if "while parsing a block" in said and re.search(r"(\{\}|\[\])\s*$", above):
        return Slip(
            f"the line above says with `{above.rstrip()[-2:]}` that nothing follows",
            f"Take out `{above.rstrip()[-2:]}` there.",
            line,
            column,
        )
    if "while parsing a block" in said and lines[min(line, len(lines) - 1)][column : column + 2] == ": ":
        return Slip("a colon and a space cannot begin a text", _QUOTE, line, column)
    if "<document start>" in said and above.startswith("..."):
        return Slip("three dots alone on a line end the file", "Take them out.", line_above(lines, line), 0)
    for sign, reason, advice in _SAID:
        if sign in said:
            return Slip(reason, advice, line, column)
    return Slip(*_STRANGE, line, column)


def _never_closed(line: str, began: int, column: int) -> Slip:
    """A quotation mark that nothing closes, or that a curly one should."""
    for at in range(column + 1, len(line)):
        if line[at] in QUOTES and not line[at + 1 : at + 2].isalnum():
            return Slip("where a straight one should close the text", f"a straight one ({line[column]})", began, at)
    return Slip(
        "a quotation mark is opened and never closed",
        'Close it. Inside double quotes, type \\" for a quotation mark.',
        began,
        column,
    )


def _tokens(text: str, line: int, column: int) -> Iterator[Any]:
    """What YAML made of the text before a place, as far as it could."""
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if (token.start_mark.line, token.start_mark.column) >= (line, column):
                return
            yield token
    except UNREADABLE:
        return


def _bracket(text: str, line: int, column: int) -> tuple[int, int] | None:
    """Where the bracket stands that is still open at a place."""
    opened: list[tuple[int, int]] = []
    for token in _tokens(text, line, column):
        if isinstance(token, (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)):
            opened.append((token.start_mark.line, token.start_mark.column))
        elif isinstance(token, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)) and opened:
            opened.pop()
    return opened[-1] if opened else None


def _after_a_quote(text: str, line: int, column: int) -> Slip:
    """Text after a closing quotation mark or bracket: too early a mark on this line, or one left open lines ago."""
    kinds = (yaml.ScalarToken, yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)
    last: Any = next((one for one in reversed(list(_tokens(text, line, column))) if isinstance(one, kinds)), None)
    style = getattr(last, "style", None)
    if last is not None and style is None:
        return Slip("text goes on after a closing bracket", _QUOTE, line, column)
    if last is not None and last.start_mark.line < last.end_mark.line:
        return Slip(
            f"a quotation mark is opened here, and the next one is on line {last.end_mark.line + 1}",
            'Close it where the text ends. Inside double quotes, type \\" for a quotation mark.',
            last.start_mark.line,
            last.start_mark.column,
        )
    if style == "'":
        return Slip(
            "text goes on after a closing quotation mark",
            "Put double quotes around the whole text, or type '' for each ' inside it.",
            line,
            column,
        )
    return Slip(
        "text goes on after a closing quotation mark",
        'Put single quotes around the whole text, or type \\" for each quotation mark inside it.',
        line,
        column,
    )


def _second_colon(lines: list[str], line: int, column: int) -> Slip:
    """A colon where none may be: inside text, or after a name that stands too far to the right."""
    before = lines[line][:column]
    above = line_above(lines, line)
    if (
        above >= 0
        and re.fullmatch(r"\s*[\w-]+", before)
        and _indent(lines[above]) == _indent(before)
        and (not re.search(r":(\s|$)|^\s*[-#]", lines[above]))
    ):
        return _no_colon(lines, above, _indent(before))
    if re.fullmatch(r"\s+[\w-]+", before):
        return Slip("it stands further to the right than its neighbours", _LINE_UP, line, _indent(before))
    if curly := re.search(r"(?:[:-]\s+)(?=[“”‘’„«])", before):
        return Slip(
            "at the beginning of a text with a colon, which it does not hold together",
            'straight double quotes (") around the whole text',
            line,
            curly.end(),
        )
    return Slip("a colon and a space stand inside text", _QUOTE, line, column)


def _no_colon(lines: list[str], line: int, column: int) -> Slip:
    """A line that should begin with a name and a colon, and does not."""
    here = lines[line].strip()
    above = lines[line_above(lines, line)] if line_above(lines, line) >= 0 else ""
    if re.match(r"-[^\s-]", here):
        return Slip("there is no space after the dash", "Type a space after the dash.", line, column)
    if re.match(r"[\w-]+:\S", here):
        return Slip("there is no space after the colon", "Type a space after the colon.", line, column)
    if re.search(r"[>|][+-]?\s*$", above):
        return Slip(
            "text below `>` or `|` must stand further to the right",
            "Begin each of its lines with two spaces more than the line above has.",
            line,
            column,
        )
    return Slip(
        "it is no field, because there is no colon after a name",
        "Type a name, a colon and a space. If the line goes on with the text above, move it to the right.",
        line,
        column,
    )
