"""Can everybody find an idea in the Lake, and keep it? By choosing, by words, by chance, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab
from pypdf import PdfReader

from macros.content.model import Guide
from tests import packs, shared
from tests.shared import ENGINES
from tests.tools import choosing
from tests.visits import PHONE, visit, visitor
from tests.words import say

in_one = pytest.mark.parametrize("engine", ENGINES[:1], indirect=True)
QUICK = 50  # milliseconds, on a machine that is four times as slow


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with as many ideas as the benchmark has."""
    project = packs.pack(tmp_path_factory.mktemp("many"), choosing.MARKS, choosing.STAGES)
    assert shared.run("-m", "macros", "build", cwd=project).returncode == 0
    return project / "site"


@pytest.fixture
def lake(address: str, chrome: Browser) -> Iterator[Tab]:
    """Somebody at the Lake with a telephone. No script may stumble."""
    with visit(chrome, f"{address}lake/", PHONE) as tab:
        yield tab


def titles(tab: Tab) -> Locator:
    """The titles of the ideas that are shown."""
    return tab.locator(".mk-idea__title:visible")


def choose(tab: Tab, word: str, option: str) -> None:
    """Choose among the ideas."""
    choice = tab.get_by_role("combobox", name=say(word), exact=True)
    if not choice.is_visible():
        tab.get_by_text(say("lake_choose")).click()
    choice.select_option(option)


def said(tab: Tab, count: int, total: int) -> None:
    """The count is said aloud."""
    expect(tab.locator("mk-idea-filter [role=status]")).to_have_text(say("lake_shown", n=count, total=total))


@in_one
def test_each_way_to_choose_shows_what_is_so_and_says_how_many(lake: Tab, made_up: Guide) -> None:
    ideas = list(made_up.ideas.values())
    said(lake, len(ideas), len(ideas))
    stage = next(iter(made_up.stages))
    ways = {
        "idea_home": (stage, [one for one in ideas if one.stage == stage]),
        "also": (stage, [one for one in ideas if stage in [also.stage for also in one.also]]),
        "lake_mark": ("talk-about-power", list(made_up.ideas_for["talk-about-power"])),
        "cost": ("little", [one for one in ideas if one.cost in ("free", "little")]),
        "effort": ("minutes", [one for one in ideas if one.effort == "minutes"]),
        "format": ("hall", [one for one in ideas if one.format == "either"]),
    }
    for word, (option, expected) in ways.items():
        choose(lake, word, option)
        assert 0 < len(expected) < len(ideas)
        expect(titles(lake)).to_have_count(len(expected))
        assert [one.title in titles(lake).all_inner_texts()[at] for at, one in enumerate(expected)]
        said(lake, len(expected), len(ideas))
        choose(lake, word, "")
    expect(titles(lake)).to_have_count(len(ideas))


@in_one
def test_words_are_looked_for_in_all_that_an_idea_says(lake: Tab, made_up: Guide) -> None:
    field = lake.get_by_role("searchbox", name=say("lake_find"))
    idea = next(iter(made_up.ideas.values()))
    for words in (idea.title, idea.access.upper(), f"  {idea.what} "):
        field.fill(words)
        expect(lake.locator("[data-mk-out]").first).to_be_attached()
        expect(lake.locator(f"#{idea.id}")).to_be_visible()
    field.fill(idea.title.split()[0][:3])  # the beginning of a word
    expect(lake.locator(f"#{idea.id}")).to_be_visible()
    field.fill(idea.title.split()[0][1:])  # and not what stands inside one
    expect(lake.locator(f"#{idea.id}")).to_be_hidden()
    for hostile in ("<b>", "\\", "__proto__", "%E0%A4%A", "zzzz"):
        field.fill(hostile)
        expect(titles(lake)).to_have_count(0)
        expect(lake.get_by_text(say("lake_none"))).to_be_visible()
    lake.get_by_role("button", name=say("lake_clear")).click()
    expect(titles(lake)).to_have_count(len(made_up.ideas))
    expect(field).to_be_focused()


