"""How does an Easy Read file for Word come about? A picture beside each short sentence, in large letters."""

from __future__ import annotations

from ..content.model import Guide
from ..content.ready import Ready
from .documents import EASY, title_of
from .pdf import Made, day_of
from .texts import Data, Texts
from .web import Web
from .word_parts import EASY_SIZES, Paper

# On a sheet, in mm: a drawing at most and at least, the room for words at least, and what a mark needs beside drawings.
_DRAWN, _LEAST, _SAID, _ASKED = 18, 10, 18, 180


def made(guide: Guide, web: Web, ready: Ready) -> Made:
    """One file: a stage to read (`read`), or to answer too (`sheet`)."""
    title = title_of(guide, ready._replace(look=EASY))
    page = ("sheet" if ready.kind == "sheet" else "easy", ready.stage)
    paper = Paper(guide, title, day_of(guide), web.typed(*page), EASY_SIZES)
    tall = _DRAWN if ready.kind == "sheet" else 26  # of a drawing, in mm: a mark has a page
    stage = Texts(guide, web).easy_stage(ready.stage)
    paper.heading(title, 0, stage["colour"])
    _full(paper, stage)
    paper.say(stage["of"])
    _sentences(paper, stage, tall)
    for one in stage["checked"]:
        paper.say(one)
    for mark in stage["marks"]:
        paper.break_page()
        paper.heading(mark["title"], 1, stage["colour"])
        _full(paper, mark)
        drawn = {**mark, "colour": stage["colour"]}
        if ready.kind == "sheet":
            room, count = paper.room - _ASKED, len(mark["easy"])
            tall = max(_LEAST, min(_DRAWN, room // count))
            _sentences(paper, drawn, tall)
            _asked(paper, mark["title"], max(_SAID, room + _SAID - tall * count))
        else:
            _sentences(paper, drawn, tall)
    return Made(paper.content())


def _full(paper: Paper, one: Data) -> None:
    """The title in the full guide, where it is another."""
    if one["full"] != one["title"]:
        paper.say(paper.guide.words["easy_full"].format(title=one["full"]))


def _sentences(paper: Paper, part: Data, tall: int) -> None:
    for one in part["easy"]:
        paper.beside(one["picture"], part["colour"], one["say"], tall)


def _asked(paper: Paper, title: str, tall: int) -> None:
    """The faces to tick, the answers that are none, and room for words, `tall` mm of it."""
    guide, words = paper.guide, paper.guide.words
    paper.heading(words["ask_far"], 2)
    for step in guide.scale.steps:
        paper.beside(step.picture, "", f"\u2610 {step.name}", 13)
    paper.say("    ".join(f"\u2610 {other.name}" for other in guide.scale.not_scores))
    paper.table(title, (words["ready_say"],), [("",)], (170,), tall=tall)
