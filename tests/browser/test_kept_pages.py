"""Does a site that was visited open without a network, whole and of one edition, and go when a guide switches it off?"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Error as Refused
from playwright.sync_api import Page as Tab

from macros.site import kept_pages
from macros.site.needed import pages
from tests.editions import PATH, Host, edition, hosted
from tests.shared import ENGINES, ROOT
from tests.sheets import answer, kept, said
from tests.visits import visitor
from tests.words import say

pytestmark = pytest.mark.parametrize("engine", ENGINES[:1], indirect=True)
SHEET = "later-days-sheet/"


@pytest.fixture
def host(made_up_site: Path, tmp_path: Path) -> Iterator[Host]:
    """Where the first edition is published."""
    with hosted(edition(made_up_site, "one", tmp_path / "one")) as found:
        yield found


@pytest.fixture
def context(chrome: Browser) -> Iterator[BrowserContext]:
    """Somebody who was never here. No script may stumble, and nothing may be refused by a page's own rules."""
    with visitor(chrome) as found:
        found.add_init_script(
            "addEventListener('securitypolicyviolation', one => { throw new Error(one.blockedURI); })"
        )
        yield found


@pytest.fixture
def tab(context: BrowserContext) -> Tab:
    """A page."""
    return context.new_page()


def status(tab: Tab) -> Any:
    """What is said of the kept pages."""
    return tab.locator("mk-kept-pages [data-said]")


def visit(tab: Tab, host: Host, count: int | None = None) -> None:
    """Open the page that tells of it, and wait until all is kept."""
    tab.goto(f"{host.address}use/")
    expect(status(tab)).to_have_text(say("kept_whole", n=count or len(pages(host.site))))


def editions(tab: Tab) -> set[str]:
    """Which editions this page is of, and each script in it."""
    found: list[str] = tab.evaluate("() => [document.documentElement.dataset.edition, ...marks.editions]")
    return set(found)


def test_a_sheet_says_in_one_line_that_the_room_is_ready(tab: Tab, host: Host) -> None:
    tab.goto(f"{host.address}{SHEET}")
    line = tab.locator("mk-kept-line")
    expect(line).to_have_text(say("kept_whole", n=len(pages(host.site))))
    expect(line).to_be_visible()
    tab.goto(f"{host.address}use/")
    tab.get_by_role("button", name=say("kept_take")).click()
    expect(status(tab)).to_have_text(say("kept_away"))
    tab.goto(f"{host.address}{SHEET}")
    expect(line).to_be_attached()
    expect(line).to_be_hidden()


def look_for(tab: Tab, words: str) -> None:
    """Turn to the search, which fetches what it needs only then."""
    tab.locator(".mk-site-search__input").click()
    tab.keyboard.type(words)
    expect(tab.locator(".mk-site-search__list mark").first).to_be_visible()


def name_of(site: Path) -> str:
    """What the worker of a site calls its edition."""
    found = re.search(r'EDITION="(\w+)"', (site / kept_pages.WORKER).read_text(encoding="utf-8"))
    assert found
    return found[1]


def held(tab: Tab, site: Path) -> set[str]:
    """The paths that are kept of the edition of a site."""
    name = f"marks {tab.evaluate('() => new URL(marks.root, location).href')} {name_of(site)}"
    addresses: list[str] = tab.evaluate(
        """async (name) => !(await caches.has(name)) ? [] :
          (await (await caches.open(name)).keys()).map(({ url }) => url)""",
        name,
    )
    return {address.split(f"/{PATH}")[1] for address in addresses if "?" not in address}


def until(tab: Tab, script: str, *given: str) -> None:
    """Wait until a page's promise is kept."""
    for _ in range(100):
        if tab.evaluate(script, *given):
            return
        tab.wait_for_timeout(100)
    raise AssertionError(script)


def comes(tab: Tab, site: Path) -> None:
    """Wait until the edition of a site is there: a browser asks for it some time after a page."""
    until(
        tab,
        """async (name) => {
          for (const one of await caches.keys())
            if (one.endsWith(name) && (await (await caches.open(one)).keys()).some(({ url }) => url.endsWith("?whole")))
              return !(await navigator.serviceWorker.getRegistration()).installing; }""",
        name_of(site),
    )


def publish(host: Host, site: Path) -> None:
    """Put another edition in the place of the one that a host shows."""
    host.site = site
    host.files()


