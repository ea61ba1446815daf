"""How does it look? Every page of the guide as text for a site builder, from the model and the templates."""

from __future__ import annotations

from itertools import pairwise

from ..content.model import Voice
from ..content.ready import of_guide, of_stage
from ..content.site_map import FEED, KEPT, OFFLINE
from . import field_tables, lake_islands
from .alike import stages
from .citations import cited
from .days import spoken
from .descriptions import described
from .lake_pages import LakePages
from .paper_pages import PaperPages
from .sheet_pages import SheetPages
from .views import EASY, View

# What stands many times on the page of a stage.
_SIGNS = ("ladder", "snake", "volume-high", "link-variant")


class Pages(SheetPages, LakePages, PaperPages):
    """The pages of one guide."""

    def home(self) -> str:
        """The first page."""
        guide = self.guide
        lake = lake_islands.drawn(guide.stages.values(), lambda stage: self.href("stage", stage.id))
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

    def offline(self) -> str:
        """How to have the guide in a room without a connection: kept by the browser, and as a copy on a stick."""
        return self._render("pages/offline.html", OFFLINE)

    def kept_pages(self) -> str:
        """What the browser keeps of the guide itself; nothing when it keeps none."""
        return self._render("pages/kept_pages.html", KEPT) if self.guide.kept_pages == "all" else ""

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
            others=[one for one in guide.ideas.values() if name in stages(one)[1:]],
            pictures=list(dict.fromkeys([*_SIGNS, *(one.picture for one in guide.stages.values())])),
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

    def downloads(self) -> str:
        """The files that are ready to print. How long each is, is filled in when the site is built."""
        return self._render(
            "pages/downloads.html",
            page=self.guide.pages["downloads"],
            whole=of_guide(),
            of_stages={name: of_stage(name) for name in self.guide.stages},
            view=EASY,
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
