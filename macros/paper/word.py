"""How does a file for Word come about? The same words as in a PDF, in real headings, lists and tables to type into."""

from __future__ import annotations

from typing import Any

from ..content.model import Guide
from ..content.ready import Ready
from .documents import booklet, title_of
from .pdf import Made, day_of
from .texts import Data, Texts, run
from .web import Web
from .word_parts import Paper

_PLAN_ROWS = 6  # empty rows of a plan: people add more


def made(guide: Guide, web: Web, ready: Ready) -> Made:
    """One file for Word."""
    is_whole = ready.kind == "guide"
    page = ("page", "index") if is_whole else ("sheet" if ready.kind == "sheet" else "stage", ready.stage)
    title = guide.name if is_whole else title_of(guide, ready)
    paper = Paper(guide, title, day_of(guide), web.typed(*page))
    texts = Texts(guide, web)
    if is_whole:
        _whole(paper, texts)
    elif ready.kind == "sheet":
        _sheet(paper, texts.stage(ready.stage), title)
    else:
        stage = texts.stage(ready.stage)
        paper.heading(stage["title"], 0, stage["colour"])
        _stage(paper, stage, False)
        _sources(paper, texts.sources())
        _origins(paper, [stage])
    return Made(paper.content())


def _stage(paper: Paper, stage: Data, with_heading: bool) -> None:
    words = paper.guide.words
    if with_heading:
        paper.heading(stage["title"], 1, stage["colour"], f"stage_{stage['id']}")
    paper.picture(stage["picture"], stage["colour"], 28, words["ready_drawing"].format(stage=stage["title"]))
    paper.say(stage["of"])
    for one in stage["introduction"]:
        paper.line(one)
    _voices(paper, stage["openers"])
    level = 2 if with_heading else 1
    paper.heading(words["questions_title"], level)
    paper.steps({"runs": [run(f"{one.ask} ", True), run(one.help)]} for one in paper.guide.questions)
    paper.say(words["ready_numbers"])
    if not with_heading:
        paper.heading(words["marks_title"], 1)
    for mark in stage["marks"]:
        _mark(paper, mark, stage["colour"])


def _mark(paper: Paper, mark: Data, colour: str) -> None:
    words = paper.guide.words
    paper.heading(mark["title"], 2, colour)
    paper.say(mark["meaning"])
    for name, word, said in (("ladder", "ladders", "ready_ladder"), ("snake", "snakes", "ready_snake")):
        title = paper.heading(words[f"{word}_title"], 3, colour)
        title.add_run("  ")
        paper.picture(name, colour, 8, words[said], into=title)
        paper.list(mark[word])
    paper.heading(words["prompts_title"], 3)
    paper.list({"runs": [run(one)]} for one in mark["prompts"])
    paper.heading(words["why_title"], 3)
    for one in mark["why"]:
        paper.line(one)
    if mark["voices"]:
        paper.heading(words["voices_title"], 3)
        _voices(paper, mark["voices"])


def _voices(paper: Paper, voices: list[Data]) -> None:
    for one in voices:
        says = f"“{one['says']}”" if one["verbatim"] else one["says"]
        paper.quote({"runs": [run(says)]}, {"runs": [run(one["who"])], "at": one["at"]})


def _sources(paper: Paper, sources: list[Data]) -> None:
    if not sources:
        return
    paper.heading(paper.guide.words["sources_title"], 1)
    for one in sources:
        pieces = [run(f"[{one['n']}] {one['before']}"), run(one["title"], to=one["address"]), run(one["after"])]
        paper.line({"runs": pieces})


def _origins(paper: Paper, stages: list[Data]) -> None:
    paper.heading(paper.guide.words["origins_counts"], 1)
    for stage in stages:
        for mark in stage["marks"]:
            paper.line({"runs": [run(f"{mark['title']}. ", True), run(mark["origin"])]})


def _sheet(paper: Paper, stage: Data, title: str) -> None:
    guide, words = paper.guide, paper.guide.words
    paper.heading(title, 0, stage["colour"])
    paper.say(stage["of"])
    paper.table(title, (words["sheet_group"], words["sheet_date"]), [("", "")], (110, 60))
    _key(paper)
    paper.heading(words["marks_title"], 1)
    for mark in stage["marks"]:
        paper.heading(mark["title"], 2, stage["colour"])
        for line in (paper.say(mark["meaning"]), _key_line(paper)):
            line.paragraph_format.keep_with_next = True
        asked: list[tuple[Data, str]] = [
            ({"runs": [run(f"{one.ask} ", True), run(one.help)]}, "") for one in guide.questions
        ]
        asked += [
            ({"runs": [run(words[name], name == "ask_next")]}, "")
            for name in ("ask_next", "ask_who", "ask_when", "ask_help")
        ]
        paper.table(
            mark["title"],
            (words["ready_question"], words["ready_answer"]),
            asked,
            (65, 105),
            _tall(paper.room, len(guide.questions)),
        )
    paper.heading(words["ready_tally"].format(stage=stage["short"]), 1, stage["colour"])
    head = (words["ready_mark"], words["out_all"], words["ready_tally_agreed"])
    rows = [(f"{n}. {mark['title']}", "", "") for n, mark in enumerate(stage["marks"], 1)]
    paper.table(words["ready_tally"].format(stage=stage["short"]), head, rows, (75, 65, 30), tall=12)
    paper.heading(words["ask_next"], 1, stage["colour"])
    plan = (words["ask_what"], words["ask_who"], words["ask_when"], words["ask_help"])
    paper.table(words["ask_next"], plan, [("", "", "", "")] * _PLAN_ROWS, (60, 35, 30, 45), tall=16)


