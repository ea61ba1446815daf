"""Which ideas stand beside an idea, and are they the same in every build?"""

from __future__ import annotations

from macros.content.model import Also, Idea
from macros.render.alike import MOST, alike, stages


def idea(name: str, stage: str, marks: str, also: str = "") -> Idea:
    """An idea with these marks and other stages, each a letter."""
    return Idea(
        id=name,
        stage=stage,
        title=name,
        what="",
        also=tuple(Also(stage=one, why="") for one in also),
        marks=tuple(marks),
        cost="free",
        effort="hours",
        format="either",
        access="",
    )


def test_the_nearest_comes_first_and_what_shares_no_mark_is_left_out() -> None:
    one = idea("one", "a", "xyz", "b")
    far, near, same_shore, other = (
        idea("far", "c", "x"),
        idea("near", "c", "xy"),
        idea("same shore", "a", "z"),
        idea("other", "a", "q", "b"),
    )
    assert alike(one, [one, far, same_shore, other, near]) == [near, same_shore, far]
    assert stages(one) == ("a", "b")


def test_there_are_few_and_equal_ones_keep_their_order() -> None:
    ideas = [idea(str(number), "a", "x") for number in range(9)]
    assert [one.id for one in alike(ideas[4], ideas)] == ["0", "1", "2", "3"][:MOST]
