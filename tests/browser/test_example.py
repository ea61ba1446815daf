"""Is the worked example one press away, and does it never meet what people wrote themselves?"""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import BrowserContext, expect
from playwright.sync_api import Page as Tab

from macros.content.model import Guide
from tests.browser.test_my_scores import code
from tests.guide_data import day
from tests.sheets import (  # noqa: F401  (pytest finds fixtures by their names)
    AWAY,
    answer,
    context,
    in_one,
    kept,
    mark,
    no_error,
    open_file,
    opened,
    record,
    said,
    saved,
    show_ways,
    tab,
)
from tests.words import say

pytestmark = in_one


@pytest.fixture
def example(tab: Tab, address: str) -> Tab:
    """Somebody who has words of their own in this tab, and opened the example."""
    answer(tab, "ladders", "Our own tea")
    kept(tab)
    tab.goto(f"{address}example/")
    tab.get_by_role("button", name=say("ex_open"), exact=True).click()
    tab.wait_for_url("**/results/")
    return tab


def here(tab: Tab) -> None:
    """It says that this is the example."""
    expect(tab.get_by_text(say("ex_here"))).to_be_visible()


def test_one_press_shows_where_its_group_is(example: Tab, made_up: Guide) -> None:
    here(example)
    expect(example.get_by_text(made_up.example.name)).to_be_visible()
    expect(
        example.get_by_text(f"{say('res_round', n=len(made_up.example.rounds))}. {day('2025-07-08')}. Where later")
    ).to_be_visible()
    expect(example.get_by_role("heading", name="Later days", exact=True)).to_be_visible()


def test_its_sheets_are_full_and_ones_own_are_back_when_it_is_left(example: Tab, address: str, made_up: Guide) -> None:
    example.goto(f"{address}early-days-sheet/")
    here(example)
    title = made_up.marks["talk-about-power"].title
    expect(said(example, "ladders", title)).to_have_value("Climbs of power later")
    expect(mark(example, title).get_by_text(re.compile("3.*Middle band.* / .*6.*Middle band"))).to_be_visible()
    example.goto(f"{address}later-days-sheet/")
    expect(said(example, "looks")).to_have_value("Picture-it of listening later")
    expect(said(example, "ladders")).to_have_value("")
    answer(example, "snakes", "Tried out")
    example.get_by_role("button", name=say("ex_leave")).click()
    expect(example.get_by_text(say("ex_here"))).to_be_hidden()
    expect(said(example, "ladders")).to_have_value("Our own tea")
    expect(said(example, "snakes")).to_have_value("")
    assert "Tried out" not in saved(example, say("file_save"))


def test_it_can_be_gone_on_with_and_begun_again(example: Tab, address: str) -> None:
    example.goto(f"{address}later-days-sheet/")
    answer(example, "snakes", "Tried out")
    kept(example)
    example.goto(f"{address}example/")
    example.get_by_role("button", name=say("ex_leave")).click()
    expect(example.get_by_text(say("ex_left"))).to_be_visible()
    expect(example.get_by_role("button", name=say("ex_open"), exact=True)).to_be_focused()
    example.get_by_role("button", name=say("ex_open"), exact=True).click()
    example.wait_for_url("**/results/")
    example.goto(f"{address}later-days-sheet/")
    expect(said(example, "snakes")).to_have_value("Tried out")
    example.goto(f"{address}example/")
    example.get_by_role("button", name=say("ex_anew")).click()
    example.wait_for_url("**/results/")
    example.goto(f"{address}later-days-sheet/")
    here(example)
    expect(said(example, "snakes")).to_have_value("")


def test_no_file_brings_one_to_the_other(example: Tab, address: str) -> None:
    example.goto(f"{address}later-days-sheet/")
    made_up_words = saved(example, say("file_save"))
    open_file(example, "ours.json", record(mark__listening__climbs="From our file"))
    expect(example.get_by_text(say("wrong_example"))).to_be_visible()
    expect(said(example, "ladders")).to_have_value("")
    example.get_by_role("button", name=say("ex_leave")).click()
    expect(said(example, "ladders")).to_have_value("Our own tea")
    open_file(example, "example.json", made_up_words)
    expect(example.get_by_text(say("wrong_example"))).to_be_visible()
    expect(said(example, "looks")).to_have_value("")
    assert json.loads(made_up_words)["guide"] == "a-made-up-guide-example"


