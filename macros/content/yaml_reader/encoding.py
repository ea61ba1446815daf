"""Which letters does a file hold? Its bytes as text with plain line ends, and every sign in it that nobody can see.

What cannot be mistaken is taken as it is: the marks and line ends of Windows and of an old Mac, and spaces or a tab
where they say nothing. Notepad writes some of these, and gives nobody a choice.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator

from ..problems import Location, Problem, problem

# UTF-32 comes first: its mark begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Signs that nobody can see: controls, marks of width, joining and direction, fillers, and letters that only the font of
# one program has. U+FFFD stands where a program lost a letter.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff9-\uffff\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
_LOST = "\ufffd"

# Where some of them belong.
_EMOJI = "\u2190-\u2bff\U0001f000-\U0001faff"
_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf"  # Thai, Lao, Burmese, Khmer: a sign parts words
_JOINED = (
    "\u0600-\u109f\u1780-\u18af\u1a00-\u1c4f\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00011000-\U00011fff"
)  # Arabic, Persian, the scripts of India: a sign joins letters or keeps them apart
_BELONGS = re.compile(
    "|".join(
        (
            "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f",  # a flag of a part of a country, such as Scotland
            f"(?<=[{_EMOJI}\ufe0f\U000e007f])\u200d(?=[{_EMOJI}])",  # several emoji that are one
            "[0-9#*]\ufe0f\u20e3",
            "(?<=[\xa9\xae\u203c-\u3299\U0001f000-\U0001faff])[\ufe0e\ufe0f]",  # an emoji in colour, or without
            "(?<=[\u2e80-\U0003ffff])[\ufe00-\ufe0d\U000e0100-\U000e01ef]",  # one of the ways to write a Han letter
            f"(?<=[{_NO_SPACES}])\u200b(?=[{_NO_SPACES}])",
            f"(?<=[{_JOINED}])[\u200c\u200d]",
            "(?<=[\u1800-\u18af])[\u180b-\u180f]",
        )
    )
)

# Letters of UTF-8 that were read as Windows-1252 and saved again: `â€™` was an apostrophe.
_TWICE = re.compile(
    "[\xc2-\xf4][\x80-\xbf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019"
    "\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]{1,2}"
)
_CLOSES = "»’”›–—…"  # what may follow a letter that is no such thing


def decode(data: bytes, name: str) -> tuple[str, list[Problem]]:
    """The text of a file, each line ended by a line feed, and what in it cannot be used. `name` is the file's."""
    mark, encoding = next((one for one in _MARKS if data.startswith(one[0])), (b"", "utf-8"))
    if not mark and (unmarked := _unmarked(data)):
        return "", [problem(Location(name), "not-utf8", reason=f"it is {unmarked} without the mark that says so")]
    data = data[len(mark) :]
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        good = _plain_ends(data[: error.start].decode(encoding))
        place = Location(name, good.count("\n") + 1, len(good) - good.rfind("\n"))
        return "", [
            problem(
                place, "not-utf8", reason=_instead(data[error.start]) if encoding == "utf-8" else "it is damaged here"
            )
        ]
    # what stands at the end of a line says nothing
    text = re.sub(r"[^\S\n]+$", "", _plain_ends(text), flags=re.MULTILINE)
    if "\t" in text:
        text = re.sub(r"^[ \t]*#.*", lambda remark: remark[0].replace("\t", " "), text, flags=re.MULTILINE)
    return text, [one for look in (_tabs, _unseen) for one in look(text.split("\n"), name)]


def _plain_ends(text: str) -> str:
    """Text with the line ends of Windows and, where there is no other, of an old Mac made plain."""
    text = text.replace("\r\n", "\n")
    return text if "\n" in text else text.replace("\r", "\n")


def _unmarked(data: bytes) -> str:
    """UTF-16 or UTF-32 by its zeros, for a file that does not say so; empty for any other."""
    zeros = "".join("x" if byte else "0" for byte in data[:4])
    return {"x000": "UTF-32", "000x": "UTF-32", "x0x0": "UTF-16", "0x0x": "UTF-16"}.get(zeros, "")


def _instead(byte: int) -> str:
    """What a byte that is no UTF-8 would be in the encoding that Windows used for long."""
    try:
        return f"one letter here is `{bytes([byte]).decode('cp1252')}` of the encoding Windows-1252"
    except UnicodeDecodeError:
        return f"the byte {byte:02X} stands here"


def _tabs(lines: list[str], name: str) -> Iterator[Problem]:
    """The first tab of each line."""
    for number, line in enumerate(lines, 1):
        if (at := line.find("\t")) >= 0:
            advice = "Type a space instead." if line[:at].strip() else "Use spaces: two for each step to the right."
            yield problem(Location(name, number, at + 1), "tab", advice=advice)


def _unseen(lines: list[str], name: str) -> Iterator[Problem]:
    """The first sign of each line that is not seen, or that was lost or doubled on the way here."""
    for number, line in enumerate(lines, 1):
        if line.isascii() and line.isprintable():
            continue
        belong = {at for found in _BELONGS.finditer(line) for at in range(*found.span())}
        for found in _UNSEEN.finditer(line):
            if found.start() not in belong:
                rule = "letter-lost" if found[0] == _LOST else "unseen-sign"
                yield problem(
                    Location(name, number, found.start() + 1),
                    rule,
                    text=_LOST,
                    what=_called(found[0]),
                    code=f"U+{ord(found[0]):04X}",
                )
                break
        else:
            for found in _TWICE.finditer(line):
                if letter := _once(found[0][:2]) or _once(found[0]):
                    there = Location(name, number, found.start() + 1)
                    yield problem(there, "letter-twice", text=found[0], letter=letter)
                    break


def _once(signs: str) -> str:
    """The letter that signs were before they were saved in a wrong encoding; empty when they are what they seem.

    Only letters of the Latin alphabet and the signs between words are taken for such, and not `É»`.
    """
    try:
        letter = signs.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
    usual = len(letter) == 1 and ("\xa1" <= letter <= "\xff" or "\u2010" <= letter <= "\u20ac")
    return letter if usual and not (len(signs) == 2 and signs[1] in _CLOSES) else ""


def _called(sign: str) -> str:
    """What Unicode calls a sign, in small letters."""
    kind = unicodedata.category(sign)
    if kind == "Co":
        return "a letter that only one font has"
    return "control character" if kind == "Cc" else unicodedata.name(sign, "a sign without a name").lower()
