"""What can be found in the guide? The index that a builder wrote becomes a script, which works from a disk too.

The theme's own search, with all that it needs for other languages and other pages, is left out of a built site: no page
asks for it. The guide's own search is ``overrides/assets/js/elements/site-search.js``.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

# Where a builder writes what can be found, and what it calls the list in there.
# WORKAROUND(zensical 0.0.73): it has a file and a form of its own.
INDEXES = {"search/search_index.json": "docs", "search.json": "items"}
INDEX = "assets/js/index.js"
_THEME = "assets/javascripts"
_READ_BY_THEME = re.compile(r' data-md-component="?(?!toc|sidebar)[\w-]+"?(?=[\s>])')  # frame.js reads the two


def index(site: Path) -> None:
    """Write the index of a built site anew: a list of [place, title, text], `text` being HTML."""
    for name, key in INDEXES.items():
        if not (site / name).is_file():
            continue
        entries = json.loads((site / name).read_text(encoding="utf-8"))[key]
        rows = [[entry["location"], entry["title"], entry["text"]] for entry in entries]
        words = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        (site / INDEX).parent.mkdir(parents=True, exist_ok=True)
        (site / INDEX).write_text(f"marks.index={words};\n", encoding="utf-8", newline="\n")
        (site / name).unlink()
        if (site / name).parent != site and not list((site / name).parent.iterdir()):
            (site / name).parent.rmdir()
        for page in site.rglob("*.html"):
            text = page.read_text(encoding="utf-8")
            page.write_text(text.replace(f'{name}"', f'{INDEX}"'), encoding="utf-8", newline="\n")


def drop_scripts_of_theme(site: Path) -> None:
    """Take the theme's scripts out of a built site in which no page asks for them, and what only they read in pages."""
    texts = {page: page.read_text(encoding="utf-8") for page in site.rglob("*.html")}
    if any(_THEME in text for text in texts.values()):
        return
    shutil.rmtree(site / _THEME, ignore_errors=True)
    for page, text in texts.items():
        page.write_text(_READ_BY_THEME.sub("", text), encoding="utf-8", newline="\n")
