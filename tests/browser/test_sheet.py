"""Can people answer, and is nothing that they wrote ever lost? Each journey as a person makes it, by role and label."""

from __future__ import annotations

import json
import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as Tab

from macros.content.model import Guide
from tests import browsers
from tests.guide_data import ENDS, GUIDE, HIGH, SHORT, day
from tests.shared import ONE_PAPER
from tests.sheets import (  # noqa: F401
    SHEET,
    answer,
    box,
    context,
    in_one,
    kept,
    mark,
    no_error,
    open_file,
    opened,
    reach,
    record,
    said,
    saved,
    score,
    show_ways,
    tab,
)
from tests.words import begins, like, say, undo


def test_a_refresh_loses_nothing_and_closing_the_tab_clears_it(tab: Tab, context: BrowserContext, address: str) -> None:
    answer(tab, "looks", "We go round the circle.\nNobody is cut off.")
    answer(tab, "snakes", "Long papers")
    score(tab, "7")
    kept(tab)
    tab.reload()
    expect(said(tab, "looks")).to_have_value("We go round the circle.\nNobody is cut off.")
    expect(mark(tab).get_by_role("radio", name="7", exact=True)).to_be_checked()
    expect(mark(tab).get_by_role("status")).to_have_text(
        say("ask_band", score=7, name="High band", means="High means this.")
    )
    expect(tab.get_by_text(say("keep_tab"))).to_be_visible()
    tab.close()
    again = opened(context, address)
    expect(said(again, "looks")).to_have_value("")


@in_one
def test_going_away_and_back_loses_nothing(tab: Tab, address: str) -> None:
    answer(tab, "ladders", "Tea first")
    tab.goto(f"{address}glossary/")  # at once, before the time to write has passed
    tab.go_back()
    expect(said(tab, "ladders")).to_have_value("Tea first")


@contextmanager
def remembering(chrome: Browser) -> Iterator[BrowserContext]:
    """A browser that keeps a page as it was when somebody leaves it, as people's own browsers do."""
    with chrome.browser_type.launch(
        executable_path=browsers.find_whole(),
        args=browsers.launch_arguments(),
        ignore_default_args=["--disable-back-forward-cache"],
    ) as started:
        context = started.new_context()
        context.add_init_script("addEventListener('pageshow', event => { window.cached = event.persisted; });")
        yield context


def go_back_to_the_page_as_it_was(tab: Tab) -> None:
    tab.go_back(wait_until="commit")
    tab.wait_for_function("() => window.cached !== undefined")
    assert tab.evaluate("() => window.cached")


@in_one
def test_the_back_button_brings_a_page_that_knows_what_another_tab_wrote(chrome: Browser, address: str) -> None:
    """The browser keeps the page as it was: without its back-forward cache there would be nothing to try."""
    with remembering(chrome) as context:
        tab = opened(context, address)
        answer(tab, "ladders", "Tea first")
        tab.get_by_role("button", name=say("keep_on_device")).click()
        other = opened(context, address)
        tab.goto(f"{address}glossary/")
        answer(other, "snakes", "Long papers")
        kept(other)
        go_back_to_the_page_as_it_was(tab)
        expect(said(tab, "ladders")).to_have_value("Tea first")
        expect(said(tab, "snakes")).to_have_value("Long papers")


@in_one
def test_the_back_button_offers_no_undo_of_another_project(chrome: Browser, address: str) -> None:
    with remembering(chrome) as context:
        tab = opened(context, address)
        tab.get_by_role("button", name=say("own_add")).click()
        tab.get_by_role("textbox", name=say("own_called")).fill("Tea")
        tab.get_by_role("button", name=say("own_delete")).click()
        expect(tab.get_by_role("button", name=undo("own_deleted", title="Tea"))).to_be_visible()
        tab.goto(f"{address}early-days-sheet/")
        tab.get_by_text(say("keep_more")).click()
        tab.get_by_role("button", name=say("keep_new")).click()
        tab.get_by_label(say("keep_name")).fill("Kitchen")
        kept(tab)
        go_back_to_the_page_as_it_was(tab)
        expect(tab.get_by_label(say("keep_name"))).to_have_value("Kitchen")
        expect(tab.get_by_role("button", name=like("keep_undo"))).to_be_hidden()


@in_one
def test_what_is_kept_on_the_device_is_there_tomorrow(tab: Tab, context: BrowserContext, address: str) -> None:
    tab.get_by_label(say("keep_name")).fill("Garden")
    answer(tab, "ladders", "Tea first")
    tab.get_by_role("button", name=say("keep_on_device")).click()
    expect(tab.get_by_text(say("keep_device"))).to_be_visible()
    tab.close()
    again = opened(context, address)
    expect(again.get_by_label(say("keep_name"))).to_have_value("Garden")
    expect(said(again, "ladders")).to_have_value("Tea first")
    assert not again.evaluate("() => Object.keys(sessionStorage).filter(key => key.includes('project'))")


