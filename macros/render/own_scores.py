"""What does one person score alone? The marks of a stage, or those that a group has chosen."""

from __future__ import annotations

from typing import Any

from ..content.model import Guide
from ..content.site_map import CHOSEN
from .sheet_data import code_facts


def of_stage(guide: Guide, name: str, easy: bool) -> dict[str, Any]:
    """What the page of a stage is drawn from."""
    stage = guide.stages[name]
    return _given(guide, name, stage.easy_title if easy else stage.title, easy) | {"groups": [stage]}


def of_chosen(guide: Guide, easy: bool) -> dict[str, Any]:
    """The same for marks that people tick, of any stage."""
    return _given(guide, CHOSEN, guide.words["mine_chosen"], easy) | {"groups": list(guide.stages.values())}


def _given(guide: Guide, sheet: str, called: str, easy: bool) -> dict[str, Any]:
    title = guide.words["mine_easy_title" if easy else "mine_title"].format(stage=called)
    page = guide.pages["my-scores"]
    return {
        "title": title,
        "sheet": sheet,
        "picks": sheet == CHOSEN,
        "easy": easy,
        "page": page,
        "facts": code_facts(guide),
    }
