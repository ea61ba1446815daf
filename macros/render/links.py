"""How do I point at it? Each record's page and anchor, and the path from one page to another."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from ..content.model import Guide, Source
from ..content.prose import LINK
from ..content.site_map import HOMES, PAGES, VIEWS, page_of


@dataclass(frozen=True)
class Target:
    """A page of ``docs/`` and an anchor on it (empty: its top)."""

    page: str
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


def target(guide: Guide, kind: str, name: str, anchor: str = "") -> Target:
    """Where a record stands. `kind`: page, stage, mark, idea, voice, word, source, or one of VIEWS of a stage.

    Raises KeyError for a record that does not exist: the checker has seen to it that none is asked for.
    """
    if kind == "page":
        return Target("index.md" if name == "index" else f"{name}.md", anchor if _has(guide, name, anchor) else "")
    if kind == "stage" or kind in VIEWS:
        return Target(f"{page_of(guide.stages[name].id, kind if kind in VIEWS else '')}.md", anchor)
    if kind == "mark":
        return Target(f"{guide.marks[name].stage}.md", name)
    known: dict[str, Mapping[str, object]] = {
        "idea": guide.ideas,
        "voice": guide.voices,
        "word": guide.glossary,
        "source": guide.sources,
    }
    if name not in known[kind]:
        raise KeyError(f"{kind} {name}")
    return Target(f"{HOMES[kind]}.md", name)


def _has(guide: Guide, page: str, anchor: str) -> bool:
    """Whether a page has an anchor: ours ask for parts of texts that a guide of one's own may have called otherwise."""
    shown = PAGES.get(page)
    texts = [guide.pages[name] for name in shown.texts if name in guide.pages] if shown else []
    if shown and "stage" in shown.records and anchor in guide.stages:
        return True
    return not shown or anchor in shown.parts or any(anchor == one.id for text in texts for one in text.sections)


def relative(source: str, goal: str) -> str:
    """The path from one page of ``docs/`` to another, as Zensical and plain Markdown want it."""
    return posixpath.relpath(goal, posixpath.dirname(source) or ".")


def label(source: Source, words: dict[str, str]) -> str:
    """How a source is named beside a line: its first author and year, in the guide's own words."""
    if source.short:
        return source.short
    name, many = _first_author(source)
    if many:
        name = words["cite_many"].format(name=name)
    year = re.findall(r"\b(?:19|20)\d\d\b", source.date)
    return words["cite_dated"].format(name=name, year=year[0]) if year else name


def labels(sources: Sequence[Source], words: dict[str, str]) -> list[str]:
    """How sources are named in a list: by their label, and by their title too where two would look the same."""
    names = [label(source, words) for source in sources]
    return [f"{name}: {source.title}" if names.count(name) > 1 else name for source, name in zip(sources, names)]


# "Barke J" and "van der Graaf P": a person is a name and up to three initials.
_PERSON = re.compile(r"([^,:]*?[a-z][^,:]*?) [A-Z](?:-?[A-Z]){0,3}(?=$|,| and | with )")


def _first_author(source: Source) -> tuple[str, bool]:
    authors = source.authors or source.place or source.title
    person = _PERSON.match(authors)
    if person:
        return person.group(1), len(_PERSON.findall(re.sub(r", ", ",", authors))) > 1
    return re.split(r"[,:(]", authors)[0].strip(), False


def prose(text: str, href: Callable[..., str]) -> str:
    """Page text as HTML: everything is escaped but `**strong**` and `[words](target)`."""

    def link(found: re.Match[str]) -> str:
        words, goal = found.groups()
        kind, _, name = goal.partition(":")
        if kind in ("http", "https", "mailto"):
            return f'<a href="{goal}">{words}</a>'
        name, _, anchor = name.partition("#")
        return f'<a href="{href(kind, name, anchor)}">{words}</a>'

    safe = re.sub(r"\*\*(\S(?:.*?\S)?)\*\*", r"<strong>\1</strong>", escape(text, quote=False))
    return LINK.sub(link, safe)
