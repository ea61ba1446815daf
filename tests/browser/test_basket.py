"""Is the basket a part of the project? Two tabs, two people, undo, a file, a new round, the example, and hostile words."""

from __future__ import annotations

import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import BrowserContext, Locator, Route, expect
from playwright.sync_api import Page as Tab

from macros.content.model import Guide, Idea
from tests.sheets import (  # noqa: F401  (pytest finds fixtures by their names)
    SHEET,
    context,
    in_one,
    kept,
    no_error,
    open_file,
    opened,
    record,
    saved,
    tab,
)
from tests.words import like, say

pytestmark = in_one
HOSTILE = "<img src=x onerror=alert(1)> {idea} $& ' \" \u202eمرحبا"


@pytest.fixture
def idea(made_up: Guide) -> Idea:
    return made_up.ideas_for["listening"][0]


def lake(context: BrowserContext, address: str, idea: Idea) -> Tab:
    """Somebody who reads an idea in the Lake."""
    there = context.new_page()
    there.goto(f"{address}lake/#{idea.id}")
    expect(button(there, "basket", idea.title)).to_be_visible()
    return there


def button(where: Tab | Locator, kind: str, title: str) -> Locator:
    """The one of both that is there: put in, or is in."""
    out = {"basket": "basket_put", "plan": "res_put"}[kind]
    names = [f"{say(word)}: {title}" for word in (out, f"{kind}_in")]
    one, other = (where.get_by_role("button", name=name, exact=True) for name in names)
    return one.or_(other).first


def basket(there: Tab) -> Locator:
    """The basket of a page, opened."""
    fold = there.locator("details[data-basket-fold]")
    if fold.count() and not fold.evaluate("one => one.open"):
        fold.locator("summary").first.click()
    expect(there.locator("mk-basket")).to_be_visible()
    return there.locator("mk-basket")


def device(tab: Tab) -> None:
    tab.get_by_role("button", name=say("keep_on_device")).click()
    kept(tab)


def test_the_lake_has_the_project_that_the_sheets_have(
    tab: Tab, context: BrowserContext, address: str, idea: Idea, made_up: Guide
) -> None:
    tab.get_by_label(say("keep_name")).fill("Garden")
    device(tab)
    there = lake(context, address, idea)
    button(there, "basket", idea.title).click()
    expect(there.locator(f"[data-idea={idea.id}] .mk-idea__in")).to_have_text(say("basket_in"))
    expect(basket(tab).get_by_role("link", name=idea.title)).to_be_visible()  # in the other tab, by itself
    button(basket(tab), "plan", idea.title).click()
    step = basket(tab).get_by_role("group", name=idea.title)
    step.get_by_label(say("out_who")).fill("Person A")
    expect(tab.locator("mk-sheet-summary [data-by-date]")).to_contain_text(idea.title)
    expect(there.locator(f"[data-idea={idea.id}]").get_by_label(say("out_who"))).to_have_value("Person A")
    expect(button(there, "plan", idea.title)).to_have_attribute("aria-pressed", "true")
    file = saved(tab, say("file_save"))
    assert f"idea/{idea.id}/who/1" in file
    tab.get_by_role("button", name=say("keep_clear_device")).click()
    expect(basket(tab).get_by_role("listitem")).to_have_count(0)
    open_file(tab, "garden.json", file)
    expect(tab.get_by_text(say("file_ideas", n=1))).to_be_visible()
    tab.get_by_role("button", name=say("file_here"), exact=True).click()
    expect(basket(tab).get_by_role("link", name=idea.title)).to_be_visible()


def test_two_who_are_named_at_the_same_time_both_stand_there(tab: Tab, idea: Idea) -> None:
    path = f"idea__{idea.id}"
    tab.evaluate(
        """([path, title]) => { for (const [end, is] of [["title", title], ["basket", true], ["plan/1", true],
          ["who/1", "Person A"]]) marks.store.set(`${path}/${end}`, is); marks.store.flush(); }""",
        [f"idea/{idea.id}", idea.title],
    )
    theirs = {f"{path}/title": idea.title, f"{path}/plan/1": True, f"{path}/who/1": "Person B"}
    open_file(tab, "theirs.json", record(**theirs))
    tab.get_by_role("button", name=say("file_add")).click()
    step = basket(tab).get_by_role("group", name=idea.title)
    expect(step.get_by_label(say("out_who"))).to_have_value("Person A")
    expect(step.locator(".mk-lost")).to_contain_text("Person B")
    step.locator(".mk-lost [data-mine]").click()
    expect(step.get_by_label(say("out_who"))).to_have_value("Person A, Person B")


