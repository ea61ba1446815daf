"""How does the Lake of ideas look: as a list, as a picture, on cards?"""

from __future__ import annotations

from . import lake_chart, lake_islands
from .alike import alike
from .drawing import Drawing
from .found_by import choices
from .views import EASY


class LakePages(Drawing):
    """The pages of the Lake."""

    def lake(self) -> str:
        """Every idea of the Lake, by its home."""
        guide = self.guide
        ideas = {stage: [one for one in guide.ideas.values() if one.stage == stage] for stage in guide.stages}
        return self._render(
            "pages/lake.html",
            page=guide.pages["lake"],
            ideas=ideas,
            alike={name: alike(one, guide.ideas.values()) for name, one in guide.ideas.items()},
            pictures=sorted({"link-variant", *(stage.picture for stage in guide.stages.values())}),
            choices=choices(guide),
            view=EASY,
            map=lake_islands.drawn(guide.stages.values(), lambda stage: f"#{stage.id}"),
        )

    def lake_picture(self) -> str:
        """Every idea of the Lake in one picture."""
        guide = self.guide
        return self._render(
            "pages/lake_picture.html",
            page=guide.pages["lake-picture"],
            chart=lake_chart.drawn(guide),
            choices=choices(guide),
            pictures=sorted({stage.picture for stage in guide.stages.values()}),
            view=EASY,
        )
