"""Which files can people take home? Each is named on its page with its size and its pages, as it is in the folder.

The page is drawn before anybody knows how long a file is, so its names become links here, when the files are there. A
name without a file goes; a page without any file says so.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from markupsafe import escape

from ..content.languages import own_name
from ..content.model import Guide
from ..content.ready import FACTS, FOLDER

# How the template names a file, and what it says when there is none.
_NAMED = re.compile(r'<span class="mk-download" data-ready="([\w.-]+)">(.*?)</span>(?=\s*</li>)', re.DOTALL)
_NONE = re.compile(r'<p class="mk-downloads__none"[^>]*>.*?</p>\s*', re.DOTALL)
_EMPTY = re.compile(r"<li[^>]*>\s*</li>\s*")


def fill(site: Path, paper: Path | None, guide: Guide, is_below: bool = False) -> None:
    """Put the files of a folder into a built site, and their facts on each page that names them. `is_below`: a site in
    another language, which stands in a folder of the one that has the files."""
    pages: dict[str, int] = {}
    if paper is not None:
        pages = json.loads((paper / FACTS).read_text(encoding="utf-8"))["pages"]
        for name in () if is_below else pages:
            (site / FOLDER).mkdir(exist_ok=True)
            shutil.copyfile(paper / name, site / FOLDER / name)
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        if 'data-ready="' not in text or not paper or not pages:
            continue
        up = "../" * (len(path.relative_to(site).parts) - 1 + is_below)
        text = _NAMED.sub(partial(_link, paper, up, pages, guide), _NONE.sub("", text))
        path.write_text(_EMPTY.sub("", text), encoding="utf-8", newline="\n")


def _link(folder: Path, up: str, pages: Mapping[str, int], guide: Guide, found: re.Match[str]) -> str:
    name, said = found.groups()
    words, language = guide.words, guide.language
    from ..render.environment import counted  # a check, which comes by here too, draws nothing

    if name not in pages:
        return ""
    n = pages[name]
    facts = [counted(words, "ready_pages", n, language)] if n else []
    facts.append(size((folder / name).stat().st_size, words))
    other = guide.fallback  # the files are in the guide's own language: in any other it is said
    if other:
        facts.append(own_name(other))
    in_other = f' hreflang="{escape(other)}"' if other else ""
    return (
        f'<a class="mk-download" href="{up}{FOLDER}/{name}"{in_other}>{said}</a> '
        f'<span class="mk-download__facts">{escape(", ".join(facts))}</span>'
    )


def size(count: int, words: Mapping[str, str]) -> str:
    """How big a file of so many bytes is, as people say it."""
    if count < 1_000_000:
        return words["ready_kilobytes"].format(n=max(1, round(count / 1000)))
    return words["ready_megabytes"].format(n=f"{count / 1_000_000:.1f}")
