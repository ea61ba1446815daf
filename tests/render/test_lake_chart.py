"""Does the picture of the Lake name each idea, and show where else it helps?"""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from macros.content.model import Guide
from macros.render.lake_chart import drawn, lines
from macros.render.pages import Pages


def page(guide: Guide) -> str:
    """The page of the picture."""
    return Pages(guide, lambda goal: goal).lake_picture()


def many(guide: Guide, count: int) -> Guide:
    """The same guide with so many ideas."""
    one = next(iter(guide.ideas.values()))
    return replace(
        guide, ideas={f"idea-{at}": replace(one, id=f"idea-{at}", title=f"Idea {at}") for at in range(count)}
    )


@pytest.mark.parametrize("count", [0, 1, 70, 300])
def test_every_idea_is_a_link_with_a_name_in_the_order_of_the_lake(made_up: Guide, count: int) -> None:
    guide = many(made_up, count)
    links = re.findall(r'<a\s+class="mk-float[^>]*href="lake\.md#([\w-]+)"[^>]*><title>(.*?)</title>', page(guide))
    assert links == [(one.id, one.title) for one in guide.ideas.values()]


def test_what_it_says_of_an_idea_are_its_home_its_others_and_why(made_up: Guide) -> None:
    idea = next(one for one in made_up.ideas.values() if one.also)
    said = html.unescape(page(made_up))
    desc = re.search(rf'data-idea="{idea.id}".*?<desc>(.*?)</desc>', said, re.DOTALL)
    assert desc
    for words in (made_up.stages[idea.stage].short, made_up.stages[idea.also[0].stage].short, idea.also[0].why):
        assert words in desc[1]


def test_each_other_stage_has_a_way_and_a_dot_that_points_there(made_up: Guide) -> None:
    chart = drawn(made_up)
    assert chart
    by_stage = {shore.stage.id: shore for shore in chart.shores}
    for one in chart.floats:
        assert [way.colour for way in one.ways] == [made_up.stages[also.stage].colour for also in one.idea.also]
        for way, also in zip(one.ways, one.idea.also):
            across = by_stage[also.stage].name[0] - one.at[0]
            assert way.leaves[0] * across >= 0 or abs(across) < 60


def test_a_long_title_is_shortened_in_the_picture_and_whole_in_its_name(made_up: Guide) -> None:
    assert lines("A short one") == ("A short one",)
    long = lines("Words " * 20)
    assert len(long) == 3 and long[-1].endswith("…") and max(map(len, long)) <= 16
    assert lines("W" * 90)[0] == "W" * 15
    first = next(iter(made_up.ideas))
    guide = replace(made_up, ideas={**made_up.ideas, first: replace(made_up.ideas[first], title="<Words> " * 14)})
    assert html.escape("<Words> " * 14) in page(guide)


def test_numbers_have_a_list_and_a_guide_of_many_stages_says_why_there_is_no_picture(made_up: Guide) -> None:
    words = made_up.words
    assert words["chart_numbers"] in page(many(made_up, 300)) and words["chart_numbers"] not in page(made_up)
    stage = next(iter(made_up.stages.values()))
    wide = replace(made_up, stages={**made_up.stages, **{f"x{at}": replace(stage, id=f"x{at}") for at in range(8)}})
    assert words["chart_none"] in page(wide) and "<svg" not in page(wide).split("mk-aside")[1]
