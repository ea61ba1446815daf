"""Does help with reading help? Easy Read, size and space, words explained, reading aloud, links to a mark, unfolding.

Each is tried as a person does it, by the names that a screen reader says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect
from playwright.sync_api import Page as Tab

from macros.content import loader
from macros.content.model import Guide
from tests.guide_data import LANGUAGE
from tests.shared import ENGINES, ROOT
from tests.sheets import box
from tests.waits import at_rest
from tests.words import named, say

# Where a page must be long, it is one of the guide that this copy has.
GUIDE = loader.load(ROOT)
FIRST = next(iter(GUIDE.stages))


def middle(names: Iterable[str]) -> str:
    """The one in the middle."""
    listed = list(names)
    return listed[len(listed) // 2]


# The pages of both builders are compared in test_engines.py, and what moves on them is ours: one is tried here.
pytestmark = pytest.mark.parametrize("engine", ENGINES[:1], indirect=True)

# A browser without voices never shows what reads aloud. These are two voices that say nothing, one of them far away.
VOICES = """
window.said = [];
const voices = [{name: "far", voiceURI: "far", lang: "en-GB", localService: false},
  {name: "near", voiceURI: "near", lang: "en-GB", localService: true}];
const speech = { speaking: null, isEnding: false, getVoices: () => voices, addEventListener() {},
  speak(one) { if (this.isEnding) return; said.push([one.voice.name, one.text]); this.speaking = one; },
  cancel() { this.speaking = null; said.push(["", "cancelled"]); },
  end() { const one = this.speaking; this.speaking = null; this.isEnding = true; one.onend(); this.isEnding = false; } };
