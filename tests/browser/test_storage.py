"""Are people's words on the disk, and nobody else's to read? The second copy on a device, closed tabs, other places."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, Route, expect, sync_playwright
from playwright.sync_api import Page as Tab

from tests import browsers, shared
from tests.sheets import (  # noqa: F401
    AWAY,
    SHEET,
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
    score,
    tab,
)
from tests.tools.grouping import FILL
from tests.words import like, say, undo

pytestmark = in_one

# What the second copy on the device holds: the texts of its projects.
COPY = """() => new Promise(done => { const asked = indexedDB.open("marks", 1);
  asked.onsuccess = () => { const all = asked.result.transaction("projects").objectStore("projects").getAll();
    all.onsuccess = () => { asked.result.close(); done(JSON.stringify(all.result)); }; }; })"""
LOCAL = "() => JSON.stringify({...localStorage})"


def more(tab: Tab) -> None:
    """Open what is behind the last part of the panel."""
    tab.locator("mk-project-panel details:not([open]) summary").click()


def copied(tab: Tab, words: str, *, is_there: bool = True) -> None:
    """Wait until the second copy holds them, or no longer does."""
    for _ in range(50):
        if (words in tab.evaluate(COPY)) == is_there:
            return
        tab.wait_for_timeout(100)
    raise AssertionError(f"{words} never came to the second copy, or never left it")


def keep(tab: Tab) -> None:
    tab.get_by_role("button", name=say("keep_on_device")).click()
    expect(tab.get_by_text(say("keep_device"))).to_be_visible()


def test_words_that_the_first_copy_lost_come_back_from_the_second(
    tab: Tab, context: BrowserContext, address: str
) -> None:
    answer(tab, "ladders", "Tea first")
    keep(tab)
    copied(tab, "Tea first")
    tab.goto(f"{address}glossary/")
    tab.evaluate("() => localStorage.clear()")  # what a browser does that ends before it has written
    tab.close()
    again = opened(context, address)
    expect(said(again, "ladders")).to_have_value("Tea first")
    expect(again.get_by_text(say("keep_device"))).to_be_visible()
    kept(again)
    assert "Tea first" in again.evaluate(LOCAL)


def test_the_project_that_was_open_is_opened_though_an_older_one_is_the_last_that_the_first_copy_knows(
    tab: Tab, context: BrowserContext, address: str
) -> None:
    answer(tab, "ladders", "An older project")
    keep(tab)
    before = tab.evaluate("() => Object.entries(localStorage)")
    more(tab)
    tab.get_by_role("button", name=say("keep_new")).click()
    answer(tab, "ladders", "Tea first")
    keep(tab)
    copied(tab, "Tea first")
    tab.goto(f"{address}glossary/")
    tab.evaluate(
        "all => { localStorage.clear(); for (const [key, text] of all) localStorage.setItem(key, text); }", before
    )
    tab.goto(address + SHEET)
    expect(said(tab, "ladders")).to_have_value("Tea first")


@pytest.mark.parametrize("older", ["first", "second"])
def test_whichever_copy_is_older_the_newer_words_are_shown(
    older: str, tab: Tab, context: BrowserContext, address: str
) -> None:
    answer(tab, "ladders", "Tea first")
    keep(tab)
    copied(tab, "Tea first")
    before = tab.evaluate("() => Object.entries(localStorage).find(([key]) => key.includes(':project:'))")
    answer(tab, "ladders", "Tea and cake")
    copied(tab, "Tea and cake")
    tab.goto(f"{address}glossary/")
    if older == "first":
        tab.evaluate("([key, text]) => localStorage.setItem(key, text)", before)
    else:
        tab.evaluate(
            """([key, text]) => new Promise(done => { const asked = indexedDB.open("marks", 1); asked.onsuccess = () => {
          const act = asked.result.transaction("projects", "readwrite"); act.objectStore("projects").put(text, key);
          act.oncomplete = () => { asked.result.close(); done(); }; }; })""",
            before,
        )
    tab.close()
    again = opened(context, address)
    expect(said(again, "ladders")).to_have_value("Tea and cake")
    copied(again, "Tea and cake")
    assert not mark(again).locator("blockquote").count()  # nobody wrote at the same time


def test_what_was_cleared_does_not_come_back_from_a_disk_that_was_late(
    tab: Tab, context: BrowserContext, address: str
) -> None:
    answer(tab, "ladders", "Private words")
    keep(tab)
    copied(tab, "Private words")
    before = tab.evaluate("() => Object.entries(localStorage)")
    more(tab)
    tab.get_by_role("button", name=say("keep_clear_device")).click()
    copied(tab, "Private words", is_there=False)
    tab.goto(f"{address}glossary/")
    tab.evaluate("all => { for (const [key, text] of all) localStorage.setItem(key, text); }", before)
    tab.close()
    again = opened(context, address)
    expect(said(again, "ladders")).to_have_value("")
    kept(again)
    assert "Private words" not in again.evaluate(LOCAL)


def test_what_was_cleared_and_opened_again_stays(tab: Tab, context: BrowserContext, address: str) -> None:
    """Though the second copy, which knows that it was cleared, could not be told of it."""
    answer(tab, "ladders", "Tea first")
    keep(tab)
    copied(tab, "Tea first")
    more(tab)
    tab.get_by_role("button", name=say("keep_clear_device")).click()
    copied(tab, "Tea first", is_there=False)
    tab.evaluate(
        "() => { IDBObjectStore.prototype.put = () => { throw new DOMException('no', 'QuotaExceededError'); }; }"
    )
    tab.get_by_role("button", name=undo("keep_cleared")).click()
    kept(tab)
    tab.close()
    again = opened(context, address)
    expect(said(again, "ladders")).to_have_value("Tea first")
    again.evaluate("() => marks.store.recovered")  # the second copy was asked
    expect(said(again, "ladders")).to_have_value("Tea first")


def test_a_browser_without_a_second_copy_keeps_all_the_same(context: BrowserContext, address: str) -> None:
    context.add_init_script("indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };")
    tab = opened(context, address)
    answer(tab, "ladders", "Tea first")
    keep(tab)
    tab.reload()
    expect(said(tab, "ladders")).to_have_value("Tea first")


@contextmanager
def a_browser(play: Playwright, profile: Path) -> Iterator[tuple[subprocess.Popen[bytes], Tab]]:
    """A browser with a disk, which can be ended as a dead battery would."""
    process = subprocess.Popen(
        [
            str(browsers.find()),
            "--headless",
            "--disable-gpu",
            *browsers.launch_arguments(),
            f"--user-data-dir={profile}",
            "--remote-debugging-port=0",
            "about:blank",
        ],
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    told = profile / "DevToolsActivePort"
    while not told.exists() or not told.read_text().strip():
        time.sleep(0.1)
    with play.chromium.connect_over_cdp(f"http://127.0.0.1:{told.read_text().splitlines()[0]}") as found:
        yield process, found.contexts[0].new_page()


def test_words_are_on_the_disk_a_second_after_the_last_key(address: str, tmp_path: Path) -> None:
    code = """import sys; from pathlib import Path; sys.path.insert(0, %r)
