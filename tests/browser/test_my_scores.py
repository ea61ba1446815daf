"""Can one person score alone, on a phone, and carry it to the group in a code? The page by itself, without a sheet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect
from playwright.sync_api import Page as Tab
from py_mini_racer import MiniRacer

from macros.content.model import Guide
from macros.render.sheet_data import code_facts
from tests.guide_data import HIGH
from tests.scripts import CODE, source
from tests.sheets import AWAY, in_one, no_error, show_ways  # noqa: F401  (pytest finds fixtures by their names)
from tests.waits import at_rest
from tests.words import say

pytestmark = in_one
PAGE = "early-days-my-scores/"


@pytest.fixture
def context(chrome: Browser) -> Iterator[BrowserContext]:
    with chrome.new_context(viewport={"width": 360, "height": 780}, reduced_motion="reduce") as made:
        yield made


@pytest.fixture
def tab(context: BrowserContext, address: str) -> Tab:
    tab = context.new_page()
    tab.goto(address + PAGE)
    return tab


def mark(tab: Tab, title: str) -> Locator:
    return tab.get_by_role("group", name=title, exact=True)


def code(tab: Tab) -> str:
    """The code as it stands on the page."""
    return tab.locator("output").inner_text().replace("\n", "")


def decoded(text: str, guide: Guide) -> Any:
    engine = MiniRacer()
    engine.eval(source("core/record", *CODE))
    facts = json.dumps(code_facts(guide))
    return json.loads(
        str(
            engine.eval(
                f"JSON.stringify(marks.scoreCode.decode({json.dumps(text)}, marks.scoreCode.sheets({facts}), {facts}))"
            )
        )
    )


def test_what_is_scored_is_in_the_code(tab: Tab, made_up: Guide) -> None:
    first, second, *rest = made_up.stages["early-days"].marks
    expect(tab.get_by_text(say("mine_none"))).to_be_visible()
    mark(tab, first.title).get_by_role("radio", name=str(HIGH), exact=True).check()
    mark(tab, second.title).get_by_role("radio", name="Not sure").check()
    expect(tab.get_by_text(say("mine_count", n=2, total=2 + len(rest)))).to_be_visible()
    found = decoded(code(tab), made_up)
    assert found["sheet"] == "early-days"
    assert found["said"] == [HIGH, "not-sure", *["" for _ in rest]]


def test_it_is_there_after_a_reload_and_gone_when_it_is_cleared(tab: Tab, made_up: Guide) -> None:
    first = made_up.stages["early-days"].marks[0]
    mark(tab, first.title).get_by_role("radio", name="3", exact=True).check()
    before = code(tab)
    tab.reload()
    expect(mark(tab, first.title).get_by_role("radio", name="3", exact=True)).to_be_checked()
    assert code(tab) == before
    tab.get_by_role("button", name=say("mine_clear")).click()
    expect(tab.get_by_text(say("mine_none"))).to_be_visible()
    undo = tab.get_by_role("button", name=say("once_undo"))
    expect(undo).to_be_focused()
    undo.click()
    expect(mark(tab, first.title).get_by_role("radio", name="3", exact=True)).to_be_checked()
    assert code(tab) == before
    expect(undo).to_be_hidden()
    tab.get_by_role("button", name=say("mine_clear")).click()
    tab.reload()
    expect(mark(tab, first.title).get_by_role("radio", name="3", exact=True)).not_to_be_checked()


def test_in_easy_read_there_are_three_steps_and_a_number_in_between_stays(
    tab: Tab, address: str, made_up: Guide
) -> None:
    first, second = made_up.stages["early-days"].marks[:2]
    mark(tab, first.title).get_by_role("radio", name="4", exact=True).check()
    mark(tab, second.title).get_by_role("radio", name="5", exact=True).check()
    tab.goto(address + "early-days-my-scores-easy/")
    expect(mark(tab, second.easy_title).get_by_role("radio", name="Second step")).to_be_checked()
    assert decoded(code(tab), made_up)["said"][:2] == [4, 5]
    mark(tab, first.easy_title).get_by_role("radio", name="Third step").check()
    assert decoded(code(tab), made_up)["said"][:2] == [9, 5]


def test_who_chose_easy_read_is_led_to_it(tab: Tab, address: str) -> None:
    tab.get_by_role("group", name=say("bar_name")).get_by_role("link").click()
    tab.wait_for_url("**/early-days-my-scores-easy/")
    tab.goto(address + PAGE)
    tab.wait_for_url("**/early-days-my-scores-easy/")
    expect(tab.get_by_role("radio", name="First step").first).to_be_visible()


def test_it_is_copied_as_it_is_and_as_a_link_to_the_sheet(tab: Tab, made_up: Guide) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    mark(tab, made_up.stages["early-days"].marks[0].title).get_by_role("radio", name="3", exact=True).check()
    tab.get_by_role("button", name=say("mine_copy")).click()
    expect(tab.get_by_text(say("mine_copied"))).to_be_visible()
    assert tab.evaluate("() => navigator.clipboard.readText()") == code(tab)
    tab.get_by_role("button", name=say("mine_link")).click()
    expect(tab.get_by_text(say("mine_copied"))).to_be_visible()
    link = tab.evaluate("() => navigator.clipboard.readText()")
    assert re.fullmatch(r"http://.*/early-days-sheet/#scores=[\w-]+", link) and link.endswith(code(tab))


def test_what_a_browser_does_not_copy_is_shown(tab: Tab, made_up: Guide) -> None:
    tab.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    mark(tab, made_up.stages["early-days"].marks[0].title).get_by_role("radio", name="3", exact=True).check()
    tab.get_by_role("button", name=say("mine_copy")).click()
    expect(tab.get_by_text(f"{say('mine_not_copied')} {code(tab)}")).to_be_visible()


@pytest.mark.parametrize("yes", [True, False])
def test_whoever_opens_a_closed_tab_again_is_asked_whose_scores_these_are(yes: bool, tab: Tab, made_up: Guide) -> None:
    first = made_up.stages["early-days"].marks[0]
    mark(tab, first.title).get_by_role("radio", name="3", exact=True).check()
    tab.evaluate(AWAY)
    tab.reload()
    expect(mark(tab, first.title).get_by_role("radio", name="3", exact=True)).not_to_be_checked()
    expect(tab.get_by_text(say("mine_none"))).to_be_visible()
    asked = tab.get_by_role("group", name=say("mine_before"))
    asked.get_by_role("button", name=say("before_show" if yes else "before_clear")).click()
    expect(asked).to_have_count(0)
    expect(mark(tab, first.title).get_by_role("radio", name="3", exact=True)).to_be_checked(checked=yes)
    tab.reload()
    expect(mark(tab, first.title).get_by_role("radio", name="3", exact=True)).to_be_checked(checked=yes)


def test_a_code_of_other_marks_in_this_tab_is_no_score(tab: Tab, made_up: Guide) -> None:
    tab.evaluate("() => sessionStorage.setItem(`a-made-up-guide:${marks.root}:mine:early-days`, 'AAAA-BBBB')")
    tab.reload()
    expect(tab.get_by_text(say("mine_none"))).to_be_visible()


def test_a_browser_that_keeps_nothing_makes_a_code_all_the_same(
    context: BrowserContext, address: str, made_up: Guide
) -> None:
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); }, configurable: true });"
    )
    tab = context.new_page()
    tab.goto(address + PAGE)
    mark(tab, made_up.stages["early-days"].marks[0].title).get_by_role("radio", name="3", exact=True).check()
    assert decoded(code(tab), made_up)["said"][0] == 3


def tick(tab: Tab, *titles: str) -> None:
    for title in titles:
        tab.get_by_role("checkbox", name=title, exact=True).check()


def test_marks_of_ones_own_choosing_make_a_code_that_their_sheet_takes(
    context: BrowserContext, address: str, made_up: Guide
) -> None:
    power, listening = (made_up.marks[name].title for name in ("talk-about-power", "listening"))
    group = context.new_page()
    group.goto(f"{address}choose/")
    tick(group, power, listening)
    show_ways(group)
    group.get_by_text(say("all_how")).click()
    group.get_by_text(say("code_title")).click()
    link = (
        group.get_by_role("article")
        .get_by_role("link", name=say("mine_title", stage=say("mine_chosen")))
        .get_attribute("href")
    )
    phone = context.new_page()
    phone.goto(link or "")
    expect(phone.get_by_role("checkbox", name=power, exact=True)).to_be_checked()
    expect(phone.get_by_role("checkbox", name=made_up.marks["build-trust"].title, exact=True)).not_to_be_checked()
    mark(phone, listening).get_by_role("radio", name="2", exact=True).check()
    mark(phone, power).get_by_role("radio", name="9", exact=True).check()
    expect(phone.get_by_text(say("mine_count", n=2, total=2))).to_be_visible()
    assert len(code(phone).replace("-", "")) <= 9
    group.get_by_label(say("code_field")).fill(code(phone))
    group.get_by_role("button", name=say("code_add")).click()
    expect(
        group.get_by_text(say("code_added", person=say("all_person", n=1), n=2, stage=say("mine_chosen")))
    ).to_be_visible()
    scores = group.evaluate(
        """() => ["listening", "talk-about-power"].map((id) => marks.store.get(`mark/${id}/score/1/p1`))"""
    )
    assert scores == [2, 9]


def test_what_is_ticked_and_scored_is_there_after_a_reload_and_in_easy_read(
    context: BrowserContext, address: str, made_up: Guide
) -> None:
    power = made_up.marks["talk-about-power"]
    tab = context.new_page()
    tab.goto(f"{address}choose-my-scores/")
    expect(tab.get_by_text(say("mine_none"))).to_be_visible()
    expect(mark(tab, power.title)).to_be_hidden()
    tick(tab, power.title)
    mark(tab, power.title).get_by_role("radio", name="9", exact=True).check()
    before = code(tab)
    tab.reload()
    expect(mark(tab, power.title).get_by_role("radio", name="9", exact=True)).to_be_checked()
    assert code(tab) == before
    tab.get_by_role("link", name=say("bar_easy"), exact=True).click()
    tab.wait_for_url("**/choose-my-scores-easy/")
    expect(mark(tab, power.easy_title).get_by_role("radio", name="Third step")).to_be_checked()
    assert code(tab) == before
    tab.get_by_role("button", name=say("mine_clear")).click()
    expect(tab.get_by_role("checkbox", name=power.easy_title, exact=True)).to_be_checked()
    expect(mark(tab, power.easy_title).get_by_role("radio", name="Third step")).not_to_be_checked()
    tab.get_by_role("button", name=say("once_undo")).click()
    assert code(tab) == before


def test_a_code_for_other_ticks_is_told_of_and_adds_nothing(
    context: BrowserContext, address: str, made_up: Guide
) -> None:
    phone = context.new_page()
    phone.goto(f"{address}choose-my-scores/#marks=listening,no-such-mark")
    mark(phone, "Listening").get_by_role("radio", name="2", exact=True).check()
    group = context.new_page()
    group.goto(f"{address}choose/")
    tick(group, made_up.marks["talk-about-power"].title, made_up.marks["build-trust"].title)
    show_ways(group)
    group.get_by_text(say("all_how")).click()
    group.get_by_text(say("code_title")).click()
    typed = code(phone)
    group.get_by_label(say("code_field")).fill(typed)
    group.get_by_role("button", name=say("code_add")).click()
    expect(group.get_by_text(say("code_edition", code=typed))).to_be_visible()
    assert not group.evaluate("() => marks.store.paths().filter((path) => path.includes('/p1'))")


def away(tab: Tab) -> None:
    """Somebody goes elsewhere for a while, and the browser puts back what stood in the fields."""
    tab.evaluate(AWAY)
    tab.goto("about:blank")
    tab.go_back()


def test_what_a_browser_puts_back_is_not_shown_before_somebody_says_whose_it_is(tab: Tab, made_up: Guide) -> None:
    first, second, *_ = made_up.stages["early-days"].marks
    mark(tab, first.title).get_by_role("radio", name="3", exact=True).check()
    mark(tab, second.title).get_by_role("radio", name="8", exact=True).check()
    before = code(tab)
    away(tab)
    asked = tab.get_by_role("group", name=say("mine_before"))
    expect(asked).to_be_visible()
    at_rest(tab)  # the browser is done
    assert tab.locator("[data-mark] input:checked").count() == 0
    expect(mark(tab, first.title).get_by_role("radio", name="5", exact=True)).to_be_disabled()
    tab.reload()  # nothing of it is lost while nobody answers
    asked.get_by_role("button", name=say("before_show")).click()
    assert code(tab) == before
    expect(mark(tab, first.title).get_by_role("radio", name="5", exact=True)).to_be_enabled()


def test_what_somebody_ticks_beside_the_link_of_their_group_stays(
    context: BrowserContext, address: str, made_up: Guide
) -> None:
    power, trust = (made_up.marks[name].title for name in ("share-decisions", "build-trust"))
    tab = context.new_page()
    tab.goto(f"{address}choose-my-scores/#marks=listening%2Cshare-decisions")  # as a mail program writes it
    tick(tab, trust)
    for title, value in (("Listening", "2"), (power, "9"), (trust, "4")):
        mark(tab, title).get_by_role("radio", name=value, exact=True).check()
    before = code(tab)
    tab.emulate_media(media="print")
    assert tab.get_by_role("checkbox").filter(visible=True).count() == 3  # paper has what was chosen
    heads = [tab.get_by_role("heading", level=2, name=re.compile(one.title)) for one in made_up.stages.values()]
    assert [one.first.is_visible() for one in heads] == [False, True]  # none was chosen of the first stage
    tab.emulate_media(media="screen")
    tab.reload()
    expect(tab.get_by_text(say("mine_count", n=3, total=3))).to_be_visible()
    assert code(tab) == before
    tab.get_by_role("checkbox", name=trust, exact=True).uncheck()  # its score waits, should it be ticked again
    tab.evaluate("() => { location.hash = 'marks=build-trust,listening'; }")  # another link, on the page that is open
    expect(tab.get_by_text(say("mine_count", n=2, total=2))).to_be_visible()
    expect(mark(tab, trust).get_by_role("radio", name="4", exact=True)).to_be_checked()
    tab.reload()
    expect(mark(tab, trust).get_by_role("radio", name="4", exact=True)).to_be_checked()
    tick(tab, power)
    assert code(tab) == before


def test_easy_read_shows_the_step_of_a_number_and_keeps_the_number(tab: Tab, address: str, made_up: Guide) -> None:
    first = made_up.stages["early-days"].marks[0]
    mark(tab, first.title).get_by_role("radio", name="4", exact=True).check()
    before = code(tab)
    tab.goto(f"{address}early-days-my-scores-easy/")
    expect(mark(tab, first.easy_title).get_by_role("radio", name="Second step")).to_be_checked()
    assert code(tab) == before
    mark(tab, first.easy_title).get_by_role("radio", name="Third step").check()
    assert decoded(code(tab), made_up)["said"][0] == 9


def test_a_code_that_is_older_than_a_tick_is_taken(context: BrowserContext, address: str, made_up: Guide) -> None:
    power, trust, listening = (made_up.marks[name].title for name in ("talk-about-power", "build-trust", "listening"))
    phone = context.new_page()
    phone.goto(f"{address}choose-my-scores/#marks=listening,talk-about-power")
    mark(phone, listening).get_by_role("radio", name="2", exact=True).check()
    typed = code(phone)
    group = context.new_page()
    group.goto(f"{address}choose/")
    tick(group, power, listening, trust)
    group.get_by_role("checkbox", name=trust, exact=True).uncheck()
    tick(group, made_up.marks["share-decisions"].title)
    show_ways(group)
    group.get_by_text(say("all_how")).click()
    group.get_by_text(say("code_title")).click()
    group.get_by_label(say("code_field")).fill(typed)
    group.get_by_role("button", name=say("code_add")).click()
    expect(
        group.get_by_text(say("code_added", person=say("all_person", n=1), n=1, stage=say("mine_chosen")))
    ).to_be_visible()
    assert group.evaluate("() => marks.store.get('mark/listening/score/1/p1')") == 2
