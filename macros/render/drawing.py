"""What does every page of the guide know? The guide, the way to its other pages, and the templates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from ..content import languages
from ..content.model import Guide
from . import foreign, links, own_pictures
from .environment import environment, tidy
from .footnotes import Numbered
from .found_by import asked_with, found_by
from .glossary_terms import Terms

# How the path to another page is made: (page of docs/ with its anchor) -> href.
Href = Callable[[str], str]
# How the path to the same page in another language is made: (its tag; empty: the guide's own) -> href.
Elsewhere = Callable[[str], str]


class Drawing:
    """What draws the pages of one guide. `href` gives the path from the page that is being made; `address` is that of
    the site as people may type it, or empty; `elsewhere` the path to the same page in another language."""

    def __init__(self, guide: Guide, href: Href, address: str = "", elsewhere: Elsewhere | None = None) -> None:
        self.guide = guide
        self._href = href
        self._address = address
        self._elsewhere = elsewhere

    def href(self, kind: str, name: str, anchor: str = "") -> str:
        """The path to a record from the page that is being made."""
        return self._href(str(links.target(self.guide, kind, name, anchor)))

    def _languages(self) -> list[dict[str, str]]:
        """The other languages of the guide: the tag, the name and the path to the same page of each."""
        guide, way = self.guide, self._elsewhere
        tags = [tag for tag in (guide.fallback, *guide.languages) if tag and tag != guide.language]
        return [
            {"tag": tag, "name": languages.own_name(tag), "href": way("" if tag == guide.fallback else tag)}
            for tag in tags
            if way
        ]

    def _render(self, template: str, part: str = "", **given: Any) -> str:
        """A template as text, with what it needs by name. `part` names what stands in a page that another began."""
        known = self._known(Terms(self.guide.glossary, part))
        text = environment().get_template("frame.html").render(**known, template=template, **given)
        return foreign.marked(tidy(text), self.guide.fallback)

    def _known(self, say: Terms) -> dict[str, Any]:
        """What every template knows of the guide, of its words and of the way to its pages."""
        guide = self.guide
        return {
            "w": guide.words,
            "guide": guide,
            "languages": self._languages(),
            "address": self._address,
            "stages": guide.stages,
            "marks": guide.marks,
            "glossary": guide.glossary,
            "scale": guide.scale,
            "questions": guide.questions,
            "href": self.href,
            "found_by": lambda idea: found_by(guide, idea),
            "asked_with": lambda idea: asked_with(guide, idea),
            "labels": lambda keys: links.labels([guide.sources[key] for key in keys], dict(guide.words)),
            "label": lambda key: links.label(guide.sources[key], dict(guide.words)),
            "owned": lambda example: own_pictures.shown(guide, example),
            "prosed": lambda words: say(Markup(links.prose(words, self.href))),
            "say": say,
            "numbered": Numbered(),
        }
