"""Can everybody get about? By keyboard, in large text, with wider spacing, without motion, by headings alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from macros.content import loader
from tests.shared import ROOT, seldom
from tests.site.test_built_site import NAMES
from tests.sitepage import elements, page, text
from tests.waits import at_rest
from tests.words import say

GUIDE = loader.load(ROOT)
FIRST = next(iter(GUIDE.stages.values()))
STAGE = f"{FIRST.id}/index.html"
KINDS = [
    "index.html",
    "use/index.html",
    STAGE,
    f"{FIRST.id}-easy/index.html",
    "lake/index.html",
    "glossary/index.html",
    f"{FIRST.id}-sheet/index.html",
]

# Where the focus is now: what it is, and whether it can be seen. The same place twice in a row means the end.
WHERE = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const header = document.querySelector(".md-header").getBoundingClientRect();
  const inHeader = Boolean(one.closest(".md-header, .md-skip")) || one.matches(".md-skip, .md-option, .md-toggle");
  const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 12), box.top + Math.min(box.height / 2, 12));
  window.marked = window.marked || [];
  const last = window.marked.at(-1);
  window.marked.push(one);
  return {
    name: one.tagName + " " + (one.getAttribute("aria-label") || one.textContent).trim().replace(/\\s+/g, " ").slice(0, 60),
    again: window.marked.indexOf(one) < window.marked.length - 1,
    forward: !last || Boolean(last.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING),
    covered: !inHeader && box.height < innerHeight - header.height && Boolean(top && top.closest(".md-header")),
    outside: box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isSkip: one.matches(".md-skip"),
    theirs: one.matches(".mk-site-search__input, .md-option, .md-toggle"),
  };
}"""

# What WCAG 1.4.12 asks a page to stand.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""

# What is pressed, smaller than 24 by 24 pixels and not a word in a line of text; and buttons of ours under 44.
SMALL = """() => [...document.querySelectorAll("a[href], button, summary, input, label[for]")].filter((one) => {
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  if (!box.width || !box.height || style.visibility === "hidden" || style.opacity === "0" || one.closest("[inert]")) return false;
  if (one.closest("svg") || one.matches(".md-skip, .md-option, .md-toggle, .md-overlay")) return false;
  const inline = style.display === "inline" || one.matches(".mk-term, .headerlink");
  const least = one.matches(".mk-button, .mk-bar__part, .mk-more > summary, .mk-contents a, .mk-panel__choice") ? 44 : 24;
  return !inline && (box.width < Math.min(least, 24) || box.height < least - 0.5);
}).map((one) => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)} ` +
  JSON.stringify(one.getBoundingClientRect()))"""


@pytest.fixture
def tab(request: pytest.FixtureRequest, chrome: Browser, engine: str) -> Iterator[Tab]:
    """A tab on a desk, for somebody who wants no motion."""
    if engine == "zensical" and STAGE not in request.node.name:
        pytest.skip("both builders make the same pages: one of them is walked with each, all of them with one")
    with chrome.new_context(
        viewport={"width": 1280, "height": 800}, reduced_motion="reduce", bypass_csp=True
    ) as context:  # a test puts styles of its own into a page
        yield context.new_page()


# All are walked in the width of a phone once a week, and at a desk those whose columns stand beside one another there.
@pytest.mark.parametrize(
    ("name", "width"),
    [
        *((name, 360) if name in (STAGE, "lake/index.html") else seldom(name, 360) for name in KINDS),
        *((name, 1280) for name in ("index.html", f"{FIRST.id}-sheet/index.html")),
        seldom(STAGE, 1280),
    ],
)
def test_the_tab_key_walks_the_page(there: str, width: int, either_address: str, tab: Tab) -> None:
    tab.set_viewport_size({"width": width, "height": 700})
    tab.goto(either_address + there)
    tab.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
    walked: list[dict[str, Any]] = []
    for _ in range(1500):
        tab.keyboard.press("Tab")
        here = tab.evaluate(WHERE)
        if here is None or here["again"]:
            break
        walked.append(here)
    else:
        pytest.fail("the focus never comes to an end")
    assert len(walked) > 10 and walked[0]["isSkip"]
    assert not [one["name"] for one in walked if one["covered"]], "hidden under the header"
    assert not [one["name"] for one in walked if one["outside"]], "out of sight"
    assert not [one["name"] for one in walked if not one["forward"]], "in another order than it is read"
    assert not [one["name"] for one in walked if not one["ring"] and not one["theirs"]], "without a ring"


