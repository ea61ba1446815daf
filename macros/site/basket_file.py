"""How does the basket come to a page that can do without it? As one file that a script asks for when somebody wants it.

A page of ideas is light as long as somebody reads: what keeps a project comes when they open an idea, or when there is
a project already. A score sheet has all that but for what shows ideas.
"""

from __future__ import annotations

import json
from pathlib import Path

from ..content.model import Guide
from ..render.sheet_data import facts

BASKET = "assets/js/basket.js"  # for the pages of ideas
TRYING = "assets/js/trying.js"  # for the score sheets
_SHOWN = ("store/trying", "elements/idea-ways", "elements/basket")
ON_SHEETS = ("elements/sheet-ideas",)  # which no page has by itself
KEPT = (
    *("core/hash", "core/paths", "core/record", "core/saved-file", "core/answers", "core/basket"),
    *("store/names", "store/example", "store/states", "store/events", "store/storage", "store/undo", "store/journal"),
    *("store/keeper", "store/session", "store/recovery", "store/writing", "store/steps", "store/projects"),
    *("store/earlier", "store/store", "elements/example-line"),
    *("elements/make", "elements/sheet-part", "elements/fields", "elements/lost-words"),
)


def write(site: Path, guide: Guide) -> None:
    """Write both files into a built site. What no page has by itself stands in them alone from then on."""
    _join(site, TRYING, (*_SHOWN, *ON_SHEETS))
    known = json.dumps(json.dumps(facts(guide), ensure_ascii=False, separators=(",", ":")), ensure_ascii=False)
    note = (
        'document.body.append(Object.assign(document.createElement("script"),'
        f'{{type:"application/json",id:"sheet--facts",textContent:{known}}}));\n'
    )
    _join(site, BASKET, (*KEPT, *_SHOWN), note)
    for name in ON_SHEETS:
        (site / "assets" / "js" / f"{name}.js").unlink()


def _join(site: Path, name: str, scripts: tuple[str, ...], before: str = "") -> None:
    folder = site / "assets" / "js"
    whole = "\n".join((folder / f"{one}.js").read_text(encoding="utf-8") for one in scripts)
    (site / name).write_text(before + whole, encoding="utf-8", newline="\n")
