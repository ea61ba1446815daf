"""Can every control be seen, whatever is done to it? Its text, its edge and its ring, measured in every state and view.

axe-core looks at things at rest. These are under the pointer, pressed, focused, chosen, out of use or followed before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.browser.test_axe import AS_IT_IS, DARK, OPEN_ALL, PARTS, TOGETHER, VIEWS, show
from tests.contrast import EDGE, FORCED, Controls, drawn
from tests.shared import ROOT, remembered, seldom
from tests.sheets import a_sheet_in_use
from tests.site.test_built_site import FIRST
from tests.words import say

# One page of each kind that has controls of its own, then what opens. Both builders put the same pages into a frame of
# their own: that is looked at in both, and what opens in it by a style of the theme.
PAGES = (
    "index.html",
    f"{FIRST}/index.html",
    "use/index.html",
    "easy/index.html",
    f"{FIRST}-easy/index.html",
    "lake/index.html",
    "voices/index.html",
    "glossary/index.html",
    "references/index.html",
    "about/index.html",
    "choose/index.html",
    f"{FIRST}-sheet/index.html",
    "a sheet in use",
    *(shown.__name__ for shown in TOGETHER),
    "404.html",
    *PARTS,
)
FRAMES = ("index.html", "menu")
# Of these the controls are those of a stage: they are looked at once a week.
PLAIN = (
    "use/index.html",
    "easy/index.html",
    "voices/index.html",
    "references/index.html",
    "about/index.html",
    "404.html",
)
LOOKED_AT = [seldom("mkdocs", name) if name in PLAIN else ("mkdocs", name) for name in PAGES]
LOOKED_AT += [("zensical", name) for name in FRAMES]


@pytest.fixture(scope="session")
def address(either_address: str) -> str:
    """A guide with a page of each kind."""
    return either_address


@pytest.fixture
def tab(chrome: Browser) -> Iterator[Tab]:
    """A tab of somebody who asks for nothing but stillness."""
    with chrome.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce", bypass_csp=True
    ) as context:  # a test puts styles of its own into a page
        yield context.new_page()


@pytest.fixture
def seen(engine: str, base: Path) -> Iterator[list[str]]:
    """The kinds of controls that were measured in a builder's pages, in this run."""
    with remembered(base / f"controls-{engine}.json") as kinds:
        yield kinds


def opened(tab: Tab, there: str, made_up_address: str, name: str) -> None:
    """A page with all that it has, or a part of one that opens."""
    if name in PARTS:
        show(name, made_up_address, tab)
        return
    for shown in TOGETHER:
        if name == shown.__name__:
            shown(tab, made_up_address)
            tab.evaluate(OPEN_ALL)
            return
    if name == "a sheet in use":
        a_sheet_in_use(tab, made_up_address)
    else:
        tab.goto(there)
    tab.evaluate(OPEN_ALL)
    if name.startswith(f"{FIRST}-sheet"):
        tab.get_by_label(say("ask_quiet")).check()
    if name.startswith("choose"):
        tab.locator("mk-mark-picker").get_by_role("checkbox").first.check()
    tab.evaluate(OPEN_ALL)


def set_view(tab: Tab, view: str) -> None:
    tab.emulate_media(**{**AS_IT_IS, **VIEWS[view]}, reduced_motion="reduce")
    tab.evaluate(DARK, "slate" if "dark" in view else "default")


def faults(tab: Tab, seen: list[str]) -> list[Any]:
    """Everything too pale in any control of a new kind: (view, state, control, what, contrast, least)."""
    controls = Controls(tab, seen)
    if not controls.kinds:
        return []
    found: list[Any] = [("visited", colours) for colours in controls.visited()]
    for view in VIEWS:
        set_view(tab, view)
        for state in FORCED:
            controls.force(state)
            found += [(view, state, *fault) for fault in controls.faults()]
        controls.force("rest")
        found += [(view, "by keyboard", *fault) for fault in controls.walked()]
    controls.end()
    return found


@pytest.mark.parametrize(("engine", "name"), LOOKED_AT, indirect=["engine"])
def test_every_control_is_seen_in_every_state(
    name: str, there: str, address: str, made_up_address: str, tab: Tab, seen: list[str]
) -> None:
    opened(tab, address + there, made_up_address, name)
    found = faults(tab, seen)
    assert len(seen) >= 5  # the head of a page alone has as many kinds
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize("engine", ["mkdocs"], indirect=True)
def test_a_box_that_the_browser_draws_is_seen(address: str, tab: Tab) -> None:
    """Ticked or not: no style says what it looks like, so its points are measured."""
    tab.goto(address + "choose/index.html")
    tab.evaluate(OPEN_ALL)
    boxes = [tab.locator("mk-mark-picker .mk-mark-picker__box").nth(n) for n in (0, 1)]
    boxes[0].check()
    boxes += [tab.locator("mk-mark-picker .mk-boxes input:visible").nth(n) for n in (0, 1)]
    boxes[2].check()
    boxes.append(tab.get_by_label(say("ask_quiet")))
    for view in VIEWS:
        set_view(tab, view)
        for box in boxes:
            box.hover()
            for where in ((0, 0), (5, 5)):
                tab.mouse.move(*where)
                handle = box.element_handle()
                assert handle and drawn(tab, handle) >= EDGE, (view, handle.evaluate("one => one.outerHTML"))