def test_a_new_round_asks_whether_it_was_done_and_keeps_the_basket(tab: Tab, idea: Idea) -> None:
    tab.evaluate(
        """([path, title]) => { for (const [end, is] of [["title", title], ["basket", true], ["plan/1", true]])
          marks.store.set(`${path}/${end}`, is); }""",
        [f"idea/{idea.id}", idea.title],
    )
    tab.evaluate("() => { marks.store.set('round/2/begun', true); }")
    tick = tab.get_by_role("checkbox", name=f"{say('round_done')}: {idea.title}")
    tick.check()
    assert tab.evaluate("path => marks.store.get(path)", f"idea/{idea.id}/done/1") is True
    again = button(basket(tab), "plan", idea.title)
    expect(again).to_have_attribute("aria-pressed", "false")
    again.click()
    assert tab.evaluate("path => marks.store.get(path)", f"idea/{idea.id}/plan/2") is True


def test_what_was_said_of_an_idea_goes_when_it_is_no_longer_so(tab: Tab) -> None:
    here = basket(tab)
    here.get_by_label(say("basket_name")).fill("A walk")
    here.get_by_role("button", name=say("basket_add"), exact=True).click()
    said = here.get_by_text(say("basket_said", idea="A walk"))
    expect(said).to_be_visible()
    tab.get_by_role("button", name=like("keep_undo")).click()
    expect(said).to_have_count(0)


def test_an_idea_of_our_own_is_only_ever_text_and_can_be_taken_back(tab: Tab, made_up: Guide) -> None:
    here = basket(tab)
    here.get_by_role("button", name=say("basket_add"), exact=True).click()  # of nothing, nothing is added
    expect(here.get_by_role("listitem")).to_have_count(0)
    here.get_by_label(say("basket_name")).fill(HOSTILE)
    here.get_by_label(say("basket_for")).select_option("mark/listening")
    here.get_by_role("button", name=say("basket_add"), exact=True).click()
    one = here.get_by_role("listitem")
    expect(one).to_contain_text(HOSTILE)
    expect(one).to_contain_text(made_up.marks["listening"].title)
    expect(tab.locator("mk-basket img")).to_have_count(0)
    tab.get_by_role("button", name=say("keep_undo", what=f"{say('basket_in')}: {HOSTILE}")).click()
    expect(one).to_have_count(0)


def test_the_example_has_a_basket_of_its_own(
    tab: Tab, context: BrowserContext, address: str, idea: Idea, made_up: Guide
) -> None:
    tab.goto(f"{address}example/")
    tab.get_by_role("button", name=say("ex_open"), exact=True).click()
    tab.wait_for_url("**/results/")
    tab.goto(f"{address}lake/#{idea.id}")
    button(tab, "basket", idea.title).click()
    expect(tab.get_by_text(say("ex_here"))).to_be_visible()
    expect(basket(tab).get_by_role("link", name=idea.title)).to_be_visible()
    tab.get_by_role("button", name=say("ex_leave")).click()
    expect(button(tab, "basket", idea.title)).to_have_attribute("aria-pressed", "false")


def test_without_a_network_the_lake_is_read_all_the_same(context: BrowserContext, address: str, idea: Idea) -> None:
    there = context.new_page()
    there.route("**/basket.js", lambda route: route.abort())
    with there.expect_event("requestfailed"):
        there.goto(f"{address}lake/#{idea.id}")
    expect(there.get_by_text(idea.what)).to_be_visible()
    there.unroute("**/basket.js")
    there.locator("details[data-basket-fold] summary").click()
    expect(there.locator("mk-basket")).to_be_visible()