def test_it_is_not_kept_on_the_device_and_not_in_another_tab(
    example: Tab, context: BrowserContext, address: str
) -> None:
    example.goto(f"{address}later-days-sheet/")
    expect(example.get_by_text(say("keep_example"))).to_be_visible()
    expect(example.get_by_role("button", name=say("keep_on_device"))).to_be_hidden()
    other = opened(context, address)
    expect(other.get_by_text(say("ex_here"))).to_be_hidden()
    expect(said(other, "looks")).to_have_value("")
    assert "example" not in other.evaluate("() => JSON.stringify({...localStorage})")


def test_a_code_can_be_tried_out_in_it(example: Tab, context: BrowserContext, address: str, made_up: Guide) -> None:
    phone = context.new_page()
    phone.goto(f"{address}later-days-my-scores/")
    mark(phone, "Listening").get_by_role("radio", name="2", exact=True).check()
    typed = code(phone)
    example.goto(f"{address}later-days-sheet/")
    show_ways(example)
    example.get_by_text(say("code_title")).click()
    example.get_by_label(say("code_field")).fill(typed)
    example.get_by_role("button", name=say("code_add")).click()
    expect(example.get_by_text(say("code_added", person="Person 7", n=1, stage="Later days"))).to_be_visible()


@pytest.mark.parametrize("page", ["results/", "later-days-sheet/"])
def test_a_tab_that_was_closed_comes_back_without_it(page: str, example: Tab, address: str) -> None:
    example.evaluate(AWAY)
    example.goto(address)  # the tab is opened again, on some other page
    example.goto(address + page)
    expect(example.get_by_role("heading", level=1)).to_be_visible()
    expect(example.get_by_text(say("ex_here"))).to_be_hidden()
    assert "Our own tea" not in example.get_by_role("main").inner_text()


def test_a_browser_that_keeps_nothing_says_so_and_shows_it_all_the_same(
    context: BrowserContext, address: str, made_up: Guide
) -> None:
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
        " { get() { throw new DOMException('no', 'SecurityError'); }, configurable: true });"
    )
    tab = context.new_page()
    tab.goto(f"{address}example/")
    tab.get_by_role("button", name=say("ex_open"), exact=True).click()
    expect(tab.get_by_text(say("ex_forgets"))).to_be_visible()
    assert tab.url.endswith("/example/")
    expect(tab.get_by_text(say("ex_two", score=3, other=6))).to_be_visible()
    for words in (
        "Story later.",
        "Climbs of power later",
        "Why other once",
        "Changed of power later",
        "Who of power once",
    ):
        expect(tab.get_by_text(words)).to_be_visible()


def test_what_is_printed_says_that_it_is_the_example(example: Tab, address: str) -> None:
    example.goto(f"{address}later-days-sheet/")
    example.emulate_media(media="print")
    here(example)
    expect(example.get_by_role("button", name=say("ex_leave"))).to_be_hidden()


def test_whoever_was_elsewhere_before_finds_it_full(tab: Tab, address: str, made_up: Guide) -> None:
    tab.evaluate(AWAY)
    tab.goto("about:blank")
    tab.goto(f"{address}example/")
    tab.get_by_role("button", name=say("ex_open"), exact=True).click()
    tab.wait_for_url("**/results/")
    expect(tab.get_by_text(made_up.example.name)).to_be_visible()
    expect(tab.get_by_role("heading", name="Later days", exact=True)).to_be_visible()
    tab.goto(f"{address}later-days-sheet/")
    expect(said(tab, "looks")).to_have_value("Picture-it of listening later")


def test_what_somebody_tried_out_in_a_closed_tab_is_nobodys(example: Tab, address: str) -> None:
    example.goto(f"{address}later-days-sheet/")
    answer(example, "snakes", "Tried out")
    kept(example)
    example.evaluate(AWAY)
    example.goto("about:blank")
    example.goto(f"{address}example/")
    example.get_by_role("button", name=say("ex_open"), exact=True).click()
    example.wait_for_url("**/results/")
    example.goto(f"{address}later-days-sheet/")
    expect(said(example, "looks")).to_have_value("Picture-it of listening later")
    expect(said(example, "snakes")).to_have_value("")