from tests.browser.test_storage import ended; ended(%r, Path(%r))"""
    done = shared.run("-c", code % (str(shared.ROOT), address, str(tmp_path)))
    assert "It came back: Tea first" in done.stdout, done.stdout


def ended(address: str, folder: Path) -> None:
    """Write, end the browser a second later without a word, and say what is there when it is opened again."""
    profile = folder / "profile"
    with sync_playwright() as play:
        with a_browser(play, profile) as (process, tab):
            tab.goto(address + SHEET)
            said(tab, "ladders").fill("Tea")
            keep(tab)
            answer(tab, "ladders", "Tea first")
            tab.wait_for_timeout(1000)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        (profile / "DevToolsActivePort").unlink()
        for lock in profile.glob("Singleton*"):
            lock.unlink()
        with a_browser(play, profile) as (process, tab):
            tab.goto(address + SHEET)
            expect(said(tab, "ladders")).to_have_value("Tea first")
            print("It came back:", said(tab, "ladders").input_value())
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def test_a_tab_that_was_closed_and_opened_again_asks_before_it_shows_words(tab: Tab) -> None:
    tab.get_by_label(say("keep_name")).fill("Private name")
    answer(tab, "ladders", "Private words")
    kept(tab)
    tab.evaluate(AWAY)
    tab.reload()
    asked = tab.get_by_role("alert").get_by_text(like("before_says"))
    expect(asked).to_be_visible()
    more(tab)
    expect(said(tab, "ladders")).to_have_value("")
    assert "Private" not in tab.locator("body").inner_text()
    tab.reload()  # at once: it asks until somebody answers
    expect(asked).to_be_visible()
    tab.get_by_role("button", name=say("before_show")).click()
    expect(said(tab, "ladders")).to_have_value("Private words")
    expect(asked).to_have_count(0)
    tab.reload()
    expect(said(tab, "ladders")).to_have_value("Private words")


def test_a_tab_that_was_closed_asks_though_another_page_came_first(tab: Tab, address: str) -> None:
    answer(tab, "ladders", "Private words")
    kept(tab)
    tab.evaluate(AWAY)
    tab.goto(f"{address}glossary/")  # what the tab shows when it is opened again
    tab.goto(address + SHEET)
    expect(tab.get_by_role("alert").get_by_text(like("before_says"))).to_be_visible()
    assert "Private" not in tab.locator("body").inner_text()
    tab.get_by_role("button", name=say("before_show")).click()
    tab.goto(f"{address}glossary/")
    tab.goto(address + SHEET)
    expect(said(tab, "ladders")).to_have_value("Private words")  # once is enough


def test_a_network_that_is_slow_asks_nothing(tab: Tab, address: str) -> None:
    answer(tab, "ladders", "Tea first")
    kept(tab)

    def late(route: Route) -> None:
        time.sleep(5.5)  # longer than a tab is away that was not closed
        route.continue_()

    tab.route("**/boot.js", late)
    tab.goto(f"{address}{SHEET}?late")
    expect(said(tab, "ladders")).to_have_value("Tea first")
    assert not tab.get_by_role("alert").get_by_text(like("before_says")).count()


def test_words_of_a_closed_tab_can_be_cleared_and_a_new_sheet_is_not_touched(tab: Tab) -> None:
    answer(tab, "ladders", "Private words")
    kept(tab)
    tab.evaluate(AWAY)
    tab.reload()
    answer(tab, "snakes", "Long papers")
    kept(tab)
    tab.get_by_role("button", name=say("before_clear")).click()
    assert "Private words" not in tab.evaluate("() => JSON.stringify({...sessionStorage})")
    tab.reload()
    expect(said(tab, "snakes")).to_have_value("Long papers")
    expect(said(tab, "ladders")).to_have_value("")


# An hour goes by. A page knows by its own clock when it began, which the clock of a test leaves as it was.
HOUR = "{ const now = Date.now; Date.now = () => now() + 3_600_000; }"
BEGUN = """{ const value = performance.timeOrigin + 3_600_000;
  Object.defineProperty(performance, "timeOrigin", { value, configurable: true }); }"""


def test_reading_about_a_mark_for_an_hour_asks_nothing(tab: Tab, address: str) -> None:
    """And an hour without any page of the guide asks, so that the clock is right."""
    answer(tab, "ladders", "Tea first")
    kept(tab)
    tab.goto(f"{address}glossary/")
    tab.evaluate(f"() => {HOUR}")
    tab.add_init_script(HOUR + BEGUN)
    tab.goto(address + SHEET)
    expect(said(tab, "ladders")).to_have_value("Tea first")
    asked = tab.get_by_role("alert").get_by_text(like("before_says"))
    expect(asked).to_have_count(0)
    tab.add_init_script(HOUR + BEGUN)
    tab.reload()
    expect(asked).to_be_visible()


# The folder of the guide is moved: its old place is all that a store knows, the first copy or only the second.
MOVED = """first => new Promise(done => {
  const away = key => key.replace(/^([^:]+):[^:]*:/, "$1:/media/old stick/guide/:");
  const all = Object.entries(localStorage);
  localStorage.clear();
  sessionStorage.clear();
  if (first) for (const [key, text] of all) localStorage.setItem(away(key), text);
  const asked = indexedDB.open("marks", 1);
  asked.onsuccess = () => {
    const act = asked.result.transaction("projects", "readwrite");
    const store = act.objectStore("projects");
    store.openCursor().onsuccess = ({ target: { result } }) => {
      if (!result || result.key.includes("old stick")) return;
      if (!first) store.put(result.value, away(result.key));
      result.delete();
      result.continue();
    };
    act.oncomplete = () => { asked.result.close(); done(); };
  };
})"""


@pytest.mark.parametrize("first", [True, False], ids=["first", "second"])
def test_a_copy_that_was_moved_offers_what_it_kept_at_its_old_place(first: bool, tab: Tab, address: str) -> None:
    tab.get_by_label(say("keep_name")).fill("Garden")
    answer(tab, "ladders", "Tea first")
    keep(tab)
    copied(tab, "Tea first")
    tab.goto(f"{address}glossary/")
    tab.evaluate(MOVED, first)
    tab.goto(address + SHEET)
    expect(said(tab, "ladders")).to_have_value("")
    there = tab.get_by_role("listitem").filter(has_text=say("keep_elsewhere"))
    expect(there).to_be_visible()
    there.get_by_role("button", name=say("keep_open", name="Garden")).click()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    answer(tab, "snakes", "Long papers")
    kept(tab)
    tab.reload()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    expect(said(tab, "snakes")).to_have_value("Long papers")


def test_projects_of_one_name_are_told_apart(tab: Tab) -> None:
    for words in (["Tea first"], ["Cake", "Long papers"]):
        tab.get_by_label(say("keep_name")).fill("Garden")
        for question, one in zip(("ladders", "snakes"), words):
            answer(tab, question, one)
        keep(tab)
        if tab.get_by_role("button", name=say("keep_new")).is_hidden():
            more(tab)
        tab.get_by_role("button", name=say("keep_new")).click()
    items = tab.locator("[data-projects] li")
    expect(items).to_have_count(2)
    year = tab.evaluate("() => new Date().getFullYear()")
    for item, count in zip(items.all(), (3, 2)):
        expect(item).to_contain_text(say("keep_about", n=count, when="|", where="").partition("|")[0])
        expect(item).to_contain_text(str(year))
        expect(item).to_contain_text(say("keep_short_device"))


@pytest.mark.parametrize("second", [say("keep_clear_tab"), say("keep_new")])
def test_what_can_be_done_twice_can_be_undone_twice(second: str, tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    keep(tab)
    more(tab)
    tab.get_by_role("button", name=say("keep_clear_device")).click()
    answer(tab, "ladders", "Cake first")
    tab.get_by_role("button", name=second).click()
    tab.get_by_role("button", name=second).click()  # nothing is here: that is no step
    expect(said(tab, "ladders")).to_have_value("")
    undo = tab.locator("[data-undo]")
    undo.click()
    expect(said(tab, "ladders")).to_have_value("Cake first")
    undo.click()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    expect(undo).to_be_hidden()
    kept(tab)
    assert "Tea first" in tab.evaluate(LOCAL)
    copied(tab, "Tea first")


def test_every_step_that_takes_something_away_is_undone_in_its_order(tab: Tab) -> None:
    tab.get_by_role("button", name=say("own_add")).click()
    tab.keyboard.type("Tea")
    score(tab, "7")
    open_file(tab, "theirs.json", record(mark__listening__climbs="Theirs"))
    tab.get_by_role("button", name=say("file_add")).click()
    mark(tab).get_by_role("button", name=say("ask_clear")).click()
    tab.get_by_role("button", name=say("own_delete")).click()
    undo = tab.locator("[data-undo]")
    undo.click()
    expect(tab.locator("mk-custom-marks h3")).to_have_text(["Tea"])
    undo.click()
    expect(mark(tab).get_by_role("radio", name="7", exact=True)).to_be_checked()
    undo.click()
    expect(said(tab, "ladders")).to_have_value("")
    expect(undo).to_be_hidden()


def test_a_file_that_says_nothing_new_is_no_step(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    text = saved(tab, say("file_save"))
    mark(tab).get_by_role("radio", name="7", exact=True).check()
    mark(tab).get_by_role("button", name=say("ask_clear")).click()
    open_file(tab, "ours.json", text)
    tab.get_by_role("button", name=say("file_add"), exact=True).click()
    expect(tab.locator("[data-undo]")).to_have_text(say("keep_undo", what=say("ask_cleared")))


def test_clear_stands_where_people_leave(tab: Tab) -> None:
    """At the end of the sheet, beside the line that asks for it on a shared computer, and behind no fold."""
    panel = tab.get_by_role("region", name=say("keep_title"))
    expect(panel.get_by_text(say("keep_tab"))).to_be_visible()
    expect(panel.get_by_role("button", name=say("keep_clear_tab"))).to_be_visible()


def test_words_that_were_left_out_come_back(tab: Tab) -> None:
    theirs = json.loads(record(mark__listening__climbs="Tea first"))
    theirs["answers"]["mark/listening/climbs/1"]["lost"] = [{"is": "Cake first", "at": 1, "by": "w9"}]
    open_file(tab, "theirs.json", json.dumps(theirs))
    tab.get_by_role("button", name=say("file_here"), exact=True).click()
    mark(tab).get_by_role("button", name=say("lost_drop")).click()
    expect(mark(tab).locator("blockquote")).to_have_count(0)
    tab.get_by_role("button", name=undo("lost_dropped")).click()
    expect(mark(tab).locator("blockquote")).to_have_text("Cake first")


def test_a_file_of_a_clock_that_was_ahead_opens_with_a_warning(
    tab: Tab, context: BrowserContext, address: str, chrome: Browser
) -> None:
    with chrome.new_context() as ahead:
        ahead.add_init_script(f"const now = Date.now; Date.now = () => now() + {2 * 366 * 24 * 3600 * 1000};")
        first = opened(ahead, address)
        answer(first, "ladders", "Tea first")
        text = saved(first, say("file_save"))
    open_file(tab, "ours.json", text)
    expect(tab.get_by_role("alert").get_by_text(say("file_later"))).to_be_visible()
    tab.get_by_role("button", name=say("file_here"), exact=True).click()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    answer(tab, "ladders", "Tea and cake")
    kept(tab)
    tab.reload()
    expect(said(tab, "ladders")).to_have_value("Tea and cake")


def test_a_changed_file_is_said_to_be_so_and_opens(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    text = saved(tab, say("file_save"))
    open_file(tab, "ours.json", text)
    expect(tab.get_by_role("alert").get_by_text(say("file_asks"))).to_be_visible()
    expect(tab.get_by_text(say("file_changed"))).to_have_count(0)
    open_file(tab, "ours.json", text.replace("Tea first", "Tea thirst"))
    expect(tab.get_by_role("alert").get_by_text(say("file_changed"))).to_be_visible()
    tab.get_by_role("button", name=say("file_replace")).click()
    expect(said(tab, "ladders")).to_have_value("Tea thirst")


def test_a_file_says_how_many_answers_have_no_place_here(tab: Tab) -> None:
    open_file(
        tab,
        "later.json",
        record(mark__listening__mood="Good", mark__listening__weather__4="Rain", mark__listening__climbs="Tea first"),
    )
    expect(tab.get_by_role("alert").get_by_text(say("file_unshown", n=2))).to_be_visible()


@pytest.mark.parametrize("gone", [False, True])
def test_a_file_of_nine_thousand_marks_of_somebodys_own_opens(gone: bool, tab: Tab) -> None:
    answers: dict[str, Any] = {}
    for number in range(9000):
        answers |= {
            f"own__a{number}__title": f"Mark {number}",
            **({} if gone else {f"own__a{number}__stage": "later-days"}),
        }
        answers |= {f"own__a{number}__gone": True} if gone else {}
    open_file(tab, "many.json", record(**answers))
    tab.get_by_role("button", name=say("file_here"), exact=True).click(timeout=10000)
    expect(tab.get_by_text(say("file_in"))).to_be_visible(timeout=10000)
    if not gone:
        tab.get_by_role("button", name=say("own_more", n=8940)).click()
        expect(tab.get_by_role("button", name=say("own_more", n=8880))).to_be_visible()
        expect(tab.locator("mk-custom-marks section")).to_have_count(120)
        expect(tab.locator("mk-sheet-summary tbody tr")).to_have_count(200)
        expect(tab.locator("mk-sheet-summary").get_by_text("There are more of these: 8800.")).to_be_visible()
    answer(tab, "ladders", "Tea first")
    tab.wait_for_function("() => JSON.stringify({...sessionStorage}).includes('Tea first')", timeout=5000)


def test_after_close_the_keyboard_goes_on_from_where_it_was(tab: Tab) -> None:
    open_file(tab, "odd.json", "hello")
    tab.get_by_role("button", name=say("close"), exact=True).click()
    expect(tab.get_by_label(say("file_open"))).to_be_focused()


DATE = """([field, day]) => { const one = document.querySelector('[of="mark/listening"] [data-field=when]'); one.focus();
  one.value = day; one.dispatchEvent(new Event('input', {bubbles: true})); one.blur(); }"""


@pytest.mark.parametrize(
    ("typed", "shown", "says"),
    [
        ("0026-12-15", "2026-12-15", ""),
        ("2026-12-15", "2026-12-15", ""),
        ("0126-12-15", "0126-12-15", "Is 126 the right year?"),
        ("20266-12-15", "20266-12-15", "Is 20266 the right year?"),
    ],
)
def test_a_year_that_nobody_means_is_mended_or_said(typed: str, shown: str, says: str, tab: Tab) -> None:
    when = mark(tab).get_by_label(say("ask_when"))
    tab.evaluate(DATE, ["when", typed])
    expect(when).to_have_value(shown)
    if says:
        expect(mark(tab).get_by_role("alert").filter(has_text=says)).to_be_visible()
        assert when.get_attribute("aria-invalid") == "true"
    else:
        assert when.get_attribute("aria-invalid") is None
    assert json.loads(saved(tab, say("file_save")))["answers"]["mark/listening/when/1"]["is"] == shown


def test_half_a_date_is_no_date_and_takes_nothing_away(tab: Tab) -> None:
    when = mark(tab).get_by_label(say("ask_when"))
    when.fill("2026-12-15")
    when.focus()
    tab.keyboard.press("Backspace")
    tab.get_by_label(say("keep_name")).focus()
    expect(mark(tab).get_by_role("alert").filter(has_text=say("when_half"))).to_be_visible()
    assert json.loads(saved(tab, say("file_save")))["answers"]["mark/listening/when/1"]["is"] == "2026-12-15"
    when.fill("2026-12-16")
    expect(mark(tab).get_by_role("alert").filter(has_text=say("when_half"))).to_have_count(0)


def test_words_in_place_of_a_date_are_shown(tab: Tab) -> None:
    open_file(tab, "ours.json", record(mark__listening__when="by Easter"))
    tab.get_by_role("button", name=say("file_here"), exact=True).click()
    expect(mark(tab).get_by_role("alert").filter(has_text="Here it says: by Easter.")).to_be_visible()


def test_a_field_that_the_browser_emptied_is_shown_anew_and_never_written(tab: Tab) -> None:
    """One browser does so on the way back, without a word to the page."""
    answer(tab, "ladders", "Tea first")
    kept(tab)
    said(tab, "ladders").evaluate("one => { one.blur(); one.value = ''; }")
    said(tab, "ladders").focus()
    tab.keyboard.press("End")
    tab.keyboard.type("!")
    expect(said(tab, "ladders")).to_have_value("Tea first!")
    kept(tab)
    tab.reload()
    expect(said(tab, "ladders")).to_have_value("Tea first!")
    said(tab, "ladders").evaluate("one => { one.value = ''; }")  # nobody has been there
    tab.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(said(tab, "ladders")).to_have_value("Tea first!")


def test_a_form_that_is_reset_shows_its_record(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    score(tab, "7")
    tab.evaluate("() => document.querySelector('[of]').closest('form').reset()")
    expect(said(tab, "ladders")).to_have_value("Tea first")
    expect(mark(tab).get_by_role("radio", name="7", exact=True)).to_be_checked()
    assert not tab.locator(
        "form:has(mk-answer-form)[autocomplete], mk-project-panel [autocomplete], mk-custom-marks [autocomplete]"
    ).count()


def test_two_people_in_one_field_keep_whole_words_and_see_each_other(
    tab: Tab, context: BrowserContext, address: str
) -> None:
    keep(tab)
    other = opened(context, address)
    texts = {
        tab: "we begin with tea and we listen to each other",
        other: "nobody has to speak before they are ready to",
    }
    for one in texts:
        said(one, "ladders").focus()
    for at in range(max(map(len, texts.values()))):
        for one, text in texts.items():
            if at < len(text):
                one.keyboard.type(text[at])
        tab.wait_for_timeout(4500 if at == 20 else 20)  # and once both think for a while, in the middle of a word
    for one, text in texts.items():
        expect(said(one, "ladders")).to_have_value(text)
        (theirs,) = [words for who, words in texts.items() if who is not one]
        expect(mark(one).locator("blockquote")).to_have_text([theirs])
    for one in texts:
        one.get_by_label(say("keep_name")).focus()
    kept(tab)
    for one in texts:  # and afterwards both see the same
        expect(mark(one).locator("blockquote")).to_have_count(1)
    assert said(tab, "ladders").input_value() == said(other, "ladders").input_value()
    entry = json.loads(saved(tab, say("file_save")))["answers"]["mark/listening/climbs/1"]
    assert {entry["is"], *(lost["is"] for lost in entry["lost"])} == set(texts.values())


def test_more_than_a_box_holds_is_said_and_not_cut(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    answer(tab, "ladders", "tea " * 6000)
    expect(said(tab, "ladders")).to_have_value("tea " * 6000)
    expect(mark(tab).get_by_role("alert").filter(has_text=say("full_long"))).to_be_visible()
    assert not tab.locator("[maxlength]").count()  # a browser would cut what is pasted, and say nothing
    answer(tab, "ladders", "tea")
    expect(mark(tab).get_by_role("alert").filter(has_text=say("full_long"))).to_have_count(0)


def test_a_project_that_has_no_more_room_says_so_at_the_field(tab: Tab) -> None:
    tab.evaluate("() => { marks.savedFile.WRITE.answers = 2; }")
    answer(tab, "ladders", "Tea first")
    answer(tab, "snakes", "Long papers")
    expect(mark(tab).get_by_role("alert").filter(has_text=say("full_many"))).to_be_visible()
    answer(tab, "ladders", "Tea")  # what is there already can change
    assert json.loads(saved(tab, say("file_save")))["answers"]["mark/listening/climbs/1"]["is"] == "Tea"


def test_a_browser_that_keeps_nothing_has_a_search_and_a_dark_view(context: BrowserContext, address: str) -> None:
    context.add_init_script("""for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {configurable: true, get() { throw new DOMException('denied', 'SecurityError'); }});""")
    tab = opened(context, address)
    expect(tab.locator("mk-project-panel").get_by_text(say("keep_blocked"))).to_be_visible()
    tab.get_by_title("Switch to dark").click()
    expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    tab.locator("label[for=__search]").first.click()
    tab.get_by_role("textbox", name=say("search")).press_sequentially("listening")
    expect(tab.locator(".mk-site-search__list mark").first).to_have_text("Listening")


def test_words_of_any_script_take_their_own_direction(tab: Tab) -> None:
    answer(tab, "ladders", "اجتماع مع Hull في 10 مارس، ثم نتحدث (معا).")
    answer(tab, "snakes", "Long papers")
    ways = [said(tab, one).evaluate("one => getComputedStyle(one).direction") for one in ("ladders", "snakes")]
    assert ways == ["rtl", "ltr"]
    tab.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    paper = (
        mark(tab)
        .locator(".mk-said")
        .evaluate_all("all => all.filter(one => one.textContent).map(one => getComputedStyle(one).direction)")
    )
    assert paper == ["rtl", "ltr"]
    tab.evaluate("() => dispatchEvent(new Event('afterprint'))")
    notes = "mk-sheet-summary [data-notes] p:not(:has(strong))"
    expect(tab.locator(notes)).to_have_count(2)
    # found and read in one step: the list is drawn anew as things change
    shown = f"() => [...document.querySelectorAll('{notes}')].map(one => getComputedStyle(one).direction)"
    assert tab.evaluate(shown) == ["rtl", "ltr"]


# As slow as the first writing down of a large project on an old telephone.
LARGE = """() => { const now = performance.now.bind(performance); let late = 0;
  performance.now = () => now() + (late += 40); marks.store.set("name", "Large"); marks.store.flush(); }"""
# Somebody turns to another window.
TURN = """() => { Object.defineProperty(document, "hidden", { value: true, configurable: true });
  document.dispatchEvent(new Event("visibilitychange")); delete document.hidden; }"""


def test_a_project_that_takes_long_to_write_is_written_when_people_rest_or_leave(tab: Tab) -> None:
    tab.evaluate(FILL, [50, 12])
    tab.evaluate(LARGE)
    tab.clock.install()
    answer(tab, "ladders", "Tea first")
    there = """(words) => Object.keys(sessionStorage).some(
      (one) => one.includes(":project:") && sessionStorage[one].includes(words))"""
    tab.clock.run_for(20_000)
    assert not tab.evaluate(there, "Tea first")
    tab.clock.run_for(11_000)
    assert tab.evaluate(there, "Tea first")
    answer(tab, "ladders", "Tea first, then cake")
    tab.reload()
    expect(said(tab, "ladders")).to_have_value("Tea first, then cake")


@pytest.mark.parametrize("place", ["localStorage", "sessionStorage"])
def test_while_people_type_in_a_large_project_their_words_stand_beside_it(tab: Tab, address: str, place: str) -> None:
    """Nothing is lost when a browser crashes before they pause, and all is in one place again when it is opened."""
    if place == "localStorage":
        keep(tab)
    tab.evaluate(LARGE)
    texts = f"""(part) => Object.keys({place}).filter(one => one.includes(part)).map(one => {place}[one]).join()"""
    field = said(tab, "ladders")
    field.focus()
    for _ in range(12):  # people never pause
        tab.keyboard.press("a")
        tab.wait_for_timeout(300)
    left = tab.evaluate(f"() => ({{ ...{place} }})")
    assert "aaaaaa" not in tab.evaluate(texts, ":project:")
    assert '"aaaaaa' in tab.evaluate(texts, ":late:") and len(tab.evaluate(texts, ":late:")) < 1000
    tab.evaluate(TURN)
    assert tab.evaluate(f"() => !({texts})(':late:') && ({texts})(':project:').includes('aaaaaa')")
    tab.goto(f"{address}glossary/")
    tab.evaluate(f"left => {{ {place}.clear(); Object.assign({place}, left); }}", left)  # what a crash leaves behind
    tab.goto(address + SHEET)
    expect(said(tab, "ladders")).to_have_value("a" * 12)
    kept(tab)
    assert "a" * 12 in tab.evaluate(texts, ":project:") and not tab.evaluate(texts, ":late:")


def test_what_was_cleared_does_not_come_back_from_beside_a_project(tab: Tab) -> None:
    tab.evaluate(LARGE)
    said(tab, "ladders").focus()
    tab.keyboard.type("Tea")
    tab.evaluate("() => sessionStorage.clear()")
    tab.keyboard.type(".")
    tab.wait_for_function("() => marks.store.state === 'gone'")
    assert not tab.evaluate("() => Object.keys(sessionStorage).filter(one => one.includes(':late:')).length")


def test_another_tab_sees_what_is_changed_in_a_large_project_before_it_is_written(
    tab: Tab, context: BrowserContext, address: str
) -> None:
    keep(tab)
    tab.evaluate(LARGE)
    other = opened(context, address)
    answer(other, "snakes", "Long papers")
    expect(said(tab, "snakes")).to_have_value("Long papers")
    answer(tab, "ladders", "Tea first")
    expect(said(other, "ladders")).to_have_value("Tea first")
    whole = (
        "() => Object.keys(localStorage).some((one) => one.includes(':project:') && localStorage[one].includes('Tea'))"
    )
    assert not other.evaluate(whole)
    for one in (other, tab):  # each writes the whole, and nothing of the other's is lost
        one.evaluate(TURN)
    other.reload()
    expect(said(other, "ladders")).to_have_value("Tea first")
    expect(said(other, "snakes")).to_have_value("Long papers")


def test_what_a_disk_was_too_late_for_is_in_the_second_copy(tab: Tab, address: str) -> None:
    """A browser writes a first copy to its disk up to half a minute late: a crash takes what stood beside the project."""
    keep(tab)
    tab.evaluate(LARGE)
    left = tab.evaluate("() => ({ ...localStorage })")
    answer(tab, "ladders", "Tea first")
    tab.wait_for_function(
        """() => new Promise((done) => { indexedDB.open("marks", 1).onsuccess = ({ target }) => {
          const asked = target.result.transaction("projects").objectStore("projects").getAllKeys();
          asked.onsuccess = () => { done(asked.result.some((key) => key.includes(":late:"))); target.result.close(); }; }; })"""
    )
    copies = """async (put) => {
      const base = await new Promise((done) => {
        indexedDB.open("marks", 1).onsuccess = ({ target }) => done(target.result);
      });
      const all = base.transaction("projects", put ? "readwrite" : "readonly").objectStore("projects");
      const read = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
      if (put) for (const [key, words] of put) await read(all.put(words, key));
      const keys = await read(all.getAllKeys());
      const found = [];
      for (const key of keys) found.push([key, await read(all.get(key))]);
      base.close();
      return found;
    }"""
    second = tab.evaluate(copies)
    tab.goto(f"{address}glossary/")
    tab.evaluate("left => { localStorage.clear(); Object.assign(localStorage, left); }", left)
    tab.evaluate(copies, second)
    tab.goto(address + SHEET)
    expect(said(tab, "ladders")).to_have_value("Tea first")
    kept(tab)
    tab.wait_for_function(f"() => ({copies})().then((all) => !all.some(([key]) => key.includes(':late:')))")