@in_one
def test_what_was_chosen_stands_in_the_address_and_goes_back(lake: Tab, made_up: Guide) -> None:
    choose(lake, "cost", "free")
    free = titles(lake).count()
    choose(lake, "idea_home", list(made_up.stages)[-1])
    expect(titles(lake)).to_have_count(1)
    lake.get_by_role("searchbox", name=say("lake_find")).press_sequentially("later")
    shared_with = lake.url
    assert "#" in shared_with and "?" not in shared_with, "the words of a person are sent to no server"
    lake.go_back()  # the letters of a word are one step
    lake.go_back()
    expect(titles(lake)).to_have_count(free)
    lake.go_forward()
    expect(titles(lake)).to_have_count(1)
    other = lake.context.new_page()
    other.goto(shared_with)
    expect(titles(other)).to_have_count(1)
    cost = other.get_by_role("combobox", name=say("cost"), exact=True, include_hidden=True)  # folded on a phone
    expect(cost).to_have_value("free")
    other.goto(shared_with.split("#")[0] + "#cost=nonsense&stage=%E0%A4%A&__proto__=1")
    expect(titles(other)).to_have_count(len(made_up.ideas))


@in_one
def test_a_choice_that_somebody_sent_is_said_in_a_line_and_what_one_chooses_from_is_folded(lake: Tab) -> None:
    """On a phone the ideas come first. Paper has that line too: whoever reads it knows that there are more."""
    lake.goto(f"{lake.url.split('#')[0]}#cost=free&words=early")
    chosen = f"{say('lake_find')} early. {say('cost')}: Cost free."
    expect(lake.locator("mk-idea-filter").get_by_text(chosen, exact=True)).to_be_visible()
    expect(lake.get_by_role("combobox", name=say("cost"), exact=True)).to_be_hidden()
    lake.emulate_media(media="print")
    expect(lake.get_by_text(chosen, exact=True).filter(visible=True)).to_have_count(1)
    lake.emulate_media(media="screen")
    lake.get_by_role("button", name=say("lake_clear")).click()
    expect(lake.get_by_text("Cost free.", exact=False).filter(visible=True)).to_have_count(0)


@in_one
def test_whoever_is_sent_a_choice_sees_it_first(lake: Tab, address: str, made_up: Guide) -> None:
    idea = next(iter(made_up.ideas.values()))
    lake.goto("about:blank")
    lake.goto(f"{address}lake/#mark={idea.marks[0]}")
    filtered = lake.locator("mk-idea-filter")
    expect(filtered).to_be_in_viewport()
    head = lake.locator(".md-header").bounding_box()
    box = filtered.bounding_box()
    assert head and box and head["y"] + head["height"] <= box["y"] < head["y"] + head["height"] + 60
    lake.goto("about:blank")
    lake.goto(f"{address}lake/")
    expect(lake.locator("h1")).to_be_in_viewport()


@in_one
def test_a_finger_looks_at_an_idea_before_it_goes_there(address: str, chrome: Browser, made_up: Guide) -> None:
    idea = next(one for one in made_up.ideas.values() if one.also)
    with visitor(chrome, {"width": 360, "height": 640}, has_touch=True, reduced_motion="reduce") as context:
        tab = context.new_page()
        tab.goto(f"{address}lake-picture/")
        expect(tab.locator(".mk-chart__shore").first).to_be_visible()
        pad = tab.locator(".mk-chart").get_by_role("link", name=idea.title).locator(".mk-float__pad")
        pad.tap()
        told = tab.locator("mk-lake-chart").get_by_role("link", name=idea.title)
        expect(told).to_be_in_viewport()
        expect(pad).to_be_in_viewport()
        assert tab.url.endswith("/lake-picture/")
        pad.tap()
        tab.wait_for_url(f"**/lake/#{idea.id}")
        tab.go_back()
        expect(told).to_be_in_viewport()
        told.tap()
        tab.wait_for_url(f"**/lake/#{idea.id}")


