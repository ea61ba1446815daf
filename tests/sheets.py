"""What a person does on a sheet, by role and label: typing, scoring, another tab, a file saved and opened."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, FloatRect, Locator, expect
from playwright.sync_api import Page as Tab

from tests.guide_data import ASKED, SHORT
from tests.shared import ENGINES
from tests.waits import written
from tests.words import say

SHEET = "later-days-sheet/"


# As if the tab had been closed for an hour, and opened again.
AWAY = "() => addEventListener('pagehide', () => sessionStorage.setItem('marks.left', String(Date.now() - 3600000)))"

# Both builders put the same sheet into a frame of their own: the journeys that touch the frame are made in both.
in_one = pytest.mark.parametrize("engine", ENGINES[:1], indirect=True)


@pytest.fixture
def context(chrome: Browser) -> Iterator[BrowserContext]:
    """A person with a browser of their own."""
    with chrome.new_context(
        viewport={"width": 360, "height": 780}, reduced_motion="reduce", accept_downloads=True
    ) as made:
        yield made


@pytest.fixture
def tab(context: BrowserContext, address: str) -> Tab:
    """Their sheet."""
    return opened(context, address)


@pytest.fixture(autouse=True)
def no_error(context: BrowserContext, request: pytest.FixtureRequest) -> Iterator[None]:
    """No script of the guide may stumble on the way; the theme's do, where a browser has no storage and from a disk."""
    errors: list[str] = []
    refused: list[str] = []
    context.on("weberror", lambda error: errors.append(error.error.stack or str(error.error)))
    context.on("console", lambda line: refused.append(line.text) if "Content Security Policy" in line.text else None)
    yield
    assert not [error for error in errors if "assets/js/" in error]
    assert not refused or request.node.get_closest_marker("refused"), (
        "our own policy refuses what a script of ours does"
    )


def opened(context: BrowserContext, address: str, page: str = SHEET) -> Tab:
    """Another tab of the same person."""
    tab = context.new_page()
    tab.goto(address + page)
    expect(tab.get_by_label(say("keep_name"))).to_be_visible()
    return tab


def mark(tab: Tab, title: str = "Listening") -> Locator:
    """The part of the page that asks about one mark."""
    return tab.get_by_role("group", name=title, exact=True)


def answer(tab: Tab, question: str, words: str, title: str = "Listening") -> None:
    mark(tab, title).get_by_label(ASKED.get(question, question), exact=True).filter(visible=True).fill(words)


def said(tab: Tab, question: str, title: str = "Listening") -> Locator:
    return mark(tab, title).get_by_label(ASKED.get(question, question), exact=True)


def score(tab: Tab, value: str, title: str = "Listening") -> None:
    mark(tab, title).get_by_role("radio", name=value, exact=True).check()


def box(one: Locator) -> FloatRect:
    """Where it is drawn; it must be."""
    found = one.bounding_box()
    assert found
    return found


def kept(tab: Tab) -> None:
    """Wait until what was typed is kept."""
    written(tab)


HELD = """one => {
  window.hold = (event) => { if (event.key === "Tab" && document.activeElement === one) event.preventDefault(); };
  addEventListener("keydown", hold, true);
}"""
REACHED = """one => one === document.activeElement && !removeEventListener("keydown", hold, true)"""


def reach(tab: Tab, there: Locator) -> None:
    """Go on with the Tab key until something has the focus. It keeps it until that is seen, so that we look seldom."""
    there.evaluate(HELD)
    for _ in range(60):
        if there.evaluate(REACHED):
            return
        for _ in range(10):
            tab.keyboard.press("Tab")
    raise AssertionError(f"the Tab key never comes to {there}")


def show_ways(tab: Tab) -> None:
    """Open the ways to show a sheet, which are remembered."""
    ways = tab.locator("details", has=tab.get_by_role("group", name=say("ask_ways"), include_hidden=True))
    if not ways.evaluate("one => one.open"):
        ways.locator("summary").first.click()


def saved(tab: Tab, button: str) -> str:
    with tab.expect_download() as waiting:
        tab.get_by_role("button", name=button).click()
    return Path(waiting.value.path()).read_bytes().decode("utf-8")


def open_file(tab: Tab, name: str, text: str | bytes) -> None:
    tab.get_by_label(say("file_open")).set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": text if isinstance(text, bytes) else text.encode()}
    )


LASTING = ("title", "meaning", "stage", "place", "gone")


def placed(path: str) -> str:
    """Where an answer stands: what belongs to a round, in the first."""
    parts = path.replace("__", "/").replace("_", "-").split("/")
    is_lasting = len(parts) != 3 or parts[0] not in ("mark", "own") or parts[2] in LASTING
    return "/".join(parts if is_lasting else [*parts, "1"])


def record(**answers: Any) -> str:
    entries = {placed(path): {"is": is_, "at": 5, "by": "w1"} for path, is_ in answers.items()}
    return json.dumps({"guide": "a-made-up-guide", "version": "9.9", "form": 2, "id": "p-1", "answers": entries})


def a_sheet_in_use(tab: Tab, address: str) -> None:
    """A sheet with all that can stand on one: answers, a mark of our own, words of two, a file that was refused."""
    tab.goto(f"{address}{SHEET}index.html")
    answer(tab, "ladders", "Tea first")
    score(tab, "7")
    answer(tab, say("ask_what"), "Book the room")
    tab.get_by_role("button", name=say("own_add")).click()
    tab.keyboard.type("There is always tea")
    tab.get_by_role("button", name=say("keep_on_device")).click()
    open_file(tab, "more.json", record(mark__listening__climbs="Cake first", mark__old_mark__climbs="Cake first"))
    tab.get_by_role("button", name=say("file_add")).click()
    open_file(tab, "damaged.json", "[")
    expect(tab.get_by_text(say("lost_says", field=SHORT["ladders"]))).to_be_visible()
    expect(tab.get_by_text("damaged.json was not opened")).to_be_visible()
    expect(tab.locator("mk-sheet-summary").get_by_role("table")).to_be_visible()
