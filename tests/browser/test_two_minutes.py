"""Can somebody who comes once say how it was? Three questions and a word, into the project that is open."""

from __future__ import annotations

from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from macros.content.model import Guide
from tests.browser.test_everyone import stored
from tests.sheets import AWAY, answer, context, in_one, kept, no_error, tab  # noqa: F401  (pytest finds fixtures by names)
from tests.waits import at_rest
from tests.words import say

pytestmark = in_one


def say_it(tab: Tab, made_up: Guide, step: str, words: str) -> None:
    first = made_up.once[0]
    tab.get_by_role("group", name=first.ask).get_by_role("radio", name=step).check()
    tab.get_by_label(say("once_word")).fill(words)
    tab.get_by_role("button", name=say("once_give")).click()


def test_it_goes_into_the_project_and_the_page_is_empty_again(tab: Tab, address: str, made_up: Guide) -> None:
    answer(tab, "ladders", "Tea first")
    kept(tab)
    tab.goto(f"{address}two-minutes/")
    say_it(tab, made_up, "Third step", "Warm")
    expect(tab.get_by_text(say("once_thanks"))).to_be_focused()
    expect(tab.get_by_role("radio", checked=True)).to_have_count(0)
    expect(tab.get_by_label(say("once_word"))).to_have_value("")
    say_it(tab, made_up, "Not sure", "")
    found = {path.split("/", 2)[2]: is_ for path, is_ in stored(tab).items() if path.startswith("once/")}
    assert found == {"first-short": "not-sure", "word": "Warm", "round": 1}
    tab.goto(f"{address}results/")
    expect(tab.get_by_role("heading", name=say("once_title"))).to_be_visible()
    expect(tab.get_by_text("Ask first-short Third step: 1; Not sure: 1.")).to_be_visible()
    expect(tab.get_by_text("Warm", exact=True)).to_be_visible()
    assert stored(tab)["mark/listening/climbs/1"] == "Tea first"


def test_it_can_be_taken_back(tab: Tab, address: str, made_up: Guide) -> None:
    tab.goto(f"{address}two-minutes/")
    say_it(tab, made_up, "First step", "Cold")
    tab.get_by_role("button", name=say("once_undo")).click()
    assert not [path for path, is_ in stored(tab).items() if path.startswith("once/") and is_ is not None]
    expect(tab.get_by_role("button", name=say("once_undo"))).to_be_hidden()


def test_nothing_is_added_of_nothing(tab: Tab, address: str) -> None:
    tab.goto(f"{address}two-minutes/")
    tab.get_by_label(say("once_word")).fill("   ")
    tab.get_by_role("button", name=say("once_give")).click()
    expect(tab.get_by_text(say("once_none"))).to_be_visible()
    assert not [path for path in stored(tab) if path.startswith("once/")]


def test_what_somebody_left_half_said_is_gone_when_their_tab_was_closed(tab: Tab, address: str) -> None:
    tab.goto(f"{address}two-minutes/")
    tab.get_by_label(say("once_word")).fill("Private words")
    tab.locator("mk-two-minutes [type=radio]").first.check(force=True)
    tab.evaluate(AWAY)
    tab.goto("about:blank")
    tab.go_back()
    at_rest(tab)  # the browser has put back what it would
    expect(tab.get_by_label(say("once_word"))).to_have_value("")
    assert tab.locator("mk-two-minutes input:checked").count() == 0