def _tall(room: int, questions: int) -> list[int]:
    """How high the rows of a mark are, in mm: its title, what it means and the key stand above them on the page."""
    step = [24, 13, 13, 13]
    return [max(14, (room - 66 - sum(step)) // questions)] * questions + step


def _key_line(paper: Paper) -> Any:
    """What the numbers mean, in a line."""
    words, bands = paper.guide.words, paper.guide.scale.bands
    pieces = [run(f"{words['paper_key']} ", True)]
    for one in bands:
        pieces.append(run(words["score_range"].format(low=one.low, high=one.high), True))
        pieces.append(run(f" {one.name}{'.' if one is bands[-1] else ', '}"))
    return paper.line({"runs": pieces})


def _key(paper: Paper) -> None:
    guide, words = paper.guide, paper.guide.words
    bands = [
        (
            words["score_range"].format(low=one.low, high=one.high),
            {"runs": [run(f"{one.name}. ", True), run(one.means)]},
        )
        for one in guide.scale.bands
    ]
    others = [("", {"runs": [run(f"{one.name}. ", True), run(one.means)]}) for one in guide.scale.not_scores]
    head = (words["scale_score"], words["scale_means"])
    paper.table(words["scale_caption"], head, [*bands, *others], (35, 135))


def _whole(paper: Paper, texts: Texts) -> None:
    guide, words = paper.guide, paper.guide.words
    data = booklet(guide, texts)
    paper.heading(guide.name, 0, "lake")
    paper.say(guide.tagline, True)
    paper.say(guide.purpose)
    paper.say(words["paper_from"].format(guide=guide.name, version=guide.version))
    paper.say(guide.licence)
    paper.heading(words["ready_contents"], 1)
    parts = [("use", data["use"]["title"]), ("facilitation", data["facilitation"]["title"])]
    parts += [(f"stage_{one['id']}", one["title"]) for one in data["stages"]]
    parts += [(name, data[name]["title"]) for name in ("lake", "glossary-page", "about-page")]
    paper.list({"runs": [run(title, to=f"#{name}")]} for name, title in parts)
    for name in ("use", "facilitation"):
        _words(paper, data[name], name)
        if name == "use":
            low, high = guide.scale.lowest, guide.scale.highest
            paper.heading(words["scale_title"].format(low=low, high=high), 1)
            paper.say(words["scale_lead"])
            _key(paper)
    for stage in data["stages"]:
        paper.break_page()
        _stage(paper, stage, True)
    _words(paper, data["lake"], "lake")
    for stage in data["stages"]:
        if stage["ideas"]:
            paper.heading(stage["title"], 2, stage["colour"])
        for idea in stage["ideas"]:
            paper.heading(idea["title"], 3, stage["colour"])
            paper.say(idea["what"])
            paper.list({"runs": [run(f"{name}: ", True), run(said)]} for name, said in (*idea["short"], *idea["facts"]))
    _words(paper, data["glossary-page"], "glossary-page")
    for one in data["glossary"]:
        paper.line({"runs": [run(f"{one['word']}: ", True), run(one["means"])], "at": one["at"]})
    _words(paper, data["about-page"], "about-page")
    if data["contact"]:
        paper.heading(words["contact_title"], 2)
        paper.line({"runs": data["contact"]})
        paper.say(words["contact_leave"])
    _originals(paper, data["stages"])
    _origins(paper, data["stages"])
    _sources(paper, data["sources"])


def _originals(paper: Paper, stages: list[Data]) -> None:
    for stage in stages:
        if stage["original"]:
            paper.heading(stage["title"], 2, stage["colour"])
        for one in stage["original"]:
            paper.line(one)


def _words(paper: Paper, page: Data, anchor: str) -> None:
    paper.heading(page["title"], 1, anchor=anchor)
    paper.line({"runs": page["lead"]})
    for section in page["sections"]:
        paper.heading(section["title"], 2)
        for block in section["body"]:
            if block["kind"] == "table":
                wide = 170 // len(block["head"])
                paper.table(block["caption"], block["head"], block["rows"], (wide,) * len(block["head"]))
            elif block["kind"] == "list":
                paper.list(block["lines"])
            elif block["kind"] == "steps":
                paper.steps(block["lines"])
            elif block["kind"] == "easy":
                paper.list({"runs": [run(one["say"])]} for one in block["easy"])
            else:
                paper.line(block["lines"][0])
