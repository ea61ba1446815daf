"""Does each page work for a person, in a real browser? Width, errors, other hosts."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Page as Tab

from tests.site.test_built_site import FIRST, NAMES
from tests.waits import at_rest

WIDTHS = (320, 768, 1280)


class Watched:
    """A tab that remembers every complaint of the console and every request."""

    def __init__(self, context: BrowserContext) -> None:
        self.tab: Tab = context.new_page()
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        self.tab.on("console", lambda said: self.complaints.append(said.text) if said.type != "log" else None)
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        self.tab.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))


# Both builders put the same pages into a frame of their own: all are looked at in one, each kind in the other.
KINDS = (
    "index.html",
    f"{FIRST}/index.html",
    f"{FIRST}-sheet/index.html",
    "choose/index.html",
    "lake/index.html",
    "404.html",
)
LOOKED_AT = [("mkdocs", name) for name in (*NAMES, "404.html")] + [("zensical", name) for name in KINDS]


@pytest.mark.parametrize(("engine", "name"), LOOKED_AT, indirect=["engine"])
def test_a_page_fits_any_width_and_asks_nobody_else(name: str, own_address: str, chrome: Browser) -> None:
    # With no motion, each width is settled at once: the theme slides its sidebars when a window grows.
    context = chrome.new_context(viewport={"width": WIDTHS[0], "height": 800}, reduced_motion="reduce")
    watched = Watched(context)
    watched.tab.goto(own_address + name, wait_until="networkidle")
    for width in WIDTHS:
        watched.tab.set_viewport_size({"width": width, "height": 800})
        at_rest(watched.tab)
        wide = watched.tab.evaluate("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")
        assert wide <= width, f"{wide} wide in a window of {width}"
        watched.tab.evaluate("() => window.scrollTo(500, 0)")
        assert watched.tab.evaluate("() => window.scrollX") == 0
    assert not watched.complaints
    assert watched.hosts == {urlsplit(own_address).netloc}
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_an_idea_leads_to_another_stage_and_back(width: int, address: str, chrome: Browser) -> None:
    context = chrome.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(address + "early-days/index.html#talk-about-power")
    tab.locator("article a[href*='#idea-one-early']").first.click()
    tab.wait_for_url("**/lake/**#idea-one-early")
    idea = tab.locator("#idea-one-early")
    assert idea.is_visible() and idea.evaluate("one => one.getBoundingClientRect().top >= 40"), "under the header"
    tab.locator("article a[href*='#gaining-new-skills']").first.click()
    tab.wait_for_url("**/later-days/**#gaining-new-skills")
    mark = tab.locator("#gaining-new-skills")
    assert mark.is_visible() and mark.evaluate("one => one.getBoundingClientRect().top >= 40"), "under the header"
    tab.go_back()
    tab.go_back()
    tab.wait_for_url("**/early-days/**#talk-about-power")
    context.close()