# The boxes of a page that a browser draws, and the colours around them; one in a label with an edge of its own has that.
BOXES = """(all) => all.filter((one) => getComputedStyle(one).appearance !== "none" && one.checkVisibility() &&
  one.offsetWidth > 9 && getComputedStyle(one).opacity !== "0" && !parseFloat(getComputedStyle(one.parentElement).borderTopWidth))
  .map((one) => [getComputedStyle(one).outlineStyle, getComputedStyle(one).accentColor])"""


@pytest.mark.parametrize("engine", ["mkdocs"], indirect=True)
@pytest.mark.parametrize("page", [f"{FIRST}-sheet", "choose", "choose-my-scores"])
def test_a_box_has_an_edge_and_a_colour_whatever_draws_it(page: str, own_address: str, tab: Tab) -> None:
    """What a browser draws by itself is another thing in each of them; without a colour, Safari's is white in the dark."""
    tab.goto(f"{own_address}{page}/index.html")
    tab.evaluate(OPEN_ALL)
    seen = tab.locator("article :is([type=radio], [type=checkbox])").evaluate_all(BOXES)
    assert seen and not [one for one in seen if "none" in one or "auto" in one]


@pytest.mark.parametrize("engine", ["mkdocs"], indirect=True)
def test_what_is_forced_is_what_a_mouse_and_a_key_do(own_address: str, tab: Tab) -> None:
    """A page that is made to show a state shows the same as when people bring it about."""
    tab.goto(own_address + f"{FIRST}/index.html")
    button = tab.locator(".mk-button--full").first
    around = tab.locator(".mk-site-search__form")  # it looks different when the focus is within
    look = """one => { const { color, textDecorationLine, outlineWidth, outlineColor } = getComputedStyle(one);
      return [color, textDecorationLine, outlineWidth, outlineColor]; }"""
    really = {"rest": button.evaluate(look)}
    button.hover()
    really["hover"] = button.evaluate(look)
    tab.mouse.down()
    really["active"] = button.evaluate(look)
    tab.mouse.move(1, 1)
    tab.mouse.up()
    within = {"rest": around.evaluate(look)}
    around.locator("input").focus()
    within["focus"] = around.evaluate(look)
    tab.evaluate("() => document.activeElement.blur()")
    controls = Controls(tab, [])
    for one, states in ((button, really), (around, within)):
        for state, told in states.items():
            controls.force(state)
            assert one.evaluate(look) == told, state
    assert really["rest"] != really["hover"] and within["rest"] != within["focus"]
    controls.end()


@pytest.mark.parametrize("engine", ["mkdocs"], indirect=True)
def test_it_does_find_faults(address: str, tab: Tab) -> None:
    tab.goto(address + "about/index.html")
    tab.evaluate("""() => document.querySelector("article").insertAdjacentHTML("beforeend", `
      <p class="made" style="background: #fff"><a href="#1">Person A</a> <button type="button">Person B</button>
      <input class="field" value="Person C"> <a href="#2" class="half">Person D</a></p>`)""")
    tab.add_style_tag(
        content="""
      .made.made.made a:hover { color: #fff !important; }
      .made button { color: #000; background: #fff; outline: none !important; }
      .made:hover button:active { color: #777; }
      .made .field { border: 1px solid #eee; background: #fff; color: #000; }
      .made .half { color: #000; opacity: 0.4; } .made a:visited { color: #aaa; }"""
    )
    measured = [one for one in faults(tab, []) if len(one) > 2]
    found = {
        (state, re.sub(r"<.*?> ", "", control), what) for view, state, control, what, *_ in measured if view == "light"
    }
    for fault in (
        ("hover", "Person A", "text"),
        ("active", "Person B", "text"),
        ("by keyboard", "Person B", "ring"),
        ("rest", "Person C", "edge"),
        ("rest", "Person D", "text"),
    ):
        assert fault in found
    assert not {fault for fault in found if fault[1] not in ("Person A", "Person B", "Person C", "Person D")}
    assert ("rest", "Person A", "text") not in found and ("hover", "Person B", "text") not in found
    controls = Controls(tab, [])
    assert any(rest != followed for rest, followed in controls.visited())
    controls.end()


def test_high_contrast_is_the_same_for_a_device_and_for_a_choice() -> None:
    text = (ROOT / "overrides" / "assets" / "css" / "contrast.css").read_text(encoding="utf-8")
    light, dark = ":root", '[data-md-color-scheme="slate"]'
    asked = [of(rf"@media \(prefers-contrast: more\) \{{.*?\n  {re.escape(one)}", text) for one in (light, dark)]
    high = '[data-mk-contrast="high"]'
    chosen = [of(rf"^{re.escape(one)}", text) for one in (high, f"{high} {dark}")]
    assert all(len(one) > 10 for one in asked) and asked == chosen


def of(rule: str, text: str) -> list[str]:
    """What the first rule that begins so declares."""
    (inside,) = re.findall(rule + r" \{\n(.*?)\n *\}", text, re.MULTILINE | re.DOTALL)
    return [line.strip() for line in inside.splitlines()]
