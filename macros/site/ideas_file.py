"""Which ideas help a mark? A file for the score sheets, which ask for it when somebody has scored low.

A sheet is the heaviest kind of page, so nothing of this stands in it.
"""

from __future__ import annotations

import json
from pathlib import Path

from ..content.model import Guide
from ..render.links import target

IDEAS = "assets/js/ideas.js"
_WORDS = ("ideas_title", "shores_from", "help_more")


def write(site: Path, guide: Guide) -> None:
    """Write the file into a built site: the ideas, those of each mark, and the words that are said with them."""
    lake = str(target(guide, "page", "lake")).removesuffix(".md")
    said = {
        "lake": f"{lake}.html" if (site / f"{lake}.html").is_file() else f"{lake}/",
        "said": {name: guide.words[name] for name in _WORDS},
        "stages": {stage.id: stage.short for stage in guide.stages.values()},
        "home": {mark.id: mark.stage for mark in guide.marks.values()},
        "ideas": {
            one.id: {
                "title": one.title,
                "what": one.what,
                "home": one.stage,
                "also": {also.stage: also.why for also in one.also},
            }
            for one in guide.ideas.values()
        },
        "marks": {mark: [one.id for one in found] for mark, found in guide.ideas_for.items()},
    }
    (site / IDEAS).parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    (site / IDEAS).write_text(f"marks.ideas={text};\n", encoding="utf-8", newline="\n")
