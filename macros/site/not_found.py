"""What does somebody see at an address that leads nowhere? The builder's own page for it, with the guide's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

# WORKAROUND(mkdocs-material 9.8.1): its page for a lost address is a bare number, and Zensical has the same.
PAGE = "404.html"
_TITLE = re.compile(r"<h1[^>]*>404[^<]*</h1>")
_HOME = re.compile(r'<a href="([^"]*)"[^>]*\bmd-logo\b')


def say_missing(site: Path, words: Mapping[str, str]) -> None:
    """Put the guide's words in place of the bare number that a builder writes. The way home is that of its logo."""
    page = site / PAGE
    if not page.is_file():
        return
    text = page.read_text(encoding="utf-8")
    home = _HOME.search(text)
    from ..render.environment import environment

    said = environment().get_template("pages/not_found.html").render(w=words, home=home.group(1) if home else "/")
    page.write_text(_TITLE.sub(lambda _: said, text, count=1), encoding="utf-8", newline="\n")
