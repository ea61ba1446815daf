"""Does somebody who comes to an address that leads nowhere find words, and the way home?"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.site.not_found import PAGE, say_missing
from tests.words import say, words


def test_the_page_says_what_it_is_and_leads_home(site: Path, address: str, chrome: Browser) -> None:
    tab = chrome.new_page()
    tab.goto(address + PAGE)
    expect(tab.get_by_role("heading", level=1)).to_have_text(say("missing_title"))
    expect(tab.get_by_text(say("missing_says"))).to_be_visible()
    home = tab.get_by_role("link", name=say("missing_home"))
    expect(tab.get_by_role("textbox", name=say("search"), exact=True)).to_have_attribute("placeholder", say("search"))
    assert home.get_attribute("href") == tab.locator(".md-header .md-logo").get_attribute("href")
    tab.close()


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ('<a href="/guide/" class="md-header__button md-logo"></a><h1>404 - Not found</h1>', 'href="/guide/"'),
        ("<h1>404 - Not found</h1>", 'href="/"'),  # a frame without a logo
    ],
)
def test_the_way_home_is_that_of_the_logo(text: str, link: str, tmp_path: Path) -> None:
    (tmp_path / PAGE).write_text(text, encoding="utf-8")
    say_missing(tmp_path, {**words(), "missing_title": r"Not <here> \1"})
    said = (tmp_path / PAGE).read_text(encoding="utf-8")
    assert link in said.split("<h1", 1)[1] and r"Not &lt;here&gt; \1" in said and "404" not in said


def test_a_site_without_such_a_page_gets_none(tmp_path: Path) -> None:
    say_missing(tmp_path, words())
    assert not list(tmp_path.iterdir())
