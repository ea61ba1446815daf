"""What is drawn on the picture of the Lake? An island a stage, and each idea with its title and its ways to others."""

from __future__ import annotations

import math
import textwrap
from typing import NamedTuple

from ..content.model import Guide, Idea, Stage
from . import lake_islands, lake_places
from .alike import stages
from .lake_places import PAPER, SHORE, Isle, shore

_LINES, _LETTERS = 3, 15  # of a title on the picture: lines, and letters in each
_RIM = 4.5  # what shows another stage on the edge of an idea


class Shore(NamedTuple):
    """An island that is ready to draw."""

    stage: Stage
    drawing: str
    moved: str
    name: tuple[float, float]


class Way(NamedTuple):
    """The way from an idea to another stage: its colour, the line, and the point where it leaves the idea."""

    colour: str
    line: str
    leaves: tuple[float, float]


class Float(NamedTuple):
    """An idea that is ready to draw, around its own middle."""

    idea: Idea
    number: int
    at: tuple[int, int]
    lines: tuple[str, ...]
    ways: tuple[Way, ...]


class Picture(NamedTuple):
    """All of it. `radius`: how large an idea is; `lifted`: how far above the middle of its cell, for its title."""

    view: str
    water: tuple[str, ...]
    shores: tuple[Shore, ...]
    floats: tuple[Float, ...]
    titled: bool
    radius: float
    lifted: float
    cell: tuple[int, int]


def drawn(guide: Guide) -> Picture | None:
    """The picture of a guide's ideas, in the order of the Lake; nothing where there are more stages than islands."""
    order = list(guide.stages.values())
    drawings = lake_islands.drawings([one.picture for one in order]) if len(order) <= lake_places.MOST_ISLANDS else []
    shores = {one.id: (drawing, one.short) for one, drawing in zip(order, drawings)}
    chart = lake_places.chart(shores, {name: stages(one) for name, one in guide.ideas.items()})
    if chart is None:
        return None
    isles = dict(zip(guide.stages, chart.isles))
    lifted = 21.0 if chart.titled else 0.0
    radius = 13.0 if chart.titled else min(chart.cell) / 2 - _RIM
    floats = tuple(
        _float(idea, number, chart.places[idea.id], lifted, radius, guide, isles)
        for number, idea in enumerate(guide.ideas.values(), 1)
    )
    water = tuple(
        shore((SHORE[0] - inside, SHORE[1] - inside), wave)
        for inside, wave in ((-16, 0.02), (6, 0.02), (90, 0.1), (210, 0.22))
    )
    ready = tuple(
        Shore(stage, drawing, isles[stage.id].spot.moved(lake_islands.ANCHORS[drawing]), isles[stage.id].name)
        for stage, drawing in zip(order, drawings)
    )
    view = f"{PAPER.left:g} {PAPER.top:g} {PAPER.right:g} {PAPER.bottom:g}"
    return Picture(view, water, ready, floats, chart.titled, radius, lifted, chart.cell)


def _float(
    idea: Idea,
    number: int,
    place: tuple[float, float],
    lifted: float,
    radius: float,
    guide: Guide,
    isles: dict[str, Isle],
) -> Float:
    at = (round(place[0]), round(place[1] - lifted))
    ways = tuple(_way(at, isles[one.stage], guide.stages[one.stage].colour, radius) for one in idea.also)
    return Float(idea, number, at, lines(idea.title), ways)


def _way(at: tuple[int, int], isle: Isle, colour: str, radius: float) -> Way:
    """A line that bends a little, so that two to the same island are two."""
    across, down = isle.heart[0] - at[0], isle.heart[1] - at[1]
    far = math.hypot(across, down) or 1.0
    bend = (across / 2 - down * 0.12, down / 2 + across * 0.12)
    goal = (across * (1 - 50 / far), down * (1 - 50 / far)) if far > 50 else (across, down)
    line = f"M0 0Q{bend[0]:.0f} {bend[1]:.0f} {goal[0]:.0f} {goal[1]:.0f}"
    return Way(colour, line, (round(radius * across / far, 1), round(radius * down / far, 1)))


def lines(title: str) -> tuple[str, ...]:
    """A title in as many lines as there is room for; what is left over shows as dots, and the name has all of it."""
    wrapped = textwrap.wrap(title, _LETTERS, max_lines=_LINES, placeholder="…", break_long_words=True)
    return tuple(wrapped)
