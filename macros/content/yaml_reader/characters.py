"""Which sign stands here that only looks like the space, dash, colon or quotation mark that YAML wants?"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_NAMES = {
    "\xa0": "a no-break space",
    "\u202f": "a narrow no-break space",
    "\u2002": "an en space",
    "\u2003": "an em space",
    "\u3000": "a wide space",
    "–": "an en dash",
    "—": "an em dash",
    "−": "a minus sign",
    "－": "a wide dash",
    "•": "a bullet",
    "*": "a star",
    "：": "a wide colon",
    "，": "a wide comma",
    "＂": "a wide quotation mark",
    "＇": "a wide quotation mark",
    "［": "a wide bracket",
    "］": "a wide bracket",
    "｛": "a wide bracket",
    "｝": "a wide bracket",
}
QUOTES = "“”„‟«»‘’‚‛‹›＂＇″′"
DASHES = "–—−‐‑‒―﹘﹣－"
BULLETS = "•·‣◦▪●∙⁃*"
COLONS = "：﹕︓ː∶꞉"
_SPACE = r"[^\S \n]"  # any space but the plain one
# The beginning of a line, or of a text that YAML took for one: what stands where a sign has a meaning.
_START = re.compile(
    rf"\s*?(?P<indent>{_SPACE})|"
    rf"\s*(?P<dash>[{DASHES}{re.escape(BULLETS)}])(?=\s)|"
    rf"\s*-(?P<gap>{_SPACE})|"
    rf"\s*(?P<bracket>[［｛])|"
    rf"\s*(?:- +)*[\w-]+ *(?P<before>{_SPACE})\s*[:{COLONS}](?=\s|$)|"
    rf"\s*(?:- +)*[\w-]+ *(?P<colon>[{COLONS}])|"
    rf"\s*(?:- +)*[\w-]+:(?P<after>{_SPACE})"
)
_BELONGS = {
    "indent": ("where the line begins", "spaces"),
    "dash": ("where a list has its dash", "a hyphen (-) and a space"),
    "bracket": ("where a plain one belongs", "a plain bracket"),
    "gap": ("after the dash", "a space"),
    "before": ("before the colon", "the colon alone"),
    "colon": ("after a name", "a plain colon (:) and a space"),
    "after": ("after the colon", "a space"),
}
# The plain sign for each that looks like it, for texts that hold only plain ones.
_PLAIN = {
    **dict.fromkeys(DASHES, "a hyphen (-)"),
    **dict.fromkeys(COLONS, "a plain colon (:)"),
    **dict.fromkeys(QUOTES, 'nothing, or straight double quotes (") around it'),
    "，": "a comma (,)",
    **dict.fromkeys("［］｛｝", "a plain bracket"),
}
_BRACKETS = {ord("［"): "[", ord("｛"): "{"}


class Sign(NamedTuple):
    """A sign, its column from 0, where it stands, and what to type in its place."""

    letter: str
    column: int
    where: str
    wanted: str
    plain: str = " "  # what it would be, had the right one been typed

    @property
    def facts(self) -> dict[str, str]:
        """What a problem says of it."""
        return {
            "what": called(self.letter),
            "code": f"U+{ord(self.letter):04X}",
            "where": self.where,
            "wanted": self.wanted,
        }

    def said(self) -> str:
        """The same as two sentences."""
        what = called(self.letter)
        what = f"{what[0].upper()}{what[1:]} (U+{ord(self.letter):04X})"
        return f"{what} stands {self.where}. Type {self.wanted} instead."


def at_start(line: str) -> Sign | None:
    """The first sign at the beginning of a line, or of a text, that only looks like one with a meaning."""
    found = _START.match(line)
    if not found or found.lastgroup is None:
        return None
    kind = found.lastgroup
    plain = {"dash": "-", "colon": ": ", "before": "", "bracket": found[0][-1].translate(_BRACKETS)}.get(kind, " ")
    return Sign(found[kind], found.start(kind), *_BELONGS[kind], plain)


def inside(text: str) -> Sign | None:
    """The first sign in a text of plain letters, such as an id, that only looks like a plain one."""
    for column, letter in enumerate(text):
        if letter in _PLAIN:
            return Sign(letter, column, "here", _PLAIN[letter])
        if letter.isspace() and letter not in " \n":
            return Sign(letter, column, "here", "a plain sign")
    return None


def called(letter: str) -> str:
    """A sign by its name, with its article."""
    if letter in _NAMES:
        return _NAMES[letter]
    if letter in QUOTES:
        return "a curly quotation mark"
    name = unicodedata.name(letter, "a sign without a name").lower()
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
