"""Does the search find what people look for, by keyboard and by finger, from a server and from a disk?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from macros.content import loader
from macros.content.model import Guide
from macros.render.links import Target
from macros.site.search_index import INDEX, asked, drop_scripts_of_theme, index
from tests.shared import ENGINES, pages, small_guide
from tests.sitepage import page
from tests.visits import visit
from tests.waits import at_rest
from tests.words import like, say

in_one = pytest.mark.parametrize("engine", ENGINES[:1], indirect=True)
TITLE, STAGE = "Talk about power out loud", "early-days"  # of the made-up guide
MANY = "meaning"  # what stands in many places of it


@pytest.fixture
def tab(chrome: Browser, address: str) -> Iterator[Tab]:
    """Somebody at a desk, on a page of the guide. No script may stumble."""
    with visit(chrome, f"{address}glossary/") as one:
        yield one


def rows(site: Path) -> list[Any]:
    """What can be found: the place, the title and the text of each."""
    text = (site / INDEX).read_text(encoding="utf-8").partition("=")[2].rstrip(";\n")
    found: list[Any] = json.loads(text)
    return found


def behind(one: Element, tag: str) -> Iterator[str]:
    """The words in a part that is left out, behind the first end of an element of its kind inside it."""
    ended = False
    for child in one:
        inside = list(behind(child, tag)) if child.get("data-search-exclude") is None else []
        yield from (words(child) if ended and child.get("data-search-exclude") is None else inside)
        ended = ended or any(True for _ in child.iter(tag))
        if ended and (child.tail or "").strip():
            yield str(child.tail)


def words(one: Element) -> Iterator[str]:
    """What an element says."""
    yield from (piece for piece in one.itertext() if piece.strip())


def look_for(tab: Tab, words: str) -> None:
    tab.get_by_role("textbox", name=say("search")).fill(words)


@in_one
def test_a_title_is_found_first_and_leads_to_its_place(tab: Tab) -> None:
    look_for(tab, TITLE)
    best = tab.locator(".mk-site-search__item").first
    expect(best.locator("mark").first).to_be_visible()
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(rf"/{STAGE}(-easy)?/[?]h=.*"))
    expect(tab.locator("article h2 mark").first).to_be_visible()  # what was looked for is marked there
    assert "come" not in {words.lower() for words in tab.locator("article mark").all_inner_texts()}, (
        "the co of co-production"
    )


def test_words_of_two_cells_are_two_words_to_it(site: Path, made_up: Guide) -> None:
    found = " ".join(re.sub("<[^>]*>", "", unescape(row[2])) for row in rows(site))
    words = re.sub(r"\s+", " ", found)
    heads = [
        block.head
        for page in made_up.pages.values()
        for section in page.sections
        for block in section.body
        if block.head
    ]
    assert heads and not [head for head in heads if " ".join(head) not in words]
    key = f"{say('cost')} {next(iter(made_up.costs.values())).name}"
    assert key in words


def test_what_is_left_out_of_it_is_left_out_whole(site: Path) -> None:
    """A builder looks for the first end of the same kind: what stands behind that would be found again."""
    for name in pages(site):
        for one in page(site, name).root.iter():
            if one.get("data-search-exclude") is not None:
                assert not list(behind(one, one.tag)), name
    assert not [row for row in rows(site) if say("bar_listen") in row[2].split()[:3]]


def test_it_says_the_words_of_this_guide(tab: Tab) -> None:
    """The frame that it stands in is the theme's, and so would its words be."""
    field = tab.get_by_role("textbox", name=say("search"))
    expect(field).to_have_attribute("placeholder", say("search"))
    said = tab.locator(".mk-site-search__said")
    expect(said).to_have_text(say("search_empty"))
    field.fill("zzzzqqq")
    expect(said).to_have_text(say("search_none"))
    field.fill(MANY)
    expect(said).to_have_text(like("search_found_other"))
    more = tab.locator(".mk-site-search__more summary").filter(has_not_text=say("search_more_one")).first
    assert like("search_more_other").match(more.inner_text())
    field.fill(TITLE + " zzzzqqq")
    expect(tab.locator(".mk-site-search__missing").first).to_contain_text(say("search_missing"))
    assert "undefined" not in tab.locator(".mk-site-search").inner_html()


