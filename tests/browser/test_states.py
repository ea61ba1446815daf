"""Where are the words that somebody has just written, and who is told? Each state of store/states.js, and each listener."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect
from playwright.sync_api import Page as Tab

from tests.scripts import FOLDER
from tests.sheets import SHEET, answer, context, in_one, kept, no_error, show_ways, tab  # noqa: F401
from tests.words import say, undo

WORDS = "Long papers"
# Storage that refuses: the place without a name is both.
REFUSE = """([where, error]) => { const set = Storage.prototype.setItem; Storage.prototype.setItem = function (...given) {
  if (!where || this === window[where]) throw new DOMException("no", error); set.apply(this, given); }; }"""
# What the table says of the state, and what is so.
SEEN = """words => { const { state, place } = marks.store; const row = marks.states.TABLE[state];
  const has = box => Object.entries(box).some(([key, text]) => key.includes(":project:") && text.includes(words));
  const lies = [["device", localStorage], ["tab", sessionStorage]].filter(([, box]) => has(box)).map(([name]) => name);
  return { state, row, lies, promised: row.lies === "page" ? [] : [row.lies === "place" ? place : "tab"],
    asks: onbeforeunload !== null }; }"""


def on_the_device(tab: Tab) -> None:
    """Words that are kept there, before anything goes wrong."""
    answer(tab, "ladders", "Tea first")
    tab.get_by_role("button", name=say("keep_on_device")).click()
    kept(tab)


def refused(where: str, error: str) -> Callable[[Tab], None]:
    """What is kept on the device, and then a place that refuses."""

    def run(tab: Tab) -> None:
        if where:
            on_the_device(tab)
        tab.evaluate(REFUSE, [where, error])

    return run


def cleared(tab: Tab) -> None:
    """Somebody clears the browser."""
    on_the_device(tab)
    tab.evaluate("() => localStorage.clear()")


REACHED: dict[str, Callable[[Tab], None]] = {
    "kept": on_the_device,
    "full": refused("", "QuotaExceededError"),
    "blocked": refused("", "SecurityError"),
    "full_tab": refused("localStorage", "QuotaExceededError"),
    "blocked_tab": refused("localStorage", "SecurityError"),
    "gone": cleared,
}


def test_each_state_of_the_table_is_tried() -> None:
    table = (FOLDER / "store" / "states.js").read_text(encoding="utf-8")
    assert re.findall(r"^    (\w+): \{ lies:", table, re.MULTILINE) == list(REACHED)


@in_one
@pytest.mark.parametrize("state", REACHED)
def test_a_state_is_what_its_row_says(state: str, tab: Tab) -> None:
    REACHED[state](tab)
    answer(tab, "snakes", WORDS)
    kept(tab)
    seen: dict[str, Any] = tab.evaluate(SEEN, WORDS)
    assert seen["state"] == state
    assert seen["lies"] == seen["promised"]
    assert seen["asks"] == seen["row"]["asks"] == (not seen["lies"])  # only whoever would lose words is asked
    assert tab.locator("mk-project-panel[data-trouble]").count() == (0 if state == "kept" else 1)


LISTENERS = "() => marks.store.listeners"
PARTS = """() => [...document.querySelectorAll("mk-answer-form, mk-custom-marks, mk-project-panel, mk-sheet-summary,"
  + " mk-view-options, mk-mark-picker, mk-people-panel, mk-planned-steps")].map(one => [one, one.parentElement, one.nextSibling])"""


@in_one
@pytest.mark.parametrize("page", [SHEET, "choose/"])
def test_a_part_that_leaves_the_page_is_told_nothing_and_comes_back_as_it_was(
    page: str, tab: Tab, address: str
) -> None:
    tab.goto(address + page)
    expect(tab.get_by_label(say("keep_name"))).to_be_visible()
    before = tab.evaluate(LISTENERS)
    assert before > tab.locator("mk-answer-form:visible").count()
    tab.evaluate(f"() => {{ window.parts = ({PARTS})(); }}")
    for _ in range(3):
        tab.evaluate("() => { for (const [one] of parts) one.remove(); }")
        assert tab.evaluate(LISTENERS) == 1  # who is here is no part of the page
        tab.evaluate("() => { for (const [one, home, next] of [...parts].reverse()) home.insertBefore(one, next); }")
        assert tab.evaluate(LISTENERS) == before
    tab.get_by_label(say("keep_name")).fill("Garden")
    kept(tab)
    assert tab.evaluate("() => Object.values(sessionStorage).some(text => text.includes('Garden'))")


@in_one
def test_a_listener_is_told_of_what_changed_and_by_whom(tab: Tab) -> None:
    tab.evaluate(
        """() => { window.told = []; const { store } = marks;
        window.deaf = [store.on("change", (paths, source) => told.push([...paths, source ? source.localName : ""])),
          store.on("status", () => told.push(["status"]))]; }"""
    )
    answer(tab, "ladders", "Tea first")
    told = tab.evaluate("() => told.splice(0)")
    assert ["mark/listening/climbs/1", "mk-answer-form"] in told
    tab.get_by_role("button", name=say("keep_on_device")).click()
    assert ["status"] in tab.evaluate("() => told.splice(0)")
    tab.get_by_role("button", name=say("keep_clear_device")).click()
    assert ["", ""] in tab.evaluate("() => told.splice(0)")  # all of it
    tab.evaluate("() => deaf.forEach(run => run())")
    tab.get_by_role("button", name=undo("keep_cleared")).click()
    answer(tab, "ladders", "Tea last")
    assert tab.evaluate("() => told") == []


@in_one
def test_the_mark_that_is_ticked_is_one_to_be_shown_as_soon_as_the_page_opens(
    tab: Tab, context: BrowserContext, address: str
) -> None:
    """One mark at a time, on a sheet of people's own choosing: no part waits for another by a timer."""
    tab.goto(f"{address}choose/")
    tab.get_by_role("checkbox", name="Listening", exact=True).check()
    show_ways(tab)
    tab.get_by_label(say("ask_quiet")).check()
    expect(tab.get_by_text(say("ask_at", n=1, total=1))).to_be_visible()
    kept(tab)
    tab.goto(f"{address}choose/")
    expect(tab.get_by_text(say("ask_at", n=1, total=1))).to_be_visible()