@in_one
def test_clear_takes_all_and_can_be_undone(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    tab.get_by_role("button", name=say("keep_on_device")).click()
    tab.get_by_text(say("keep_more")).click()
    tab.get_by_role("button", name=say("keep_clear_device")).click()
    expect(said(tab, "ladders")).to_have_value("")
    assert not tab.evaluate("() => Object.keys(localStorage).filter(key => key.includes('project'))")
    assert "Tea first" not in tab.evaluate("() => JSON.stringify({...localStorage, ...sessionStorage})")
    tab.get_by_role("button", name=undo("keep_cleared")).click()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    kept(tab)
    assert "Tea first" in tab.evaluate("() => JSON.stringify({...localStorage})")


@in_one
def test_several_projects_by_name(tab: Tab) -> None:
    tab.get_by_label(say("keep_name")).fill("Garden")
    answer(tab, "ladders", "Tea first")
    tab.get_by_role("button", name=say("keep_on_device")).click()
    tab.get_by_text(say("keep_more")).click()
    tab.get_by_role("button", name=say("keep_new")).click()
    expect(said(tab, "ladders")).to_have_value("")
    tab.get_by_label(say("keep_name")).fill("Kitchen")
    kept(tab)
    tab.get_by_role("button", name=say("keep_open", name="Garden")).click()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    tab.get_by_role("button", name=say("keep_open", name="Kitchen")).click()
    expect(said(tab, "ladders")).to_have_value("")


@in_one
def test_the_sheets_of_all_stages_are_one_project(tab: Tab, address: str) -> None:
    tab.get_by_label(say("keep_name")).fill("Garden")
    tab.goto(f"{address}early-days-sheet/")
    expect(tab.get_by_label(say("keep_name"))).to_have_value("Garden")


def test_two_tabs_share_their_words(tab: Tab, context: BrowserContext, address: str) -> None:
    tab.get_by_role("button", name=say("keep_on_device")).click()
    other = opened(context, address)
    answer(tab, "ladders", "From the first")
    answer(other, "snakes", "From the second")
    expect(said(other, "ladders")).to_have_value("From the first")
    expect(said(tab, "snakes")).to_have_value("From the second")
    other.reload()
    expect(said(other, "ladders")).to_have_value("From the first")
    expect(said(other, "snakes")).to_have_value("From the second")


@in_one
def test_a_lost_race_is_shown(tab: Tab, context: BrowserContext, address: str) -> None:
    tab.get_by_role("button", name=say("keep_on_device")).click()
    other = opened(context, address)
    write = """([words, when]) => { setTimeout(() => {
      const field = document.querySelector('[of="mark/listening"] [data-field=climbs]');
      field.value = words; field.dispatchEvent(new Event('input', {bubbles: true})); }, when - Date.now()); }"""
    when = (time.time() + 1.5) * 1000  # at once, so that neither was told of the other
    tab.evaluate(write, ["From the first", when])
    other.evaluate(write, ["From the second", when])
    for one in (tab, other):
        expect(mark(one).get_by_text(say("lost_says", field=SHORT["ladders"]))).to_be_visible()
        both = said(one, "ladders").input_value() + mark(one).locator("blockquote").inner_text()
        assert "From the first" in both and "From the second" in both
    mark(tab).get_by_role("button", name=say("lost_add")).click()
    for one in (tab, other):
        expect(said(one, "ladders")).to_have_value(
            re.compile(r"From the first\nFrom the second|From the second\nFrom the first")
        )
        expect(mark(one).get_by_text(say("lost_says", field=SHORT["ladders"]))).to_have_count(0)


@in_one
def test_undo_takes_back_one_thing_and_leaves_what_was_typed_since(
    tab: Tab, context: BrowserContext, address: str
) -> None:
    tab.get_by_role("button", name=say("keep_on_device")).click()
    tab.get_by_role("button", name=say("own_add")).click()
    tab.keyboard.type("Tea")
    tab.get_by_role("button", name=say("own_delete")).click()
    answer(tab, "ladders", "Typed since")
    other = opened(context, address)
    answer(other, "snakes", "From another tab")
    kept(other)
    tab.get_by_role("button", name=undo("own_deleted", title="Tea")).click()
    expect(tab.locator("mk-custom-marks h3")).to_have_text(["Tea"])
    kept(tab)
    for one in (tab, opened(context, address)):
        expect(said(one, "ladders")).to_have_value("Typed since")
        expect(said(one, "snakes")).to_have_value("From another tab")


@in_one
def test_each_of_several_lost_words_is_settled_by_itself(tab: Tab) -> None:
    answer(tab, "ladders", "Mine")
    for number, words in enumerate(("First of theirs", "Second of theirs")):
        text = record(mark__listening__climbs=words).replace('"w1"', f'"w{number}"')
        open_file(tab, "theirs.json", text)
        tab.get_by_role("button", name=say("file_add")).click()
    expect(mark(tab).get_by_text(say("lost_says", field=SHORT["ladders"]))).to_have_count(2)
    mark(tab).get_by_role("button", name=say("lost_add")).first.click()
    expect(mark(tab).get_by_text(say("lost_says", field=SHORT["ladders"]))).to_have_count(1)
    mark(tab).get_by_role("button", name=say("lost_add")).click()
    for words in ("Mine", "First of theirs", "Second of theirs"):
        expect(said(tab, "ladders")).to_have_value(re.compile(words))


@in_one
def test_lost_words_in_a_mark_of_our_own_and_in_a_date(tab: Tab) -> None:
    tab.get_by_role("button", name=say("own_add")).click()
    tab.keyboard.type("Tea")
    answer(tab, "ladders", "A big pot", "Tea")
    answer(tab, say("ask_when"), "2026-12-01", "Tea")
    path = tab.locator("mk-custom-marks mk-answer-form").get_attribute("of") or ""
    open_file(tab, "theirs.json", record(**{f"{path}/climbs": "Cake", f"{path}/when": "2026-12-24"}))
    tab.get_by_role("button", name=say("file_add")).click()
    mark(tab, "Tea").get_by_role("button", name=say("lost_add")).click()
    mark(tab, "Tea").get_by_role("button", name=say("lost_use")).click()  # there is room for one
    expect(tab.locator("mk-custom-marks h3")).to_have_text(["Tea"])
    expect(said(tab, "ladders", "Tea")).to_have_value("A big pot\nCake")
    expect(said(tab, say("ask_when"), "Tea")).to_have_value("2026-12-24")


@in_one
def test_a_file_never_writes_over_a_project_that_is_kept_elsewhere(tab: Tab) -> None:
    tab.get_by_label(say("keep_name")).fill("Garden")
    answer(tab, "ladders", "Old words")
    tab.get_by_role("button", name=say("keep_on_device")).click()
    old = saved(tab, say("file_save"))
    answer(tab, "ladders", "Newer words")
    tab.get_by_text(say("keep_more")).click()
    tab.get_by_role("button", name=say("keep_new")).click()
    open_file(tab, "garden.json", old)
    tab.get_by_role("button", name=say("file_here"), exact=True).click()
    expect(said(tab, "ladders")).to_have_value("Old words")
    tab.get_by_role("button", name=say("keep_open", name="Garden")).first.click()
    expect(said(tab, "ladders")).to_have_value("Newer words")


@in_one
def test_what_was_cleared_does_not_come_back_with_the_back_button(chrome: Browser, address: str) -> None:
    with chrome.browser_type.launch(
        executable_path=browsers.find_whole(),
        args=browsers.launch_arguments(),
        ignore_default_args=["--disable-back-forward-cache"],
    ) as started:
        context = started.new_context()
        tab = opened(context, address)
        answer(tab, "ladders", "Private words")
        tab.goto(f"{address}early-days-sheet/")
        tab.get_by_text(say("keep_more")).click()
        tab.get_by_role("button", name=say("keep_clear_tab")).click()
        tab.go_back(wait_until="commit")
        expect(said(tab, "ladders")).to_have_value("")


@in_one
def test_a_new_project_in_a_full_browser_can_be_undone(context: BrowserContext, address: str) -> None:
    tab = context.new_page()
    tab.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); };")
    tab.goto(address + SHEET)
    answer(tab, "ladders", "Tea first")
    kept(tab)
    tab.get_by_text(say("keep_more")).click()
    tab.get_by_role("button", name=say("keep_new")).click()
    expect(said(tab, "ladders")).to_have_value("")
    tab.get_by_role("button", name=undo("keep_left")).click()
    expect(said(tab, "ladders")).to_have_value("Tea first")