def test_without_a_network_the_page_of_a_stage_is_read_all_the_same(
    context: BrowserContext, address: str, idea: Idea, made_up: Guide
) -> None:
    mark = made_up.marks["listening"]
    there = context.new_page()
    there.route("**/basket.js", lambda route: route.abort())
    there.goto(f"{address}{mark.stage}/#{mark.id}--ideas")
    line = there.locator(f"[data-helps={idea.id}][data-goal='mark/{mark.id}']")
    put = line.get_by_role("button", name=f"{say('basket_put')}: {idea.title}")
    with there.expect_event("requestfailed"):
        put.click()
    expect(line.get_by_role("link", name=idea.title)).to_be_visible()
    there.unroute("**/basket.js")
    put.click()
    expect(button(line, "basket", idea.title)).to_have_attribute("aria-pressed", "true")
    there.emulate_media(media="print")
    expect(line.get_by_role("button")).to_have_count(0)


def test_a_score_draws_no_basket_anew(tab: Tab, context: BrowserContext, address: str, idea: Idea) -> None:
    """In a large group every key had to wait for it."""
    device(tab)
    there = lake(context, address, idea)
    button(there, "basket", idea.title).click()
    expect(basket(tab).get_by_role("link", name=idea.title)).to_be_visible()
    tab.evaluate("() => { window.drawn = 0; addEventListener('mk-basket', () => { drawn += 1; }); }")
    tab.evaluate("() => marks.store.set('mark/listening/score/1/p1', 3)")
    assert tab.evaluate("() => drawn") == 0
    button(there, "basket", idea.title).click()
    expect(basket(tab).get_by_role("link", name=idea.title)).to_be_hidden()
    assert tab.evaluate("() => drawn") > 0


def test_an_idea_that_was_opened_before_the_scripts_came_can_be_tried(
    context: BrowserContext, address: str, idea: Idea
) -> None:
    there = context.new_page()
    held: list[Route] = []
    come: list[Route] = []

    def hold(script: Route) -> None:
        if come:
            script.continue_()
        else:
            held.append(script)

    there.route(re.compile(r"/assets/js/(?!boot).*\.js"), hold)
    there.goto(f"{address}lake/", wait_until="commit")
    fold = there.locator(f"[data-idea={idea.id}] details")
    fold.locator("summary").click()
    expect(fold).to_have_attribute("open", "")
    come += held
    for script in come:
        script.continue_()
    expect(button(there, "basket", idea.title)).to_be_visible()
    assert come


REFUSE = """error => { Storage.prototype.setItem = () => { throw new DOMException("no", error); }; }"""


@pytest.mark.parametrize(("error", "state"), [("QuotaExceededError", "full"), ("SecurityError", "blocked")])
@pytest.mark.parametrize("page", ["lake", "early-days"])
def test_a_basket_that_cannot_be_kept_says_so_and_goes_into_a_file(
    page: str, error: str, state: str, context: BrowserContext, address: str, idea: Idea
) -> None:
    """These pages have no place that says where words are kept."""
    context.add_init_script(f"({REFUSE})('{error}')")
    there = context.new_page()
    there.goto(f"{address}{page}/#{idea.id if page == 'lake' else 'other-shores'}")
    part = there.locator(f"[data-idea={idea.id}]") if page == "lake" else there.locator("[data-helps]").last
    title = idea.title if page == "lake" else part.get_by_role("link").inner_text()
    button(part, "basket", title).click()
    expect(part.get_by_text(say(f"keep_{state}"))).to_be_visible()
    alarm = there.locator("mk-basket").get_by_role("alert")
    expect(alarm).to_contain_text(say(f"keep_{state}"))
    with there.expect_download() as saving:
        alarm.get_by_role("button", name=say("file_save")).click()
    assert title in saving.value.path().read_text(encoding="utf-8")


