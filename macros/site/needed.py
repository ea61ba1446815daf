"""Which files of a built site does somebody need who has no connection? Its pages, and what they ask for."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from .not_found import PAGE

REGISTER = "assets/js/register.js"  # what becomes a part of boot.js
_ASKED = re.compile(r'<(?:link|script|img|source|mk-site-search)\b[^>]*?\s(?:href|src|index)="([^"#?:]+)"')
_LINKED = re.compile(r'<a\b[^>]*?\shref="([^"#?:]+)"')
_OF_STYLES = re.compile(r"""url\(["']?([^"'():]+)""")


def pages(site: Path) -> list[str]:
    """The pages of a site by their paths. The one for a lost address is a server's."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(name for name in found if posixpath.basename(name) != PAGE)


def needed(site: Path) -> list[str]:
    """The paths of all pages, of all scripts and styles (some are fetched when they are wanted), and of the letters and
    pictures that these ask for, sorted."""
    later = (path for folder in ("js", "css") for path in site.rglob(f"assets/{folder}/**/*.{folder}"))
    found = {*pages(site), *(name for path in later if REGISTER not in (name := path.relative_to(site).as_posix()))}
    waiting = list(found)
    while waiting:
        asked = set(_asked(site, waiting.pop())) - found
        found |= asked
        waiting += asked
    return sorted(found)


def _asked(site: Path, name: str) -> Iterator[str]:
    """What a page, a script or a style asks for."""
    if name.endswith(".html"):
        yield from _there(site, name, _ASKED)
    elif name.endswith(".css"):
        yield from _there(site, name, _OF_STYLES)


def linked(site: Path) -> list[str]:
    """The paths of the files that are no pages, and that a page offers to save or to open."""
    found = {path for name in pages(site) for path in _there(site, name, _LINKED)}
    return sorted(path for path in found if not path.endswith(".html"))


def _there(site: Path, name: str, form: re.Pattern[str]) -> Iterator[str]:
    """The files of a site that a file of it names, as paths from the top."""
    for address in set(form.findall((site / name).read_text(encoding="utf-8"))):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
        if not path.startswith("..") and (site / path).is_file():
            yield path