@in_one
def test_the_arrow_keys_walk_and_escape_closes(tab: Tab) -> None:
    look_for(tab, MANY)
    expect(tab.locator(".mk-site-search__item").first).to_be_visible()
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        tab.keyboard.press(key)
    assert tab.evaluate("() => document.activeElement === document.querySelector('.mk-site-search__link')")
    tab.keyboard.type("s")
    expect(tab.get_by_role("textbox", name=say("search"))).to_be_focused()  # whoever types goes on with the words
    tab.keyboard.press("Escape")
    expect(tab.locator("#__search")).not_to_be_checked()


@in_one
@pytest.mark.parametrize(
    "words",
    ["zzzzqqq", "<b>tea</b>", "__proto__", "constructor", "%E0%A4%A", "\\", "(" * 50, "the " * 2000, "🧶", "اجتماع"],
)
def test_odd_words_break_nothing(words: str, tab: Tab) -> None:
    look_for(tab, words)
    said = tab.locator(".mk-site-search__said")
    expect(said).not_to_have_text("")
    expect(said).not_to_have_text("Initializing search")
    at_rest(tab)
    assert not tab.locator(".mk-site-search__list b").count(), "what is typed is text"
    look_for(tab, TITLE)
    expect(tab.locator(".mk-site-search__list mark").first).to_be_visible()


@in_one
def test_a_finger_opens_it_and_goes_back_to_where_the_page_was(tab: Tab) -> None:
    tab.set_viewport_size({"width": 360, "height": 740})
    tab.evaluate("() => scrollTo(0, 300)")
    box = tab.locator("label[for=__search].md-header__button").bounding_box()
    assert box
    tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)  # what finds a place scrolls to it
    look_for(tab, TITLE)
    expect(tab.locator(".mk-site-search__list mark").first).to_be_visible()
    tab.locator(".mk-site-search__sign").click()
    expect(tab.locator("#__search")).not_to_be_checked()
    tab.wait_for_function("() => Math.abs(scrollY - 300) < 3")
    at_rest(tab)
    assert abs(tab.evaluate("() => scrollY") - 300) < 3


@in_one
def test_a_search_without_a_network_works_when_there_is_one_again(tab: Tab) -> None:
    tab.route(f"**/{INDEX}", lambda route: route.abort())
    with tab.expect_event("requestfailed"):
        look_for(tab, MANY)
    tab.unroute(f"**/{INDEX}")
    tab.keyboard.press("Escape")
    tab.get_by_role("textbox", name=say("search")).click()
    expect(tab.locator(".mk-site-search__list mark").first).to_be_visible()


def test_a_copy_on_a_disk_is_searched_too(copy: Path, chrome: Browser) -> None:
    with chrome.new_context(viewport={"width": 1280, "height": 800}) as context:
        tab = context.new_page()
        tab.goto((copy / "glossary" / "index.html").as_uri())
        look_for(tab, TITLE)
        expect(tab.locator(".mk-site-search__list mark").first).to_be_visible()
        tab.keyboard.press("Enter")
        tab.wait_for_url(re.compile(rf"file:.*/{STAGE}(-easy)?/index[.]html"))
        expect(tab.locator("article h2 mark").first).to_be_visible()


def test_a_site_whose_pages_ask_for_the_theme_keeps_its_scripts(tmp_path: Path, made_up: Guide) -> None:
    (tmp_path / "assets" / "javascripts").mkdir(parents=True)
    (tmp_path / "index.html").write_text('<script src="assets/javascripts/bundle.js"></script>', encoding="utf-8")
    drop_scripts_of_theme(tmp_path)
    index(tmp_path, made_up)  # without an index nothing happens
    assert (tmp_path / "assets" / "javascripts").is_dir() and not (tmp_path / INDEX).exists()
    (tmp_path / "index.html").write_text('<p data-md-component="skip">a<p data-md-component="toc">b', encoding="utf-8")
    drop_scripts_of_theme(tmp_path)
    assert not (tmp_path / "assets" / "javascripts").exists()
    left = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert left == '<p>a<p data-md-component="toc">b', "what a script of the guide reads stays"