def rest(context: BrowserContext, tab: Tab) -> None:
    """A browser ends a worker that has nothing to do."""
    asked = context.new_cdp_session(tab)
    asked.send("ServiceWorker.enable")
    asked.send("ServiceWorker.stopAllWorkers")
    asked.detach()


def test_a_visited_site_is_read_searched_and_filled_in_without_a_network(
    host: Host, context: BrowserContext, tab: Tab
) -> None:
    visit(tab, host)
    assert set(host.files()) >= {"", "use/", SHEET, "assets/js/index.js", "sw.js"}
    assert not [path for path in host.files() if path.endswith((".zip", ".png", ".map", "guide.json", "404.html"))]
    context.set_offline(True)
    for path, address in {
        "": "",
        "glossary/": "glossary/",
        "glossary/index.html": "glossary/index.html",
        "glossary": "glossary/",
        "lake/?h=tea#early-days": "lake/?h=tea#early-days",
        "voices/": "voices/",
    }.items():
        tab.goto(host.address + path)
        assert tab.url == host.address + address and editions(tab) == {"one"}
    look_for(tab, "meaning")
    tab.goto(host.address + SHEET)
    answer(tab, "ladders", "Tea first")
    kept(tab)
    tab.reload()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    with pytest.raises(Refused):
        tab.goto(f"{host.address}nowhere/")
    assert host.files() == []


def test_nothing_is_kept_of_a_site_on_this_computer(address: str, tab: Tab) -> None:
    tab.goto(f"{address}use/", wait_until="load")
    expect(tab.locator(".mk-copy a")).to_be_visible()
    expect(tab.locator("mk-kept-pages")).to_be_hidden()
    assert tab.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_an_update_that_comes_by_half_changes_nothing_until_it_is_whole(
    host: Host, made_up_site: Path, context: BrowserContext, tab: Tab, tmp_path: Path
) -> None:
    visit(tab, host)
    old, new = host.site, edition(made_up_site, "two", tmp_path / "two")
    host.fails = lambda path: path.startswith("assets/js/elements/")
    worker = new / kept_pages.WORKER
    worker.write_text(worker.read_text(encoding="utf-8").replace("AN_HOUR=3600000", "AN_HOUR=1000"), encoding="utf-8")
    publish(host, new)
    tab.goto(host.address)
    until(tab, "async () => (await caches.keys()).length === 3")  # two editions, and notes
    for path in ("", SHEET, "use/"):
        tab.goto(host.address + path)
        assert editions(tab) == {"one"}
    expect(status(tab)).to_have_text(say("kept_whole", n=len(pages(old))))
    context.set_offline(True)
    tab.goto(f"{host.address}glossary/")
    look_for(tab, "meaning")
    assert editions(tab) == {"one"}
    context.set_offline(False)
    rest(context, tab)
    half = held(tab, new)
    assert half and len(half) < len(held(tab, old))
    host.fails = lambda path: False
    host.files()
    tab.goto(host.address)
    comes(tab, new)
    assert editions(tab) == {"one"}
    assert not half & set(host.files()), "it begins where it ended"
    tab.goto(f"{host.address}glossary/")
    look_for(tab, "meaning")
    assert editions(tab) == {"two"}
    assert len(held(tab, new)) > len(half)
    for _ in range(30):  # pages that were left an hour ago need the first one no more
        tab.goto(host.address)
        if not held(tab, old):
            break
        tab.wait_for_timeout(200)
    assert not held(tab, old)


def test_a_page_goes_on_with_the_edition_that_it_came_from(
    host: Host, made_up_site: Path, context: BrowserContext, tab: Tab, tmp_path: Path
) -> None:
    visit(tab, host)
    tab.goto(f"{host.address}glossary/")
    publish(host, edition(made_up_site, "two", tmp_path / "two"))
    other = context.new_page()
    other.goto(host.address)
    comes(other, host.site)
    other.goto(host.address)
    assert editions(other) == {"two"}
    rest(context, other)  # what it knew by heart is forgotten
    look_for(tab, "meaning")
    assert editions(tab) == {"one"}
    look_for(other, "meaning")
    assert editions(other) == {"two"}
    assert not [path for path in host.files() if path.endswith("index.js")][1:], "the worker alone asked for it"
    tab.reload()
    assert editions(tab) == {"two"}


