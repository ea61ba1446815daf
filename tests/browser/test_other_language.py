"""Does a guide in two languages lead from each page to the same place in the other, and keep what people wrote?

The made-up guide with a made-up language that is written from right to left.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from macros.content import loader
from tests import shared
from tests.conftest import whole
from tests.content.test_languages import made_up_word
from tests.content.test_languages import whole as translate_all
from tests.guide_data import LANGUAGE
from tests.shared import ONE_ENGINE
from tests.words import say

TAG = "he"
SHEET = "later-days-sheet"
LEFT = ("keep_tab",)  # a word that a script says


def two_languages(project: Path) -> None:
    """Give a project the made-up guide, and every text of it in a second language, but for the title of one mark and
    a word that a script says."""
    shared.made_up(project)
    path = project / "marks" / "guide.yml"
    path.write_text(path.read_text(encoding="utf-8") + f"languages: [{TAG}]\n", encoding="utf-8")
    (project / "marks" / "languages" / TAG).mkdir(parents=True)
    translate_all(project, TAG)
    mark = project / "marks" / "languages" / TAG / "later-days" / "listening.yml"
    leave_out(mark, "title")
    leave_out(project / "marks" / "languages" / TAG / "words.yml", *LEFT)


def leave_out(path: Path, *names: str) -> None:
    """Take translations out of a file again."""
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf"(?m)^(?:{'|'.join(names)}):\n(  .*\n)+", "", text), encoding="utf-8")


@pytest.fixture(scope="session", params=ONE_ENGINE)
def two(request: pytest.FixtureRequest, base: Path) -> Path:
    """Its site."""
    return whole(shared.built(request.param, base, "two-languages", two_languages))


@pytest.fixture(scope="session")
def top(two: Path) -> Iterator[str]:
    """Where it is served."""
    with shared.served(two) as address:
        yield address


@pytest.fixture
def tab(chrome: Browser) -> Iterator[Tab]:
    """A phone."""
    with chrome.new_context(viewport={"width": 360, "height": 780}, reduced_motion="reduce") as context:
        yield context.new_page()


def test_every_page_is_there_in_both_and_says_its_language(two: Path) -> None:
    ways = {language: {path.parent.name for path in (two / language).glob("*/index.html")} for language in ("", TAG)}
    assert ways[TAG] and ways[""] - {TAG} == ways[TAG]
    for language, said in ((".", f'<html lang="{LANGUAGE}"'), (TAG, f'<html lang="{TAG}" dir="rtl"')):
        for path in (two / language).glob("*/index.html"):
            assert path.parent.name == TAG or said in path.read_text(encoding="utf-8"), path
    assert not (two / TAG / "404.html").exists() and not (two / TAG / "_headers").exists()


def test_a_page_leads_to_the_same_place_in_the_other_language_and_back(tab: Tab, top: str) -> None:
    for page in ("", "later-days/#listening", f"{SHEET}/#listening", "use/#scale", "choose/"):
        tab.goto(top + page)
        tab.locator(f".mk-bar [hreflang={TAG}]").click()
        expect(tab).to_have_url(f"{top}{TAG}/{page}")
        expect(tab.locator("html")).to_have_attribute("dir", "rtl")
        tab.locator(f".mk-bar [hreflang={LANGUAGE}]").click()
        expect(tab).to_have_url(top + page)


def test_what_is_not_translated_is_marked_where_it_stands(tab: Tab, top: str, two: Path) -> None:
    tab.goto(f"{top}{TAG}/later-days/")
    expect(tab.locator(f"h2#listening > [lang={LANGUAGE}]")).to_have_count(1)
    expect(tab.locator(f".md-nav__link[href='#listening'] [lang={LANGUAGE}]").first).to_have_count(1)
    assert tab.locator("h1 [lang]").count() == 0


def test_what_a_script_says_untranslated_tells_its_language_as_long_as_it_stands_there(tab: Tab, top: str) -> None:
    tab.goto(f"{top}{TAG}/{SHEET}/")
    where = tab.locator(".mk-project-panel [data-where]")
    expect(where).to_have_text(say("keep_tab"))
    expect(where).to_have_attribute("lang", LANGUAGE)
    tab.locator("[of='mark/listening'] textarea").first.fill("Words of Person A")
    tab.locator("[data-keep]").click()
    expect(where).to_have_text(made_up_word(say("keep_device")))
    expect(where).not_to_have_attribute("lang", re.compile(""))
    assert "foreign-words" not in tab.goto(f"{top}{SHEET}/").text()  # type: ignore[union-attr]


def test_a_page_names_no_untranslated_word_that_its_scripts_do_not_have(two: Path) -> None:
    """One did, and no script of it ran."""
    pages = [path.read_text(encoding="utf-8") for path in sorted((two / TAG).glob("*/index.html"))]
    found = [
        json.loads(one) for text in pages for one in re.findall(r'id="sheet--facts">(.*?)</script>', text, re.DOTALL)
    ]
    assert len(found) > 4 and any("foreign" in one for one in found)
    assert not [
        name for one in found for name in one.get("foreign", {"words": []})["words"] if name not in one["words"]
    ]


def test_the_print_room_is_there_in_the_other_language(tab: Tab, top: str) -> None:
    tab.goto(f"{top}{TAG}/print/")
    expect(tab.locator("mk-print-room")).to_be_visible()


def test_whoever_wrote_on_a_sheet_comes_to_the_same_mark_in_the_other_language(tab: Tab, top: str) -> None:
    tab.goto(f"{top}{SHEET}/")
    tab.locator("[of='mark/build-trust'] textarea").first.fill("Words of Person A")
    tab.locator(f".mk-bar [hreflang={TAG}]").click()
    expect(tab).to_have_url(f"{top}{TAG}/{SHEET}/#build-trust")
    expect(tab.locator("h2#build-trust")).to_be_in_viewport()


@pytest.mark.parametrize("page", ["", "later-days/", f"{SHEET}/", "lake/", "results/", "later-days-my-scores/"])
def test_a_page_from_right_to_left_fits_a_phone(tab: Tab, top: str, page: str) -> None:
    tab.goto(f"{top}{TAG}/{page}")
    assert tab.evaluate("getComputedStyle(document.querySelector('.md-content')).direction") == "rtl"
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    bar = tab.locator(".mk-bar__part").first.bounding_box()
    assert bar and bar["x"] > 180  # the line begins at the right


def test_what_people_write_is_there_in_both_languages(tab: Tab, top: str) -> None:
    tab.goto(f"{top}{SHEET}/")
    field = "[of='mark/listening'] textarea"
    tab.locator(field).first.fill("Words of Person A")
    tab.goto(f"{top}{TAG}/{SHEET}/")
    expect(tab.locator(field).first).to_have_value("Words of Person A")
    tab.locator(field).first.fill("Other words")
    tab.goto(f"{top}{SHEET}/")
    expect(tab.locator(field).first).to_have_value("Other words")


def test_a_code_made_in_one_language_counts_in_the_other(tab: Tab, top: str) -> None:
    tab.goto(f"{top}{TAG}/later-days-my-scores/")
    tab.locator(".mk-square input").first.check(force=True)
    code = re.sub(r"\s", "", tab.locator("[data-code]").inner_text())
    assert re.fullmatch(r"[0-9A-Z-]{4,}", code)
    tab.goto(f"{top}{SHEET}/#scores={code}")
    expect(tab.get_by_role("button", name=say("code_add"))).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.get_by_text(say("code_added", person=say("all_person", n=1), n=1, stage="Later days"))).to_be_visible()


def test_the_address_of_a_language_is_said_to_search_engines(two: Path) -> None:
    guide = loader.load(two.parent)
    assert guide.languages == (TAG,)
    assert (two / TAG / "assets" / "js" / "index.js").is_file()  # a search of its own
