"""Does an edit show while somebody writes? A mistake stands in the page, and goes when it is mended."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, TimeoutError, expect

from macros.site.basket_file import BASKET, TRYING
from macros.site.ideas_file import IDEAS
from tests.live import LONGEST, Served
from tests.shared import ONE_ENGINE, made_up_project
from tests.words import say

pytestmark = pytest.mark.built

SAVED = "marks/later-days/listening.yml"


@pytest.fixture
def guide(engine: str, tmp_path: Path) -> Iterator[Served]:
    """A live guide, in each builder."""
    served = Served(engine, made_up_project(tmp_path))
    try:
        served.wait(lambda text: 'id="listening"' in text)
        yield served
    finally:
        served.stop()


def test_edits_and_mistakes_while_writing(guide: Served) -> None:
    guide.edit("title: Listening", "title: Hearing one another", SAVED)
    guide.wait(lambda text: "Hearing one another" in text)
    for name in (BASKET, TRYING, IDEAS):  # what a page asks for later is there, too
        assert guide.page(name), name
    assert "Hearing one another" in guide.page(BASKET)

    guide.edit("meaning:", "meanning:", SAVED)
    shown = guide.wait(lambda text: "mk-wrong" in text)
    assert re.search(
        r"marks/later-days/listening.yml:\d+:1: There is no field `meanning` here. "
        "Did you mean `meaning`[?]",
        shown,
    )
    assert 'id="listening"' not in shown

    guide.edit("snakes:", "snakes: [", SAVED)  # worse, while the first is still there
    guide.wait(lambda text: "cannot be read" in text)

    guide.edit("snakes: [", "snakes:", SAVED)
    guide.edit("meanning:", "meaning:", SAVED)
    assert "mk-wrong" not in guide.wait(lambda text: "Hearing one another" in text)

    # A file of the macros shows as well.
    guide.edit('TOP = "top"', 'TOP = "summit"', "macros/content/site_map.py")
    guide.wait(lambda text: 'id="summit"' in text)


def follow(tab: Page) -> list[str]:
    """What happens to an open page, as it happens: "loads" at each load, "listens" when it can hear of edits."""
    happens: list[str] = []
    network = tab.context.new_cdp_session(tab)
    network.send("Network.enable")
    network.on("Network.webSocketHandshakeResponseReceived", lambda _: happens.append("listens"))
    tab.on("domcontentloaded", lambda _: happens.append("loads"))
    return happens


def listens(tab: Page, happens: list[str]) -> None:
    """Wait until the page hears of edits, and nothing more has happened to it for three seconds."""
    seen, still, end = 0, 0.0, time.monotonic() + LONGEST
    while not (seen and happens[-1] == "listens" and time.monotonic() - still > 3):
        assert time.monotonic() < end, f"the page does not listen: {happens}"
        if seen < len(happens):
            seen, still = len(happens), time.monotonic()
        tab.wait_for_timeout(100)


def shown(
    tab: Page, what: Locator, engine: str, guide: Served, words: str, was_told: Callable[[], bool] = lambda: False
) -> None:
    """Wait until the open page shows something.

    On a busy machine Zensical tells a page to load while it still writes it. A page that came cut short, without the
    scripts at its end, or that loaded by itself and came as it was, is loaded anew as a person would. It misses a save now and then, too, and serves the old
    `words`: whoever sees nothing saves once more. What it has built must come to the open page by itself.
    """
    end = time.monotonic() + LONGEST
    while True:
        try:
            what.wait_for(timeout=5000)
            return
        except TimeoutError:
            whole = tab.locator('script[src*="js/frame"]').count()
            assert time.monotonic() < end, f"it did not come to the open page (whole: {whole})\n{tab.content()[-3000:]}"
            if engine == "zensical" and (not whole or (was_told() and words in guide.page())):
                tab.reload()
            elif engine == "zensical" and words not in guide.page():
                guide.again(SAVED)


@pytest.mark.parametrize("engine", ONE_ENGINE, indirect=True)
def test_the_open_page_shows_an_edit_by_itself(guide: Served, chrome: Browser, engine: str) -> None:
    tab = chrome.new_page()
    happens = follow(tab)

    before = [0]

    def was_told() -> bool:
        """Whether the page has loaded by itself since the last edit."""
        return happens.count("loads") > before[0]

    def edit(old: str, new: str) -> None:
        # A page of Zensical hears only of edits made while it listens, and each script that a first build still writes
        # loads it anew. MkDocs needs no such care: its page asks for all that is newer than itself.
        if engine == "zensical":
            listens(tab, happens)
        before[0] = happens.count("loads")
        guide.edit(old, new, SAVED)

    tab.goto(guide.address + "later-days/")
    tab.get_by_role("textbox", name=say("search")).fill(
        "listen"
    )  # the index is what the builder wrote, and no script yet
    expect(tab.locator(".mk-site-search__list mark").first).to_be_visible()
    tab.keyboard.press("Escape")
    heading = tab.locator("#listening")
    shown(tab, heading, engine, guide, "Listening")
    assert heading.inner_text().startswith("Listening")
    edit("title: Listening", "title: Hearing one another")
    shown(
        tab,
        tab.get_by_role("heading", name="Hearing one another").first,
        engine,
        guide,
        "Hearing one another",
        was_told,
    )
    edit("meaning:", "meanning:")
    shown(tab, tab.locator(".mk-wrong"), engine, guide, "mk-wrong", was_told)
    edit("meanning:", "meaning:")
    shown(
        tab,
        tab.get_by_role("heading", name="Hearing one another").first,
        engine,
        guide,
        "Hearing one another",
        was_told,
    )
    tab.close()
