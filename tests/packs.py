"""How does the guide do with many marks? Guides of any size, all made up: nothing of ours is in them but words.yml."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from macros.content import thin_pages
from tests.shared import CODE, FIXTURES, copy_project, small_guide

# How much stands beside a mark in a guide of some weight.
LADDERS, PROMPTS, VOICES, IDEAS, SOURCES = 5, 4, 2, 2, 3
WORDS = 40  # of the glossary: a guide with more marks has hardly more of them
COLOURS = ("clay", "leaf", "rose", "violet", "lake", "slate")


def pack(project: Path, marks: int, stages: int) -> Path:
    """The guide of `project` with this many made-up marks in this many stages, about the same in each."""
    project.mkdir(parents=True, exist_ok=True)
    copy_project(project, CODE)
    small_guide(project)
    folder = project / "marks"
    shutil.rmtree(folder / "planning")
    (folder / "lake" / "planning.yml").unlink()
    names = [f"stage-{number}" for number in range(1, stages + 1)]
    homes = {name: [f"mark-{number}" for number in range(at, marks, stages)] for at, name in enumerate(names)}
    _write(folder / "glossary.yml", {f"word-{number}": _word(number) for number in range(WORDS)})
    _write(folder / "references.yml", {f"BOOK-{number}": _source(number) for number in range(SOURCES * marks)})
    voices: dict[str, Any] = {}
    for stage, (name, mine) in enumerate(homes.items()):
        (folder / name).mkdir()
        _write(folder / name / "stage.yml", _stage(name, stage, mine))
        others = names[stage + 1 :] + names[:stage]
        ideas = {f"idea-{mark}-{number}": _idea(mark, number, others) for mark in mine for number in range(IDEAS)}
        _write(folder / "lake" / f"{name}.yml", ideas)
        for mark in mine:
            _write(folder / name / f"{mark}.yml", _mark(mark))
            voices |= {f"voice-{mark}-{number}": _voice(mark, number) for number in range(VOICES)}
    _write(folder / "quotes.yml", voices)
    example = yaml.safe_load((folder / "example.yml").read_text(encoding="utf-8"))
    _write(folder / "example.yml", {**example, "marks": {"mark-0": example["marks"]["say-hello"]}})
    guide = yaml.safe_load((folder / "guide.yml").read_text(encoding="utf-8"))
    _write(folder / "guide.yml", {**guide, "stages": names, "questions": _questions()})
    (project / "docs").mkdir()
    thin_pages.write(project, names, yaml.safe_load((folder / "words.yml").read_text(encoding="utf-8")))
    return project


def _line(mark: str, number: int, words: str) -> Any:
    """A line, every second one with a source of its mark."""
    own = int(mark.rpartition("-")[2]) * SOURCES + number % SOURCES
    said = f"{words} {number}, and this is what somebody might say of it to a group that met for the first time."
    return {"say": said, "source": f"BOOK-{own}"} if number % 2 else said


def _mark(name: str) -> dict[str, Any]:
    return {
        "id": name,
        "title": f"Made-up {name.replace('-', ' ')}",
        "origin": "ours",
        "origin_note": "Made up to measure.",
        "picture": "ladder",
        "meaning": f"This is {name}. It means that people meet, and that word {len(name)} is said by each in turn.",
        "easy_title": "We meet",
        "easy": [{"say": f"We meet, and we talk about thing {number}.", "picture": "ladder"} for number in range(4)],
        "why": [_line(name, number, "A reason") for number in range(2)],
        "ladders": [_line(name, number, "A ladder") for number in range(LADDERS)],
        "snakes": [_line(name, number, "A snake") for number in range(LADDERS)],
        "prompts": [f"What do we think of {name}, and of question {number}?" for number in range(PROMPTS)],
    }


def _stage(name: str, number: int, marks: list[str]) -> dict[str, Any]:
    return {
        "title": f"Made-up {name.replace('-', ' ')}",
        "short": name.replace("-", " ").title(),
        "colour": COLOURS[number % len(COLOURS)],
        "picture": "ladder",
        "introduction": [f"This is {name}, which is made up. It stands here so that something can be measured."],
        "marks": marks,
    }


def _voice(mark: str, number: int) -> dict[str, Any]:
    own = int(mark.rpartition("-")[2]) * SOURCES + number
    says = f"Person A told of {mark} and of meeting {number}, and of the tea that was there for everybody."
    return {"says": says, "who": "Person A", "kind": "reported", "source": f"BOOK-{own}", "marks": [mark]}


def _idea(mark: str, number: int, others: list[str]) -> dict[str, Any]:
    """An idea for a mark, good for some of the other stages too: for none, for the next, for the next two."""
    good = others[: (int(mark.rpartition("-")[2]) + number) % 3]
    return {
        "title": f"Try thing {number} of {mark}",
        "what": f"Do thing {number} for {mark} together, and look at what came of it.",
        **({"also": [{"stage": stage, "why": f"When {stage} is slow."} for stage in good]} if good else {}),
        "marks": [mark],
        "cost": "free",
        "effort": "minutes",
        "format": "either",
        "access": "A nod will do.",
    }


def _word(number: int) -> dict[str, Any]:
    return {"word": f"word {number}", "means": f"The word with the number {number}, which is made up."}


def _source(number: int) -> dict[str, Any]:
    return {
        "authors": f"Person {number}",
        "date": "2020",
        "title": f"Book {number}",
        "read": "in full",
        "group": "books",
    }


def _questions() -> dict[str, Any]:
    """Those of the made-up guide: a sheet asks them of each mark."""
    guide = yaml.safe_load((FIXTURES / "guide" / "marks" / "guide.yml").read_text(encoding="utf-8"))
    questions: dict[str, Any] = guide["questions"]
    return questions


def _write(path: Path, data: object) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=4000), encoding="utf-8")
