"""Does a sheet follow the questions of its guide, however many there are, in whatever order and under whatever ids?"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from macros.content import loader
from macros.content.model import Guide
from tests.conftest import whole
from tests.shared import FIXTURES, built, made_up, served
from tests.sheets import open_file, saved
from tests.visits import visit
from tests.words import say

# Five, the score first, under other ids; each field holds its own name.
QUESTIONS = """questions:
  how-far:
    ask: Ask how far
    help: Help how far
    short: Short how far
    answer: score
  vision:
    ask: Ask vision
    help: Help vision
    short: Short vision
    answer: words
  hinders:
    ask: Ask hinders
    help: Help hinders
    short: Short hinders
    answer: words
    offers: snakes
  helps:
    ask: Ask helps
    help: Help helps
    short: Short helps
    answer: words
    offers: ladders
  feelings:
    ask: Ask feelings
    help: Help feelings
    short: Short feelings
    answer: words
"""
SCALE = """lowest: 1
highest: 6
bands:
  low: {from: 1, to: 1, name: Low, means: Low means this.}
  high: {from: 2, to: 6, name: High, means: High means this.}
three_steps:
  one: {name: Step one, score: 1, from: 1, to: 3, picture: ladder}
  two: {name: Step two, score: 6, from: 4, to: 6, picture: snake}
not_scores:
  not-sure: {name: Not sure, means: Not sure means this.}