@in_one
def test_a_poster_of_nothing_is_not_printed(address: str, chrome: Browser) -> None:
    with chrome.new_context(viewport={"width": 1280, "height": 800}) as context:
        tab = context.new_page()
        tab.goto(f"{address}lake-picture/")
        poster = tab.get_by_role("button", name=say("chart_print", paper="A3"))
        expect(poster).to_be_enabled()
        tab.get_by_role("searchbox", name=say("lake_find")).fill("zzzz")
        expect(poster).to_be_disabled()
        tab.get_by_role("button", name=say("lake_clear")).click()
        expect(poster).to_be_enabled()


@in_one
def test_a_telephone_begins_at_the_first_shore(address: str, chrome: Browser) -> None:
    with chrome.new_context(viewport={"width": 360, "height": 780}) as context:
        tab = context.new_page()
        tab.goto(f"{address}lake-picture/")
        expect(tab.locator("mk-lake-chart")).to_be_visible()
        shore, frame = (tab.locator(one).first.bounding_box() for one in (".mk-chart__shore", ".mk-chart__frame"))
        assert shore and frame and frame["x"] <= shore["x"]
        assert shore["x"] + shore["width"] <= frame["x"] + frame["width"]


@in_one
def test_an_idea_is_a_line_and_opens_where_a_link_leads_to_it(lake: Tab, made_up: Guide) -> None:
    idea = next(one for one in made_up.ideas.values() if one.also)
    expect(lake.get_by_text(idea.what)).to_be_hidden()
    choose(lake, "format", "online")
    lake.goto(f"{lake.url.split('#')[0]}#{idea.id}")  # of an idea that was not chosen
    expect(lake.get_by_text(idea.what)).to_be_visible()
    expect(lake.get_by_text(idea.also[0].why)).to_be_visible()
    expect(titles(lake)).to_have_count(len(made_up.ideas))


@in_one
def test_fishing_gives_one_of_those_that_are_shown_and_each_time_another(lake: Tab, made_up: Guide) -> None:
    choose(lake, "format", "online")
    fished = set()
    for _ in range(4):
        lake.get_by_role("button", name=say("lake_fish")).click()
        title = lake.locator(".mk-fished")
        expect(title).to_have_count(1)
        expect(title).to_be_focused()
        expect(title).to_be_in_viewport()
        idea = next(one for one in made_up.ideas.values() if one.title in title.inner_text())
        assert idea.format == "online"
        expect(lake.get_by_text(idea.what)).to_be_visible()
        expect(lake.get_by_text(say("lake_fished", idea=idea.title))).to_be_attached()
        fished.add(idea.id)
        expect(lake.locator(".mk-idea__more[open]")).to_have_count(1)  # the one before is closed again
    assert len(fished) > 1


@in_one
def test_without_a_script_every_idea_is_there_and_opens(address: str, chrome: Browser, made_up: Guide) -> None:
    with chrome.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{address}lake/")
        expect(titles(tab)).to_have_count(len(made_up.ideas))
        expect(tab.locator("[hidden]:visible")).to_have_count(0)  # what only a script can do is not promised
        idea = next(iter(made_up.ideas.values()))
        tab.locator(f"[data-idea={idea.id}] summary").click()
        expect(tab.get_by_text(idea.access)).to_be_visible()


@in_one
def test_paper_has_what_was_chosen_and_all_of_it(lake: Tab, made_up: Guide) -> None:
    choose(lake, "format", "online")
    lake.emulate_media(media="print")
    online = [one for one in made_up.ideas.values() if one.format == "online"]
    for one in made_up.ideas.values():
        expect(lake.locator(f"#{one.id}")).to_be_visible(visible=one in online)
        expect(lake.get_by_text(one.what)).to_be_visible(visible=one in online)
    expect(lake.locator(".mk-hows")).to_be_hidden()  # the list alone


