"""What do files say? The words of a guide as plain data, so that no text is ever read as anything but text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..content.model import EasyCheck, Guide, Mark, Source, Stage, Voice
from ..content.model_parts.lines import Easy, Statement
from ..content.model_parts.page_model import Block, Page
from ..content.prose import LINK
from ..render.footnotes import Numbered
from .web import Web

Data = dict[str, Any]
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_STRONG = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*")
_ON, _OFF = "\x02", "\x03"  # where bold begins and ends, while a text is taken apart
_PIECE = re.compile(f"{LINK.pattern}|({_ON}|{_OFF})")


class Texts:
    """The words of one file. Its sources have numbers, in the order in which they come."""

    def __init__(self, guide: Guide, web: Web) -> None:
        self.guide = guide
        self.web = web
        self._numbered = Numbered()

    def stage(self, name: str) -> Data:
        """A stage with its opening voices and all its marks."""
        guide, stage = self.guide, self.guide.stages[name]
        openers = [one for one in guide.voices.values() if one.opens == name]
        return {
            **self._head(stage),
            "introduction": self.lines(stage.introduction),
            "openers": [self.voice(one) for one in openers],
            "marks": [self.mark(one, openers) for one in stage.marks],
        }

    def easy_stage(self, name: str) -> Data:
        """The same in Easy Read."""
        stage = self.guide.stages[name]
        checks = [one for one in self.guide.easy_checked if name in (one.stages or self.guide.stages)]
        return {
            **self._head(stage),
            "title": stage.easy_title or stage.title,
            "full": stage.title,
            "easy": easy(stage.easy),
            "checked": self.checked(checks),
            "marks": [
                {
                    "id": one.id,
                    "title": one.easy_title,
                    "full": one.title,
                    "picture": one.picture,
                    "easy": easy(one.easy),
                }
                for one in stage.marks
            ],
        }

    def checked(self, checks: Iterable[EasyCheck]) -> list[str]:
        """Who checked the Easy Read, or that nobody has."""
        words = self.guide.words
        return [words["easy_checked"].format(by=one.by, on=one.on) for one in checks] or [words["easy_unchecked"]]

    def _head(self, stage: Stage) -> Data:
        number = list(self.guide.stages).index(stage.id) + 1
        of = self.guide.words["stage_of"].format(n=number, total=len(self.guide.stages))
        return {
            "id": stage.id,
            "title": stage.title,
            "short": stage.short,
            "of": of,
            "colour": stage.colour,
            "picture": stage.picture,
        }

    def mark(self, mark: Mark, openers: Iterable[Voice] = ()) -> Data:
        """A mark with all that stands beside it."""
        voices = [one for one in self.guide.voices_of[mark.id] if one not in openers]
        return {
            "id": mark.id,
            "title": mark.title,
            "picture": mark.picture,
            "meaning": mark.meaning,
            "ladders": self.lines(mark.ladders),
            "snakes": self.lines(mark.snakes),
            "prompts": list(mark.prompts),
            "why": self.lines(mark.why),
            "voices": [self.voice(one) for one in voices],
            "origin": mark.origin_note,
        }

    def voice(self, one: Voice) -> Data:
        """What somebody said, who it was, and where it was reported."""
        is_verbatim = one.kind == "verbatim"
        how = self.guide.words["voice_verbatim" if is_verbatim else "voice_reported"]
        return {"says": one.says, "verbatim": is_verbatim, "who": f"{one.who}, {how}", "at": self.at(one.sources)}

    def lines(self, all_: Iterable[Statement]) -> list[Data]:
        """Lines, each with the numbers of its sources."""
        return [self.line(one) for one in all_]

    def line(self, one: Statement) -> Data:
        """A line whose words are text and nothing else; see `prose` for those that may hold more."""
        return {"runs": [run(one.say)], "at": self.at(one.sources), "note": one.note}

    def prose(self, one: Statement) -> Data:
        """A line with its bold words and its links."""
        return {"runs": self.runs(one.say), "at": self.at(one.sources), "note": one.note}

    def at(self, keys: Iterable[str]) -> list[int]:
        """The numbers of sources in this file."""
        return [self._numbered.number(key) for key in keys]

    def runs(self, text: str) -> list[Data]:
        """Page text in pieces: words, whether they are bold, and where they lead on the web (empty: nowhere)."""
        found: list[Data] = []
        self._take_apart(_STRONG.sub(f"{_ON}\\1{_OFF}", text), "", False, found)
        return found

    def _take_apart(self, text: str, to: str, strong: bool, found: list[Data]) -> bool:
        last = 0
        for piece in _PIECE.finditer(text):
            if piece.start() > last:
                found.append(run(text[last : piece.start()], strong, to))
            last = piece.end()
            if piece[3]:
                strong = piece[3] == _ON
            else:
                strong = self._take_apart(piece[1], self._leads_to(piece[2]), strong, found)
        if last < len(text):
            found.append(run(text[last:], strong, to))
        return strong

    def _leads_to(self, goal: str) -> str:
        kind, _, name = goal.partition(":")
        if kind in ("http", "https", "mailto"):
            return goal
        name, _, anchor = name.partition("#")
        return self.web.page(kind, name, anchor)

    def page(self, name: str) -> Data:
        """The words of a page, section by section."""
        page: Page = self.guide.pages[name]
        sections = [
            {"title": one.title, "body": [self.block(block) for block in one.body], "id": one.id}
            for one in page.sections
        ]
        return {"id": name, "title": page.title, "lead": self.runs(page.lead), "sections": sections}

    def block(self, block: Block) -> Data:
        """One piece of a section."""
        if block.kind == "table":
            rows = [[self.prose(cell) for cell in row] for row in block.rows]
            return {"kind": "table", "caption": block.caption, "head": list(block.head), "rows": rows}
        if block.kind == "easy":
            return {"kind": "easy", "easy": easy(block.easy)}
        if block.example:  # a picture of the site: what it shows is said
            return {"kind": "note", "lines": [self.prose(Statement(say=block.example.alt))]}
        return {"kind": block.kind, "lines": [self.prose(one) for one in block.lines]}

    def ideas(self, stage: str) -> list[Data]:
        """The ideas of the Lake whose home is a stage."""
        guide = self.guide
        return [
            {
                "title": one.title,
                "what": one.what,
                "short": [
                    (guide.words["cost"], guide.costs[one.cost].name),
                    (guide.words["effort"], guide.efforts[one.effort]),
                    (guide.words["format"], guide.formats[one.format]),
                ],
                "facts": [
                    (guide.words["access"], one.access),
                    (guide.words["helps_marks"], "; ".join(guide.marks[mark].title for mark in one.marks)),
                    *((guide.words["also"], f"{guide.stages[to.stage].short}: {to.why}") for to in one.also),
                ],
            }
            for one in guide.ideas.values()
            if one.stage == stage
        ]

    def glossary(self) -> list[Data]:
        """Every word and what it means here."""
        return [
            {"word": one.word, "means": one.means, "at": self.at(one.sources)} for one in self.guide.glossary.values()
        ]

    def sources(self) -> list[Data]:
        """The sources that have a number by now, in their order. Asked last."""
        return [self._source(self.guide.sources[key], at) for at, key in enumerate(self._numbered.keys, 1)]

    def _source(self, one: Source, at: int) -> Data:
        words = self.guide.words
        about = f" ({one.about})" if one.about else ""
        before = f"{one.authors or words['no_authors']} ({one.date or words['no_date']}). "
        after = f"{about}. " + (f"{one.place}. " if one.place else "") + words["source_read"].format(how=one.read)
        after += f" {one.note}" if one.note else ""
        return {"n": at, "before": before, "title": one.title, "after": after, "address": one.address}


def is_right_to_left(language: str) -> bool:
    """Whether a language is read from the right."""
    return language.partition("-")[0].lower() in _RIGHT_TO_LEFT


def run(text: str, strong: bool = False, to: str = "") -> Data:
    """A piece of a line."""
    return {"text": text, "strong": strong, "to": to}


def easy(lines: Iterable[Easy]) -> list[Data]:
    """Easy Read sentences with their pictures."""
    return [{"say": one.say, "picture": one.picture} for one in lines]


def pictures(data: Any) -> set[str]:
    """The names of all pictures that some data asks for."""
    if isinstance(data, Mapping):
        own = {data["picture"]} if isinstance(data.get("picture"), str) else set()
        return own.union(*map(pictures, data.values()))
    return set().union(*map(pictures, data)) if isinstance(data, (list, tuple)) else set()
