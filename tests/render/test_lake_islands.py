"""Does each stage have an island of its own on the Lake, which nothing else lies on?"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from macros.content import loader
from macros.content.model import COLOURS, Stage
from macros.render.environment import TEMPLATES
from macros.render.lake_islands import ANCHORS, BOAT_SIZE, LAYOUTS, SIZES, THINGS, VIEW, Box, Spot, drawings, drawn
from tests.shared import ROOT

SHORE = Box(-130, -48, 130, 50)
ANY = Box(*(pick(sides) for pick, sides in zip((min, min, max, max), zip(*SIZES.values()))))


def inside(one: Box, other: Box) -> bool:
    """Whether a box is within another."""
    return other.left <= one.left and other.top <= one.top and one.right <= other.right and one.bottom <= other.bottom


def apart(one: Box, other: Box) -> bool:
    """Whether two boxes have nothing in common."""
    return one.right <= other.left or other.right <= one.left or one.bottom <= other.top or other.bottom <= one.top


def test_there_is_a_picture_for_two_to_seven_stages() -> None:
    assert list(LAYOUTS) == list(range(2, 8))
    for number, layout in LAYOUTS.items():
        assert len(layout.islands) == number
        assert layout.things.keys() == THINGS.keys()


@pytest.mark.parametrize("number", LAYOUTS)
def test_islands_stand_in_the_picture_apart_from_each_other_and_from_the_boat(number: int) -> None:
    layout = LAYOUTS[number]
    # The first picture was drawn by hand, with four islands that rise before each other: there it is their shores.
    size = SHORE if number == 4 else ANY
    boxes = [spot.around(size) for spot in layout.islands]
    assert all(inside(box, VIEW) for box in boxes)
    assert all(apart(*pair) for pair in combinations([*boxes, layout.boat.around(BOAT_SIZE)], 2))


def test_the_four_islands_of_the_first_picture_are_inside_it() -> None:
    for spot, name in zip(LAYOUTS[4].islands, ANCHORS):
        assert inside(spot.around(SIZES[name]), VIEW)


def test_boxes_that_overlap_are_not_apart() -> None:
    assert not apart(Box(0, 0, 2, 2), Box(1, 1, 3, 3)) and apart(Box(0, 0, 2, 2), Box(2, 0, 3, 3))
    assert not inside(Box(0, 0, 2, 4), Box(0, 0, 3, 3)) and inside(Box(0, 0, 2, 2), Box(0, 0, 3, 3))


@pytest.mark.parametrize(
    ("pictures", "expected"),
    [
        (["planning", "process", "celebrating", "review"], ["planning", "process", "celebrating", "review"]),
        (["review", "planning"], ["review", "planning"]),
        (["home", "review"], ["planning", "review"]),
        (["review", "review", "home"], ["review", "planning", "process"]),
        (["home"] * 7, list(ANCHORS)),
    ],
)
def test_a_picture_chooses_its_drawing_and_others_take_the_next(pictures: list[str], expected: list[str]) -> None:
    assert drawings(pictures) == expected


def test_each_drawing_is_drawn_and_no_other() -> None:
    text = (TEMPLATES / "elements" / "lake_islands.html").read_text(encoding="utf-8")
    assert re.findall(r"\{% macro (\w+)\(\) %\}", text) == list(ANCHORS) == list(SIZES)


def test_a_drawing_is_moved_from_where_it_was_drawn() -> None:
    assert Spot(228, 262).moved((228, 262)) == ""
    assert Spot(240, 262).moved((228, 262)) == "translate(12 0)"
    assert Spot(100, 100, 0.5).moved((200, 100)) == "translate(0 50)scale(0.5)"


def stages(small: Path, number: int) -> list[Stage]:
    """So many stages, one like the other."""
    one = next(iter(loader.load(small).stages.values()))
    return [replace(one, id=f"stage-{place}") for place in range(number)]


def test_the_map_has_every_stage_from_back_to_front(small: Path) -> None:
    for number, layout in LAYOUTS.items():
        lake = drawn(stages(small, number), lambda stage: f"#{stage.id}")
        assert lake is not None
        places = [int(one.href.removeprefix("#stage-")) for one in lake.islands]
        rows = [layout.islands[place].y for place in places]
        assert sorted(places) == list(range(number)) and rows == sorted(rows)
        assert len({one.drawing for one in lake.islands}) == number


@pytest.mark.parametrize("number", [0, 1, 8])
def test_there_is_no_picture_for_other_numbers(small: Path, number: int) -> None:
    assert drawn(stages(small, number), lambda stage: "") is None


def test_every_colour_of_a_stage_is_a_colour_of_land() -> None:
    styles = (ROOT / "overrides" / "assets" / "css" / "pages" / "lake.css").read_text(encoding="utf-8")
    assert set(re.findall(r"^\.mk-land\.mk-(\w+) \{", styles, re.MULTILINE)) | {"clay"} == set(COLOURS)
