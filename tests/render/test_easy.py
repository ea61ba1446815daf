"""Does Easy Read speak in titles of its own, and does each of its pages say who checked it?"""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import markdown
import pytest

from macros.content import loader
from macros.content.model import EasyCheck, Guide
from macros.render import pages
from tests.shared import small_guide

MARK, STAGE = "say-hello", "planning"


@pytest.fixture
def guide(small: Path) -> Guide:
    return loader.load(small)


def drawn(guide: Guide) -> dict[str, str]:
    """The Easy Read pages as HTML: where it begins, and that of the stage."""
    made = pages.Pages(guide, lambda goal: goal)
    return {
        "start": markdown.markdown(made.easy_start(), extensions=["attr_list", "toc"]),
        STAGE: markdown.markdown(made.easy(STAGE), extensions=["attr_list", "toc"]),
    }


def said(html: str, name: str) -> list[str]:
    """What stands in each part of a page that has this class."""
    return [
        re.sub(r"<[^>]*>", "", found).strip()
        for found in re.findall(rf'class="{name}"[^>]*>(.*?)</(?:p|div)>', html, re.DOTALL)
    ]


def test_a_mark_has_its_easy_title_and_below_it_the_full_one(guide: Guide) -> None:
    html = drawn(guide)[STAGE]
    assert re.search(rf'<h2[^>]* id="{MARK}"[^>]*>We say hello</h2>', html), "the anchor is that of the full guide"
    assert said(html, "mk-picture-read__full") == [guide.words["easy_full"].format(title="Say hello")]


def test_a_title_that_is_easy_stands_once(guide: Guide) -> None:
    mark = dataclasses.replace(guide.marks[MARK], easy_title=guide.marks[MARK].title)
    stage = dataclasses.replace(guide.stages[STAGE], marks=(mark,))
    html = drawn(dataclasses.replace(guide, stages={STAGE: stage}))[STAGE]
    assert html.count(mark.title) == 1 and not said(html, "mk-picture-read__full")


def test_a_stage_has_one_too_when_its_title_is_hard(guide: Guide, tmp_path: Path) -> None:
    assert guide.stages[STAGE].easy_title == "Planning"
    other = small_guide(tmp_path / "other")
    path = other / "marks" / STAGE / "stage.yml"
    path.write_text(path.read_text(encoding="utf-8") + "easy_title: We get ready\n", encoding="utf-8")
    pages = drawn(loader.load(other))
    title = guide.words["easy_page_title"].format(stage="We get ready")
    assert re.search(f"<h1[^>]*>{title}</h1>", pages[STAGE])
    assert said(pages[STAGE], "mk-picture-read__full")[0] == guide.words["easy_full"].format(title="Planning")
    assert ">We get ready</span>" in pages["start"]


BOTH, ONE = EasyCheck(by="Four people", on="May 2027"), EasyCheck(by="Person A", on="June 2027", stages=(STAGE,))


@pytest.mark.parametrize(
    ("checks", "start", "stage"),
    [
        ((), (), ()),
        ((BOTH,), (BOTH,), (BOTH,)),
        ((ONE,), (), (ONE,)),
        ((BOTH, ONE), (BOTH,), (BOTH, ONE)),
    ],
)
def test_each_page_says_who_checked_it(
    checks: tuple[EasyCheck, ...], start: tuple[EasyCheck, ...], stage: tuple[EasyCheck, ...], guide: Guide
) -> None:
    pages = drawn(dataclasses.replace(guide, easy_checked=checks))
    for page, wanted in (("start", start), (STAGE, stage)):
        lines = [guide.words["easy_checked"].format(by=one.by, on=one.on) for one in wanted]
        part = re.search(r'<div class="mk-picture-read__checked"[^>]*>(.*?)</div>', pages[page], re.DOTALL)
        assert part and re.findall("<p>(.*?)</p>", part[1]) == (lines or [guide.words["easy_unchecked"]])


def test_who_checked_it_stands_in_the_file_of_the_guide(small: Path) -> None:
    path = small / "marks" / "guide.yml"
    path.write_text(
        path.read_text(encoding="utf-8") + 'easy_checked:\n  - by: Four people\n    on: "May 2027"\n'
        f'  - by: Person A\n    on: "June 2027"\n    stages: [{STAGE}]\n',
        encoding="utf-8",
    )
    assert loader.load(small).easy_checked == (BOTH, ONE)
