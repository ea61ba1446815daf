"""How does a long list of ideas answer at once? Ten and ten of them lie in one part, which is hidden as one.

A builder makes headings of Markdown, each beside the others, and nothing that holds several. So it is done to the page
that is built: before a title a part begins, and before the next title or the next stage it ends. What follows the last
ideas cannot be told from them, and they stay by themselves.
"""

from __future__ import annotations

import re
from pathlib import Path

SIZE = 10
OPEN, CLOSE = '<div class="mk-ideas">', "</div>"
_HEAD = re.compile(r"<h([23])\b[^>]*\bclass=\"?[^\">]*\bmk-idea__(?:title|stage)\b[^>]*>")


def write(site: Path) -> None:
    """Group the ideas of each page of a built site that has a list of them."""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if "mk-idea__stage" in text:
            page.write_text(grouped(text), encoding="utf-8", newline="\n")


def grouped(text: str) -> str:
    """The same page with its ideas in groups."""
    out, done, count = [], 0, 0  # what is written, how far, and how many ideas the open group has
    heads = list(_HEAD.finditer(text))
    last = _last_whole(heads)
    for at, head in enumerate(heads):
        out.append(text[done : head.start()])
        done = head.start()
        if count and (head[1] == "2" or count == SIZE):
            out.append(CLOSE)
            count = 0
        if head[1] == "3" and (count or at < last):
            out.append("" if count else OPEN)
            count += 1
    return "".join([*out, text[done:]])


def _last_whole(heads: list[re.Match[str]]) -> int:
    """Before which head the last group begins that something follows."""
    place, count = 0, 0
    for at, head in enumerate(heads):
        if count and (head[1] == "2" or count == SIZE):
            place, count = at, 0
        count += head[1] == "3"
    return place
