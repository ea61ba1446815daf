"""Do the links of the Lake cross the stages, both ways, for every pair?"""

from __future__ import annotations

import html
import re

import pytest

from macros.content import loader
from macros.content.model import Guide
from macros.render.pages import Pages
from tests.shared import ROOT


@pytest.fixture(params=["made up", pytest.param("own", marks=pytest.mark.own)])
def guide(request: pytest.FixtureRequest, made_up: Guide) -> Guide:
    """The made-up guide, and that of this copy."""
    return made_up if request.param == "made up" else loader.load(ROOT)


def parts(page: str) -> dict[str, str]:
    """What stands below each heading of a page that has an anchor."""
    found = re.split(r"^#{1,3} .*\{#([\w-]+)[^}]*\}$", page, flags=re.MULTILINE)
    return dict(zip(found[1::2], found[2::2]))


def listed(part: str) -> dict[str, str]:
    """The lines of a list of ideas: of each the words, by the idea that it leads to."""
    found = {}
    for attributes, text in re.findall(r'<li class="mk-helps__one"(.*?)>(.*?)</li>', part, re.DOTALL):
        (idea,) = re.findall(r'lake\.md#([\w-]+)"', text)
        assert f'data-helps="{idea}"' in attributes, "what the button puts into the basket is what the link leads to"
        found[idea] = html.unescape(re.sub(r"<[^>]+>", " ", text))
    return found


def test_each_mark_leads_to_its_ideas_and_each_idea_to_its_marks(guide: Guide) -> None:
    pages = Pages(guide, lambda goal: goal)
    lake = parts(pages.lake())
    there = {(idea.id, mark) for idea in guide.ideas.values() for mark in idea.marks}
    back = {
        (idea, mark)
        for idea in guide.ideas
        for mark in re.findall(r'href="[\w-]+\.md#([\w-]+)"', lake[idea])
        if mark in guide.marks
    }
    on_marks = set()
    for stage in guide.stages.values():
        drawn = parts(pages.stage(stage.id))
        for mark in stage.marks:
            assert {f"mark/{mark.id}"} >= set(re.findall(r'data-goal="([^"]*)"', drawn[mark.id]))
            for idea, words in listed(drawn[mark.id]).items():
                on_marks.add((idea, mark.id))
                one = guide.ideas[idea]
                why = [also.why for also in one.also if also.stage == stage.id]
                is_from = guide.words["shores_from"].format(stage=guide.stages[one.stage].short)
                assert (is_from in words) == (one.stage != stage.id)
                assert one.stage == stage.id or all(line in words for line in why)
    assert there == back == on_marks


def test_each_stage_ends_with_the_ideas_of_others_and_each_idea_leads_there(guide: Guide) -> None:
    pages = Pages(guide, lambda goal: goal)
    lake = parts(pages.lake())
    for stage in guide.stages.values():
        good = {one.id: also.why for one in guide.ideas.values() for also in one.also if also.stage == stage.id}
        drawn = parts(pages.stage(stage.id))
        assert ("other-shores" in drawn) == bool(good)
        shown = listed(drawn.get("other-shores", ""))
        assert shown.keys() == good.keys()
        assert {f"stage/{stage.id}"} >= set(re.findall(r'data-goal="([^"]*)"', drawn.get("other-shores", "")))
        for idea, why in good.items():
            assert why in shown[idea] and f'href="{stage.id}.md"' in lake[idea] and why in html.unescape(lake[idea])
