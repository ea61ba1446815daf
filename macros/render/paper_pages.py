"""How does paper look? The print room, and the pages of a stage that print as they are."""

from __future__ import annotations

from typing import Any

from ..content.interface_words.paper_words import PAPER_WORDS
from ..content.model import Guide, Mark
from ..content.model_parts.paper_model import WHEN, size_of
from ..content.site_map import PRINTS
from .board import drawn
from .drawing import Drawing
from .sheet_data import facts, untranslated
from .views import EASY

# What a script fills in when it makes a page of paper out of a part that is drawn once.
BLANK: dict[str, Any] = {
    **dict.fromkeys(("title", "easy_title", "meaning", "picture", "what", "access", "cost"), ""),
    "easy": (),
}
# What the scripts of the print room say of the words that sheets say too.
_SAID_TOO = (
    "basket_helps",
    "basket_title",
    "full_big",
    "full_long",
    "full_many",
    "keep_name",
    "keep_undo",
    "lost_drop",
    "lost_dropped",
    "lost_says",
    "lost_use",
    "mine_chosen",
    "mine_title",
    "out_also",
    "own_meaning",
    "own_name",
    "round_done",
)
CARD_BLANKS = 6  # empty cards for ladders, as many for snakes, and as many for ideas


class PaperPages(Drawing):
    """The pages that are for paper."""

    def print_room(self) -> str:
        """Where people choose what they print, and see how many sheets that is."""
        guide = self.guide
        return self._render(
            "pages/print_room.html",
            page=guide.pages["print-room"],
            facts=_room_facts(guide),
            pictures=pictures(guide),
            later_pictures=later_pictures(guide),
            kinds=PRINTS,
            blank=BLANK,
            board=drawn(),
            size=size_of(guide.paper, guide.language),
            view=EASY,
        )

    def paper(self, name: str) -> str:
        """All that is printed of a stage, part by part, with empty boxes."""
        guide = self.guide
        stage = guide.stages[name]
        return self._render(
            "pages/paper.html",
            stage=stage,
            page=guide.pages["print-room"],
            kinds=PRINTS,
            parts_of_plan={when: [one for one in guide.paper.plan if one.when == when] for when in WHEN},
            line_cards=line_cards(stage.marks),
            ideas=[one for one in guide.ideas.values() if one.stage == name],
            blanks=CARD_BLANKS,
            view=EASY,
        )


def line_cards(marks: tuple[Mark, ...]) -> list[tuple[str, str, str]]:
    """What stands on each card of a ladder or a snake: which of both, the words, and the mark."""
    ladders = [("ladder", line.say, mark.title) for mark in marks for line in mark.ladders]
    return ladders + [("snake", line.say, mark.title) for mark in marks for line in mark.snakes]


def pictures(guide: Guide) -> list[str]:
    """The pictures of the marks, of the faces and of the cards, each once."""
    names = (*(mark.picture for mark in guide.marks.values()), *(step.picture for step in guide.scale.steps))
    return list(dict.fromkeys(["ladder", "snake", *names]))


def later_pictures(guide: Guide) -> list[str]:
    """Those that only Easy Read and the cards of ideas have."""
    easy = (line.picture for mark in guide.marks.values() for line in mark.easy)
    names = (*(stage.picture for stage in guide.stages.values()), *easy)
    known = set(pictures(guide))
    return [name for name in dict.fromkeys(names) if name not in known]


def _room_facts(guide: Guide) -> dict[str, Any]:
    """What the scripts of the print room must know: of the sheets, and of the plan."""
    paper = guide.paper
    words = {name: guide.words[name] for name, word in PAPER_WORDS.items() if word.by_paper}
    words |= {name: guide.words[name] for name in _SAID_TOO}
    of_sheets = {name: one for name, one in facts(guide, with_titles=False).items() if name not in ("words", "foreign")}
    return of_sheets | {
        "words": words,
        **untranslated(guide, words),
        "lengths": [
            {"id": one.id, "name": one.name, "minutes": one.minutes, "marks": one.marks, "breaks": one.breaks}
            for one in paper.lengths
        ],
        "plan": [
            {
                **{name: getattr(one, name) for name in ("id", "title", "when", "least", "most", "each")},
                **{name: getattr(one, name) for name in ("longest", "shortest", "who", "bring", "say")},
            }
            for one in paper.plan
        ],
        "less": paper.less,
        "forms": [{"id": one.id, "copies": one.copies, "first": bool(one.first)} for one in paper.forms],
        "colours": {stage.id: stage.colour for stage in guide.stages.values()},
    }