@pytest.mark.weekly
@pytest.mark.parametrize("page", choosing.PAGES.values())
def test_the_lake_answers_at_once_with_300_ideas(page: str, many: Path, chrome: Browser) -> None:
    with shared.served(many) as where, chrome.new_context(viewport={"width": 360, "height": 780}) as context:
        tab = context.new_page()
        tab.goto(f"{where}{page}")
        said(tab, choosing.IDEAS, choosing.IDEAS)
        context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": choosing.SLOWER})
        took: dict[str, list[float]] = {}
        for _ in range(7):
            for name, value in choosing.CHOICES:
                for chosen in (value, ""):
                    took.setdefault(f"{name}={chosen}", []).append(tab.evaluate(choosing.ASKED, [name, chosen]))
                    tab.wait_for_timeout(150)  # nobody chooses faster
    assert {way: min(times) for way, times in took.items() if min(times) > QUICK} == {}


@in_one
def test_the_picture_says_what_somebody_looks_at_and_leads_to_it(address: str, chrome: Browser, made_up: Guide) -> None:
    with chrome.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce") as context:
        tab = context.new_page()
        tab.goto(f"{address}lake-picture/")
        idea = next(one for one in made_up.ideas.values() if one.also)
        link = tab.locator(".mk-chart").get_by_role("link", name=idea.title)
        way = link.locator(".mk-float__way").first
        expect(way).to_have_css("visibility", "hidden")
        link.focus()
        expect(tab.locator("mk-lake-chart").get_by_role("link", name=idea.title, exact=True)).to_be_visible()
        expect(tab.locator("mk-lake-chart").get_by_text(idea.what)).to_be_visible()
        expect(tab.locator("mk-lake-chart").get_by_text(idea.also[0].why)).to_be_visible()
        expect(way).to_have_css("visibility", "visible")
        choose(tab, "format", "online")
        expect(link).to_be_hidden()
        tab.get_by_role("button", name=say("lake_clear")).click()
        link.locator("circle").first.click()
        tab.wait_for_url(f"**/lake/#{idea.id}")


@in_one
def test_from_a_low_score_an_idea_of_another_stage_is_in_the_plan_in_two_presses(
    address: str, chrome: Browser, made_up: Guide
) -> None:
    """And it stands in the results, in the calendar and on paper."""
    mark = made_up.marks["gaining-new-skills"]
    idea = next(one for one in made_up.ideas_for[mark.id] if one.stage != mark.stage)
    why = next(also.why for also in idea.also if also.stage == mark.stage)
    with chrome.new_context(viewport={"width": 360, "height": 780}, reduced_motion="reduce") as context:
        tab = context.new_page()
        tab.goto(f"{address}{mark.stage}-sheet/")
        form = tab.get_by_role("group", name=mark.title, exact=True)
        form.locator("[type=radio][value='8']").check()
        form.locator("[type=radio][value='2']").check()
        ideas = form.locator(".mk-sheet-ideas")
        expect(ideas.get_by_role("link", name=idea.title)).to_be_visible()
        expect(ideas.get_by_text(why)).to_be_visible()
        put = ideas.get_by_role("button", name=f"{say('res_put')}: {idea.title}")
        put.click()
        expect(ideas.get_by_text(say("res_in", idea=idea.title))).to_be_visible()
        expect(form.locator("[data-field=what]")).to_have_value("")
        ideas.get_by_role("group", name=idea.title).get_by_label(say("out_when")).fill("2027-02-03")
        with tab.expect_download() as saved:
            tab.locator("mk-sheet-summary [data-calendar]").evaluate("one => one.click()")
        assert idea.title in saved.value.path().read_text(encoding="utf-8")
        form.locator("[type=radio][value='7']").check()
        expect(ideas).to_have_count(0)
        form.locator("[type=radio][value='2']").check()
        expect(ideas).to_be_visible()
        tab.emulate_media(media="print")
        expect(tab.locator("mk-sheet-summary [data-by-date]").get_by_text(idea.title)).to_be_visible()
        expect(ideas).to_be_hidden()
        tab.goto(f"{address}results/")
        expect(tab.locator("[data-plan]").get_by_text(idea.title).first).to_be_visible()


