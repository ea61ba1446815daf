"""How does an EPUB come about? All of the guide, in full and in Easy Read, for whoever reads on a small screen."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..content.model import Guide
from ..content.own_colours import INK
from . import drawings
from .documents import booklet
from .pdf import Made, day_of
from .same_bytes import packed
from .texts import Texts, is_right_to_left, pictures
from .web import Web

TEMPLATES = Path(__file__).resolve().parent / "templates" / "epub"
_FOLDER = "book"
_DRAWN = ("lake", "ladder", "snake")  # what the templates draw by themselves
# What the book has for who reads by ear, by touch or with large letters, as schema.org names it.
_FEATURES = ("tableOfContents", "structuralNavigation", "readingOrder", "alternativeText", "displayTransformability")
# What no XML may hold.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Chapter:
    """A file of the book. `parts`: what its contents list of it, by id; `landmark`: what readers know it as."""

    file: str
    title: str
    template: str
    given: dict[str, Any]
    parts: tuple[tuple[str, str], ...] = ()
    landmark: str = ""


@functools.cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_as_xml,
    )


def _as_xml(said: Any) -> Any:
    """Words as XML may hold them; what is XML already stays."""
    return _NOT_XML.sub("\ufffd", said) if isinstance(said, str) and not isinstance(said, Markup) else said


def made(guide: Guide, web: Web) -> Made:
    """The book."""
    chapters = list(_chapters(guide, Texts(guide, web)))
    drawn = sorted(pictures([one.given for one in chapters]) | set(_DRAWN))
    known = {
        "guide": guide,
        "w": guide.words,
        "lang": guide.language,
        "rtl": is_right_to_left(guide.language),
        "edition": guide.words["paper_from"].format(guide=guide.name, version=guide.version),
        "address": web.page("page", "index"),
        "day": day_of(guide).isoformat(),
    }

    def drawn_from(template: str, **given: Any) -> bytes:
        return _environment().get_template(template).render(**known, **given).encode()

    parts = [("mimetype", b"application/epub+zip"), ("META-INF/container.xml", drawn_from("container.xml"))]
    summary = guide.words["ready_epub_says"]
    opf = drawn_from("content.opf", chapters=chapters, pictures=drawn, summary=summary, features=_FEATURES)
    parts.append((f"{_FOLDER}/content.opf", opf))
    for one in chapters:
        given = {"chapters": chapters, "type": "", **one.given}
        parts.append((f"{_FOLDER}/{one.file}", drawn_from(one.template, title=one.title, **given)))
    parts.append((f"{_FOLDER}/style.css", (TEMPLATES / "style.css").read_bytes()))
    parts += [(f"{_FOLDER}/pictures/{name}.svg", drawings.picture(name, INK).encode()) for name in drawn]
    return Made(packed(parts, day_of(guide), stored=("mimetype",)))


def _chapters(guide: Guide, texts: Texts) -> Iterator[Chapter]:
    words = guide.words
    data = booklet(guide, texts)
    yield Chapter("title.xhtml", guide.name, "title.xhtml", {"type": "titlepage"}, landmark="titlepage")
    yield Chapter("nav.xhtml", words["ready_contents"], "nav.xhtml", {}, landmark="toc")
    use = data["use"]
    yield Chapter("use.xhtml", use["title"], "words.xhtml", {"it": use, "type": "bodymatter"}, landmark="bodymatter")
    title = words["scale_title"].format(low=guide.scale.lowest, high=guide.scale.highest)
    yield Chapter("scale.xhtml", title, "scale.xhtml", {})
    yield Chapter("facilitation.xhtml", data["facilitation"]["title"], "words.xhtml", {"it": data["facilitation"]})
    for stage in data["stages"]:
        parts = tuple((mark["id"], mark["title"]) for mark in stage["marks"])
        yield Chapter(f"stage--{stage['id']}.xhtml", stage["title"], "stage.xhtml", {"it": stage}, parts)
    for name in guide.stages:
        easy = texts.easy_stage(name)
        title = words["easy_page_title"].format(stage=easy["title"])
        yield Chapter(f"easy--{name}.xhtml", title, "easy.xhtml", {"it": easy})
    yield Chapter("lake.xhtml", data["lake"]["title"], "lake.xhtml", {"it": data["lake"], "stages": data["stages"]})
    page = data["glossary-page"]
    given = {"it": page, "words": data["glossary"]}
    yield Chapter("glossary.xhtml", page["title"], "glossary.xhtml", given, landmark="glossary")
    page = data["about-page"]
    given = {"it": page, "contact": data["contact"], "stages": data["stages"]}
    yield Chapter("about.xhtml", page["title"], "about.xhtml", given)
    given = {"sources": data["sources"]}
    yield Chapter("sources.xhtml", words["sources_title"], "sources.xhtml", given, landmark="bibliography")