@in_one
def test_words_are_kept_when_a_full_browser_has_room_again(context: BrowserContext, address: str) -> None:
    tab = context.new_page()
    tab.add_init_script(
        "window.room = false; const write = Storage.prototype.setItem; Storage.prototype.setItem ="
        " function (...all) { if (!room) throw new DOMException('no', 'QuotaExceededError'); write.apply(this, all); };"
    )
    tab.goto(address + SHEET)
    answer(tab, "ladders", "Tea first")
    expect(tab.locator("mk-project-panel").get_by_text(say("keep_full"))).to_be_visible()
    tab.evaluate("() => { room = true; }")
    expect(tab.get_by_text(say("keep_tab"))).to_be_visible(timeout=9000)
    assert "Tea first" in tab.evaluate("() => JSON.stringify({...sessionStorage})")


@in_one
def test_typing_goes_on_while_another_tab_moves_the_marks(tab: Tab, context: BrowserContext, address: str) -> None:
    tab.get_by_role("button", name=say("keep_on_device")).click()
    for title in ("Tea", "Cake"):
        tab.get_by_role("button", name=say("own_add")).click()
        tab.keyboard.type(title)
    kept(tab)
    other = opened(context, address)
    for part in ("Tea", "Cake"):
        said(tab, "ladders", part).click()
        tab.keyboard.type("before ")
        kept(tab)
        other.get_by_role("button", name=say("own_down")).first.click()
        kept(other)
        tab.keyboard.type("after")
        expect(said(tab, "ladders", part)).to_have_value("before after")
    expect(tab.locator("mk-custom-marks h3")).to_have_text(["Tea", "Cake"])