Object.defineProperty(window, "speechSynthesis", { value: speech });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
""".replace("en-GB", LANGUAGE)
NEAR = f'{{name: "near", voiceURI: "near", lang: "{LANGUAGE}", localService: true}}'


@pytest.fixture
def context(chrome: Browser) -> Iterator[BrowserContext]:
    """A reader with a browser of their own."""
    with chrome.new_context(viewport={"width": 360, "height": 780}, reduced_motion="reduce") as made:
        yield made


@pytest.fixture
def tab(context: BrowserContext) -> Tab:
    """A tab of theirs."""
    return context.new_page()


def size(tab: Tab) -> float:
    """How high a line of the first paragraph is drawn, in pixels."""
    found: float = tab.evaluate(
        "() => { const range = document.createRange(); range.selectNodeContents(document.querySelector('.mk-opening__lead'));"
        " return range.getClientRects()[0].height }"
    )
    return found


def test_easy_read_is_a_link_to_the_same_page(address: str, chrome: Browser, made_up: Guide) -> None:
    context = chrome.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}later-days/")
    tab.locator(".mk-bar").get_by_role("link", name=say("bar_easy"), exact=True).click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text(say("easy_page_title", stage="Easy later days"))
    stage = made_up.stages["later-days"]
    assert [one.inner_text().removesuffix("¶") for one in tab.get_by_role("heading", level=2).all()] == [
        mark.easy_title for mark in stage.marks
    ]
    tab.get_by_role("link", name=say("bar_full")).click()
    assert tab.url.endswith("/later-days/")
    context.close()


def test_easy_read_is_remembered_until_it_is_switched_off(address: str, tab: Tab) -> None:
    tab.goto(f"{address}later-days/#listening")
    tab.locator(".mk-bar").get_by_role("link", name=say("bar_easy")).click()
    assert tab.url.endswith("/later-days-easy/#listening")
    tab.goto(f"{address}later-days/")
    tab.wait_for_url("**/later-days-easy/")
    tab.goto(f"{address}early-days/#fair-payment")
    tab.wait_for_url("**/early-days-easy/#fair-payment")
    tab.goto(f"{address}glossary/")  # it has no Easy Read of its own, and stays
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
    assert tab.url.endswith("/glossary/")
    tab.goto(f"{address}early-days-easy/#fair-payment")
    tab.get_by_role("link", name=say("bar_full")).click()
    tab.wait_for_url("**/early-days/#fair-payment")
    tab.goto(f"{address}later-days/")
    at_rest(tab)
    assert tab.url.endswith("/later-days/")


def test_an_easy_sentence_stands_beside_its_picture(address: str, tab: Tab) -> None:
    tab.goto(f"{address}early-days-easy/")
    lines = tab.locator(".mk-picture-read__list > li")
    assert lines.count() >= 8
    for index in range(lines.count()):
        picture, words = (lines.nth(index).locator("> span").nth(n).bounding_box() for n in (0, 1))
        assert picture and words and picture["width"] >= 48
        assert picture["x"] + picture["width"] <= words["x"]  # left of it
        assert words["y"] < picture["y"] + picture["height"] and picture["y"] < words["y"] + words["height"]
    large: float = lines.first.evaluate("(line) => parseFloat(getComputedStyle(line).fontSize)")
    assert large >= 22


def test_text_grows_and_stays_so(address: str, context: BrowserContext, tab: Tab) -> None:
    tab.goto(f"{address}early-days/")
    before = size(tab)
    tab.get_by_role("button", name=say("bar_reading")).click()
    panel = tab.get_by_role("dialog", name=say("bar_reading"))
    expect(panel).to_be_visible()
    panel.get_by_role("group", name=say("reading_size")).get_by_label(say("reading_size_largest")).check()
    panel.get_by_role("group", name=say("reading_space")).get_by_label(say("reading_space_wide")).check()
    panel.get_by_role("group", name=say("reading_contrast")).get_by_label(say("reading_contrast_high")).check()
    panel.get_by_role("button", name=say("close")).click()
    expect(panel).to_be_hidden()
    assert size(tab) > 1.7 * before
    assert tab.evaluate("() => document.documentElement.scrollWidth") <= 360
    other = context.new_page()
    other.goto(f"{address}lake/")
    kept = other.evaluate(
        "() => { const { mkSize, mkSpace, mkContrast } = document.documentElement.dataset;"
        " return [mkSize, mkSpace, mkContrast]; }"
    )  # the themes add words of their own
    assert kept == ["largest", "wide", "high"]
    other.get_by_role("button", name=say("bar_reading")).click()
    expect(other.get_by_label(say("reading_size_largest"))).to_be_checked()
    other.get_by_role("group", name=say("reading_size")).get_by_label(say("reading_size_normal")).check()
    assert other.evaluate("() => localStorage.getItem('marks.size')") is None


def test_the_page_works_where_nothing_may_be_kept(address: str, tab: Tab) -> None:
    tab.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })")
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)) if "assets/js/" in str(error.stack) else None)
    tab.goto(f"{address}early-days/")
    before = size(tab)
    tab.get_by_role("button", name=say("bar_reading")).click()
    tab.get_by_label(say("reading_size_largest")).check()
    assert size(tab) > 1.7 * before
    expect(tab.get_by_text(say("reading_lost"))).to_be_visible()
    assert not wrong


@pytest.mark.parametrize("kept", ["huge", "__proto__", "", "<b>", 'largest"]', "normal"])
def test_what_was_kept_and_is_no_choice_is_passed_over(kept: str, address: str, tab: Tab) -> None:
    tab.goto(f"{address}about/")
    tab.evaluate("(kept) => localStorage.setItem('marks.size', kept)", kept)
    tab.reload()
    assert tab.evaluate("() => document.documentElement.hasAttribute('data-mk-size')") is False


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_word_is_explained_where_it_stands_by_keyboard(script: bool, address: str, chrome: Browser) -> None:
    context = chrome.new_context(java_script_enabled=script)
    tab = context.new_page()
    tab.goto(f"{address}use/")
    word = tab.locator(".mk-term").first
    name = word.inner_text()
    word.focus()
    tab.keyboard.press("Enter")
    shown = tab.get_by_role("dialog", name=re.compile(re.escape(name.rstrip("s")), re.IGNORECASE))
    expect(shown).to_be_visible()
    tab.keyboard.press("Tab")
    expect(shown.get_by_role("link")).to_be_focused()  # what was opened comes next
    tab.keyboard.press("Escape")
    expect(shown).to_be_hidden()
    expect(word).to_be_focused()
    context.close()


def test_the_mark_that_an_address_names_is_open(address: str, tab: Tab) -> None:
    tab.goto(f"{address}early-days/#fair-payment")
    marks = tab.locator("details.mk-more")
    assert [marks.nth(n).evaluate("(one) => one.open") for n in range(marks.count())].count(True) == 1
    expect(tab.locator("#fair-payment + div details .mk-ladders")).to_be_visible()
    expect(tab.locator("#fair-payment")).to_be_in_viewport()
    tab.get_by_role("button", name=say("open_all")).click()
    assert all(marks.nth(n).evaluate("(one) => one.open") for n in range(marks.count()))
    tab.get_by_role("button", name=say("close_all")).click()
    assert not any(marks.nth(n).evaluate("(one) => one.open") for n in range(marks.count()))


@pytest.mark.parametrize("script", [True, False])
def test_the_ideas_that_help_are_one_press_away(script: bool, address: str, chrome: Browser) -> None:
    """From a mark that is closed, with and without a script."""
    context = chrome.new_context(java_script_enabled=script, viewport={"width": 360, "height": 780})
    tab = context.new_page()
    tab.goto(f"{address}early-days/")
    tab.get_by_role("link", name=named("ideas_title", "Sort out pay early")).click()
    ideas = tab.locator("#fair-payment--ideas")
    expect(ideas).to_be_visible()
    expect(ideas).to_be_in_viewport()
    ideas.get_by_role("link").first.click()
    assert "/lake/#" in tab.url
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_number_leads_to_its_source_and_on_to_all_of_it(
    script: bool, address: str, chrome: Browser, made_up: Guide
) -> None:
    """On a phone, with and without a script: the place that names it comes into view, below the header."""
    context = chrome.new_context(java_script_enabled=script, viewport={"width": 360, "height": 780})
    tab = context.new_page()
    tab.goto(f"{address}early-days/")
    stage = made_up.stages["early-days"]
    mark = next(one for one in stage.marks if any(line.sources for line in one.ladders))
    body = tab.locator(f"#{mark.id} + div")
    body.locator("summary").click()
    body.locator(".mk-ladders").get_by_role("link", name=say("source_number", n=1)).first.click()
    named = body.locator(f"#{mark.id}--source-1")
    expect(named).to_be_in_viewport()
    header = tab.locator(".md-header").evaluate("one => one.getBoundingClientRect().bottom")
    assert named.evaluate("one => one.getBoundingClientRect().top") >= header
    key = next(line.sources[0] for line in mark.ladders if line.sources)
    named.get_by_role("link").click()
    tab.wait_for_url(f"**/references/#{key}")
    context.close()


@pytest.mark.parametrize("hash", ["#", "#nothing", "#%", "#%E0%A4%A", "#<b>", "#marks", "#word--power"])
def test_an_odd_address_breaks_nothing(hash: str, address: str, tab: Tab) -> None:
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)) if "assets/js/" in str(error.stack) else None)
    tab.goto(f"{address}early-days/{hash}")
    expect(tab.get_by_role("button", name=say("open_all"))).to_be_visible()
    assert not wrong


def test_without_a_script_a_mark_opens_and_nothing_dead_is_shown(address: str, chrome: Browser) -> None:
    context = chrome.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}early-days/")
    expect(tab.locator("mk-copy-link, mk-read-aloud, mk-expand-marks, mk-reading-options").first).to_be_hidden()
    assert not tab.locator(
        "mk-copy-link:visible, mk-read-aloud:visible, mk-expand-marks:visible, mk-reading-options:visible"
    ).count()
    tab.locator("summary", has_text="Sort out pay").click()
    expect(tab.locator("#fair-payment + div .mk-ladders")).to_be_visible()
    context.close()


def test_a_link_to_a_mark_is_copied(address: str, context: BrowserContext, tab: Tab) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto(f"{address}later-days/")
    tab.get_by_role("button", name=named("copy_link", "Listening")).click()
    expect(tab.get_by_text(say("link_copied"))).to_be_visible()
    assert tab.evaluate("() => navigator.clipboard.readText()") == f"{address}later-days/#listening"


def test_a_link_that_may_not_be_copied_is_shown(address: str, tab: Tab) -> None:
    tab.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    tab.goto(f"{address}later-days/")
    tab.get_by_role("button", name=named("copy_link", "Listening")).click()
    expect(tab.get_by_text(f"{say('link_failed')} {address}later-days/#listening")).to_be_visible()


# So many sentences come to their end, each when the one before has.
SPOKEN = """async (count) => {
  for (let n = 0; n < count && speechSynthesis.speaking; n++) {
    speechSynthesis.end();
    await new Promise((done) => setTimeout(done));
  }
}"""


def test_a_mark_is_read_aloud_a_sentence_at_a_time(address: str, tab: Tab) -> None:
    tab.add_init_script(VOICES)
    tab.goto(f"{address}later-days/")
    tab.get_by_role("button", name=named("listen_mark", "Listening")).click()
    stop = tab.get_by_role("button", name=named("listen_stop", "Listening"))
    expect(stop).to_be_visible()
    tab.evaluate(f"({SPOKEN})(2)")
    said = tab.evaluate("() => window.said")
    assert {voice for voice, _ in said} == {"", "near"}  # never a voice that would be sent the words
    spoken = [words for voice, words in said if voice]
    assert spoken[0] == "Listening" and len(spoken) == 3
    assert all(words.count(".") <= 1 for words in spoken[1:])
    assert spoken[1] in tab.locator("#listening + div .mk-mark__meaning").inner_text()
    stop.click()
    assert tab.evaluate("() => window.said.at(-1)") == ["", "cancelled"]
    expect(tab.get_by_role("button", name=named("listen_mark", "Listening"))).to_be_visible()


def test_a_page_is_read_to_its_end_and_escape_stops_it(address: str, tab: Tab) -> None:
    tab.add_init_script(VOICES)
    tab.goto(f"{address}privacy/")
    tab.get_by_role("button", name=say("listen_mark"), exact=True).click()
    tab.evaluate(f"({SPOKEN})(999)")
    spoken = [words for voice, words in tab.evaluate("() => window.said") if voice]
    assert spoken[0] == "Page privacy" and len(spoken) >= 8 and not [words for words in spoken if "¶" in words]
    expect(tab.get_by_role("button", name=say("listen_mark"), exact=True)).to_be_visible()
    tab.get_by_role("button", name=say("listen_mark"), exact=True).click()
    expect(tab.get_by_role("button", name=say("listen_stop"), exact=True)).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("button", name=say("listen_mark"), exact=True)).to_be_visible()


def test_a_browser_without_a_voice_of_its_own_offers_none(address: str, tab: Tab) -> None:
    tab.add_init_script(VOICES.replace(NEAR, ""))
    tab.goto(f"{address}later-days/")
    expect(tab.get_by_role("button", name=say("bar_reading"))).to_be_visible()
    assert not tab.locator("mk-read-aloud:visible").count()


def voice(name: str, uri: str) -> str:
    """One that says of itself that it lives elsewhere."""
    return f'{{name: "{name}", voiceURI: "{uri}", lang: "{LANGUAGE}", localService: false}}'


@pytest.mark.parametrize(("name", "uri"), [("near", "urn:moz-tts:speechd:English?en"), ("slt", "")])
def test_a_voice_of_the_device_itself_lives_there_whatever_its_browser_says(
    name: str, uri: str, address: str, tab: Tab
) -> None:
    """Firefox on Linux says of every voice but one that it lives elsewhere, and WebKit of each; address and name tell."""
    assert NEAR in VOICES
    tab.add_init_script(VOICES.replace(NEAR, voice(name, uri)))
    tab.goto(f"{address}later-days/")
    tab.get_by_role("button", name=named("listen_mark", "Listening")).click()
    assert {speaker for speaker, _ in tab.evaluate("() => window.said")} == {"", name}


@pytest.mark.parametrize(("name", "uri"), [("slt", "https://example.org/slt"), ("Person A", "")])
def test_half_a_sign_of_a_voice_of_the_device_is_none(name: str, uri: str, address: str, tab: Tab) -> None:
    tab.add_init_script(VOICES.replace(NEAR, voice(name, uri)))
    tab.goto(f"{address}later-days/")
    expect(tab.get_by_role("button", name=say("bar_reading"))).to_be_visible()
    assert not tab.locator("mk-read-aloud:visible").count()


def test_paper_shows_every_mark_whole(address: str, tab: Tab) -> None:
    tab.goto(f"{address}early-days/")
    tab.emulate_media(media="print")
    shown = tab.locator(".mk-ladders").filter(visible=True).count()
    assert shown == tab.locator(".mk-mark__title").count()
    assert not tab.locator(".mk-bar:visible, .mk-more > summary:visible, mk-copy-link:visible").count()
    assert tab.locator(".mk-mark__body .mk-paper__from:visible").count() == shown  # and where it comes from


def test_paper_says_where_a_source_is(address: str, tab: Tab) -> None:
    tab.goto(f"{address}references/")
    tab.emulate_media(media="print")
    linked = tab.locator(".mk-source a[href^=http]")
    after = "all => all.map(one => [one.href, getComputedStyle(one, '::after').content])"
    said = linked.evaluate_all(after)
    assert len(said) == 2 and all(href.rstrip("/") in words for href, words in said)


# A place is kept by a script that knows the parts of these pages: an idea, a mark to choose.
AT = """() => {
  const part = [...document.querySelectorAll('.mk-idea__title, .mk-mark-picker__title')].find(one => one.getBoundingClientRect().top > 0);
  return [part.textContent, Math.round(part.getBoundingClientRect().top)];
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("page", ["lake/", f"lake/#{middle(GUIDE.ideas)}", "choose/"])
def test_a_refresh_and_the_back_button_keep_the_place(page: str, width: int, own_address: str, tab: Tab) -> None:
    tab.set_viewport_size({"width": width, "height": 780})
    tab.goto(own_address + page)
    if page == "choose/":
        for box in tab.locator("mk-mark-picker input[type=checkbox]").all()[::7]:
            box.check()
        tab.locator("mk-answer-form:visible textarea").first.fill("We go round the circle.\n" * 40)
        tab.evaluate("() => scrollTo(0, 0)")
    for _ in range(14):
        tab.mouse.wheel(0, 300)
        at_rest(tab)
    title, top = still(tab)
    for again in (tab.reload, lambda: (tab.goto(f"{own_address}voices/"), tab.go_back())):
        again()
        tab.wait_for_function(
            f"([title, top]) => {{ const [now, there] = ({AT})(); return now === title && Math.abs(there - top) <= 8; }}",
            arg=[title, top],
        )
        now, there = still(tab)
        assert now == title and abs(there - top) <= 8


def still(tab: Tab) -> list[Any]:
    """Where a page stands when a scroll has ended, what came near is drawn, and words are written down."""
    at, before = tab.evaluate(AT), None
    while at != before:
        tab.wait_for_timeout(600)
        at, before = tab.evaluate(AT), at
    return list(at)


@pytest.mark.parametrize(
    "page",
    [
        f"{FIRST}/#{middle(GUIDE.stages[FIRST].mark_ids)}",
        f"lake/#{middle(GUIDE.ideas)}",
        f"glossary/#{middle(GUIDE.glossary)}",
    ],
)
def test_the_contents_show_the_part_that_a_link_led_to(page: str, own_address: str, tab: Tab) -> None:
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.goto(own_address + page)
    goal = page[page.index("#") :]
    shown = tab.locator(".md-nav--secondary .md-nav__link--active").last
    expect(shown).to_have_attribute("href", re.compile(re.escape(goal) + "$"))
    header = tab.locator(".md-header").evaluate("one => one.getBoundingClientRect().bottom")
    assert tab.locator(goal).evaluate("one => one.getBoundingClientRect().top") >= header  # and it is not hidden


def test_a_meaning_does_not_cover_its_word(address: str, tab: Tab) -> None:
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.goto(f"{address}use/")
    words = [one for one in tab.locator(".mk-term").all() if one.is_visible()]
    assert len(words) > 5
    for word in words:
        word.evaluate("one => one.scrollIntoView({block: 'center'})")
        word.click()
        box, panel = word.bounding_box(), tab.locator(".mk-explained__word:popover-open").bounding_box()
        assert box and panel
        assert panel["y"] >= box["y"] + box["height"] or panel["y"] + panel["height"] <= box["y"]
        assert panel["x"] >= 0 and panel["x"] + panel["width"] <= 1280
        tab.keyboard.press("Escape")


def test_the_first_page_says_where_to_begin_and_what_each_stage_is_for(own_address: str, tab: Tab) -> None:
    guide = GUIDE
    tab.goto(own_address)
    begin = tab.get_by_role("heading", name=guide.pages["index"].sections[0].title)
    stages = tab.get_by_role("heading", name=guide.words["stages_title"])
    assert begin.evaluate("one => one.getBoundingClientRect().top") < stages.evaluate(
        "one => one.getBoundingClientRect().top"
    )
    for stage in guide.stages.values():
        if stage.purpose:
            expect(tab.locator(".mk-island", has_text=stage.purpose)).to_be_visible()
    for door in guide.pages["index"].doors:
        expect(tab.get_by_text(door.say, exact=True)).to_be_visible()  # on a telephone too


def test_the_key_of_the_lake_stands_before_its_ideas(address: str, tab: Tab) -> None:
    tab.goto(f"{address}lake/")
    key = tab.locator("article .mk-hows .mk-key")
    first = tab.locator(".mk-idea__title").first
    assert key.evaluate(
        "(key, first) => Boolean(key.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING)",
        first.element_handle(),
    )
    tab.locator(".mk-hows .mk-how > summary").last.click()
    expect(key).to_be_visible()


def test_the_foot_of_a_mark_is_three_lines_on_a_telephone(address: str, tab: Tab) -> None:
    tab.goto(f"{address}early-days/")
    foot = tab.locator(".mk-next").first
    ways = tab.locator(".mk-ways").first
    top = box(foot)["y"]
    end = box(ways)
    assert end["y"] + end["height"] - top < 190
    expect(ways.get_by_role("link")).to_have_count(3)


def test_the_first_page_uses_its_room(own_address: str, tab: Tab) -> None:
    """The picture stands apart from what is pressed; at a desk no part leaves half of the page empty."""
    tab.set_viewport_size({"width": 360, "height": 780})
    tab.goto(own_address)
    door, picture = (box(tab.locator(part).last) for part in (".mk-door", ".mk-hero .mk-lake-picture"))
    assert picture["y"] - door["y"] - door["height"] > 10
    tab.set_viewport_size({"width": 1280, "height": 900})
    for part in tab.locator(".mk-hero ~ .mk-text").all():
        last = box(part.locator("> *").last)
        assert last["x"] > 600, part.inner_text()


def test_a_card_gives_its_room_to_words_on_a_telephone(address: str, tab: Tab) -> None:
    tab.set_viewport_size({"width": 360, "height": 780})
    tab.goto(f"{address}early-days/")
    tab.locator(".mk-more > summary").first.click()
    for part, least in ((".mk-ladders", 216), (".mk-snakes", 216), (".mk-easy", 244)):
        line = tab.locator(f"{part} li").first
        expect(line).to_be_visible()
        assert box(line)["width"] > least, "two boxes and a bullet around it leave too little"


# How far what stands on the page was moved since a script was there, as Lighthouse counts it, and what was moved.
MOVED = """() => new Promise((done) => {
  const came = Math.min(...performance.getEntriesByType("resource")
    .filter(({ name }) => name.includes("/assets/js/") && !name.includes("/boot")).map(({ responseEnd }) => responseEnd));
  const told = (all) => all.filter(({ startTime, value }) => startTime >= came && value > 0.01)
    .map(({ value, sources }) => [value, sources.map(({ node }) => node?.className)]);
  new PerformanceObserver((list) => done(told(list.getEntries()))).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done([]), 300);
})"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("page", ["", "early-days/", "lake/", "lake-picture/", "print/", "results/"])
def test_nothing_moves_when_the_scripts_come(page: str, width: int, address: str, tab: Tab) -> None:
    """They come late: the page is drawn, and somebody reads."""

    def late(route: Route) -> None:
        tab.wait_for_function("() => performance.getEntriesByType('paint').length > 0")
        route.continue_()

    tab.route(re.compile(r"/assets/js/(?!boot)"), late)
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(f"{address}{page}", wait_until="commit")
    tab.get_by_role("button", name=say("bar_reading")).wait_for()
    at_rest(tab)
    assert tab.evaluate(MOVED) == []


def test_a_long_title_keeps_to_the_bar_of_a_phone(address: str, chrome: Browser) -> None:
    with chrome.new_context(viewport={"width": 320, "height": 600}) as context:
        tab = context.new_page()
        tab.goto(address)
        high = tab.evaluate(
            """() => [...document.querySelectorAll(".md-header__topic .md-ellipsis")].map((one) => {
              one.textContent = "My scores: the marks that we chose when we met for the second time ".repeat(2);
              return one.getBoundingClientRect().height / document.querySelector(".md-header").offsetHeight;
            })"""
        )
        assert high and max(high) <= 1
