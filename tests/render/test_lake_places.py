"""Does each idea have a place of its own on the Lake, near its home, that stays from build to build?"""

from __future__ import annotations

import math
import re
from itertools import combinations

import pytest

from macros.render.lake_islands import ANCHORS, Box
from macros.render.lake_places import FLOATING, MIDDLE, MOST_ISLANDS, PAPER, ROUND, Chart, chart, isles, room, shore

NAMES = list(ANCHORS)
MANY = [(stages, ideas) for stages in range(2, MOST_ISLANDS + 1) for ideas in (70, 300)]


def made(stages: int, ideas: int) -> dict[str, list[str]]:
    """Ideas, each with its home and from none to two other stages."""
    return {
        f"idea-{at}": [f"s{(at + step) % stages}" for step in range(1 + at // stages % min(stages, 3))]
        for at in range(ideas)
    }


def charted(stages: int, ideas: dict[str, list[str]]) -> Chart:
    """The chart of a guide with so many stages."""
    found = chart({f"s{at}": (NAMES[at], "A stage") for at in range(stages)}, ideas)
    assert found
    return found


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have something in common."""
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


@pytest.mark.parametrize(("stages", "ideas"), MANY)
def test_no_idea_lies_on_another_on_an_island_or_on_land(stages: int, ideas: int) -> None:
    found = charted(stages, made(stages, ideas))
    boxes = [room(*place, found.cell) for place in found.places.values()]
    assert len(boxes) == ideas and found.titled == (ideas == 70)
    assert not [pair for pair in combinations(boxes, 2) if meet(*pair)]
    islands = [isle.box for isle in found.isles]
    assert not [(box, isle) for box in boxes for isle in islands if meet(box, isle)]
    assert not [pair for pair in combinations(islands, 2) if meet(*pair)]
    corners = [(x, y) for box in (*boxes, *islands) for x in (box.left, box.right) for y in (box.top, box.bottom)]
    assert all(PAPER.left <= x <= PAPER.right and PAPER.top <= y <= PAPER.bottom for x, y in corners)
    for box in boxes:
        for x, y in ((box.left, box.top), (box.right, box.bottom)):
            assert sum(abs((at - to) / far) ** ROUND for at, to, far in zip((x, y), MIDDLE, FLOATING)) <= 1


@pytest.mark.parametrize(("stages", "ideas"), MANY)
def test_an_idea_that_is_added_moves_few_others(stages: int, ideas: int) -> None:
    before = made(stages, ideas)
    found = charted(stages, before)
    moved = []
    for number in range(9):
        after = charted(stages, {f"new-{number}": ["s0", "s1"], **before})
        moved.append(sum(after.places[name] != place for name, place in found.places.items()))
    assert max(moved) <= ideas / 8 and sum(moved) / len(moved) <= ideas / 20


def test_the_order_of_the_file_moves_nothing() -> None:
    ideas = made(4, 70)
    turned = dict(reversed(ideas.items()))
    assert charted(4, ideas).places == charted(4, turned).places
    assert list(charted(4, turned).places) == list(turned)


def test_most_ideas_are_nearest_to_their_home_and_are_drawn_toward_their_others() -> None:
    ideas = made(4, 70)
    found = charted(4, ideas)
    hearts = {f"s{at}": isle.heart for at, isle in enumerate(found.isles)}

    def far(name: str, stage: str) -> float:
        return math.dist(found.places[name], hearts[stage])

    at_home = [name for name, shores in ideas.items() if min(hearts, key=lambda stage: far(name, stage)) == shores[0]]
    assert len(at_home) > 0.7 * len(ideas)
    alone = [name for name, shores in ideas.items() if len(shores) == 1]
    drawn = [name for name, shores in ideas.items() if len(shores) == 2]

    def toward(names: list[str]) -> float:
        """How far they are on average from the stage after their home."""
        return sum(far(name, f"s{(int(ideas[name][0][1:]) + 1) % 4}") for name in names) / len(names)

    assert toward(drawn) < toward(alone)


def test_there_is_no_picture_for_no_stage_for_many_or_for_more_ideas_than_cells() -> None:
    assert chart({}, {}) is None
    assert chart({f"s{at}": ("planning", "A stage") for at in range(MOST_ISLANDS + 1)}, {}) is None
    assert chart({"s0": ("planning", "A stage")}, {str(at): ["s0"] for at in range(9000)}) is None
    one = chart({"s0": ("planning", "A stage")}, {})
    assert one and not one.places


def test_islands_go_round_from_the_upper_left() -> None:
    upper_left, upper_right, lower_right, lower_left = (isle.heart for isle in isles(NAMES[:4], ["A"] * 4))
    assert upper_left[0] < upper_right[0] and upper_left[1] < lower_left[1]
    assert lower_right[0] > lower_left[0] and lower_right[1] > upper_right[1]


def test_a_shore_is_one_closed_line() -> None:
    assert re.fullmatch(r"M-?\d+ -?\d+(C(-?\d+ ){5}-?\d+)+z", shore((700, 500), 0.1))
