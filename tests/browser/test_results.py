"""Do people see where they are? A picture, a table and sentences of what they wrote; a plan; and files to take along."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import BrowserContext, Locator, expect
from playwright.sync_api import Page as Tab

from macros.content.model import Guide
from tests.browser.test_everyone import stored
from tests.guide_data import day
from tests.sheets import (  # noqa: F401  (pytest finds fixtures by their names)
    AWAY,
    box,
    context,
    in_one,
    no_error,
    opened,
    score,
    tab,
)
from tests.words import begins, say

pytestmark = in_one

# Two rounds of a group of eight: a score that went up, one that went down, two that are kept, and people on two sides.
FILL = """() => {
  const { store } = marks;
  const first = store.facts.stages[0].marks[0][0];
  const set = (path, is) => store.set(path, is);
  set("name", "Garden project");
  for (let n = 1; n <= 8; n++) {
    set(`person/p${n}/place`, n);
    set(`person/p${n}/side`, n < 5 ? "first-side" : "second-side");
    set(`mark/listening/score/2/p${n}`, n < 5 ? 2 + n % 2 : 7 + n % 3);
  }
  set("mark/listening/score/1/together", 8);
  set(`mark/${first}/score/1/together`, 2);
  set("round/2/begun", true);
  set("round/2/on", "2027-05-20");
  set("round/2/here", 8);
  set("mark/listening/score/2/together", 3);
  set("mark/listening/score/2/other", 5);
  set("mark/listening/slides/2", "Rush");
  set(`mark/${first}/score/2/together`, 6);
  set(`mark/${first}/what/2`, "Book the room");
  store.flush();
}"""


@pytest.fixture
def results(tab: Tab, address: str) -> Tab:
    """What a group sees after two rounds."""
    tab.evaluate(FILL)
    tab.goto(f"{address}results/")
    expect(tab.get_by_role("heading", name=say("res_board"))).to_be_visible()
    return tab


def stage(tab: Tab, title: str = "Later days") -> Locator:
    return tab.locator(".mk-results__stage", has=tab.get_by_role("heading", name=title, exact=True))


def row(tab: Tab, title: str = "Listening") -> list[str]:
    found = stage(tab).get_by_role("row", name=title)
    return [cell.inner_text() for cell in found.get_by_role("cell").all()]


def test_nothing_scored_leads_to_the_sheets(context: BrowserContext, address: str, made_up: Guide) -> None:
    tab = context.new_page()
    tab.goto(f"{address}results/")
    expect(tab.get_by_text(say("res_none"))).to_be_visible()
    for one in made_up.stages.values():
        expect(tab.get_by_role("article").get_by_role("link", name=say("sheet_title", stage=one.title))).to_be_visible()


def test_what_another_tab_keeps_on_this_device_can_be_opened_here(
    context: BrowserContext, address: str, tab: Tab
) -> None:
    tab.evaluate(FILL)
    results = context.new_page()
    results.goto(f"{address}results/")
    expect(results.get_by_text(say("res_none_tab", keep=say("keep_on_device")))).to_be_visible()
    opens = results.get_by_role("button", name=say("keep_open", name="Garden project"))
    expect(opens).to_have_count(0)  # what a tab keeps is seen in that tab alone
    tab.get_by_role("button", name=say("keep_on_device")).click()
    opens.click()
    expect(stage(results).get_by_role("heading", name="Later days", exact=True)).to_be_visible()
    expect(results.get_by_text(say("res_none"))).to_be_hidden()


@pytest.mark.parametrize("yes", [True, False])
def test_whoever_opens_a_closed_tab_again_is_asked_before_results_show(yes: bool, tab: Tab, address: str) -> None:
    tab.evaluate(FILL)
    tab.evaluate(AWAY)
    tab.goto(f"{address}results/")
    expect(tab.get_by_text(say("res_none"), exact=True)).to_be_visible()
    expect(tab.locator(".mk-results__stage")).to_have_count(0)
    tab.get_by_role("button", name=say("before_show" if yes else "before_clear")).click()
    expect(tab.locator(".mk-results__stage")).to_have_count(2 if yes else 0)


def test_one_low_score_is_not_called_strong_and_nothing_is_said_to_have_gone_down(tab: Tab, address: str) -> None:
    score(tab, "2")
    tab.goto(f"{address}results/")
    expect(tab.get_by_text(say("res_agreed", marks="Listening: 2"))).to_be_visible()
    for name in ("res_strongest", "res_hardest"):
        expect(tab.get_by_text(begins(name))).to_have_count(0)
    expect(tab.get_by_text("Text of results.")).to_be_visible()
    expect(tab.get_by_text("Text of went-down.")).to_be_hidden()


def test_what_to_ask_when_a_score_went_down_stands_where_one_did(results: Tab) -> None:
    expect(results.get_by_text("Text of went-down.")).to_be_visible()
    results.get_by_label(say("res_stage")).select_option("early-days")
    expect(results.get_by_text("Text of went-down.")).to_be_hidden()


def test_sides_are_told_before_and_after_the_talk(results: Tab) -> None:
    results.evaluate("""() => { const { store } = marks; for (let n = 1; n <= 8; n++)
      store.set(`mark/listening/again/2/p${n}`, n < 5 ? 4 : 6 + n % 2); store.show(); }""")
    part = stage(results)
    part.get_by_text(say("res_sides")).click()
    before = say("all_side_range", side="First side", n=4, low=2, high=3)
    after = say("all_side_same", side="First side", n=4, score=4)
    line = part.get_by_role("listitem").filter(has_text=after)
    expect(line).to_contain_text(say("res_talk", range=before))
    with results.expect_download() as waiting:
        results.get_by_role("button", name=say("res_word")).click()
    archive = zipfile.ZipFile(waiting.value.path())
    assert after in "".join(ET.fromstring(archive.read("word/document.xml")).itertext())
    results.evaluate("() => { marks.store.set('mark/listening/again/2/p1', null); marks.store.show(); }")
    expect(results.get_by_text(before)).to_have_count(0)  # one of four did not score again: they could be worked out


def test_a_picture_a_table_and_sentences_say_the_same(results: Tab) -> None:
    expect(results.get_by_text("Garden project")).to_be_visible()
    expect(results.get_by_text(f"{say('res_round', n=2)}. {day('2027-05-20')}. {say('out_here', n=8)}")).to_be_visible()
    part = stage(results)
    part.get_by_text(say("res_table")).first.click()
    assert row(results) == ["3", "8", say("out_range", low=2, high=9, n=8), "5", say("res_snake")]
    expect(part.get_by_text(say("res_down", n=3, marks="Listening"))).to_be_visible()
    expect(part.get_by_text(say("res_apart", n=7, marks="Listening"))).to_be_visible()
    agreed = f"Listening: 3 / 5 ({say('last_score', score=8)})"
    expect(part.get_by_text(say("res_agreed", marks=agreed))).to_be_visible()  # the same for who hears the page
    expect(part.get_by_text(say("sum_two", marks="Listening"))).to_be_visible()
    both = say("res_for", mark="Listening", score="3 / 5")  # neither is the group's
    expect(results.get_by_role("heading", name=both, exact=True)).to_be_visible()
    expect(part.get_by_text(begins("res_hardest"))).to_have_count(0)  # neither of the two is the group's
    drawn = part.locator("svg.mk-board")
    assert drawn.locator(".mk-board__counter").count() == 2  # two scores are kept
    assert drawn.locator(".mk-board__ghost, .mk-board__band, use").count() == 3
    assert drawn.locator(".mk-board__said").all_text_contents() == ["5", "3"]
    part.get_by_text(say("res_sides")).click()
    expect(part.get_by_text(say("all_side_range", side="First side", n=4, low=2, high=3))).to_be_visible()


def test_an_earlier_round_is_there_as_it_was(results: Tab) -> None:
    results.get_by_label(say("res_which")).select_option(say("res_round", n=1))
    stage(results).get_by_text(say("res_table")).first.click()
    assert row(results) == ["8", ""]
    expect(results.get_by_text("Book the room")).to_have_count(0)
    expect(results.get_by_role("heading", name=say("res_ideas"))).to_be_hidden()


def test_one_stage_and_other_orders(results: Tab, made_up: Guide) -> None:
    results.get_by_label(say("res_stage")).select_option("later-days")
    expect(results.locator(".mk-results__stage")).to_have_count(1)
    results.get_by_label(say("res_stage")).select_option("")
    expect(results.locator(".mk-results__stage")).to_have_count(2)
    results.evaluate(
        "() => { for (const [id] of marks.store.facts.stages[1].marks) marks.store.set(`mark/${id}/score/2/together`, 9) }"
    )
    results.get_by_label(say("res_order")).select_option("apart")
    first = stage(results).get_by_role("row").nth(1).get_by_role("rowheader")
    stage(results).get_by_text(say("res_table")).first.click()
    expect(first).to_have_text("Listening")


def test_an_idea_for_what_is_hard_goes_into_the_plan_and_out_again(results: Tab, made_up: Guide) -> None:
    idea = made_up.ideas_for["listening"][0]
    put = results.get_by_role("button", name=f"{say('res_put')}: {idea.title}")
    put.click()
    expect(results.get_by_text(say("res_in", idea=idea.title))).to_be_visible()
    there = results.locator("[data-help]").get_by_role("button", name=f"{say('plan_in')}: {idea.title}")
    expect(there).to_be_focused()
    expect(there).to_have_attribute("aria-pressed", "true")
    step = results.locator("[data-by-date] li").filter(has_text=idea.title)
    expect(step).to_contain_text(made_up.marks["listening"].title)
    who_and_when = results.locator("[data-help]").get_by_role("group", name=idea.title)
    who_and_when.get_by_label(say("out_who")).fill("Person A")
    who_and_when.get_by_label(say("out_when")).fill("2031-03-09")
    expect(step).to_contain_text("Person A")
    expect(results.locator("[data-by-date]")).to_contain_text(day("2031-03-09"))
    kept = stored(results)
    assert kept[f"idea/{idea.id}/plan/2"] is True and kept[f"idea/{idea.id}/for/mark/listening"] is True
    assert "mark/listening/what/2" not in kept, "nothing is added to a step of others"
    there.click()
    expect(step).to_have_count(0)
    results.get_by_role("button", name=say("keep_undo", what=f"{say('plan_gone')}: {idea.title}")).click()
    expect(step).to_contain_text("Person A")


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_picture_is_a_file(kind: str, results: Tab) -> None:
    with results.expect_download() as waiting:
        stage(results).get_by_role("button", name=say(f"res_{kind}")).click()
    path = Path(waiting.value.path())
    assert waiting.value.suggested_filename.startswith("Garden-project-")
    data = path.read_bytes()
    if kind == "png":
        assert data.startswith(b"\x89PNG") and len(data) > 5000
        return
    drawn = ET.fromstring(data)
    assert (drawn[0].tag.split("}")[1], drawn[0].text) == ("title", "Later days")
    said = " ".join(drawn.itertext())
    for words in ("Garden project", day("2027-05-20"), say("res_key").split(":")[0]):  # it may lie alone in a report
        assert words in said
    text = data.decode("utf-8")
    assert "Listening" in text and "var(" not in text and "class=" not in text and "rgb(" in text


def test_a_document_for_word_holds_all_that_is_shown(results: Tab) -> None:
    with results.expect_download() as waiting:
        results.get_by_role("button", name=say("res_word")).click()
    archive = zipfile.ZipFile(waiting.value.path())
    said = "".join(ET.fromstring(archive.read("word/document.xml")).itertext())
    for words in (
        "Garden project",
        day("2027-05-20"),
        "Later days",
        say("res_down", n=3, marks="Listening"),
        "Book the room",
    ):
        assert words in said


def test_what_is_written_in_another_tab_shows(results: Tab, context: BrowserContext, address: str) -> None:
    results.evaluate("() => marks.store.keep()")
    sheet = opened(context, address)
    sheet.get_by_role("group", name="Listening", exact=True).get_by_role("radio", name="5", exact=True).check()
    stage(results).get_by_text(say("res_table")).first.click()
    expect(stage(results).get_by_role("row", name="Listening").get_by_role("cell").first).to_have_text("5")


def test_what_was_planned_and_what_was_written_stand_with_the_results(results: Tab) -> None:
    results.evaluate("""() => {
      const { store } = marks;
      store.set("mark/listening/what/1", "Book the hall");
      store.set("mark/listening/who/1", "Person A");
      store.set("mark/gaining-new-skills/what/1", "Ask the library");
      store.set("mark/gaining-new-skills/done/1", true);
      store.set("mark/listening/changed/2", "New people came");
      store.set("mark/listening/why/2/together", "We were cut off");
      store.set("mark/listening/why/2/other", "We were not");
      store.set("mark/listening/again/2/p1", 6);
      store.show();
    }""")
    before = results.locator("[data-before]")
    expect(before.get_by_text(re.compile(rf"Book the hall \(Person A; Listening\). {say('res_open')}"))).to_be_visible()
    expect(before.get_by_text(re.compile(rf"Ask the library \(.*\). {say('round_done')}"))).to_be_visible()
    part = stage(results)
    part.get_by_text(say("res_words")).click()
    for words in ("New people came", "We were cut off", "We were not", "Rush"):
        expect(part.get_by_text(words)).to_be_visible()
    part.get_by_text(say("res_table")).first.click()
    assert say("res_talk", range=say("out_range", low=2, high=9, n=8)) in row(results)[2]
    with results.expect_download() as waiting:
        results.get_by_role("button", name=say("res_word")).click()
    archive = zipfile.ZipFile(waiting.value.path())
    said = "".join(ET.fromstring(archive.read("word/document.xml")).itertext())
    for words in ("Book the hall", say("res_open"), "New people came", "We were cut off", "Rush"):
        assert words in said


ODD = {
    "emoji": "\U0001f600" * 60,
    "half of a letter": "a\ud800b",
    "a sign that no file may hold": "a\u0001b",
    "a style": "var(a, b) and c",
    "a tag": "<script>alert(1)</script>",
}


@pytest.mark.parametrize("title", ODD.values(), ids=ODD)
def test_any_title_of_a_mark_makes_a_picture(title: str, results: Tab) -> None:
    results.evaluate(
        """(title) => { const { store } = marks; store.set("own/a1/title", title); store.set("own/a1/stage", "later-days");
          store.set("own/a1/score/2/together", 4); store.show(); }""",
        json.loads(json.dumps(title)),
    )
    for kind in ("svg", "png"):
        with results.expect_download() as waiting:
            stage(results).get_by_role("button", name=say(f"res_{kind}")).click()
        data = Path(waiting.value.path()).read_bytes()
        if kind == "svg":
            said = "".join(ET.fromstring(data).itertext())
            assert title[:1] in said and ("var(a," in said) == ("var" in title)
        else:
            assert data.startswith(b"\x89PNG")


def test_ideas_stand_where_people_differ_most_too(results: Tab, made_up: Guide) -> None:
    mark = made_up.marks["gaining-new-skills"]
    results.evaluate(
        """() => { for (const [who, place, score] of [["p-x", 7, 1], ["p-y", 8, 9]]) {
          marks.store.set(`person/${who}/place`, place);
          marks.store.set(`mark/gaining-new-skills/score/2/${who}`, score);
        } marks.store.set("mark/gaining-new-skills/score/2/together", 8); }"""
    )
    heading = results.get_by_role(
        "heading", name=re.compile(re.escape(say("res_for_apart", mark=mark.title, range="|").partition("|")[0]))
    )
    expect(heading).to_be_visible()
    far = next(one for one in made_up.ideas_for[mark.id] if one.stage != mark.stage)
    there = results.locator("[data-help] li").filter(has_text=far.title).first
    expect(there).to_contain_text(say("shores_from", stage=made_up.stages[far.stage].short))


def test_a_title_is_nearer_to_its_own_squares_than_to_those_above_it(results: Tab) -> None:
    """On a telephone, where it stands above them."""
    results.set_viewport_size({"width": 360, "height": 780})
    results.evaluate("""() => { const { store } = marks;
      for (const [n, title] of [[1, "Tea"], [2, "There is tea for all who come here, and for those who do not"]]) {
        store.set(`own/a${n}/title`, title);
        store.set(`own/a${n}/stage`, "later-days");
        store.set(`own/a${n}/score/2/together`, 4);
      }
      store.show(); }""")
    expect(stage(results).locator(".mk-board__title")).to_have_count(3)
    rows = stage(results).locator(".mk-board > g")
    drawn = [[box(one.locator(part)) for part in (".mk-board__title", ".mk-board__square")] for one in rows.all()]
    for (_, above), (title, squares) in zip(drawn, drawn[1:]):
        own = squares["y"] - title["y"] - title["height"]
        assert 0 <= own < title["y"] - above["y"] - above["height"]


@pytest.mark.parametrize("width", [360, 1280])
def test_wide_spaces_between_letters_cut_no_title_of_the_picture(width: int, results: Tab) -> None:
    results.set_viewport_size({"width": width, "height": 900})
    results.get_by_role("button", name=say("bar_reading")).click()
    results.get_by_label(say("reading_space_wide"), exact=True).check()
    results.keyboard.press("Escape")
    results.evaluate("""() => { const { store } = marks;
      store.set("own/a1/title", "SORT OUT PAY AND EXPENSES EARLY ON");
      store.set("own/a1/stage", "later-days");
      store.set("own/a1/score/2/together", 4);
      store.show(); }""")
    rows = stage(results).locator(".mk-board > g")
    expect(rows).to_have_count(2)
    for one in rows.all():
        title, squares = (box(one.locator(part)) for part in (".mk-board__title", ".mk-board__square"))
        beside = title["x"] + title["width"] <= squares["x"]
        assert beside or title["y"] + title["height"] <= squares["y"]
