"""How does it look? Every page of the guide as text for a site builder, from the model and the templates."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from ..content.model import Guide, Voice
from ..content.site_map import CHOSEN, FEED
from . import example_said, field_tables, lake_map, links, own_scores
from .citations import cited
from .days import spoken
from .descriptions import described
from .environment import environment, tidy
from .footnotes import Numbered
from .glossary_terms import Terms
from .sheet_data import facts, ideas_of_marks
from .views import EASY, View

# How the path to another page is made: (page of docs/ with its anchor) -> href.
Href = Callable[[str], str]


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
        guide = self.guide
        lake = lake_map.drawn(guide.stages.values(), lambda stage: self.href("stage", stage.id))
        return self._render("pages/home.html", page=guide.pages["index"], view=EASY, map=lake)

    def words(self, name: str) -> str:
        """A page that is all words."""
        return self._render("pages/page.html", page=self.guide.pages[name], view=EASY)

    def part(self, name: str) -> str:
        """The same as a part of a page, one level down."""
        return self._render("pages/part.html", name, page=self.guide.pages[name], anchor=name)

    def scale(self) -> str:
        """The four questions and the scale."""
        return self._render("pages/scale.html", "scale")

    def origins(self) -> str:
        """Where the titles of the marks come from."""
        return self._render("pages/origins.html", "origins")

    def contact(self) -> str:
        """Where people may write, for those without an account anywhere; nothing when the guide has no address."""
        return self._render("pages/contact.html", "contact") if self.guide.email else ""

    def fields(self) -> str:
        """What a file may hold, for who makes the guide their own."""
        return self._render("pages/fields.html", "make-it-yours", kinds=field_tables.tables(self.guide.words))

    def stage(self, name: str) -> str:
        """One stage, with all its marks."""
        guide = self.guide
        stage = guide.stages[name]
        openers = [one for one in guide.voices.values() if one.opens == name]
        voices = {mark.id: [one for one in guide.voices_of[mark.id] if one not in openers] for mark in stage.marks}
        return self._render(
            "pages/stage.html",
            stage=stage,
            number=list(guide.stages).index(name) + 1,
            openers=openers,
            voices=voices,
            retired=guide.retired,
            ideas=guide.ideas_for,
            after={one.id: after for one, after in pairwise(stage.marks)},
            view=View("easy", ("easy", name), is_twin=True),
        )

    def easy(self, name: str) -> str:
        """One stage in Easy Read."""
        stage = self.guide.stages[name]
        checks = [one for one in self.guide.easy_checked if name in (one.stages or self.guide.stages)]
        return self._render(
            "pages/stage_easy.html",
            stage=stage,
            number=list(self.guide.stages).index(name) + 1,
            checks=checks,
            view=View("full", ("stage", name)),
        )

    def easy_start(self) -> str:
        """Where Easy Read begins."""
        checks = [one for one in self.guide.easy_checked if not one.stages]
        return self._render(
            "pages/easy.html", page=self.guide.pages["easy"], checks=checks, view=View("full", ("page", "index"))
        )

    def sheet(self, name: str) -> str:
        """The score sheet of a stage, to type in or to print."""
        stage = self.guide.stages[name]
        return self._render(
            "pages/sheet.html",
            stage=stage,
            page=self.guide.pages["sheet"],
            facts=facts(self.guide),
            view=View("easy", ("easy", name)),
        )

    def my_scores(self, name: str, easy: bool = False) -> str:
        """One person's own scores for a stage, and the code that they make."""
        view = View("full", ("my-scores", name)) if easy else View("easy", ("my-scores-easy", name), is_twin=True)
        return self._render("pages/my_scores.html", **own_scores.of_stage(self.guide, name, easy), view=view)

    def my_scores_easy(self, name: str) -> str:
        """The same in Easy Read."""
        return self.my_scores(name, easy=True)

    def my_chosen_scores(self, easy: bool = False) -> str:
        """One person's own scores for the marks that a group has chosen."""
        view = View("full", ("page", "choose-my-scores"))
        if not easy:
            view = View("easy", ("page", "choose-my-scores-easy"), is_twin=True)
        return self._render("pages/my_scores.html", **own_scores.of_chosen(self.guide, easy), view=view)

    def my_chosen_scores_easy(self) -> str:
        """The same in Easy Read."""
        return self.my_chosen_scores(easy=True)

    def choose(self) -> str:
        """A sheet of people's own choosing: every mark, of which they tick some."""
        return self._render(
            "pages/choose.html",
            page=self.guide.pages["choose"],
            how=self.guide.pages["sheet"].sections,
            sheet=CHOSEN,
            colour="lake",
            facts=facts(self.guide, with_titles=False),
            numbers={name: number for number, name in enumerate(self.guide.marks, 1)},
            view=EASY,
        )

    def two_minutes(self) -> str:
        """Three questions and a word, for somebody who comes once."""
        guide = self.guide
        return self._render("pages/two_minutes.html", page=guide.pages["two-minutes"], facts=facts(guide), view=EASY)

    def results(self) -> str:
        """Where a group is: what they scored, as pictures, tables and sentences."""
        guide = self.guide
        return self._render(
            "pages/results.html",
            page=guide.pages["results"],
            facts=facts(guide, results=True),
            ideas=ideas_of_marks(guide, lambda one: self.href("idea", one)),
            view=EASY,
        )

    def example(self) -> str:
        """The worked example: what was said, round by round, and the way to open it in the sheets."""
        guide = self.guide
        said = example_said.rounds(guide)
        record = example_said.record(guide)
        return self._render("pages/example.html", page=guide.pages["example"], said=said, record=record, view=EASY)

    def lake(self) -> str:
        """Every idea of the Lake, by its home."""
        guide = self.guide
        ideas = {stage: [one for one in guide.ideas.values() if one.stage == stage] for stage in guide.stages}
        lake = lake_map.drawn(guide.stages.values(), lambda stage: f"#{stage.id}")
        return self._render("pages/lake.html", page=guide.pages["lake"], ideas=ideas, view=EASY, map=lake)

    def voices(self) -> str:
        """Every voice, by the stage that it opens or of the first mark that it speaks to."""
        guide = self.guide
        homes: dict[str, list[Voice]] = {stage: [] for stage in guide.stages}
        for one in guide.voices.values():
            homes[one.opens or guide.marks[one.marks[0]].stage].append(one)
        return self._render("pages/voices.html", page=guide.pages["voices"], view=EASY, voices=homes)

    def news(self) -> str:
        """What changed in the words of the guide."""
        told = [(one, spoken(one.day, self.guide.language)) for one in self.guide.news]
        return self._render(
            "pages/news.html",
            page=self.guide.pages["news"],
            view=EASY,
            told=told,
            feed=f"https://{self._address}/{FEED}",
        )

    def glossary(self) -> str:
        """Every word, in the order of the alphabet."""
        return self._render("pages/glossary.html", page=self.guide.pages["glossary"], view=EASY)

    def references(self) -> str:
        """Every source that something cites, with the way back."""
        guide = self.guide
        used = cited(guide)
        groups = {
            group: [one for key, one in guide.sources.items() if one.group == group and used[key]]
            for group in guide.source_groups
        }
        return self._render(
            "pages/references.html",
            page=guide.pages["references"],
            view=EASY,
            source_groups=guide.source_groups,
            sources=groups,
            cited=used,
        )

    def about(self, macro: str, *given: str) -> str:
        """What the page that this macro begins is about: a line for those who find it elsewhere. Empty: no page."""
        return described(self.guide, self.href, macro, *given)

    def _render(self, template: str, part: str = "", **given: Any) -> str:
        """A template as text, with what it needs by name. `part` names what stands in a page that another began."""
        known = self._known(Terms(self.guide.glossary, part))
        text = environment().get_template("frame.html").render(**known, template=template, **given)
        return tidy(text)

    def _known(self, say: Terms) -> dict[str, Any]:
        """What every template knows of the guide, of its words and of the way to its pages."""
        guide = self.guide
        return {
            "w": guide.words,
            "guide": guide,
            "address": self._address,
            "stages": guide.stages,
            "marks": guide.marks,
            "glossary": guide.glossary,
            "scale": guide.scale,
            "questions": guide.questions,
            "href": self.href,
            "labels": lambda keys: links.labels([guide.sources[key] for key in keys], dict(guide.words)),
            "label": lambda key: links.label(guide.sources[key], dict(guide.words)),
            "prosed": lambda words: say(Markup(links.prose(words, self.href))),
            "say": say,
            "numbered": Numbered(),
        }
