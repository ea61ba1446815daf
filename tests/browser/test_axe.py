"""What does axe-core find? On every kind of page, light, dark, in high contrast and in colours that a system forces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from macros.content import loader
from tests.shared import ROOT, remembered
from tests.sheets import AWAY, a_sheet_in_use
from tests.site.test_built_site import FIRST, NAMES
from tests.words import say

# The first says what is below 4.5:1, the second only what is between that and 7:1.
COLOURS = ("color-contrast", "color-contrast-enhanced")
AS_IT_IS = {"color_scheme": "light", "forced_colors": "none", "contrast": "no-preference"}
VIEWS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "high contrast": {"contrast": "more"},
    "dark high contrast": {"contrast": "more", "color_scheme": "dark"},
}

# The contrast of a text hangs on its own style and on what is behind it. One text of each kind is looked at, on the
# first page that has it: the guide has tens of thousands, of some dozens of kinds, and axe-core takes hours for all.
NEW_KINDS = """(seen) => {
  const kinds = new Map(), ground = new Map();
  const behind = (one) => {  // what shows behind an element: told once for each, from the page down
    if (!one) return "";
    if (!ground.has(one)) {
      const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(one);
      ground.set(one, [backgroundColor, backgroundImage, opacity, position, behind(one.parentElement)].join());
    }
    return ground.get(one);
  };
  for (const one of document.querySelectorAll("[data-kind]")) one.removeAttribute("data-kind");
  for (const one of document.body.querySelectorAll("*")) {
    if (![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(one);
    const kind = [color, fontSize, fontWeight, one.tagName, behind(one)].join();
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  const fresh = [...kinds.keys()].filter((kind) => !seen.includes(kind));
  for (const kind of fresh) kinds.get(kind).setAttribute("data-kind", "");
  return fresh;
}"""
OPEN_ALL = "() => document.querySelectorAll('details').forEach(one => one.open = true)"
# As the theme does it when a page is loaded: it follows a device that changes later in one builder only.
DARK = "(scheme) => document.body.setAttribute('data-md-color-scheme', scheme)"
PARTS = ("menu", "search", "reading help", "a word")


@pytest.fixture(scope="session")
def address(either_address: str) -> str:
    """A guide with a page of each kind."""
    return either_address


@pytest.fixture
def tab(chrome: Browser) -> Iterator[Tab]:
    """A tab of somebody who asks for nothing but stillness."""
    with chrome.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as context:
        yield context.new_page()


def faults(tab: Tab, rules: dict[str, Any] | None = None, within: str | None = None) -> list[str]:
    """What axe-core finds on what is shown now: by all its rules or by some, on the page or on a part of it."""
    options = {"resultTypes": ["violations"], **(rules or {})}
    if not tab.evaluate("() => 'axe' in window"):
        tab.evaluate(Axe().axe_script)
    found = tab.evaluate("([within, options]) => axe.run(within || document, options)", [within, options])
    assert len(found["passes"]) > (0 if within else 15)  # it did look
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:150] for node in one['nodes'][:3]]}"
        for one in found["violations"]
    ]


def pale(tab: Tab, seen: list[str]) -> list[str]:
    """Text of a kind not yet seen, with a contrast of less than 7:1, or 4.5:1 where it is large."""
    fresh = tab.evaluate(NEW_KINDS, seen)
    seen += fresh
    return faults(tab, {"runOnly": [*COLOURS]}, "[data-kind]") if fresh else []


def show(part: str, address: str, tab: Tab) -> None:
    """Open a part of the page that is closed at first."""
    tab.set_viewport_size({"width": 360 if part in ("menu", "a word") else 1280, "height": 800})
    tab.goto(address + "early-days/index.html#talk-about-power")
    tab.reload()  # an address that differs in its end alone loads nothing
    if part == "menu":
        tab.locator("label[for=__drawer].md-header__button").click()
        tab.get_by_role("link", name="Page voices").first.wait_for()
    elif part == "search":
        tab.locator(".mk-site-search__input").click()
        tab.keyboard.type("listen")
        tab.locator(".mk-site-search__list mark").first.wait_for()
    elif part == "reading help":
        tab.get_by_role("button", name=say("bar_reading")).click()
        expect(tab.get_by_role("dialog", name=say("bar_reading"))).to_be_visible()
    else:
        tab.get_by_role("button", name="power", exact=True).first.click()
        expect(tab.get_by_role("dialog", name="Power")).to_be_visible()


@pytest.fixture
def seen(engine: str, base: Path) -> Iterator[dict[str, list[str]]]:
    """The kinds of text that were looked at in each view, in this run."""
    with ExitStack() as stack:
        files = {view: base / f"texts-{engine}-{view.replace(' ', '-')}.json" for view in VIEWS}
        yield {view: stack.enter_context(remembered(path)) for view, path in files.items()}


def pale_in_any_view(tab: Tab, seen: dict[str, list[str]]) -> list[str]:
    """Pale text of what is shown now, light and dark, in high contrast and in colours that a system forces."""
    found = []
    for view, media in VIEWS.items():
        tab.emulate_media(**{**AS_IT_IS, **media})
        tab.evaluate(DARK, "slate" if "dark" in view else "default")
        found += [f"{view}: {fault}" for fault in pale(tab, seen[view])]
    return found


# Both builders make the same pages in a frame of their own: all are looked at in one, each kind in the other. The sheet
# and the Easy Read of one stage stand for those of the others.
KINDS = ("index.html", f"{FIRST}/index.html", f"{FIRST}-easy/index.html", "lake/index.html", "404.html")
ALIKE = tuple(f"{stage}-{kind}/" for stage in list(loader.load(ROOT).stages)[1:] for kind in ("sheet", "easy"))
LOOKED_AT = [("mkdocs", name) for name in (*NAMES, "404.html") if not name.startswith(ALIKE)]
LOOKED_AT += [("zensical", name) for name in KINDS]


@pytest.mark.parametrize(("engine", "name"), LOOKED_AT, indirect=["engine"])
def test_axe_finds_nothing(there: str, address: str, tab: Tab, seen: dict[str, list[str]]) -> None:
    tab.goto(address + there)
    tab.evaluate(OPEN_ALL)
    assert not faults(tab, {"rules": {rule: {"enabled": False} for rule in COLOURS}})
    assert not pale_in_any_view(tab, seen)


@pytest.mark.parametrize(
    ("engine", "part"), [*(("mkdocs", part) for part in PARTS), ("zensical", "menu")], indirect=["engine"]
)
def test_axe_finds_nothing_in_what_opens(part: str, made_up_address: str, tab: Tab, seen: dict[str, list[str]]) -> None:
    show(part, made_up_address, tab)
    assert not faults(tab)
    assert not pale_in_any_view(tab, seen)


@pytest.mark.parametrize("engine", ["mkdocs"], indirect=True)
def test_axe_finds_nothing_on_a_sheet_in_use(made_up_address: str, tab: Tab, seen: dict[str, list[str]]) -> None:
    a_sheet_in_use(tab, made_up_address)
    tab.evaluate(OPEN_ALL)
    assert not faults(tab, {"rules": {rule: {"enabled": False} for rule in COLOURS}})
    assert not pale_in_any_view(tab, seen)


def _in_the_example(tab: Tab, address: str, page: str) -> None:
    tab.goto(f"{address}example/")
    tab.get_by_role("button", name=say("ex_open"), exact=True).click()
    tab.wait_for_url("**/results/")
    tab.goto(address + page)
    expect(tab.get_by_text(say("ex_here"))).to_be_visible()
    tab.evaluate(OPEN_ALL)


def a_group_in_a_later_round(tab: Tab, address: str) -> None:
    """Hidden scores and shown ones, a second score, a wrong key and a wrong code, the timer, what was said last time."""
    _in_the_example(tab, address, "early-days-sheet/")
    power = tab.get_by_role("group", name=f"Talk about power out loud: {say('all_title')}")
    power.get_by_role("button", name=say("all_again")).click()
    power.get_by_role("textbox").first.fill("z")
    tab.get_by_label(say("timer_on")).check()
    power.get_by_role("button", name=say("timer_start", n=5)).click()
    tab.get_by_label(say("code_field")).fill("3: AAAA-BBBB")
    tab.get_by_role("button", name=say("code_add")).click()
    tab.get_by_label(say("all_hide")).check()
    expect(power.get_by_role("button", name=say("all_show"))).to_be_visible()


def words_and_no_step(tab: Tab, address: str) -> None:
    """A group wrote of a mark, and what stands between its heading and what they wrote has nothing to show."""
    tab.goto(f"{address}early-days-sheet/")
    tab.locator("mk-answer-form textarea").first.fill("We ask first.")
    tab.locator("mk-sheet-summary").scroll_into_view_if_needed()
    tab.locator("mk-sheet-summary [data-notes] > summary").click()
    expect(tab.locator("mk-sheet-summary").get_by_text("We ask first.")).to_be_visible()
    expect(tab.locator("mk-sheet-summary [data-steps]")).to_be_hidden()


def results_of_a_group(tab: Tab, address: str) -> None:
    """Pictures, tables, sides, the plan and ideas."""
    _in_the_example(tab, address, "results/")
    expect(tab.locator(".mk-board").first).to_be_visible()


def somebodys_own_scores(tab: Tab, address: str) -> None:
    """Scores, their code, and what is said after it was copied by hand."""
    tab.goto(f"{address}early-days-my-scores/")
    tab.locator("[data-mark] [type=radio]").nth(3).check(force=True)
    tab.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    tab.get_by_role("button", name=say("mine_copy")).click()


def scores_of_a_closed_tab(tab: Tab, address: str) -> None:
    """The question whose they are."""
    somebodys_own_scores(tab, address)
    tab.evaluate(AWAY)
    tab.reload()
    expect(tab.get_by_role("group", name=say("mine_before"))).to_be_visible()


def marks_that_were_chosen(tab: Tab, address: str) -> None:
    """Some are ticked, some are not."""
    tab.goto(f"{address}choose-my-scores/#marks=listening,talk-about-power")
    expect(tab.get_by_role("checkbox", name="Listening", exact=True)).to_be_checked()


def somebody_who_came_once(tab: Tab, address: str) -> None:
    """What is said after they gave their answers."""
    tab.goto(f"{address}two-minutes/")
    tab.get_by_label(say("once_word")).fill("I was heard")
    tab.get_by_role("button", name=say("once_give")).click()
    expect(tab.get_by_text(say("once_thanks"))).to_be_visible()


def ideas_to_try(tab: Tab, address: str) -> None:
    """An idea in the plan and one in the basket, on the page of the Lake with the basket open."""
    tab.goto(f"{address}lake/")
    tab.locator(".mk-idea__body summary").first.click()
    tab.get_by_role("button", name=re.compile(say("res_put"))).first.click()
    tab.locator("details[data-basket-fold] summary").click()
    tab.locator("mk-basket").get_by_label(say("basket_name")).fill("Our own idea")
    tab.keyboard.press("Enter")
    expect(tab.locator("mk-basket").get_by_role("listitem")).to_have_count(2)


TOGETHER = (
    ideas_to_try,
    a_group_in_a_later_round,
    words_and_no_step,
    results_of_a_group,
    somebodys_own_scores,
    scores_of_a_closed_tab,
    marks_that_were_chosen,
    somebody_who_came_once,
)


@pytest.mark.parametrize("engine", ["mkdocs"], indirect=True)
@pytest.mark.parametrize("shown", TOGETHER, ids=lambda one: one.__name__)
def test_axe_finds_nothing_in_what_a_group_does(
    shown: Callable[[Tab, str], None], made_up_address: str, tab: Tab, seen: dict[str, list[str]]
) -> None:
    shown(tab, made_up_address)
    assert not faults(tab, {"rules": {rule: {"enabled": False} for rule in COLOURS}})
    assert not pale_in_any_view(tab, seen)


@pytest.mark.parametrize(("wish", "scheme"), [("light", "default"), ("dark", "slate")])
def test_a_device_that_is_dark_is_shown_a_dark_page(wish: Any, scheme: str, address: str, chrome: Browser) -> None:
    with chrome.new_context(color_scheme=wish) as context:
        tab = context.new_page()
        tab.goto(address + "about/index.html")
        expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


@pytest.mark.parametrize("engine", ["mkdocs"], indirect=True)
def test_it_does_find_faults(address: str, chrome: Browser) -> None:
    tab = chrome.new_page(bypass_csp=True)
    tab.goto(address + "about/index.html")
    tab.evaluate("""() => document.querySelector("article").insertAdjacentHTML("beforeend",
        "<p style='color: #777; background: #fff'>Person A is pale.</p><p style='color: #666; background: #fff'>" +
        "Person B is a little pale.</p><img src='data:,'>")""")
    kinds: list[str] = []
    found = pale(tab, kinds)
    assert len(kinds) > 15
    assert {("Person A" in said, "Person B" in said) for said in found} == {(True, False), (False, True)}, found
    assert any(fault.startswith("image-alt") for fault in faults(tab))
    tab.close()
