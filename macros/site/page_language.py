"""In which language is a page, and each name in its menus? A builder knows the languages that its theme has words in.

The contents beside a page name its parts, some of which nobody has translated: they say so, as the parts themselves do.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from ..content.languages import is_rtl

_PAGE = re.compile(r'<html lang="[^"]*"')
_PART = re.compile(r'<h[1-6][^>]*\bid="([^"]+)"[^>]*><span lang="([^"]+)">[^<]*</span><a class="headerlink"')
_NAME = re.compile(r'(<a href="#([^"]+)" class="md-nav__link"[^>]*>\s*<span class="md-ellipsis")(>)')


def say_language(site: Path, language: str) -> None:
    """Let each page of a built site say its language."""
    direction = ' dir="rtl"' if is_rtl(language) else ""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        parts = dict(_PART.findall(text))
        said = _PAGE.sub(f'<html lang="{language}"{direction}', text, count=1)
        if parts:
            said = _NAME.sub(partial(_name, parts), said)
        page.write_text(said, encoding="utf-8", newline="\n")


def _name(parts: dict[str, str], found: re.Match[str]) -> str:
    """A name in the contents beside the page, with the language of its part."""
    return f'{found[1]} lang="{parts[found[2]]}">' if found[2] in parts else found[0]
