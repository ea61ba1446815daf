"""How do the pages look on which people write and score, and those that show what they wrote?"""

from __future__ import annotations

from ..content.site_map import CHOSEN
from . import example_said, own_scores
from .drawing import Drawing
from .sheet_data import facts, ideas_of_marks
from .views import EASY, View


class SheetPages(Drawing):
    """The pages that hold answers."""

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