"""
SMALL = FIXTURES / "small" / "marks"
IN_WORDS = ("vision", "hinders", "helps", "feelings")


def other_questions(project: Path) -> None:
    made_up(project)
    path = project / "marks" / "guide.yml"
    text = re.sub(r"^questions:\n(?:  .*\n)+", QUESTIONS, path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    (project / "marks" / "scale.yml").write_text(SCALE, encoding="utf-8")
    example = (SMALL / "example.yml").read_text(encoding="utf-8").replace("say-hello", "listening")
    (project / "marks" / "example.yml").write_text(example, encoding="utf-8")


@pytest.fixture(scope="module")
def project(base: Path) -> Path:
    """A copy of the guide with other questions, built."""
    return whole(built("mkdocs", base, "questions", other_questions)).parent


@pytest.fixture(scope="module")
def guide(project: Path) -> Guide:
    return loader.load(project)


@pytest.fixture
def tab(project: Path, guide: Guide, chrome: Browser) -> Iterator[Tab]:
    """The sheet of its first stage. No script may stumble."""
    with served(project / "site") as address, visit(chrome, f"{address}{next(iter(guide.stages))}-sheet/") as one:
        yield one


def first(tab: Tab, guide: Guide) -> Locator:
    mark = next(iter(guide.stages.values())).marks[0]
    return tab.get_by_role("group", name=mark.title, exact=True)


def fill(part: Locator) -> None:
    """An answer to each question that says which it is."""
    part.get_by_role("radio", name="5", exact=True).check()
    for name in IN_WORDS:
        part.get_by_label(f"Ask {name}", exact=True).fill(f"Answer {name}")


def test_they_stand_in_the_order_of_the_guide(tab: Tab, guide: Guide) -> None:
    asked = first(tab, guide).locator(".mk-score > legend, .mk-asked > strong").all_inner_texts()
    assert asked == ["Ask how far", *(f"Ask {name}" for name in IN_WORDS)]


def test_the_lines_of_a_mark_are_offered_where_a_question_asks_for_them(tab: Tab, guide: Guide) -> None:
    mark = next(iter(guide.stages.values())).marks[0]
    part = first(tab, guide)
    for words, lines, asked in (
        (guide.words["ask_take_ladders"], mark.ladders, "Ask helps"),
        (guide.words["ask_take_snakes"], mark.snakes, "Ask hinders"),
    ):
        part.get_by_text(words).click()
        part.get_by_role("button", name=f"{guide.words['ask_take']}: {lines[0].say}", exact=True).click()
        expect(part.get_by_label(asked, exact=True)).to_have_value(lines[0].say)


def test_each_answer_is_in_the_table_the_words_and_the_summary(tab: Tab, guide: Guide) -> None:
    fill(first(tab, guide))
    summary = tab.locator("mk-sheet-summary")
    summary.scroll_into_view_if_needed()
    # it is drawn when it is seen, and the buttons below it move down then: nobody presses what moves
    expect(summary.get_by_role("columnheader", name="Short how far")).to_be_visible()
    head, row = csv.reader(io.StringIO(saved(tab, guide.words["out_csv"])[1:]), strict=True)
    found = dict(zip(head, row))
    text = saved(tab, guide.words["out_text"])
    assert found["Short how far"] == "5" and "Short how far: 5" in text
    summary.get_by_text(guide.words["sum_notes"]).click()
    for name in IN_WORDS:
        assert found[f"Short {name}"] == f"Answer {name}" and f"Short {name}: Answer {name}" in text
        expect(summary.get_by_text(f"Answer {name}", exact=True)).to_be_visible()


def test_a_file_brings_each_answer_back_and_undo_takes_it_away(tab: Tab, guide: Guide) -> None:
    part = first(tab, guide)
    fill(part)
    text = saved(tab, guide.words["file_save"])
    tab.get_by_role("button", name=guide.words["keep_clear_tab"]).click()
    for name in IN_WORDS:
        expect(part.get_by_label(f"Ask {name}", exact=True)).to_have_value("")
    open_file(tab, "ours.json", text)
    expect(tab.get_by_text("Answers that this guide has no place for")).to_have_count(0)
    tab.get_by_role("button", name=guide.words["file_here"], exact=True).click()
    for name in IN_WORDS:
        expect(part.get_by_label(f"Ask {name}", exact=True)).to_have_value(f"Answer {name}")
    expect(part.get_by_role("radio", name="5", exact=True)).to_be_checked()
    tab.get_by_role("button", name=guide.words["keep_undo"].format(what=guide.words["file_opened"])).click()
    expect(part.get_by_label("Ask helps", exact=True)).to_have_value("")


def test_a_mark_of_our_own_is_asked_the_same(tab: Tab, guide: Guide) -> None:
    tab.get_by_role("button", name=guide.words["own_add"]).click()
    tab.keyboard.type("Tea")
    part = tab.get_by_role("group", name="Tea", exact=True)
    fill(part)
    head, row = csv.reader(io.StringIO(saved(tab, guide.words["out_csv"])[1:]), strict=True)
    assert dict(zip(head, row))["Short feelings"] == "Answer feelings"


def test_words_of_two_people_are_named_by_their_question(tab: Tab, guide: Guide) -> None:
    part = first(tab, guide)
    part.get_by_label("Ask helps", exact=True).fill("Mine")
    mark = next(iter(guide.stages.values())).marks[0]
    theirs = {
        "guide": guide.id,
        "version": "1",
        "form": 2,
        "id": "p-1",
        "answers": {f"mark/{mark.id}/helps/1": {"is": "Theirs", "at": 5, "by": "w1"}},
    }
    open_file(tab, "theirs.json", str(theirs).replace("'", '"'))
    tab.get_by_role("button", name=guide.words["file_add"]).click()
    expect(part.get_by_text(guide.words["lost_says"].format(field="Short helps"))).to_be_visible()


def test_paper_has_a_box_for_each(tab: Tab, guide: Guide) -> None:
    fill(first(tab, guide))
    tab.emulate_media(media="print")
    tab.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    for name in IN_WORDS:
        expect(first(tab, guide).locator(".mk-said").filter(has_text=re.compile(f"^Answer {name}$"))).to_be_visible()


def test_a_scale_of_six_has_six_squares_and_takes_no_seven(tab: Tab, guide: Guide) -> None:
    part = first(tab, guide)
    expect(part.locator(".mk-squares input")).to_have_count(6)
    part.get_by_role("radio", name="6", exact=True).check()
    expect(part.get_by_role("status")).to_have_text(say("ask_band", score=6, name="High", means="High means this."))
    expect(tab.locator("mk-sheet-summary .mk-strip").first.locator("i")).to_have_count(6)
    mark = next(iter(guide.stages.values())).marks[0]
    answers = {f"mark/{mark.id}/score/1/together": {"is": 7, "at": 5, "by": "w1"}}
    theirs = {"guide": guide.id, "version": "1", "form": 2, "id": "p-1", "answers": answers}
    open_file(tab, "theirs.json", str(theirs).replace("'", '"'))
    wrong = guide.words["wrong_score"].format(low=1, high=6, what=f"Short how far, {mark.title}")
    expect(tab.get_by_role("alert").get_by_text(wrong)).to_be_visible()
    expect(tab.get_by_text(guide.words["ask_steps"].format(low=1, high=6))).to_have_count(1)
