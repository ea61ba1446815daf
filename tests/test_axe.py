"""What does axe-core find? On every page, light, dark, in high contrast and in colours that a system forces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.test_built import NAMES

# Zensical's search lives in a shadow tree that no style of ours reaches. Its faults, none of them in MkDocs: the path
# of a result is pale, and the results, walked with the arrow keys from the field, cannot be focused themselves.
OF_ZENSICALS_SEARCH = ("color-contrast: Elements must meet minimum color contrast ratio thresholds: ['<li>The four",
                       "scrollable-region-focusable: Scrollable region must have keyboard access: ['<div tabindex=")
# The first says what is below 4.5:1, the second only what is between that and 7:1.
COLOURS = ("color-contrast", "color-contrast-enhanced")
VIEWS: dict[str, dict[str, Any]] = {
    "light": {}, "dark": {"color_scheme": "dark"}, "forced colours": {"forced_colors": "active"},
    "high contrast": {"contrast": "more"}, "dark high contrast": {"contrast": "more", "color_scheme": "dark"},
}

# The contrast of a text hangs on its own style and on what is behind it. One text of each kind is looked at: a long
# page has thousands, of a few dozen kinds, and axe-core takes minutes for them all.
ONE_OF_EACH_KIND = """() => {
  const kinds = new Map();
  for (const one of document.body.querySelectorAll("*")) {
    if (![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(one);
    const kind = [color, fontSize, fontWeight, one.tagName];
    for (let behind = one; behind; behind = behind.parentElement) {
      const style = getComputedStyle(behind);
      kind.push(style.backgroundColor, style.backgroundImage, style.opacity, style.position, style.visibility,
                style.display === "none");
    }
    if (!kinds.has(kind.join())) kinds.set(kind.join(), one);
  }
  for (const one of kinds.values()) one.setAttribute("data-kind", "");
  return kinds.size;
}"""


@pytest.fixture(params=VIEWS)
def tab(request: pytest.FixtureRequest, chrome: Browser, engine: str) -> Iterator[Tab]:
    """A tab of somebody who sees the guide like this."""
    if engine == "zensical" and request.param != "light":
        pytest.skip("both builders make the same pages with the same styles: the colours are looked at in one")
    with chrome.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce",
                            **VIEWS[request.param]) as context:
        made = context.new_page()
        yield made
        shown = made.evaluate("() => document.body.getAttribute('data-md-color-scheme')")
        assert shown == ("slate" if "dark" in request.param else "default")


def faults(tab: Tab, rules: dict[str, Any] | None = None, within: str | None = None) -> list[str]:
    """What axe-core finds on what is shown now: by all its rules or by some, on the page or on a part of it."""
    options = {"resultTypes": ["violations"], **(rules or {})}
    found = Axe().run(tab, context=within, options=options).response
    assert len(found["passes"]) > (0 if within else 15)  # it did look
    return [f"{one['id']}: {one['help']}: {[node['html'][:150] for node in one['nodes'][:3]]}"
            for one in found["violations"]]


def pale(tab: Tab) -> list[str]:
    """Text with a contrast of less than 7:1, or 4.5:1 where it is large."""
    assert tab.evaluate(ONE_OF_EACH_KIND) >= 10
    return faults(tab, {"runOnly": [*COLOURS]}, "[data-kind]")


@pytest.mark.parametrize("name", [*NAMES, "404.html"])
def test_axe_finds_nothing(name: str, address: str, tab: Tab) -> None:
    tab.goto(address + name)
    tab.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
    if tab.evaluate("() => matchMedia('(prefers-color-scheme: light)').matches && !matchMedia('(prefers-contrast: more)"
                    ".matches') && !matchMedia('(forced-colors: active)').matches"):
        assert not faults(tab, {"rules": {name: {"enabled": False} for name in COLOURS}})
    assert not pale(tab)


@pytest.mark.parametrize("part", ["menu", "search", "reading help", "a word"])
def test_axe_finds_nothing_in_what_opens(part: str, address: str, tab: Tab, engine: str) -> None:
    if part in ("menu", "a word"):
        tab.set_viewport_size({"width": 360, "height": 800})
    tab.goto(address + "planning/index.html#talk-about-power")
    if part == "menu":
        tab.locator("label[for=__drawer].md-header__button").click()
        tab.get_by_role("link", name="Lake of ideas").first.wait_for()
    elif part == "search":
        tab.locator(".md-search__input, .md-search__button").first.click()
        tab.keyboard.type("listen")
        tab.get_by_text(re.compile(r"[0-9]+ (matching documents|results)")).first.wait_for()
    elif part == "reading help":
        tab.get_by_role("button", name="Reading help").click()
        expect(tab.get_by_role("dialog", name="Reading help")).to_be_visible()
    else:
        tab.get_by_role("button", name="power", exact=True).first.click()
        expect(tab.get_by_role("dialog", name="Power")).to_be_visible()
    listed = OF_ZENSICALS_SEARCH if part == "search" and engine == "zensical" else ()
    assert not [fault for fault in faults(tab) if not fault.startswith(listed)]


def test_it_does_find_faults(address: str, chrome: Browser) -> None:
    tab = chrome.new_page()
    tab.goto(address + "about/index.html")
    tab.evaluate("""() => document.querySelector("article").insertAdjacentHTML("beforeend",
        "<p style='color: #777; background: #fff'>Person A is pale.</p><p style='color: #666; background: #fff'>" +
        "Person B is a little pale.</p><img src='data:,'>")""")
    found = pale(tab)
    assert {("Person A" in said, "Person B" in said) for said in found} == {(True, False), (False, True)}, found
    assert any(fault.startswith("image-alt") for fault in faults(tab))
    tab.close()
