"""How does a PDF come about? Typst sets the words of a guide, with tags, and stops where something cannot be read."""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import typst

from ..content.model import Guide
from ..content.model_parts.paper_model import size_of
from ..content.ready import LOOKS
from . import drawings, letters
from .texts import Data, is_right_to_left, pictures
from .web import Web

TEMPLATES = Path(__file__).resolve().parent / "templates"
_COUNT = re.compile(rb"/Count (\d+)")
_ALWAYS = ("ladder", "snake")  # what the templates draw by themselves


@dataclass(frozen=True)
class Made:
    """A file: its bytes, how many pages it has (0: nobody can tell), and the signs that no font here can show."""

    content: bytes
    pages: int = 0
    missing: frozenset[str] = frozenset()


def day_of(guide: Guide) -> date:
    """The day that files say they were made: that of the newest news, so that the same words make the same bytes."""
    return date.fromisoformat(guide.news[0].day) if guide.news else date(2000, 1, 1)


def made(guide: Guide, web: Web, template: str, kind: str, title: str, page: tuple[str, str], data: Data) -> Made:
    """A PDF from a template and what it says. `kind`: one of LOOKS; `page`: the page of the site that it goes with."""
    day = day_of(guide)
    whole = {
        **_known(guide),
        "look": kind,
        "title": title,
        "day": [day.year, day.month, day.day],
        "address": _at_the_foot(web, page, 60 if kind == LOOKS[0] else 44),
        "code": drawings.square_code(web.page(*page)),
        **data,
    }
    whole["pictures"] = {name: drawings.picture(name) for name in sorted(pictures(whole) | set(_ALWAYS))}
    return _set(template, whole)


def _at_the_foot(web: Web, page: tuple[str, str], most: int) -> str:
    """The address of a page, or of the guide where that would be too long for a line."""
    whole = web.typed(*page)
    return whole if len(whole) <= most else web.typed("page", "index")


def _known(guide: Guide) -> Data:
    """What every file knows of the guide."""
    lang, region = spoken_in(guide.language)
    words = guide.words
    return {
        "words": dict(words),
        "author": guide.name,
        "about": guide.purpose,
        "lang": lang,
        "region": region,
        "rtl": is_right_to_left(guide.language),
        "edition": words["paper_from"].format(guide=guide.name, version=guide.version),
        "colours": drawings.palette(guide),
        "linked": True,
        "paper": {"a4": "a4", "letter": "us-letter"}[size_of(guide.paper, guide.language)],
        "questions": [
            {"ask": one.ask, "help": one.help, "answer": one.answer, "short": one.short} for one in guide.questions
        ],
        "scale": {
            "numbers": list(range(guide.scale.lowest, guide.scale.highest + 1)),
            "bands": [
                {"low": one.low, "high": one.high, "name": one.name, "means": one.means} for one in guide.scale.bands
            ],
            "steps": [
                {"name": one.name, "picture": one.picture, "score": one.score, "low": one.low, "high": one.high}
                for one in guide.scale.steps
            ],
            "others": [{"name": one.name, "means": one.means} for one in guide.scale.not_scores],
        },
    }


def spoken_in(language: str) -> tuple[str, str | None]:
    """A language as Typst knows it, and the land where it is spoken so: `en-GB` is `en` in `GB`."""
    first, *rest = language.split("-")
    lang = first.lower() if re.fullmatch(r"[A-Za-z]{2,3}", first) else "en"
    return lang, next((part.upper() for part in rest if re.fullmatch(r"[A-Za-z]{2}", part)), None)


def _set(template: str, data: Data) -> Made:
    """Typst's answer. Signs that no font here can show stand there by their numbers."""
    text = json.dumps(data, ensure_ascii=False)
    fonts, missing = letters.fonts_for(text)
    shown = letters.by_number(data, missing) if missing else data
    compiler = _compiler(template, fonts)
    year, month, day = data["day"]
    moment = datetime(year, month, day, tzinfo=timezone.utc)
    # PDF/UA-1: each drawing has words or is decoration, no heading is skipped, all letters can be read out.
    content: Any = compiler.compile(
        sys_inputs={"data": json.dumps(shown, ensure_ascii=False)},
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=moment,
    )
    return Made(content, max(map(int, _COUNT.findall(content))), missing)


@functools.cache
def _compiler(template: str, fonts: str) -> typst.Compiler:
    return typst.Compiler(
        TEMPLATES / f"{template}.typ", root=TEMPLATES, font_paths=letters.FONTS[fonts](), ignore_system_fonts=True
    )