def test_what_is_in_the_basket_and_in_the_plan_is_in_the_document_for_word(
    tab: Tab, address: str, idea: Idea, made_up: Guide
) -> None:
    own = "Our own <b>walk</b>"
    tab.evaluate(
        """([path, title, own]) => { for (const [place, is] of [[`${path}/title`, title], [`${path}/basket`, true],
          [`${path}/plan/1`, true], [`${path}/who/1`, "Person A"], [`${path}/for/mark/listening`, true],
          ["own-idea/a1/title", own], ["own-idea/a1/basket", true], ["mark/listening/score/1", 3]])
          marks.store.set(place, is); marks.store.flush(); }""",
        [f"idea/{idea.id}", idea.title, own],
    )
    tab.goto(f"{address}results/")
    with tab.expect_download() as saving:
        tab.get_by_role("button", name=say("res_word")).click()
    body = zipfile.ZipFile(saving.value.path()).read("word/document.xml")
    said = "".join(ET.fromstring(body).itertext())
    for words in (idea.title, "Person A", made_up.marks["listening"].title, own):
        assert words in said, words


def test_what_an_idea_of_our_own_is_called_can_be_put_right(tab: Tab) -> None:
    """It has no end where words are cut, and stays in its place while somebody types."""
    here = basket(tab)
    long = "A walk to the lake with all of us. " * 20
    for title in (long, "Tea"):
        here.get_by_label(say("basket_name")).last.fill(title)
        here.get_by_role("button", name=say("basket_add"), exact=True).click()
    one = here.get_by_role("listitem").first
    expect(one.locator("strong")).to_have_text(long.strip())
    field = one.get_by_label(say("basket_name"))
    field.fill("")
    expect(one.locator("strong")).to_have_text(say("basket_own"))
    field.press_sequentially("A walk")
    expect(field).to_be_focused()
    expect(one.locator("strong")).to_have_text("A walk")
    button(one, "plan", "A walk").click()
    expect(one.get_by_role("group", name="A walk")).to_be_visible()
    tab.reload()
    expect(basket(tab).get_by_role("listitem").first.locator("strong")).to_have_text("A walk")


def test_what_is_done_says_so_where_the_plan_stands(tab: Tab, idea: Idea) -> None:
    tab.evaluate(
        """([path, title]) => { for (const [end, is] of [["title", title], ["plan/1", true]])
          marks.store.set(`${path}/${end}`, is); }""",
        [f"idea/{idea.id}", idea.title],
    )
    plan = tab.locator("mk-sheet-summary [data-by-date]")
    expect(plan).to_contain_text(idea.title)
    expect(plan).not_to_contain_text(say("round_done"))
    basket(tab).get_by_role("group", name=idea.title).get_by_label(say("round_done")).check()
    expect(plan).to_contain_text(say("round_done"))


def test_the_lake_keeps_the_project_and_gives_it_as_a_file(context: BrowserContext, address: str, idea: Idea) -> None:
    there = lake(context, address, idea)
    here = basket(there)
    keep, save = (here.get_by_role("button", name=say(name), exact=True) for name in ("keep_on_device", "file_save"))
    expect(keep).to_be_hidden()  # of nothing
    button(there, "basket", idea.title).click()
    with there.expect_download() as saving:
        save.click()
    assert idea.title in saving.value.path().read_text(encoding="utf-8")
    keep.click()
    expect(here.get_by_text(say("keep_device"))).to_be_visible()
    expect(keep).to_be_hidden()
    other = context.new_page()  # a tab of its own, later
    other.goto(f"{address}results/")
    expect(basket(other).get_by_role("link", name=idea.title)).to_be_visible()


def test_an_idea_that_was_found_by_a_mark_is_for_that_mark(
    context: BrowserContext, address: str, idea: Idea, made_up: Guide
) -> None:
    there = context.new_page()
    there.goto(f"{address}lake/#mark=listening")
    there.locator(f"[data-idea={idea.id}] summary").click()
    button(there, "plan", idea.title).click()
    here, mark = basket(there), made_up.marks["listening"].title
    expect(here.get_by_role("listitem")).to_contain_text(mark)
    here.get_by_label(say("basket_name")).fill("A walk")
    here.get_by_role("button", name=say("basket_add"), exact=True).click()
    button(here, "plan", "A walk").click()
    expect(here.get_by_role("group", name="A walk")).to_be_visible()
    expect(here.get_by_role("listitem").last).not_to_contain_text(mark)  # it was not chosen by that