@in_one
def test_a_sheet_without_a_network_goes_on_without_ideas(address: str, chrome: Browser, made_up: Guide) -> None:
    mark = made_up.marks["gaining-new-skills"]
    with chrome.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{address}{mark.stage}-sheet/")
        tab.route("**/ideas.js", lambda route: route.abort())
        form = tab.get_by_role("group", name=mark.title, exact=True)
        with tab.expect_event("requestfailed"):
            form.locator("[type=radio][value='1']").check()
        expect(form.locator("[data-band]")).not_to_have_text("")
        tab.unroute("**/ideas.js")
        form.locator("[type=radio][value='2']").check()
        expect(form.locator(".mk-sheet-ideas")).to_be_visible()


@in_one
def test_the_list_and_the_picture_find_the_same(lake: Tab, address: str, made_up: Guide) -> None:
    one = next(iter(made_up.ideas.values()))
    total = len(made_up.ideas)
    for words in (one.title, one.what, one.access, made_up.marks[one.marks[0]].title, "no such word"):
        shown = []
        for page in ("lake", "lake-picture"):
            lake.goto(f"{address}{page}/#words={quote(words)}")
            lake.reload()
            expect(lake.locator("mk-idea-filter [role=status]")).not_to_have_text(
                say("lake_shown", n=total, total=total)
            )
            shown.append(lake.locator("mk-idea-filter [role=status]").inner_text())
        assert shown[0] == shown[1], words


# Another idea comes to lie under a pointer; whether the picture will turn to it when the pointer rests.
SLIDES = """(link, [x, y]) => {
  const chart = document.querySelector("mk-lake-chart");
  const before = chart.rest;
  link.querySelector(".mk-float__pad").dispatchEvent(
    new PointerEvent("pointerover", { bubbles: true, clientX: x, clientY: y, pointerType: "mouse" }));
  return chart.rest !== before;
}"""


@in_one
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 640)])
def test_what_is_fished_in_the_picture_is_what_is_looked_at(
    address: str, chrome: Browser, made_up: Guide, width: int, height: int
) -> None:
    """In view; and no other one that slides under the pointer while the page goes to it."""
    with visitor(chrome, {"width": width, "height": height}, reduced_motion="reduce") as context:
        tab = context.new_page()
        tab.goto(f"{address}lake-picture/")
        expect(tab.locator(".mk-chart__shore").first).to_be_visible()
        fish = tab.get_by_role("button", name=say("lake_fish"))
        for _ in range(3):
            fish.scroll_into_view_if_needed()
            box = fish.bounding_box()
            assert box
            spot = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
            tab.mouse.click(*spot)
            fished = tab.locator(".mk-fished")
            expect(tab.locator("mk-lake-chart [data-title]")).to_have_text(fished.locator("title").text_content() or "")
            expect(fished.locator("circle").first).to_be_in_viewport()
            other = tab.locator(".mk-float:not(.mk-fished)").first
            assert not other.evaluate(SLIDES, spot) and other.evaluate(SLIDES, [1, 1])


@in_one
@pytest.mark.parametrize("paper", ["A3", "A2"])
def test_a_poster_of_some_ideas_is_one_page(
    address: str, chrome: Browser, made_up: Guide, tmp_path: Path, paper: str
) -> None:
    with chrome.new_context(viewport={"width": 1280, "height": 800}) as context:
        tab = context.new_page()
        tab.add_init_script("window.print = () => {}")
        tab.goto(f"{address}lake-picture/#cost=free&stage={next(iter(made_up.stages))}&words=o")
        expect(tab.locator(".mk-idea-filter__paper")).to_be_attached()
        tab.get_by_role("button", name=say("chart_print", paper=paper)).click()
        tab.pdf(path=tmp_path / "poster.pdf", prefer_css_page_size=True)
        said = [page.extract_text() for page in PdfReader(tmp_path / "poster.pdf").pages]
        assert next(iter(made_up.stages.values())).short in said[0].rpartition(say("cost"))[2], (
            "the picture is not there"
        )
        tab.pdf(path=tmp_path / "again.pdf", prefer_css_page_size=True)
        sizes = [
            PdfReader(tmp_path / f"{name}.pdf").pages[0].mediabox.width / 72 * 25.4 for name in ("poster", "again")
        ]
        assert [round(size) for size in sizes] == [{"A3": 420, "A2": 594}[paper], 420], "a poster for once"


