"""What must the scripts of a sheet know of the guide? Facts as JSON can hold them."""

from __future__ import annotations

from typing import Any

from ..content.model import SEPARATORS, Guide

# The words that scripts say, by how their names begin.
SPOKEN = ("ask_", "lost_", "keep_", "aside_", "file_", "wrong_", "out_", "sum_", "own_", "when_", "full_",
          "before_", "close")
# Of these, the words that stand on the page already, and that no script says.
WRITTEN = frozenset((
    "ask_after", "ask_before", "ask_clear", "ask_help", "ask_next",
    "ask_quiet", "ask_steps", "ask_ways", "ask_take_ladders", "ask_take_snakes", "ask_what",
    "ask_when", "ask_who", "close_all", "file_open", "file_save",
    "keep_again", "keep_go", "keep_more", "keep_new", "keep_on_device",
    "keep_title", "lost_add", "lost_drop", "out_calendar", "out_csv", "out_text", "out_title", "own_add",
    "own_called", "own_delete", "own_down", "own_lead", "own_title",
    "own_up", "sum_by_person", "sum_next", "sum_none", "sum_notes", "sum_title",
))


def facts(guide: Guide, with_titles: bool = True) -> dict[str, Any]:
    """The guide's id, version and how it writes a table, its marks by stage, its scale, the marks that left, and the
    words of scripts.

    A page that has every mark says their titles already: it is lighter without them here.
    """
    scale = guide.scale
    return {
        "guide": {"id": guide.id, "version": guide.version, "name": guide.name, "language": guide.language,
                  "separator": SEPARATORS[guide.separator],
                  "scores": [scale.lowest, scale.highest]},
        "stages": [{"id": stage.id, "title": stage.title,
                    "marks": [[mark.id, mark.title] if with_titles else [mark.id] for mark in stage.marks]}
                   for stage in guide.stages.values()],
        "bands": [{"low": one.low, "high": one.high, "name": one.name, "means": one.means} for one in scale.bands],
        "steps": [{"low": one.low, "high": one.high, "score": one.score, "name": one.name}
                  for one in scale.steps],
        "answers": {one.id: one.name for one in scale.not_scores},
        "retired": dict(guide.retired),
        "words": {name: words for name, words in guide.words.items()
                  if name.startswith(SPOKEN) and name not in WRITTEN},
    }
