"""What slip of the hand made this line unreadable? The words of a parser, turned into what an editor can mend."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from .problems import Place, Problem, problem


class Slip(NamedTuple):
    """What is wrong, what to type instead, and the line and column (from 0) where the slip is."""

    reason: str
    advice: str
    line: int
    column: int


_LINE_UP = "Check the spaces at the beginning of the line: fields of one group begin below each other."
_QUOTE = "Put the whole text in double quotes."
_STRANGE = ("it is not YAML", "Compare it with a file that works. Put text with odd signs in double quotes.")
# What the parser says, what it means, and what to do. Those that need a look at the lines come first, below.
_SAID = (
    ("while scanning a double-quoted scalar", "a backslash inside double quotes has a meaning of its own",
     "Type two backslashes for one, or use single quotes."),
    ("cannot start any token", "this sign cannot begin a text", _QUOTE),
    ("while parsing a flow", "a bracket is opened and never closed",
     "Close it, or put the whole text in double quotes."),
    ("while scanning an a", "`&` and `*` cannot begin a text", _QUOTE),
    ("while scanning a block scalar", "`|` or `>` must be the last sign of its line",
     "Put the whole text in double quotes, or begin it on the next line."),
    ("while parsing a block", "it does not line up with the lines above", _LINE_UP),
)


def explain(text: str, name: str, error: yaml.YAMLError) -> Problem:
    """The first mistake of YAML, in words that do not depend on which parser was there."""
    try:  # the Python parser's words are the ones we know
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
    except yaml.YAMLError as plain:
        error = plain
    slip = _slip(text, error)
    return problem(Place(name, slip.line + 1, slip.column + 1), "bad-yaml", reason=slip.reason, advice=slip.advice)


def _slip(text: str, error: Any) -> Slip:
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    known: list[Any] = [mark for mark in marks if mark is not None]
    if not known:
        return Slip(*_STRANGE, 0, 0)
    here, began = known[0], known[-1]
    lines = text.split("\n")
    line, column = here.line, here.column
    if "while scanning a quoted scalar" in said:
        return Slip("a quotation mark is opened and never closed",
                    "Close it. Inside double quotes, type \\\" for a quotation mark.", began.line, began.column)
    if "but found '<scalar>'" in said:
        return _after_a_quote(text, line, column)
    if "mapping values are not allowed" in said:
        return _second_colon(lines, line, column)
    if "while scanning a simple key" in said:
        return _no_colon(lines, began.line, began.column)
    if "while parsing a flow" in said:
        line, column = began.line, began.column
    above = next((one for one in reversed(lines[:line]) if one.strip()), "")
    if "while parsing a block" in said and re.search(r"(\{\}|\[\])\s*$", above):
        return Slip(f"the line above says with `{above.rstrip()[-2:]}` that nothing follows",
                    f"Take out `{above.rstrip()[-2:]}` there.", line, column)
    for sign, reason, advice in _SAID:
        if sign in said:
            return Slip(reason, advice, line, column)
    return Slip(*_STRANGE, line, column)


def _after_a_quote(text: str, line: int, column: int) -> Slip:
    """Text after a closing quotation mark: too early a mark on this line, or one left open lines ago."""
    last: Any = None
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if token.start_mark.line > line or (token.start_mark.line == line and token.start_mark.column >= column):
                break
            if isinstance(token, yaml.ScalarToken):
                last = token
    except yaml.YAMLError:
        pass
    if last is not None and last.style in ("'", '"') and last.start_mark.line < last.end_mark.line:
        return Slip(f"a quotation mark is opened here, and the next one is on line {last.end_mark.line + 1}",
                    "Close it where the text ends. Inside double quotes, type \\\" for a quotation mark.",
                    last.start_mark.line, last.start_mark.column)
    return Slip("text goes on after a closing quotation mark",
                "Put single quotes around the whole text, or type \\\" for each quotation mark inside it.",
                line, column)


def _second_colon(lines: list[str], line: int, column: int) -> Slip:
    """A colon where none may be: inside text, or after a name that stands too far to the right."""
    before = lines[line][:column]
    if re.fullmatch(r"\s+[\w-]+", before):
        return Slip("it stands further to the right than its neighbours", _LINE_UP,
                    line, len(before) - len(before.lstrip()))
    if re.search(r"(:|-)\s+[“”‘’„«]", before):
        return Slip("a colon and a space stand inside text, and curly quotation marks do not hold it together",
                    'Put straight double quotes (") around the whole text.', line, column)
    return Slip("a colon and a space stand inside text", _QUOTE, line, column)


def _no_colon(lines: list[str], line: int, column: int) -> Slip:
    """A line that should begin with a name and a colon, and does not."""
    here = lines[line].strip()
    above = next((one for one in reversed(lines[:line]) if one.strip()), "")
    if re.match(r"-[^\s-]", here):
        return Slip("there is no space after the dash", "Type a space after the dash.", line, column)
    if re.match(r"[\w-]+:\S", here):
        return Slip("there is no space after the colon", "Type a space after the colon.", line, column)
    if re.search(r"[>|][+-]?\s*$", above):
        return Slip("text below `>` or `|` must stand further to the right",
                    "Begin each of its lines with two spaces more than the line above has.", line, column)
    return Slip("it is no field, because there is no colon after a name",
                "Type a name, a colon and a space. If the line goes on with the text above, move it to the right.",
                line, column)