@in_one
def test_cleared_behind_our_back(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    tab.get_by_role("button", name=say("keep_on_device")).click()
    tab.evaluate("() => localStorage.clear()")
    answer(tab, "snakes", "Long papers")
    expect(tab.locator("mk-project-panel").get_by_text(say("keep_gone"))).to_be_visible()
    tab.get_by_role("button", name=say("keep_again")).click()
    tab.reload()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    expect(said(tab, "snakes")).to_have_value("Long papers")


@in_one
def test_storage_that_is_full_or_blocked(context: BrowserContext, address: str) -> None:
    for error, words in (
        ("QuotaExceededError", say("keep_full")),
        ("SecurityError", say("keep_blocked")),
    ):
        tab = context.new_page()
        tab.add_init_script(f"Storage.prototype.setItem = () => {{ throw new DOMException('no', '{error}'); }};")
        tab.goto(address + SHEET)
        answer(tab, "ladders", "Tea first")
        expect(tab.locator("mk-project-panel").get_by_text(words)).to_be_visible()
        assert "Tea first" in saved(tab, say("file_save"))
        tab.close()


@in_one
def test_no_storage_at_all(context: BrowserContext, address: str) -> None:
    tab = context.new_page()
    tab.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
        " { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    tab.goto(address + SHEET)
    expect(tab.locator("mk-project-panel").get_by_text(say("keep_blocked"))).to_be_visible()
    answer(tab, "ladders", "Tea first")
    assert "Tea first" in saved(tab, say("file_save"))


@in_one
def test_what_cannot_be_read_is_left_and_offered(context: BrowserContext, address: str) -> None:
    tab = opened(context, address)
    answer(tab, "ladders", "Tea first")
    tab.get_by_role("button", name=say("keep_on_device")).click()
    tab.evaluate(
        "() => { for (const key of Object.keys(localStorage)) if (key.includes('project'))"
        " localStorage.setItem(key, localStorage.getItem(key).slice(0, -9)); sessionStorage.clear(); }"
    )
    broken = tab.evaluate("() => Object.values({...localStorage}).find(text => text.includes('Tea first'))")
    tab.close()
    again = opened(context, address)
    expect(again.get_by_text(say("aside_says") + " " + say("wrong_cut"))).to_be_visible()
    answer(again, "snakes", "Long papers")
    again.get_by_role("button", name=say("keep_on_device")).click()
    kept(again)
    assert saved(again, say("aside_save")) == broken
    assert broken in again.evaluate("() => Object.values({...localStorage})")


def test_a_file_carries_everything_to_another_browser(tab: Tab, chrome: Browser, address: str) -> None:
    tab.get_by_label(say("keep_name")).fill("Garden <b>& more")
    answer(tab, "ladders", "Tea first\n<img src=x onerror=alert(1)>")
    score(tab, "Not sure")
    tab.get_by_role("button", name=say("own_add")).click()
    tab.keyboard.type("There is always tea")
    text = saved(tab, say("file_save"))
    with chrome.new_context() as elsewhere:
        other = opened(elsewhere, address)
        open_file(other, "garden.json", text)
        expect(
            other.get_by_role("alert").get_by_text(
                say("file_holds", name="Garden <b>& more", marks=2, stages=" (Later days)", scores=0)
                + " "
                + say("file_asks")
            )
        ).to_be_visible()
        expect(said(other, "ladders")).to_have_value("")  # nothing has changed yet
        other.get_by_role("button", name=say("file_here"), exact=True).click()
        expect(said(other, "ladders")).to_have_value("Tea first\n<img src=x onerror=alert(1)>")
        expect(other.get_by_label(say("keep_name"))).to_have_value("Garden <b>& more")
        expect(mark(other).get_by_role("radio", name="Not sure")).to_be_checked()
        expect(other.get_by_role("heading", name="There is always tea")).to_be_visible()
        assert json.loads(saved(other, say("file_save")))["answers"].keys() == json.loads(text)["answers"].keys()
        other.get_by_role("button", name=undo("file_opened")).click()
        expect(said(other, "ladders")).to_have_value("")


@in_one
def test_a_file_is_added_to_what_is_here(tab: Tab) -> None:
    answer(tab, "snakes", "Long papers")
    open_file(tab, "more.json", record(mark__listening__climbs="Tea first"))
    tab.get_by_role("button", name=say("file_add")).click()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    expect(said(tab, "snakes")).to_have_value("Long papers")
    tab.get_by_role("button", name=undo("file_opened")).click()
    expect(said(tab, "ladders")).to_have_value("")
    expect(said(tab, "snakes")).to_have_value("Long papers")


STEP = {say("ask_what"): "what", say("ask_who"): "who", say("ask_when"): "when", say("ask_help"): "help"}


@in_one
def test_two_next_steps_are_never_mixed_into_one(tab: Tab) -> None:
    """Who does what by when is one thing: nobody is given a job that they never took."""
    answer(tab, say("ask_what"), "Book the room")
    theirs = {"what": "Ring the bus firm", "who": "Person A", "when": "2026-12-26", "help": "A number"}
    open_file(tab, "theirs.json", record(**{f"mark/listening/{field}/1": words for field, words in theirs.items()}))
    tab.get_by_role("button", name=say("file_add")).click()
    for question, words in (
        (say("ask_what"), "Book the room"),
        (say("ask_who"), ""),
        (say("ask_when"), ""),
        (say("ask_help"), ""),
    ):
        expect(said(tab, question)).to_have_value(words)
    beside = mark(tab).locator(".mk-lost")
    expect(beside).to_have_count(4)  # all of theirs stands beside, to be taken over
    expect(tab.get_by_text(say("file_beside", n=4))).to_be_visible()
    tab.get_by_role("button", name=say("file_look")).click()
    expect(beside.first.get_by_role("button").first).to_be_focused()
    beside.filter(has_text="Person A").get_by_role("button", name=say("lost_use")).click()
    expect(said(tab, say("ask_who"))).to_have_value("Person A")
    tab.get_by_role("button", name=undo("file_opened")).click()
    expect(said(tab, say("ask_what"))).to_have_value("Book the room")
    expect(beside).to_have_count(0)


@in_one
def test_a_step_of_a_file_goes_on_where_it_says_the_same_or_where_there_is_none(tab: Tab) -> None:
    answer(tab, say("ask_what"), "Book the room")
    open_file(
        tab,
        "theirs.json",
        record(mark__listening__what="Book the room", mark__listening__who="Person A", mark__learning__what="Read it"),
    )
    tab.get_by_role("button", name=say("file_add")).click()
    expect(said(tab, say("ask_who"))).to_have_value("Person A")
    expect(tab.locator(".mk-lost")).to_have_count(0)


@in_one
def test_what_was_written_after_clearing_is_said_to_be_kept(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    tab.get_by_role("button", name=say("keep_clear_tab")).click()
    expect(tab.get_by_text(say("keep_cleared_until"))).to_be_visible()
    answer(tab, "snakes", "Long papers")
    kept(tab)
    tab.get_by_role("button", name=undo("keep_cleared")).click()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    expect(tab.get_by_text(say("keep_since"))).to_be_visible()
    expect(tab.get_by_text(say("keep_cleared_until"))).to_have_count(0)


@in_one
def test_what_was_said_gives_way_to_what_is_done_next(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    open_file(tab, "photo.json", "[")
    refused = tab.get_by_text("photo.json was not opened")
    expect(refused).to_be_visible()
    tab.get_by_role("button", name=say("keep_on_device")).click()
    expect(refused).to_have_count(0)


@in_one
def test_half_a_date_is_said_again_when_people_save_or_keep(tab: Tab) -> None:
    field = said(tab, say("ask_when"))
    field.click()
    tab.keyboard.type("12")
    assert field.evaluate("one => one.validity.badInput")
    for button in (say("keep_on_device"), say("file_save")):
        tab.get_by_role("button", name=button).click()
        expect(tab.get_by_text(say("when_left", mark="Listening"))).to_be_visible()
    tab.get_by_role("button", name=say("when_go")).click()
    expect(field).to_be_focused()


REFUSED = {
    "": say("wrong_empty"),
    "hello": say("wrong_not_json"),
    record(name="Ours")[:-5]: say("wrong_cut"),
    "[1]": say("wrong_not_ours"),
    record(name="Ours").replace("a-made-up-guide", "another"): say("wrong_other_guide", what="another"),
    record(name="Ours").replace('"form": 2', '"form": 9'): say("wrong_newer"),
    record(mark__listening__score__1__together=11): say("wrong_score", what="Short how-far, Listening", **ENDS),
    record(name=["<b>"]): say("wrong_entry", what=say("keep_name")),
    record(__proto__="x").replace('"/proto/"', '"__proto__"'): say("wrong_path"),
}


@pytest.mark.parametrize("text", REFUSED, ids=range(len(REFUSED)))
@in_one
def test_a_damaged_file_is_refused_in_words_and_changes_nothing(tab: Tab, text: str) -> None:
    answer(tab, "ladders", "Tea first")
    kept(tab)
    before = tab.evaluate("() => JSON.stringify({...sessionStorage})")
    open_file(tab, "<b>damaged.json", text)
    expect(
        tab.get_by_role("alert").get_by_text(
            f"{say('file_refused', name='<b>damaged.json')} {REFUSED[text]}", exact=True
        )
    ).to_be_visible()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    assert tab.evaluate("() => JSON.stringify({...sessionStorage})") == before


@pytest.mark.parametrize("size", [20_000_001, 50_000_000])
@in_one
def test_a_file_that_is_too_big_is_refused_at_once(tab: Tab, tmp_path: Path, size: int) -> None:
    answer(tab, "ladders", "Tea first")
    (tmp_path / "huge.json").write_text("[" * size)
    tab.get_by_label(say("file_open")).set_input_files(tmp_path / "huge.json")
    expect(tab.get_by_role("alert").get_by_text(say("wrong_big"))).to_be_visible()
    expect(said(tab, "ladders")).to_have_value("Tea first")


# Another mark is scored, and the summary has a row more.
MORE = """one => {
  const [, other] = document.querySelectorAll("mk-answer-form[of^='mark/']");
  marks.store.set(marks.paths.score(other.getAttribute("of"), marks.store.round), 4);
  one.drawAfterPress();
}"""


@in_one
def test_a_button_stays_where_it_is_pressed(tab: Tab) -> None:
    """What was said is shown above it, and moves it: whoever presses then would miss it."""
    answer(tab, "looks", "Tea first")
    button = tab.get_by_role("button", name=say("out_csv"))
    summary = tab.locator("mk-sheet-summary")
    button.scroll_into_view_if_needed()
    summary.evaluate("one => one.draw()")  # what was said so far stands there
    button.hover()
    place = box(button)
    tab.mouse.down()
    summary.evaluate(f"({MORE})")
    assert abs(box(button)["y"] - place["y"]) < 1
    with tab.expect_download():
        tab.mouse.up()
    expect(summary.get_by_role("table")).to_be_visible()


@in_one
def test_a_score_by_keyboard_alone(tab: Tab) -> None:
    first = mark(tab).get_by_role("radio", name="1", exact=True)
    said(tab, "snakes").focus()
    reach(tab, first)
    tab.keyboard.press("Space")
    for _ in range(5):
        tab.keyboard.press("ArrowRight")
    expect(mark(tab).get_by_role("status").filter(visible=True)).to_have_text(
        say("ask_band", score=6, name="Middle band", means="Middle means this.")
    )
    expect(mark(tab).get_by_role("group", name="Ask how-far")).to_be_visible()
    mark(tab).get_by_role("button", name=say("ask_clear")).press("Enter")
    expect(mark(tab).get_by_role("radio", checked=True)).to_have_count(0)


@in_one
def test_the_whole_way_by_keyboard_alone(tab: Tab) -> None:
    reach(tab, said(tab, "looks"))
    tab.keyboard.type("We go round the circle.")
    reach(tab, mark(tab).locator("summary", has_text=say("ask_take_ladders")))
    tab.keyboard.press("Enter")
    reach(tab, mark(tab).get_by_role("button", name=begins(say("ask_take"))).first)
    tab.keyboard.press("Enter")
    expect(said(tab, "ladders")).not_to_have_value("")
    reach(tab, mark(tab).get_by_role("radio", name="1", exact=True))
    for key in ("Space", *["ArrowRight"] * 6):
        tab.keyboard.press(key)
    for label, words in (
        (say("ask_what"), "Book the room"),
        (say("ask_who"), "Person A"),
        (say("ask_when"), "12012026"),
    ):
        reach(tab, said(tab, label))
        tab.keyboard.type(words)
    tab.locator("mk-answer-form").last.get_by_label(say("ask_help")).focus()  # the marks between are like the first
    reach(tab, tab.get_by_role("button", name=say("own_add")))
    tab.keyboard.press("Enter")
    tab.keyboard.type("Tea")
    reach(tab, tab.get_by_role("button", name=say("own_delete")))
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("button", name=undo("own_deleted", title="Tea"))).to_be_focused()
    tab.keyboard.press("Enter")
    reach(tab, tab.get_by_label(say("keep_name")))
    tab.keyboard.type("Garden")
    reach(tab, tab.get_by_role("button", name=say("keep_on_device")))
    tab.keyboard.press("Enter")
    expect(tab.get_by_text(say("keep_device"))).to_be_visible()
    kept(tab)
    tab.reload()
    expect(tab.locator("mk-custom-marks h3")).to_have_text(["Tea"])
    expect(said(tab, "looks")).to_have_value("We go round the circle.")
    expect(said(tab, say("ask_when"))).to_have_value("2026-12-01")
    expect(mark(tab).get_by_role("radio", name="7", exact=True)).to_be_checked()
    tab.get_by_label(say("keep_name")).focus()
    reach(tab, tab.get_by_role("button", name=say("file_save")))
    with tab.expect_download() as waiting:
        tab.keyboard.press("Enter")
    assert "Book the room" in Path(waiting.value.path()).read_text(encoding="utf-8")


@in_one
def test_three_steps_fit_the_same_scale(tab: Tab) -> None:
    score(tab, "6")
    show_ways(tab)
    tab.get_by_label(say("ask_steps", **ENDS)).check()
    expect(mark(tab).get_by_role("radio", name="6", exact=True)).to_be_hidden()
    expect(mark(tab).get_by_role("radio", name="Second step")).to_be_checked()
    score(tab, "Third step")
    expect(mark(tab).get_by_role("status")).to_have_text("Third step")  # in the words of three, not of nine
    expect(mark(tab).get_by_role("group", name=say("ask_far"))).to_be_visible()
    tab.reload()
    expect(mark(tab).get_by_role("status")).to_have_text("Third step")
    expect(mark(tab).get_by_role("radio", name="Third step")).to_be_checked()
    tab.get_by_role("button", name=say("own_add")).click()
    score(tab, "First step", say("own_name"))
    expect(mark(tab, say("own_name")).get_by_role("radio", name="2", exact=True)).to_be_hidden()
    expect(mark(tab).get_by_role("radio", name="Third step")).to_be_checked()
    show_ways(tab)
    tab.get_by_label(say("ask_steps", **ENDS)).uncheck()
    expect(mark(tab).get_by_role("radio", name="9", exact=True)).to_be_checked()
    expect(mark(tab, say("own_name")).get_by_role("radio", name="2", exact=True)).to_be_checked()
    expect(mark(tab).get_by_role("status")).to_have_text(
        say("ask_band", score=9, name="High band", means="High means this.")
    )
    expect(mark(tab).get_by_role("group", name="Ask how-far")).to_be_visible()


@in_one
def test_three_steps_are_what_the_summary_says(tab: Tab) -> None:
    score(tab, "8")
    score(tab, str(HIGH), "Gaining new skills")
    score(tab, "1", "Build trust")
    end = tab.locator("mk-sheet-summary")
    end.scroll_into_view_if_needed()
    expect(end.get_by_text(say("sum_high", score=HIGH, marks="Gaining new skills"))).to_be_visible()
    show_ways(tab)
    tab.get_by_label(say("ask_steps", **ENDS)).check()
    expect(end.get_by_role("row", name="Gaining new skills")).to_contain_text("Third step")
    expect(end.get_by_text(say("sum_high", score="Third step", marks="Gaining new skills; Listening"))).to_be_visible()
    expect(end.get_by_text(say("sum_low", score="First step", marks="Build trust"))).to_be_visible()


@in_one
def test_three_steps_stand_on_paper_as_on_the_screen(tab: Tab) -> None:
    show_ways(tab)
    tab.get_by_label(say("ask_steps", **ENDS)).check()
    tab.emulate_media(media="print")
    paper = tab.locator(".mk-custom-marks__paper .mk-custom-marks")
    for part in (mark(tab), paper.first, paper.last):
        expect(part.get_by_text("Second step")).to_be_visible()
        expect(part.locator(".mk-squares").get_by_text(str(HIGH), exact=True)).to_be_hidden()


@in_one
def test_one_mark_at_a_time(tab: Tab) -> None:
    show_ways(tab)
    tab.get_by_label(say("ask_quiet")).check()
    expect(tab.locator("mk-answer-form:visible")).to_have_count(1)
    expect(tab.get_by_text(say("ask_at", n=1, total=5))).to_be_visible()
    tab.get_by_role("button", name=say("next_mark")).click()
    expect(tab.get_by_text(say("ask_at", n=2, total=5))).to_be_visible()
    expect(tab.locator(".mk-paper__title:visible")).to_be_focused()
    tab.get_by_label(say("ask_quiet")).uncheck()
    assert tab.locator("mk-answer-form:visible").count() == 5


@in_one
def test_one_mark_at_a_time_is_still_there_after_a_reload(tab: Tab) -> None:
    tab.set_viewport_size({"width": 1280, "height": 800})
    show_ways(tab)
    tab.get_by_label(say("ask_quiet")).check()
    for _ in range(3):
        tab.get_by_role("button", name=say("next_mark")).click()
    shown = tab.locator(".mk-paper__title:not(.mk-away)")
    title = shown.inner_text()
    tab.reload()
    expect(shown).to_have_text(title)
    tab.evaluate("() => document.querySelector('.mk-paper__title:not(.mk-away)').scrollIntoView()")
    here = tab.locator(
        ".md-sidebar--secondary .md-nav__link--active"
    )  # the contents beside the page say where people are
    expect(here).to_have_count(1)
    expect(here).to_contain_text(title.replace("¶", "").strip())


@in_one
def test_one_mark_at_a_time_has_our_own_among_them(tab: Tab) -> None:
    show_ways(tab)
    tab.get_by_label(say("ask_quiet")).check()
    tab.get_by_role("button", name=say("own_add")).click()
    tab.keyboard.type("Tea")
    expect(tab.get_by_text(say("ask_at", n=6, total=6))).to_be_visible()
    expect(tab.locator("mk-answer-form:visible")).to_have_count(1)
    expect(mark(tab, "Tea")).to_be_visible()
    tab.get_by_role("button", name=say("ask_before")).click()
    expect(tab.get_by_text(say("ask_at", n=5, total=6))).to_be_visible()
    tab.get_by_role("button", name=say("next_mark")).click()
    tab.get_by_role("button", name=say("own_delete")).click()
    expect(tab.get_by_text(like("ask_at"))).to_be_visible()
    expect(tab.locator("mk-answer-form:visible")).to_have_count(1)


@in_one
def test_a_ladder_of_the_guide_is_used_and_changed(tab: Tab) -> None:
    mark(tab).get_by_text(say("ask_take_ladders")).click()
    mark(tab).get_by_role("button", name=begins(say("ask_take"))).first.click()
    first = said(tab, "ladders").input_value()
    assert first and "\n" not in first
    mark(tab).get_by_role("button", name=f"Used: {first}").click()
    expect(said(tab, "ladders")).to_have_value(first)  # not twice
    answer(tab, "ladders", f"{first} With tea.")
    tab.reload()
    expect(said(tab, "ladders")).to_have_value(f"{first} With tea.")
    mark(tab).get_by_text(say("ask_take_ladders")).click()
    expect(
        mark(tab).get_by_role("button", name=f"{say('ask_take')}: {first}")
    ).to_be_visible()  # it stands there no more


@in_one
def test_marks_of_our_own_that_go_are_told_nothing_any_more(tab: Tab) -> None:
    before = tab.evaluate("() => marks.store.listeners")
    tab.get_by_role("button", name=say("own_add")).click()
    each = tab.evaluate("() => marks.store.listeners") - before
    assert 1 <= each <= 4  # its questions and their parts
    for _ in range(4):
        tab.get_by_role("button", name=say("own_add")).click()
    assert tab.evaluate("() => marks.store.listeners") == before + 5 * each
    tab.get_by_role("button", name=say("own_up")).last.click()  # a part that is moved goes and comes
    for _ in range(5):
        tab.get_by_role("button", name=say("own_delete")).last.click()
    assert tab.evaluate("() => marks.store.listeners") == before


def test_marks_of_our_own(tab: Tab) -> None:
    for title in ("Tea", "Cake"):
        tab.get_by_role("button", name=say("own_add")).click()
        tab.keyboard.type(title)
    titles = tab.locator("mk-custom-marks h3")
    expect(titles).to_have_text(["Tea", "Cake"])
    answer(tab, "ladders", "A big pot", "Tea")
    score(tab, "9", "Tea")
    tab.get_by_role("button", name=say("own_down")).first.click()
    expect(titles).to_have_text(["Cake", "Tea"])
    tab.get_by_role("button", name=say("own_delete")).last.click()
    expect(titles).to_have_text(["Cake"])
    tab.get_by_role("button", name=undo("own_deleted", title="Tea")).click()
    expect(titles).to_have_text(["Cake", "Tea"])
    tab.reload()
    expect(titles).to_have_text(["Cake", "Tea"])
    expect(said(tab, "ladders", "Tea")).to_have_value("A big pot")
    expect(mark(tab, "Tea").get_by_role("radio", name="9", exact=True)).to_be_checked()


@in_one
def test_the_summary_says_what_was_said(tab: Tab) -> None:
    titles = [one.get_attribute("aria-label") or "" for one in tab.locator("mk-answer-form[of^='mark/']").all()]
    score(tab, "8", titles[0])
    score(tab, "3", titles[1])
    score(tab, "Does not apply", titles[2])
    answer(tab, say("ask_what"), "Book the quiet room", titles[1])
    answer(tab, say("ask_who"), "Person A", titles[1])
    answer(tab, say("ask_when"), "2026-12-01", titles[1])
    end = tab.locator("mk-sheet-summary")
    answer(tab, "ladders", "A round of names <b>first</b>", titles[3])
    for words in (
        say("sum_high", score=8, marks=titles[0]),
        say("sum_low", score=3, marks=titles[1]),
        say("sum_other", score="Does not apply", marks=titles[2]),
        day("2026-12-01"),
        "Book the quiet room",
        f"{titles[1]}. {say('out_who')}: Person A",
    ):
        expect(end.get_by_text(words, exact=True)).to_be_visible()
    expect(end.get_by_role("row")).to_have_text(
        [
            f"{say('out_mark')}Short how-far",
            re.compile("8 High band"),
            re.compile("3 Middle band"),
            f"{titles[2]}Does not apply",
            titles[3] + say("sum_unscored"),
        ]
    )
    note = end.get_by_text("A round of names <b>first</b>", exact=True)
    expect(note).to_be_hidden()
    end.get_by_text(say("sum_notes")).click()
    expect(note).to_be_visible()


@in_one
def test_a_mark_that_left_is_shown_under_its_old_name(tab: Tab) -> None:
    open_file(
        tab,
        "old.json",
        record(
            mark__old_mark__climbs="Tea first",
            mark__old_mark__title="Warm welcome",
            mark__old_mark__score__1__together=4,
        ),
    )
    tab.get_by_role("button", name=say("file_here"), exact=True).click()
    end = tab.locator("mk-sheet-summary")
    expect(end.get_by_role("heading", name="Warm welcome")).to_be_visible()
    expect(end.get_by_text("Tea first")).to_be_visible()
    assert "Warm welcome" in saved(tab, say("file_save"))


@in_one
def test_a_mark_with_a_new_name_is_shown_under_the_old_one_and_says_the_new(tab: Tab) -> None:
    tab.evaluate("() => { marks.store.facts.retired['old-mark'] = 'listening'; }")  # as a line of retired.yml would
    open_file(tab, "old.json", record(mark__old_mark__climbs="Tea first", mark__old_mark__title="Warm welcome"))
    tab.get_by_role("button", name=say("file_here"), exact=True).click()
    end = tab.locator("mk-sheet-summary")
    expect(end.get_by_role("heading", name="Warm welcome")).to_be_visible()
    expect(end.get_by_text(say("sum_now", title="Listening"))).to_be_visible()


def test_without_scripts_it_is_a_sheet_all_the_same(chrome: Browser, address: str) -> None:
    with chrome.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(address + SHEET)
        answer(tab, "ladders", "Tea first")
        score(tab, "7")
        score(tab, "3", "Gaining new skills")  # each mark has a score of its own
        expect(mark(tab).get_by_role("radio", name="7", exact=True)).to_be_checked()
        assert not tab.locator("mk-project-panel:visible, mk-view-options:visible, .mk-take:visible").count()
        assert tab.locator(".mk-custom-marks__paper .mk-custom-marks:visible").count() == 3
        tab.goto(f"{address}choose/")
        for title in ("Listening", "Review together, from the start"):
            tab.get_by_role("checkbox", name=title, exact=True).check()
            score(tab, "7", title)
        assert tab.get_by_role("radio", checked=True).count() == 2


def heard(server: socket.socket) -> bytes:
    """All that anybody says to a server in a while."""
    told = b""
    while True:
        try:
            caller, _ = server.accept()
        except TimeoutError:
            return told
        with caller:
            caller.settimeout(0.5)
            try:
                told += caller.recv(1000)
            except TimeoutError:
                pass


@pytest.mark.refused
def test_nothing_can_be_sent_anywhere(tab: Tab) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(1)
        tab.evaluate(
            """async port => {
          const there = `http://127.0.0.1:${port}/`;
          const add = (tag, facts) => document.body.appendChild(Object.assign(document.createElement(tag), facts));
          const ways = [
            () => fetch(there, {method: 'POST', body: 'words', mode: 'no-cors'}), () => navigator.sendBeacon(there, 'words'),
            () => add('img', {src: there}), () => new WebSocket(`ws://127.0.0.1:${port}/`), () => add('iframe', {src: there}),
            () => new EventSource(there), () => add('script', {src: there}), () => add('video', {src: there}),
            () => add('object', {data: there}), () => add('link', {rel: 'stylesheet', href: there}),
            () => add('link', {rel: 'prefetch', href: there}), () => add('link', {rel: 'preconnect', href: there}), () => add('form', {action: there, method: 'post'}).submit(),
          ];
          for (const way of ways) try { await way(); } catch { /* refused */ }
        }""",
            server.getsockname()[1],
        )
        assert not heard(server)  # a browser may knock before it asks its rules, and then says nothing
        with socket.create_connection(server.getsockname()) as control:
            control.sendall(b"words")
            assert heard(server) == b"words"
    assert tab.url.endswith(SHEET)


def test_it_works_from_a_disk(context: BrowserContext, site: Path) -> None:
    tab = context.new_page()
    tab.goto((site / "later-days-sheet" / "index.html").as_uri())
    answer(tab, "ladders", "Tea first")
    tab.get_by_role("button", name=say("keep_on_device")).click()
    kept(tab)
    tab.close()
    again = context.new_page()
    again.goto((site / "later-days-sheet" / "index.html").as_uri())
    expect(said(again, "ladders")).to_have_value("Tea first")
    assert "Tea first" in saved(again, say("file_save"))


@in_one
def test_a_sheet_of_our_own_choosing(tab: Tab, address: str, made_up: Guide) -> None:
    tab.goto(f"{address}choose/")
    answers = tab.locator("mk-answer-form:visible")
    expect(answers).to_have_count(0)
    tab.get_by_role("checkbox", name="Listening", exact=True).check()
    tab.get_by_role("checkbox", name="Talk about power out loud", exact=True).check()
    expect(answers).to_have_count(2)
    answer(tab, "ladders", "Tea first")
    score(tab, "7")
    kept(tab)
    tab.reload()
    expect(answers).to_have_count(2)
    expect(said(tab, "ladders")).to_have_value("Tea first")
    expect(tab.locator("mk-sheet-summary").get_by_role("row")).to_have_count(2)
    mark(tab).get_by_text(say("ask_take_ladders")).click()
    assert (
        mark(tab)
        .locator(".mk-take use")
        .first.evaluate("one => document.querySelector(one.getAttribute('href')).isConnected")
    )
    mark(tab).get_by_role("button", name=begins(say("ask_take"))).first.click()
    expect(said(tab, "ladders")).to_have_value(re.compile("^Tea first\n."))
    answer(tab, "ladders", "Tea first")
    show_ways(tab)
    tab.get_by_label(say("ask_quiet")).check()
    expect(answers).to_have_count(1)
    expect(tab.locator(".mk-mark-picker__title:visible")).to_have_count(len(made_up.marks))  # one can still choose
    expect(tab.get_by_text(say("ask_at", n=1, total=2))).to_be_visible()
    tab.get_by_role("button", name=say("next_mark")).click()
    expect(tab.get_by_text(say("ask_at", n=2, total=2))).to_be_visible()
    tab.get_by_label(say("ask_quiet")).uncheck()
    expect(answers).to_have_count(2)
    tab.emulate_media(media="print")
    expect(tab.locator(".mk-mark-picker__title:visible")).to_have_count(2)
    tab.emulate_media(media="screen")
    tab.goto(address + SHEET)  # the same answers stand on the sheet of the stage
    expect(said(tab, "ladders")).to_have_value("Tea first")


@in_one
def test_a_mark_that_is_not_ticked_any_more_says_that_its_words_are_kept(tab: Tab, address: str) -> None:
    tab.goto(address + "choose/")
    box = tab.locator(".mk-mark-picker__box").first
    box.check()
    tab.locator("mk-mark-picker textarea").first.fill("Tea first")
    said_so = tab.get_by_text(say("sum_unticked", n=1))
    expect(said_so).to_be_hidden()
    box.uncheck()
    expect(said_so).to_be_visible()
    box.check()
    expect(tab.locator("mk-mark-picker textarea").first).to_have_value("Tea first")
    expect(said_so).to_be_hidden()


@in_one
def test_paper_holds_every_note_to_its_last_word(tab: Tab) -> None:
    words = "\n".join(f"Line {n} of what we said, and a little more of it." for n in range(60)) + "\nThe last word."
    answer(tab, "ladders", words)
    tab.get_by_label(say("keep_name")).fill("Garden")
    tab.get_by_role("button", name=say("own_add")).click()
    answer(tab, say("ask_when"), "2026-12-01")
    answer(tab, say("ask_who"), "Person A, with a long line of other people who want to help with all of it")
    score(tab, "7")
    tab.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    note = mark(tab).get_by_text("The last word.")
    expect(note).to_be_visible()
    assert note.inner_text() == words
    assert note.evaluate("one => one.scrollHeight <= one.clientHeight + 1 && one.scrollWidth <= one.clientWidth + 1")
    expect(said(tab, "ladders")).to_be_hidden()
    chosen, other = (mark(tab).get_by_role("radio", name=name, exact=True) for name in "78")
    width = "one => [one, one.closest('label')].map(part => parseFloat(getComputedStyle(part).borderTopWidth))"
    assert max(chosen.evaluate(width)) >= 2 * max(other.evaluate(width))  # seen without a colour
    # A mark begins with its title at the top of a page, and only one with more than a page of words goes on over its edge.
    breaks = tab.locator(".mk-paper__title").evaluate_all("all => all.map(one => getComputedStyle(one).breakBefore)")
    assert set(breaks) == {"page"}
    parts = mark(tab).locator(".mk-ask").evaluate_all("all => all.map(one => getComputedStyle(one).breakInside)")
    kinds = ["auto" if one["answer"] == "words" else "avoid" for one in GUIDE["questions"].values()]
    assert parts == [*kinds, "avoid"]  # the last is the next step
    # The score and the next step, each with its labels and its boxes, stay together.
    parts = mark(tab).locator("fieldset").evaluate_all("all => all.map(one => getComputedStyle(one).breakInside)")
    assert parts == ["avoid", "avoid"]
    names = tab.locator("[data-print-name]").filter(visible=True).all_inner_texts()
    assert len(names) > 6 and set(names) == {"Garden"}  # a mark of our own that was added later says whose it is, too
    who = mark(tab).get_by_text("Person A, with a long line of other people who want to help with all of it")
    expect(who).to_be_visible()
    assert who.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
    expect(mark(tab).get_by_text(day("2026-12-01"), exact=True)).to_be_visible()
    expect(
        tab.locator(".mk-project-panel, .mk-line, .mk-toast, .mk-take, .mk-view-options, .mk-report, #kept").filter(
            visible=True
        )
    ).to_have_count(0)
    expect(tab.locator("mk-sheet-summary")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("paper", ONE_PAPER)
@in_one
def test_a_blank_sheet_has_a_page_for_each_mark(
    chrome: Browser, address: str, made_up: Guide, paper: str, script: bool
) -> None:
    """On the paper of either half of the world, whatever space a reader has chosen, and without a script."""
    with chrome.new_context(java_script_enabled=script) as context:
        tab = context.new_page()
        tab.goto(f"{address}early-days-sheet/")
        whole = 1 + len(made_up.stages["early-days"].marks) + 1
        assert sheets_of_paper(tab, paper) == whole
        if script:
            tab.evaluate("() => marks.show('space', 'wide')")
            assert sheets_of_paper(tab, paper) == whole
            tab.evaluate("() => { marks.show('space', 'normal'); marks.show('size', 'largest'); }")
            assert sheets_of_paper(tab, paper) > 1 + 3 + 1  # large letters take more paper


@in_one
def test_with_no_mark_chosen_paper_is_a_list_to_choose_from(tab: Tab, address: str, made_up: Guide) -> None:
    tab.goto(f"{address}choose/")
    tab.emulate_media(media="print")
    expect(tab.locator(".mk-mark-picker__title:visible")).to_have_count(len(made_up.marks))
    tab.emulate_media(media="null")
    assert sheets_of_paper(tab) <= 3


@in_one
def test_a_sheet_is_printed_from_its_own_page(tab: Tab) -> None:
    tab.evaluate("() => { window.print = () => { window.printed = true; }; }")
    tab.get_by_role("button", name=say("sheet_print")).click()
    assert tab.evaluate("() => window.printed")


def sheets_of_paper(tab: Tab, paper: str = "A4") -> int:
    return len(re.findall(rb"/Type\s*/Page\b", tab.pdf(prefer_css_page_size=True, format=paper)))


@in_one
def test_each_mark_of_a_sheet_is_one_page(tab: Tab) -> None:
    # How to use it, five marks, three marks of our own.
    assert sheets_of_paper(tab) == 1 + 5 + 1
    for title in ("Listening", "Gaining new skills"):
        answer(tab, "looks", "We go round the circle.\n" * 5, title)
        answer(tab, say("ask_what"), "Book the quiet room.", title)
        score(tab, "7", title)
    assert 7 <= sheets_of_paper(tab) <= 8  # and what we said
