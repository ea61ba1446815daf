"""How does a long list of ideas answer at once? Each is one part, and ten of them lie in one that is hidden whole.

A builder makes headings of Markdown, each beside what stands below it, and nothing that holds both. So it is done to
the page that is built: from the title of an idea to the end of what stands below it, one part; and before the next
stage, or after ten, the part that holds several ends.
"""

from __future__ import annotations

import re
from pathlib import Path

SIZE = 10
OPEN, ONE, CLOSE = '<div class="mk-ideas">', '<div class="mk-idea">', "</div>"
_HEAD = re.compile(r"<h([23])\b[^>]*\bclass=\"?[^\">]*\bmk-idea__(?:title|stage)\b[^>]*>")
_PART = re.compile(r"<(/?)div\b")


def write(site: Path) -> None:
    """Group the ideas of each page of a built site that has a list of them."""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if "mk-idea__stage" in text:
            page.write_text(grouped(text), encoding="utf-8", newline="\n")


def grouped(text: str) -> str:
    """The same page with its ideas in groups."""
    out, done, count = [], 0, 0  # what is written, how far, and how many ideas the open group has
    for head in _HEAD.finditer(text):
        is_idea = head[1] == "3"
        if count and (count == SIZE or not is_idea):
            out.append(CLOSE)
            count = 0
        out.append(text[done : head.start()])
        done = head.start()
        if is_idea:
            end = _end(text, head.end())
            out.append(f"{'' if count else OPEN}{ONE}{text[done:end]}{CLOSE}")
            done, count = end, count + 1
    return "".join([*out, CLOSE if count else "", text[done:]])


def _end(text: str, start: int) -> int:
    """Where the first part that begins after `start` ends, with all that is in it."""
    depth = 0
    for tag in _PART.finditer(text, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return text.index(">", tag.end()) + 1
    raise ValueError("an idea whose part does not end")