def test_a_quick_tab_key_leaves_the_search_closed(own_address: str, tab: Tab) -> None:
    tab.goto(own_address + STAGE)
    field = tab.get_by_role("textbox", name=say("search"))
    field.evaluate("""(field) => {
      field.focus();
      document.querySelector("article a[href]").focus(); // before a timer can run
    }""")
    at_rest(tab)
    expect(tab.locator("#__search")).not_to_be_checked()
    field.focus()
    expect(tab.locator("#__search")).to_be_checked()
    tab.keyboard.press("Tab")
    expect(tab.locator("#__search")).not_to_be_checked()


def test_the_skip_link_leads_past_the_menus(own_address: str, tab: Tab) -> None:
    tab.goto(own_address + STAGE)
    tab.keyboard.press("Tab")
    expect(tab.locator(".md-skip")).to_be_in_viewport()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("() => Boolean(document.activeElement.closest('article'))")


def test_a_stage_is_read_by_keyboard_alone(own_address: str, tab: Tab) -> None:
    mark = FIRST.marks[len(FIRST.marks) // 2]
    tab.goto(own_address + "index.html")
    tab.locator(".mk-islands").get_by_role("link").first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/{FIRST.id}/**")
    tab.locator(".mk-contents").get_by_role("link", name=mark.title).focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(f"#{mark.id} + div .mk-ladders")).to_be_visible()
    tab.locator(f"#{mark.id} + div").get_by_role("link", name=say("score_mark")).focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/{FIRST.id}-sheet/**#{mark.id}")
    expect(tab.locator(f"#{mark.id}")).to_be_in_viewport()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_stands_large_text_and_wide_spacing(name: str, own_address: str, tab: Tab) -> None:
    tab.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024 at 400 %
    tab.goto(own_address + name)
    tab.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
    assert tab.evaluate("() => document.documentElement.scrollWidth") <= 320
    header = tab.locator(".md-header").bounding_box()
    assert header and header["height"] <= 256 / 4
    tab.add_style_tag(content=SPACING)
    assert tab.evaluate("() => document.documentElement.scrollWidth") <= 320
    cut = tab.evaluate("""() => [...document.querySelectorAll("article a, article button, article summary, article p,"
        + " article li, article td, article th")].filter((one) => getComputedStyle(one).overflow !== "visible"
        && one.scrollHeight > one.clientHeight + 1).map((one) => one.textContent.slice(0, 40))""")
    assert not [one for one in cut if one.strip()]


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("name", KINDS)
def test_a_page_fits_at_the_largest_size_that_a_reader_can_choose(
    name: str, width: int, own_address: str, tab: Tab
) -> None:
    tab.set_viewport_size({"width": width, "height": 640})
    tab.goto(own_address + name)
    tab.evaluate("() => { marks.show('size', 'largest'); marks.show('space', 'wide'); }")
    tab.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
    assert tab.evaluate("() => document.documentElement.scrollWidth") <= width
    out = tab.evaluate(
        """(width) => [...document.querySelectorAll("article :is(h1, h2, h3, p, a, li, span, button)")].filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return right - left > 1 && (right > width + 1 || left < -1) && one.checkVisibility() && !one.closest(".mk-scroll, .mk-hidden, .mk-bar, [popover]");
      }).map((one) => one.textContent.slice(0, 40))""",
        width,
    )
    assert not out
    room = tab.evaluate("""() => { // no more room beside a title than it needs for itself
      const title = document.querySelector("article h1"), { paddingInlineStart, paddingInlineEnd } = getComputedStyle(title);
      return 1 - (parseFloat(paddingInlineStart) + parseFloat(paddingInlineEnd)) / title.offsetWidth; }""")
    assert room > 0.7


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", KINDS)
def test_what_is_pressed_is_large_enough(name: str, width: int, own_address: str, tab: Tab) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(own_address + name)
    tab.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
    assert not tab.evaluate(SMALL)


def test_nothing_moves_for_those_who_ask_for_no_motion(own_address: str, tab: Tab) -> None:
    tab.goto(own_address + STAGE)
    tab.locator("summary").first.click()
    tab.get_by_role("button", name=say("bar_reading")).click()
    assert tab.evaluate("""() => document.getAnimations().length""") == 0
    assert (
        tab.evaluate("""() => [...document.querySelectorAll("*")].filter((one) => {
        const style = getComputedStyle(one);
        return parseFloat(style.transitionDuration) > 0.001 || parseFloat(style.animationDuration) > 0.001
            || style.scrollBehavior === "smooth"; }).length""")
        == 0
    )


@pytest.mark.parametrize("name", NAMES)
def test_headings_and_landmarks_tell_the_page(name: str, own_site: Path) -> None:
    one = page(own_site, name)
    kept = {id(inner) for tag in elements(one.root) if tag.tag == "template" for inner in tag.iter()}  # shown to nobody
    outline = [
        (int(tag.tag[1]), " ".join(text(tag).replace("¶", "").split()))
        for tag in elements(one.root)
        if re.fullmatch("h[1-6]", str(tag.tag)) and id(tag) not in kept
    ]
    for level, words in outline:
        print("  " * level + words)  # `pytest -s` shows it
    levels = [level for level, _ in outline]
    assert levels[0] == 1 and levels.count(1) == 1
    assert not [pair for pair in zip(levels, levels[1:]) if pair[1] > pair[0] + 1], "a level is left out"
    assert all(words for _, words in outline)
    tags = [str(tag.tag) for tag in elements(one.root)]
    assert [tags.count(landmark) for landmark in ("main", "header", "footer")] == [1, 1, 1]
    assert not [
        tag.attrib
        for tag in elements(one.root)
        if tag.tag == "nav" and not tag.get("aria-label") and tag.get("aria-labelledby") not in one.ids
    ]
    language = GUIDE.language
    assert one.root.get("lang") == language


def test_a_closed_group_of_the_menu_takes_no_press_of_the_tab_key(own_address: str, tab: Tab) -> None:
    tab.set_viewport_size({"width": 360, "height": 780})
    tab.goto(own_address + "about/index.html")
    where = """() => {
      const it = document.activeElement, side = it.closest(".md-sidebar--primary");
      const closed = [...document.querySelectorAll(".md-nav__toggle:not(:checked) ~ .md-nav")];
      return {menu: Boolean(side), page: Boolean(it.closest("article")), closed: closed.some(one => one.contains(it))};
    }"""
    seen: list[dict[str, bool]] = []
    while len(seen) < 60 and not (seen and seen[-1]["page"]):
        tab.keyboard.press("Tab")
        seen.append(tab.evaluate(where))
    assert seen[-1]["page"] and not [one for one in seen if one["closed"]]
    assert 5 < sum(one["menu"] for one in seen) < 40
    group = tab.locator(".md-nav__toggle:not(:checked) ~ label.md-nav__link[tabindex]").first
    group.focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate(where)["menu"]
    expect(tab.locator(":focus")).to_be_in_viewport(ratio=1)


def test_the_menu_of_a_small_screen_comes_out_for_the_keyboard(own_address: str, tab: Tab) -> None:
    tab.set_viewport_size({"width": 320, "height": 600})
    tab.goto(own_address + "about/index.html")
    link = tab.locator(".md-sidebar--primary").get_by_role("link", name=GUIDE.pages["voices"].title, exact=True)
    link.focus()
    expect(link).to_be_in_viewport(ratio=1)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/voices/**")


def test_the_contents_in_the_menu_of_a_small_screen_are_reached_by_keyboard(own_address: str, tab: Tab) -> None:
    """As whoever enlarges a page to 400% on a desk comes to them: that window is as narrow as a phone."""
    tab.set_viewport_size({"width": 320, "height": 600})
    tab.goto(own_address + "about/index.html")
    contents = tab.locator(".md-sidebar--primary [data-md-component=toc]")
    for _ in range(60):
        tab.keyboard.press("Tab")
        if tab.evaluate("() => document.activeElement.control?.id === '__toc'"):
            break
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("() => Boolean(document.activeElement.closest('[data-md-component=toc]'))")
    first = contents.get_by_role("link").first
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport(ratio=1)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/about/*#*")