def test_a_page_from_the_network_goes_on_with_the_network(
    host: Host, made_up_site: Path, context: BrowserContext, tab: Tab, tmp_path: Path
) -> None:
    visit(tab, host)
    new = edition(made_up_site, "two", tmp_path / "two")
    (new / "fresh").mkdir()
    shutil.copy(new / "glossary" / "index.html", new / "fresh")
    host.fails = lambda path: path == "voices/"
    publish(host, new)
    tab.goto(f"{host.address}fresh/")  # the edition that is kept has no such page
    look_for(tab, "meaning")
    assert editions(tab) == {"two"}


def test_what_else_is_on_a_host_is_left_alone(host: Host, tab: Tab) -> None:
    visit(tab, host)
    (host.site / "blog").mkdir()
    (host.site / "blog" / "index.html").write_text("<p>Ours", encoding="utf-8")
    for name in ("blog/", "constructor", "guide.json"):
        with tab.expect_response(f"{host.address}{name}") as waiting:
            tab.goto(host.address + name)
        assert not waiting.value.from_service_worker and waiting.value.ok == (name != "constructor")


def test_a_file_that_a_host_changes_or_has_not_yet_is_not_kept(host: Host, tab: Tab) -> None:
    page = host.site / "voices" / "index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("</body>", "<i>as it was a minute ago</i></body>"), encoding="utf-8"
    )
    tab.goto(f"{host.address}use/")
    expect(status(tab)).to_have_text(say("kept_none"))
    assert held(tab, host.site) and "voices/" not in held(tab, host.site)
    tab.goto(f"{host.address}voices/")
    assert "as it was a minute ago" in tab.content()


@pytest.mark.parametrize("saves", ["saveData: true", "saveData: false, effectiveType: '2g'"])
def test_who_saves_data_is_asked_and_what_is_kept_can_be_taken_away(
    host: Host, context: BrowserContext, tab: Tab, saves: str
) -> None:
    worker = host.site / kept_pages.WORKER
    given = f"Object.defineProperty(navigator, 'connection', {{ value: {{ {saves} }} }});"
    worker.write_text(given + worker.read_text(encoding="utf-8"), encoding="utf-8")
    tab.goto(f"{host.address}use/")
    expect(status(tab)).to_have_text(say("kept_none"))
    tab.goto(f"{host.address}use/")
    assert not held(tab, host.site)
    keep, take = (tab.locator(f"mk-kept-pages [data-{name}]") for name in ("keep", "take"))
    expect(keep).to_have_text(re.compile(r"\d[.,]\d"))
    keep.focus()
    tab.keyboard.press("Enter")
    expect(status(tab)).to_have_text(say("kept_whole", n=len(pages(host.site))))
    expect(status(tab)).to_be_focused()
    tab.keyboard.press("Tab")
    expect(take).to_be_focused()
    tab.keyboard.press("Enter")
    expect(status(tab)).to_have_text(say("kept_away"))
    tab.goto(f"{host.address}glossary/")
    tab.goto(f"{host.address}use/")
    expect(status(tab)).to_have_text(say("kept_away"))
    assert not held(tab, host.site)


def test_a_guide_that_switches_it_off_takes_away_what_was_kept(
    host: Host, made_up_site: Path, context: BrowserContext, tab: Tab, tmp_path: Path
) -> None:
    visit(tab, host)
    with context.new_page() as other:  # a site beside it on the same host
        other.goto(host.address)
        other.evaluate("() => caches.open('of another site')")
    publish(host, edition(made_up_site, "two", tmp_path / "two", is_on=False))
    tab.goto(host.address)
    until(tab, "async () => (await caches.keys()).length === 1")
    until(tab, "async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
    tab.reload()
    expect(tab.locator("html")).to_have_attribute("data-edition", "two")
    assert tab.evaluate("() => caches.keys()") == ["of another site"]
    assert tab.evaluate("() => navigator.serviceWorker.controller") is None


def test_what_shows_edits_takes_away_what_was_kept(host: Host, tab: Tab) -> None:
    visit(tab, host)
    shutil.copy(ROOT / "overrides" / kept_pages.WORKER, host.site)
    tab.goto(host.address)
    until(tab, "async () => (await caches.keys()).length === 0")
    until(tab, "async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
    assert tab.evaluate("() => caches.keys()") == []
