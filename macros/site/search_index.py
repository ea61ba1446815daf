"""What can be found in the guide? The index that a builder wrote becomes a script, which works from a disk too.

The theme's own search, with all that it needs for other languages and other pages, is left out of a built site: no page
asks for it. The guide's own search is ``overrides/assets/js/elements/site-search.js``.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..content.model import Guide
from ..content.model_parts.page_model import Page
from ..content.prose import LINK
from ..content.site_map import PAGES
from ..render.links import Target, target

# Where a builder writes what can be found, and what it calls the list in there.
# WORKAROUND(zensical 0.0.73): it has a file and a form of its own.
INDEXES = {"search/search_index.json": "docs", "search.json": "items"}
INDEX = "assets/js/index.js"
_THEME = "assets/javascripts"
_READ_BY_THEME = re.compile(r' data-md-component="?(?!toc|sidebar)[\w-]+"?(?=[\s>])')  # frame.js reads the two


def index(site: Path, guide: Guide) -> None:
    """Write the index of a built site anew: a list of [place, title, text], `text` being HTML. A place that people look
    for by other words has a list of these as well, each with how far it is from the best for them."""
    for name, key in INDEXES.items():
        if not (site / name).is_file():
            continue
        entries = json.loads((site / name).read_text(encoding="utf-8"))[key]
        rows = [[entry["location"], entry["title"], entry["text"]] for entry in entries]
        _add_asked(rows, guide)
        words = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        (site / INDEX).parent.mkdir(parents=True, exist_ok=True)
        (site / INDEX).write_text(f"marks.index={words};\n", encoding="utf-8", newline="\n")
        (site / name).unlink()
        if (site / name).parent != site and not list((site / name).parent.iterdir()):
            (site / name).parent.rmdir()
        for page in site.rglob("*.html"):
            text = page.read_text(encoding="utf-8")
            page.write_text(text.replace(f'{name}"', f'{INDEX}"'), encoding="utf-8", newline="\n")


def _add_asked(rows: list[list[Any]], guide: Guide) -> None:
    """Give each place that people look for by other words those words. One that has no row, such as a score sheet, gets
    one with the title of its page."""
    places = {_plain(row[0]): row for row in rows}
    for goal, words in asked(guide).items():
        row = places.get((goal.page.removesuffix(".md"), goal.anchor))
        if row is None and (page := _text(guide, goal.page.removesuffix(".md"))):
            is_file = any(place.partition("#")[0].endswith(".html") for place, *_ in rows)
            end = ".html" if is_file else "/"
            row = [goal.page.removesuffix(".md") + end, page.title, page.lead]
            rows.append(row)
        if row:
            row.append(words)


def _text(guide: Guide, page: str) -> Page | None:
    """What a page says, by its name."""
    shown = PAGES.get(page)
    name = shown.texts[0] if shown and shown.texts else page
    return guide.pages.get(name)


def asked(guide: Guide) -> Mapping[Target, list[list[Any]]]:
    """Of each place, what people may ask for it with: [their words, 0 for the best place of these, 1 for the next]."""
    found: dict[Target, list[list[Any]]] = {}
    for one in guide.asked:
        for rank, link in enumerate(LINK.finditer(one.finds)):
            kind, _, name = link[2].partition(":")
            name, _, anchor = name.partition("#")
            if kind not in ("http", "https", "mailto"):
                place = target(guide, kind, name, anchor)
                found.setdefault(place, []).extend([words.lower(), rank] for words in one.words)
    return found


def _plain(place: str) -> tuple[str, str]:
    """A place of an index as the page and the anchor, whatever the form of addresses."""
    path, _, anchor = place.partition("#")
    page = path.removesuffix("index.html").removesuffix("/").removesuffix(".html")
    return page or "index", anchor


def drop_scripts_of_theme(site: Path) -> None:
    """Take the theme's scripts out of a built site in which no page asks for them, and what only they read in pages."""
    texts = {page: page.read_text(encoding="utf-8") for page in site.rglob("*.html")}
    if any(_THEME in text for text in texts.values()):
        return
    shutil.rmtree(site / _THEME, ignore_errors=True)
    for page, text in texts.items():
        page.write_text(_READ_BY_THEME.sub("", text), encoding="utf-8", newline="\n")