@in_one
@pytest.mark.parametrize("width", [360, 1280, 1900])
def test_larger_letters_in_the_picture_are_larger(lake: Tab, address: str, width: int) -> None:
    lake.set_viewport_size({"width": width, "height": 900})
    lake.goto(f"{address}lake-picture/")
    letters = lake.locator(".mk-float text").first
    before = letters.bounding_box()
    lake.locator("[data-larger]").click()
    after = letters.bounding_box()
    assert before and after and after["height"] > 1.15 * before["height"]


@in_one
def test_a_fished_idea_is_named_whole(lake: Tab, made_up: Guide) -> None:
    """A short word with a hyphen stands in an element of its own in a title."""
    lake.evaluate(
        "() => { for (const head of document.querySelectorAll('.mk-idea__title')) "
        "head.firstChild.replaceWith('The ', Object.assign(document.createElement('span'), "
        "{ textContent: 'one-page' }), ' offer'); }"
    )
    lake.evaluate(
        "() => { const one = document.querySelector('mk-idea-filter'); one.ideas = []; one.homes = []; one.find(); }"
    )
    lake.get_by_role("button", name=say("lake_fish")).click()
    expect(lake.locator("mk-idea-filter")).to_contain_text("The one-page offer")


def test_a_poster_is_as_wide_as_its_own_paper(address: str, lake: Tab) -> None:
    """Not as that in the printer, which Firefox measures by, and which may lie the other way."""
    lake.goto(f"{address}lake-picture/")
    lake.emulate_media(media="print")
    frame = lake.locator(".mk-chart__frame")
    assert frame.evaluate("one => getComputedStyle(one).maxInlineSize") == "none"


@in_one
def test_what_was_chosen_is_not_counted_twice(lake: Tab) -> None:
    seen = lake.locator(".mk-idea__count:visible")
    expect(seen).not_to_have_count(0)
    choose(lake, "lake_mark", "listening")
    expect(lake.locator(".mk-idea__stage:visible")).not_to_have_count(0)
    expect(seen).to_have_count(0)
    lake.get_by_role("button", name=say("lake_clear")).click()
    expect(seen).not_to_have_count(0)


@in_one
def test_no_idea_is_cut_by_the_end_of_a_page(lake: Tab, made_up: Guide, tmp_path: Path) -> None:
    """Wherever the first of them begins, each stands whole on its page."""
    met = 0
    lake.evaluate(
        """() => { for (const one of document.querySelectorAll(".mk-idea__body p:first-of-type"))
          one.textContent += " And more of it.".repeat(60); }"""
    )
    for room in range(0, 240, 30):  # mm above the first
        lake.evaluate("(mm) => { document.querySelector('.mk-idea__stage').style.marginBlockStart = `${mm}mm`; }", room)
        lake.pdf(path=tmp_path / "lake.pdf", prefer_css_page_size=True)
        for page in PdfReader(tmp_path / "lake.pdf").pages:
            lines = [line.strip() for line in page.extract_text().splitlines() if line.strip()]
            for title in (one.title for one in made_up.ideas.values()):
                if title in lines:
                    met += 1
                    body = lines[lines.index(title) :]
                    assert any(line.startswith(say("format")) for line in body), (room, title, "it goes on elsewhere")
    assert met >= len(made_up.ideas)