@in_one
def test_other_words_find_the_page_first_whole_or_half_typed_and_no_page_shows_them(
    tab: Tab, site: Path, made_up: Guide
) -> None:
    (one,) = made_up.asked
    for words in (one.words[0], one.words[0][:-2], one.words[1], f"{one.words[1]} meaning", one.words[1].upper()):
        look_for(tab, words)
        best = tab.locator(".mk-site-search__list [data-best]").first
        expect(best).to_have_attribute("href", re.compile(r"/later-days/[?].*#listening$"))
    look_for(tab, "in")  # one of the words of a name is not the name
    expect(tab.locator(".mk-site-search__list [data-best]").first).not_to_have_attribute(
        "href", re.compile("#listening$")
    )
    pages = [page.read_text(encoding="utf-8") for page in site.rglob("*.html")]
    assert not [page for page in pages if one.words[0] in re.sub(r"<[^>]*>", "", page)]


@in_one
def test_a_result_shows_what_was_asked_for_and_not_all_of_a_mark(tab: Tab, made_up: Guide) -> None:
    mark = made_up.marks["listening"]
    best = tab.locator(".mk-site-search__list [data-best]").first
    look_for(tab, made_up.asked[0].words[0])
    expect(best).to_contain_text(mark.meaning)
    expect(best).not_to_contain_text(mark.ladders[0].say)
    look_for(tab, mark.ladders[0].say)
    whole = tab.locator(".mk-site-search__list a[href*='/later-days/?'][href$='#listening']")
    expect(whole).to_contain_text(mark.ladders[0].say)
    expect(whole.locator("li").filter(has_not=tab.locator("mark"))).to_have_count(0)


def test_a_page_that_is_no_part_of_the_search_is_found_by_its_other_words(tmp_path: Path, made_up: Guide) -> None:
    guide = replace(made_up, asked=(replace(made_up.asked[0], finds="[Results](page:results), [Web](https://a.b)"),))
    for place, expected in (("use/", "results/"), ("use.html", "results.html")):
        (tmp_path / "search.json").write_text(
            json.dumps({"items": [{"location": place, "title": "Use", "text": "Words"}]}), encoding="utf-8"
        )
        index(tmp_path, guide)
        rows = json.loads((tmp_path / INDEX).read_text(encoding="utf-8").partition("=")[2].rstrip(";\n"))
        page = guide.pages["results"]
        assert rows[1] == [expected, page.title, page.lead, [[words, 0] for words in guide.asked[0].words]]


def test_the_first_of_several_places_is_the_best(made_up: Guide) -> None:
    guide = replace(made_up, asked=(replace(made_up.asked[0], finds="[One](page:use), then [two](mark:listening)"),))
    found = asked(guide)
    assert found[Target("use.md")][0] == ["zzwheels", 0] and found[Target("later-days.md", "listening")][0][1] == 1


def test_words_that_lead_nowhere_get_their_sentence_and_a_layer_has_its_own(tmp_path: Path) -> None:
    path = small_guide(tmp_path) / "marks" / "search.yml"
    path.write_text('tea:\n  words: [tea]\n  finds: "[Tea](mark:say-helo)"\n', encoding="utf-8")
    _, problems = loader.check(tmp_path)
    assert [(one.rule, one.place.file) for one in problems] == [("unknown-mark", "marks/search.yml")]
    path.write_text('tea:\n  words: [tea]\n  finds: "[Tea](mark:say-hello)"\n', encoding="utf-8")
    own = tmp_path / "marks" / "local" / "search.yml"
    own.parent.mkdir(exist_ok=True)
    own.write_text('tea:\n  hide: true\nbuns:\n  words: [buns]\n  finds: "[Buns](page:use)"\n', encoding="utf-8")
    assert [one.id for one in loader.load(tmp_path).asked] == ["buns"]
