"""How does the basket come to a page that can do without it? As one file that a script asks for when somebody wants it.

A page of ideas is light as long as somebody reads: what keeps a project comes when they open an idea, or when there is
a project already. A score sheet has all that but for what shows ideas.
"""

from __future__ import annotations

import json
from pathlib import Path

from ..content.model import Guide
from ..render.sheet_data import basket_words, facts

BASKET = "assets/js/basket.js"  # for the pages of ideas
TRYING = "assets/js/trying.js"  # for the score sheets
_SHOWN = ("store/trying", "elements/idea-ways", "elements/basket")
ON_SHEETS = ("elements/sheet-ideas",)  # which no page has by itself
_shown: dict[Path, Guide] = {}  # what a server shows now, by the folder of its site
KEPT = (
    *("core/hash", "core/paths", "core/record", "core/saved-file", "core/answers", "core/basket"),
    *("store/names", "store/example", "store/states", "store/events", "store/storage", "store/undo", "store/journal"),
    *("store/keeper", "store/session", "store/recovery", "store/writing", "store/steps", "store/projects"),
    *("store/earlier", "store/store", "elements/example-line"),
    *("elements/make", "elements/sheet-part", "elements/fields", "elements/lost-words"),
)


def write(site: Path, guide: Guide) -> None:
    """Write both files into a built site. What no page has by itself stands in them alone from then on."""
    scripts = site / "assets" / "js"
    _write(site, scripts, guide)
    for name in ON_SHEETS:
        (scripts / f"{name}.js").unlink()


def show(root: Path, site: Path, guide: Guide) -> None:
    """The same for a site that is shown while somebody writes, from the scripts as they are. Once for each edit."""
    if _shown.get(site) is not guide or not (site / BASKET).is_file():
        _write(site, root / "overrides" / "assets" / "js", guide)
        _shown[site] = guide


def _write(site: Path, scripts: Path, guide: Guide) -> None:
    words = f"Object.assign(marks.store.facts.words,{_packed(basket_words(guide))});\n"
    _join(site / TRYING, scripts, (*_SHOWN, *ON_SHEETS), words)
    known = _packed(_packed(facts(guide, basket=True)))
    note = (
        'document.body.append(Object.assign(document.createElement("script"),'
        f'{{type:"application/json",id:"sheet--facts",textContent:{known}}}));\n'
    )
    _join(site / BASKET, scripts, (*KEPT, *_SHOWN), note)


def _packed(given: object) -> str:
    """As JSON, without spaces."""
    return json.dumps(given, ensure_ascii=False, separators=(",", ":"))


def _join(path: Path, folder: Path, scripts: tuple[str, ...], before: str = "") -> None:
    whole = "\n".join((folder / f"{one}.js").read_text(encoding="utf-8") for one in scripts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(before + whole, encoding="utf-8", newline="\n")
