"""How does it look? Every page of the guide as text for a site builder, from the model and the templates."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..content import icons
from ..content.model import Guide, Mark, Voice
from . import links
from .citations import cited
from .footnotes import Numbered
from .glossary_terms import Terms
from .sheet_data import facts

TEMPLATES = Path(__file__).resolve().parent / "templates"
TOP = "top"  # the anchor of a page's own title; no record may have it as its id
# What a reader may change, the first of each being how it is.
READING = {"size": ("normal", "large", "larger", "largest"), "space": ("normal", "wide"),
           "contrast": ("normal", "high")}
# What the search says. Its frame is the theme's, so each page hands these words to it.
SEARCHING = ("search", "search_clear", "search_empty", "search_none", "search_found_one", "search_found_other",
             "search_more_one", "search_more_other", "search_missing")
# A short word with a hyphen stays on one line of a title.
_WHOLE = re.compile(r"(?<![\w&;-])\(?[^\W\d_]{2,8}-[^\W\d_]{2,12}(?![\w-])\)?")
# What a drawing says of itself in a file; in a page it goes without saying.
_SPACE = ' xmlns="http://www.w3.org/2000/svg"'
# How the path to another page is made: (page of docs/ with its anchor) -> href.
Href = Callable[[str], str]


@functools.cache
def environment() -> Environment:
    """The templates, with everything escaped and nothing silently missing."""
    jinja = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
                        trim_blocks=True, lstrip_blocks=True)
    jinja.policies["json.dumps_kwargs"] = {"separators": (",", ":")}  # what scripts read needs no spaces
    jinja.filters["fill"] = lambda words, **slots: words.format(**slots)
    jinja.globals.update(icon=_icon, heading=heading, reading=READING, searching=SEARCHING, symbol=_symbol,
                         same=_same)
    return jinja


def _icon(name: str) -> Markup:
    """An icon's drawing, as decoration: the words beside it say what it means."""
    return _decorated(icons.drawing(name))


@functools.cache
def _decorated(drawing: str) -> Markup:
    return Markup(drawing.replace("<svg ", '<svg class="mk-icon" aria-hidden="true" ', 1).replace(_SPACE, "", 1))


def _symbol(name: str) -> Markup:
    """An icon that stands many times on a page, drawn once."""
    inside = icons.drawing(name).replace("<svg ", f'<symbol id="icon--{name}" ', 1)
    return Markup(inside.replace(_SPACE, "", 1).removesuffix("</svg>") + "</symbol>")


def _same(name: str) -> Markup:
    """The same icon once more."""
    return Markup(f'<svg class="mk-icon" viewBox="0 0 1 1" aria-hidden="true"><use href="#icon--{name}"/></svg>')


def heading(level: int, title: str, anchor: str = TOP, classes: str = "") -> Markup:
    """A Markdown heading, which reaches the table of contents in both builders; any title stays text.

    `classes` (separated by spaces) let it be the upper part of the card whose lower part is the block below.
    """
    plain = str(escape(title)).replace("&#39;", "'").replace("&#34;", '"')
    safe = re.sub(r"([\\`*_{}\[\]#])", r"\\\1", plain)
    safe = _WHOLE.sub(r'<span class="mk-whole">\g<0></span>', safe)
    marks = "".join(f" .{name}" for name in classes.split())
    return Markup(f"{'#' * level} {safe} {{#{anchor}{marks}}}")


