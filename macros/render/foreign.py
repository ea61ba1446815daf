"""In which language is a text that nobody has translated? The page says so around it, for those who listen to it.

The model marks such a text (``content/translation.py``); here the marks become `lang`, or go where HTML has no room.
"""

from __future__ import annotations

import re

from ..content.translation import FIRST, LAST

# What holds such a text and nothing else says the language itself.
_WHOLE = re.compile(rf"<(\w+)((?:\s[^<>]*)?)>{FIRST}([^<>{FIRST}{LAST}]*){LAST}</\1>")
# A tag, or an element whose inside is no text of a page; a drawing has no room for HTML.
_TAKEN = re.compile(r"(<(script|style|title|option|textarea|svg)\b.*?</\2>|<[^>]*>)", re.DOTALL)
# The same marks as JSON writes them.
_ESCAPED = tuple(f"\\u{ord(one):04x}" for one in (FIRST, LAST))
_BARE = ("script", "style", "title", "option", "textarea")


def marked(page: str, language: str) -> str:
    """A page on which each text of another language than its own says so; `language` is theirs."""
    if FIRST not in page and _ESCAPED[0] not in page:
        return page
    page = _WHOLE.sub(lambda found: _whole(found, language), page)
    parts = _TAKEN.split(page)
    made = []
    for number in range(0, len(parts), 3):  # text, what is taken, the name of an element in it
        text = parts[number].replace(FIRST, f'<span lang="{language}">').replace(LAST, "</span>")
        made += [text, unmarked(parts[number + 1]) if number + 1 < len(parts) else ""]
    return "".join(made)


def unmarked(text: str) -> str:
    """The same without marks."""
    for mark in (FIRST, LAST, *_ESCAPED):
        text = text.replace(mark, "")
    return text


def _whole(found: re.Match[str], language: str) -> str:
    name, more, inside = found.groups()
    if name in _BARE or " lang=" in more:
        return unmarked(found[0])
    return f'<{name}{more} lang="{language}">{inside}</{name}>'
