"""Does a link lead somewhere that stands in no `href`, but in what scripts read? It names a page as every link does."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from .needed import pages

_SAID = re.compile(r'(?<=")((?:[.]{2}/)*[\w/-]+)[.]md(?=[#"])')
_READ = re.compile(
    r'\s(?:goal|data-[\w-]+)="[^"]*[.]md(?:#[^"]*)?"|<script type="?application/json.*?</script>', re.DOTALL
)


def mend(site: Path) -> None:
    """Let each such link of a built site lead to the folder of its page."""
    # WORKAROUND(zensical 0.0.73): it rewrites a link to a file where it is an `href`, and leaves it anywhere else.
    for name in pages(site):
        text = (site / name).read_text(encoding="utf-8")
        mended = mended_page(text, name)
        if mended != text:
            (site / name).write_text(mended, encoding="utf-8", newline="\n")


def mended_page(text: str, name: str) -> str:
    """A page whose path is `name`, with such links to folders in place of those to files."""
    here = posixpath.dirname(name)  # use/index.html is made of use.md

    def folder(found: re.Match[str]) -> str:
        goal = posixpath.normpath(posixpath.join(posixpath.dirname(here), found[1]))
        there = "." if goal == "index" else goal.removesuffix("/index")
        return posixpath.relpath(there, here or ".") + "/"

    return _READ.sub(lambda part: _SAID.sub(folder, part[0]), text)