def tidy(text: str) -> str:
    """No indentation, no blank line but around headings: the shape that both builders read alike."""
    lines: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if line.startswith(("# ", "## ", "### ")):
            lines += ["", line, ""]
        elif line:
            lines.append(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


class Pages:
    """The pages of one guide. `href` gives the path from the page that is being made; `address` is that of the site as
    people may type it, or empty."""

    def __init__(self, guide: Guide, href: Href, address: str = "") -> None:
        self.guide = guide
        self._href = href
        self._address = address

    def href(self, kind: str, name: str, anchor: str = "") -> str:
        """The path to a record from the page that is being made."""
        return self._href(str(links.target(self.guide, kind, name, anchor)))

    def home(self) -> str:
        """The first page."""
        return self._render("pages/home.html", page=self.guide.pages["index"])

    def words(self, name: str) -> str:
        """A page that is all words."""
        return self._render("pages/page.html", page=self.guide.pages[name], level=1, anchor=TOP)

    def part(self, name: str) -> str:
        """The same as a part of a page, one level down."""
        return self._render("pages/page.html", name, page=self.guide.pages[name], level=2, anchor=name)

    def scale(self) -> str:
        """The four questions and the scale."""
        return self._render("pages/scale.html", "scale")

    def origins(self) -> str:
        """Where the titles of the marks come from."""
        return self._render("pages/origins.html", "origins")

    def stage(self, name: str) -> str:
        """One stage, with all its marks."""
        guide = self.guide
        stage = guide.stages[name]
        openers = [one for one in guide.voices.values() if one.opens == name]
        voices = {mark.id: [one for one in guide.voices_of[mark.id] if one not in openers] for mark in stage.marks}
        return self._render(
            "pages/stage.html", stage=stage, number=list(guide.stages).index(name) + 1, openers=openers, voices=voices,
            retired=guide.retired, ideas=guide.ideas_for, after=_after(stage.marks), easy_page=("easy", name),
        )

    def easy(self, name: str) -> str:
        """One stage in Easy Read."""
        stage = self.guide.stages[name]
        checks = [one for one in self.guide.easy_checked if name in (one.stages or self.guide.stages)]
        return self._render("pages/stage_easy.html", stage=stage, number=list(self.guide.stages).index(name) + 1,
                            checks=checks, full_page=("stage", name))

    def easy_start(self) -> str:
        """Where Easy Read begins."""
        checks = [one for one in self.guide.easy_checked if not one.stages]
        return self._render("pages/easy.html", page=self.guide.pages["easy"], checks=checks,
                            full_page=("page", "index"))

    def sheet(self, name: str) -> str:
        """The score sheet of a stage, to type in or to print."""
        stage = self.guide.stages[name]
        return self._render("pages/sheet.html", stage=stage, marks_here=stage.marks, page=self.guide.pages["sheet"],
                            how=self.guide.pages["sheet"].sections,
                            sheet=name, colour=stage.colour, facts=facts(self.guide), easy_near=("easy", name))

    def choose(self) -> str:
        """A sheet of people's own choosing: every mark, of which they tick some."""
        return self._render("pages/choose.html", page=self.guide.pages["choose"],
                            how=self.guide.pages["sheet"].sections,
                            sheet="chosen", colour="lake", facts=facts(self.guide, with_titles=False),
                            numbers={name: number for number, name in enumerate(self.guide.marks, 1)})

    def lake(self) -> str:
        """Every idea of the Lake, by its home."""
        guide = self.guide
        ideas = {stage: [one for one in guide.ideas.values() if one.stage == stage] for stage in guide.stages}
        return self._render("pages/lake.html", page=guide.pages["lake"], ideas=ideas)

    def voices(self) -> str:
        """Every voice, by the stage that it opens or of the first mark that it speaks to."""
        guide = self.guide
        homes: dict[str, list[Voice]] = {stage: [] for stage in guide.stages}
        for one in guide.voices.values():
            homes[one.opens or guide.marks[one.marks[0]].stage].append(one)
        return self._render("pages/voices.html", page=guide.pages["voices"], level=1, anchor=TOP, voices=homes)

    def glossary(self) -> str:
        """Every word, in the order of the alphabet."""
        return self._render("pages/glossary.html", page=self.guide.pages["glossary"], level=1, anchor=TOP)

    def references(self) -> str:
        """Every source that something cites, with the way back."""
        guide = self.guide
        used = cited(guide)
        groups = {group: [one for key, one in guide.sources.items() if one.group == group and used[key]]
                  for group in guide.source_groups}
        return self._render("pages/references.html", page=guide.pages["references"], level=1, anchor=TOP,
                            sources=groups, cited=used)

    def about(self, macro: str, *given: str) -> str:
        """What the page that this macro begins is about: a line for those who find it elsewhere. Empty: no page."""
        guide = self.guide
        if macro == "stage":
            line = guide.stages[given[0]].introduction[0].say
        elif macro in ("sheet", "easy"):
            title = guide.words["sheet_title" if macro == "sheet" else "easy_page_title"]
            stage = guide.stages[given[0]]
            title = title.format(stage=stage.title if macro == "sheet" else stage.easy_title)
            line = f"{title}. {guide.pages[macro].lead}"
        else:
            name = {"home": "index", "easy_start": "easy", "words": "".join(given)}.get(macro, macro)
            line = guide.pages[name].lead if name in guide.pages else ""
        # The themes put it into an attribute as it is.
        return Markup(links.prose(line, self.href)).striptags().replace('"', "'")

    def _render(self, template: str, part: str = "", **given: Any) -> str:
        """A template as text. `part` names what is not the top of its page: one that another macro began."""
        guide = self.guide
        say = Terms(guide.glossary, part)
        given = {"easy_page": None, "easy_near": None, "full_page": None, **given}
        text = environment().get_template("frame.html").render(
            template=template,
            w=guide.words, guide=guide, address=self._address, stages=guide.stages, marks=guide.marks,
            glossary=guide.glossary, scale=guide.scale,
            questions=guide.questions, source_groups=guide.source_groups, href=self.href,
            labels=lambda keys: links.labels([guide.sources[key] for key in keys], dict(guide.words)),
            label=lambda key: links.label(guide.sources[key], dict(guide.words)),
            prosed=lambda words: say(Markup(links.prose(words, self.href))), say=say, is_top=not part,
            numbered=Numbered(), **given,
        )
        return tidy(text)


def _after(marks: Sequence[Mark]) -> dict[str, Mark]:
    """The mark that follows each but the last."""
    return {mark.id: following for mark, following in pairwise(marks)}


def wrong(title: str, text: str) -> str:
    """A mistake, shown where its page would be while somebody is writing."""
    lines = "<br>".join(str(escape(line)) for line in text.splitlines())
    return f'<div class="mk-wrong" role="alert"><p><strong>{escape(title)}</strong></p><p>{lines}</p></div>\n'
