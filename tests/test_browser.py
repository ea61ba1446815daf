"""Does each page work for a person, in a real browser? Width, errors, other hosts, and what axe-core finds."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Page as Tab

from tests.test_built import NAMES

# Zensical's search lives in a shadow tree that no style of ours reaches. Its faults, none of them in MkDocs: the path
# of a result is pale, and the results, walked with the arrow keys from the field, cannot be focused themselves.
OF_ZENSICALS_SEARCH = ("color-contrast: Elements must meet minimum color contrast ratio thresholds: ['<li>The four",
                       "scrollable-region-focusable: Scrollable region must have keyboard access: ['<div tabindex=")
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


@pytest.mark.parametrize("name", [*NAMES, "404.html"])
def test_a_page_fits_any_width_and_asks_nobody_else(name: str, address: str, chrome: Browser) -> None:
    # With no motion, each width is settled at once: the theme slides its sidebars when a window grows.
    context = chrome.new_context(viewport={"width": WIDTHS[0], "height": 800}, reduced_motion="reduce")
    watched = Watched(context)
    watched.tab.goto(address + name, wait_until="networkidle")
    for width in WIDTHS:
        watched.tab.set_viewport_size({"width": width, "height": 800})
        watched.tab.wait_for_timeout(50)
        wide = watched.tab.evaluate("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")
        assert wide <= width, f"{wide} wide in a window of {width}"
        watched.tab.evaluate("() => window.scrollTo(500, 0)")
        assert watched.tab.evaluate("() => window.scrollX") == 0
    assert not watched.complaints
    assert watched.hosts == {urlsplit(address).netloc}
    context.close()


def faults(tab: Tab, only: str = "") -> list[str]:
    """What axe-core finds on what is shown now: by all its rules, or by one."""
    options = {"resultTypes": ["violations"], **({"runOnly": [only]} if only else {})}
    found = Axe().run(tab, options=options).response
    assert len(found["passes"]) > (0 if only else 15)  # it did look
    return [f"{one['id']}: {one['help']}: {[node['html'][:150] for node in one['nodes'][:3]]}"
            for one in found["violations"]]


def scheme(tab: Tab) -> str:
    """What the theme calls the scheme that is shown."""
    name: str = tab.evaluate("() => document.body.getAttribute('data-md-color-scheme')")
    return name


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", [*NAMES, "404.html"])
def test_axe_finds_nothing(name: str, dark: bool, address: str, chrome: Browser) -> None:
    context = chrome.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce",
                                 color_scheme="dark" if dark else "light")
    tab = context.new_page()
    tab.goto(address + name)
    tab.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
    assert scheme(tab) == ("slate" if dark else "default")
    assert not faults(tab, "color-contrast" if dark else "")  # nothing but the colours is another in the dark
    context.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("part", ["menu", "search"])
def test_axe_finds_nothing_in_what_opens(part: str, dark: bool, address: str, chrome: Browser,
                                         engine: str) -> None:
    width = 360 if part == "menu" else 1280
    context = chrome.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce",
                                 color_scheme="dark" if dark else "light")
    tab = context.new_page()
    tab.goto(address + "planning/index.html")
    assert scheme(tab) == ("slate" if dark else "default")
    if part == "menu":
        tab.locator("label[for=__drawer].md-header__button").click()
        tab.get_by_role("link", name="Lake of ideas").first.wait_for()
    else:
        tab.locator(".md-search__input, .md-search__button").first.click()
        tab.keyboard.type("listen")
        tab.get_by_text(re.compile(r"[0-9]+ (matching documents|results)")).first.wait_for()
    listed = OF_ZENSICALS_SEARCH if part == "search" and engine == "zensical" else ()
    assert not [fault for fault in faults(tab) if not fault.startswith(listed)]
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_an_idea_leads_to_another_stage_and_back(width: int, address: str, chrome: Browser) -> None:
    context = chrome.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(address + "process/index.html#listening")
    tab.locator("article a[href*='#quiet-five']").first.click()
    tab.wait_for_url("**/lake/**#quiet-five")
    idea = tab.locator("#quiet-five")
    assert idea.is_visible() and idea.evaluate("one => one.getBoundingClientRect().top >= 40"), "under the header"
    tab.locator("article a[href*='#reflect-on-your-own-experience']").first.click()
    tab.wait_for_url("**/celebrating/**#reflect-on-your-own-experience")
    mark = tab.locator("#reflect-on-your-own-experience")
    assert mark.is_visible() and mark.evaluate("one => one.getBoundingClientRect().top >= 40"), "under the header"
    tab.go_back()
    tab.go_back()
    tab.wait_for_url("**/process/**#listening")
    context.close()
