"""What may a text hold beside words? `**strong**` and `[words](target)`: the one grammar of prose."""

from __future__ import annotations

import re

LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)\)")
# Whatever looks as if a link was meant.
MAYBE_LINK = re.compile(r"\[[^\[\]]*\]\([^()]*\)?")
ADDRESS = re.compile(r"https?://[^\s<>\"'`]+|mailto:[^\s@]+@[^\s@]+")
# What no text holds, but for a link in one of a page. A tag, a comment or a declaration is `<` with a letter, `/`, `!`
# or `?` after it: "3 < 4" is text. A source's key is one that somebody wrote among the words.
_IN_NO_TEXT = {
    "html-in-text": re.compile(r"<[a-zA-Z/!?][^>]{0,60}>?"),
    "source-in-text": re.compile(r"\{[A-Z0-9-]*[A-Z][A-Z0-9-]*\}"),
    "link-in-text": LINK,
}


def misfit(text: str, is_prose: bool) -> tuple[str, str] | None:
    """What a text holds and may not: the rule that says so, and the part. `is_prose`: it may hold links."""
    for rule, sign in _IN_NO_TEXT.items():
        if not (is_prose and sign is LINK) and (hit := sign.search(text)):
            return rule, hit.group()
    return None
