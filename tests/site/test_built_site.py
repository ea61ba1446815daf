"""Is the built site whole? Links, anchors, headings, search and the way from page to page, in both builders."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from macros.content import layers, loader, site_map, thin_pages
from macros.content.model import Guide
from macros.render import links as where
from macros.render.citations import cited
from macros.site.search_index import INDEX
from tests.conftest import whole
from tests.shared import ONE_ENGINE, ROOT, built, made_up, pages
from tests.sitepage import HEADINGS, Page, classes, elements, links, loads, page, text

SHAPES = ("path", "circle", "rect", "line", "use", "ellipse", "polygon", "polyline", "text")
OWN = loader.load(ROOT)
FIRST = next(iter(OWN.stages))  # a stage that stands for the others
# What a fork's own layer changes of the pages is made when the site is built: docs/ has those of the guide it came from.
SOURCES = sorted(site_map.pages(OWN.stages, site_map.own_pages(OWN.pages)))
LANGUAGES = OWN.languages
NAMES = ["index.html" if name == "index" else f"{name}/index.html" for name in SOURCES]


@pytest.fixture(scope="module")
def site(own_site: Path) -> Path:
    """The guide of this copy is looked at here."""
    return own_site


@pytest.fixture(scope="module")
def guide() -> Guide:
    return OWN


@pytest.fixture(params=[*NAMES, "404.html"])
def one(request: pytest.FixtureRequest, site: Path) -> Page:
    """Each page of each site."""
    return page(site, request.param)


@pytest.fixture(params=NAMES)
def ours(request: pytest.FixtureRequest, site: Path) -> Page:
    """Each page that has content of ours: the theme's page for an address that leads nowhere has none."""
    return page(site, request.param)


def found(site: Path) -> list[list[str]]:
    """What can be found: [place, title, text as HTML] of each part of a page."""
    script = (site / INDEX).read_text(encoding="utf-8")
    rows: list[list[str]] = json.loads(script.removeprefix("marks.index=").removesuffix(";\n"))
    return [row[:3] for row in rows]  # what else people call it stands behind that


def plain(html: str) -> str:
    """The text of a piece of HTML, in one line."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", html))).strip()


def test_each_page_is_there_and_no_other(site: Path) -> None:
    of_languages = [f"{tag}/{name}" for tag in LANGUAGES for name in NAMES]
    assert pages(site) == sorted([*NAMES, "404.html", *of_languages])


def test_every_link_leads_somewhere(one: Page) -> None:
    lost = []
    for address in links(one.root):
        goal = one.goal(address)
        if goal is None:
            if not address.startswith(("https://", "http://", "mailto:")):
                lost.append(address)
            continue
        path, anchor = goal
        if not (one.site / path).is_file():
            lost.append(f"{address}: no {path}")
        elif anchor and path.endswith(".html") and anchor not in page(one.site, path).anchors:
            lost.append(f"{address}: no #{anchor}")
    assert not lost and len(links(one.root)) >= len(NAMES)


def test_everything_a_page_loads_is_there(one: Page) -> None:
    # the page for a lost address looks for its styles above it too, since it may be shown at any depth
    asked = [address for address in loads(one.root) if one.name != "404.html" or not address.startswith("../")]
    goals = [one.goal(address) for address in asked]
    assert None not in goals, asked
    assert not [goal for goal in goals if goal and not (one.site / goal[0]).is_file()]
    assert len(goals) >= 5


def test_styles_ask_nothing_of_another_host(site: Path) -> None:
    asked = []
    for path in sorted(site.rglob("*.css")):
        for address in re.findall(r"(?:url\(|@import)\s*['\"]?([^'\")\s;]+)", path.read_text(encoding="utf-8")):
            if not address.startswith(("data:", "#")):
                asked.append((path, address))
    assert any(address.endswith(".woff2") for _, address in asked)
    assert not [str(path / address) for path, address in asked if not (path.parent / address).resolve().is_file()]


def test_no_id_stands_twice(one: Page) -> None:
    assert not [name for name, count in Counter(one.ids).items() if count > 1]


def test_each_picture_is_drawn(one: Page) -> None:
    """A builder that takes a page for Markdown may move the lines out of a drawing that stands in no block."""
    drawings = [part for part in elements(one.root) if part.tag.rpartition("}")[2] in ("svg", "symbol")]
    empty = [part.attrib for part in drawings if not any(two.tag.rpartition("}")[2] in SHAPES for two in part.iter())]
    assert not empty and drawings


def test_headings_make_an_outline(ours: Page) -> None:
    levels = [int(heading.tag[1]) for heading in elements(ours.article) if heading.tag in HEADINGS]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:])), levels


def test_the_table_of_contents_holds_each_second_heading(ours: Page) -> None:
    navs = [nav for nav in ours.root.iter("nav") if "md-nav--secondary" in classes(nav)]
    listed = {address.partition("#")[2] for nav in navs for address in links(nav)}
    headings = [heading.get("id") for heading in elements(ours.article) if heading.tag == "h2"]
    assert not [name for name in headings if name not in listed]
    assert headings or "<svg" in ours.source  # one great picture, with nothing below it


def test_each_page_names_its_language(one: Page, guide: Guide) -> None:
    assert guide.language.split("-")[0] == one.root.get("lang", "").split("-")[0]


def test_each_page_says_what_it_is_about(site: Path, guide: Guide) -> None:
    said = {
        name: [one.get("content", "") for one in page(site, name).root.iter("meta") if one.get("name") == "description"]
        for name in NAMES
    }
    assert all(len(lines) == 1 and len(lines[0]) > 40 for lines in said.values()), said
    assert len({lines[0] for lines in said.values()}) == len(NAMES), "no two pages are about the same"
    assert said["lake/index.html"] == [guide.pages["lake"].lead]


def test_each_record_has_its_anchor(site: Path, guide: Guide) -> None:
    kinds = {
        "mark": guide.marks,
        "voice": guide.voices,
        "idea": guide.ideas,
        "word": guide.glossary,
        "source": {key: guide.sources[key] for key, uses in cited(guide).items() if uses},
    }
    missing = []
    for kind, records in kinds.items():
        for name in records:
            goal = where.target(guide, kind, name)
            if goal.anchor not in page(site, f"{goal.page[:-3]}/index.html").anchors:
                missing.append(str(goal))
    assert not missing and all(kinds.values())


def strings(value: Any) -> list[str]:
    """Every text in some YAML."""
    if isinstance(value, dict):
        # what an example of a change shows is no text of the guide, and who gave leave for a voice is not printed
        items = (item for name, item in value.items() if name not in ("example", "consent"))
        return [one for item in items for one in strings(item)]
    if isinstance(value, list):
        return [one for item in value for one in strings(item)]
    return [value] if isinstance(value, str) else []


NOT_SEARCHED = ("sheet", "choose", "my-scores", "results", "two-minutes", "example", "print-room", "lake-picture")


def shown(record: dict[str, Any], has_quotes: bool) -> dict[str, Any]:
    """A record as a page says it: a part of a page says one thing or the other of the voices of the guide."""
    if "sections" not in record:
        return record
    parts = [{**one, **one.get("with_quotes", {})} if has_quotes else dict(one) for one in record["sections"]]
    return {
        **record,
        "sections": [{name: said for name, said in one.items() if name != "with_quotes"} for one in parts],
    }


def test_the_search_holds_every_text(site: Path, guide: Guide) -> None:
    everything = " ".join(plain(f"{title} {words}") for _, title, words in found(site))
    missing, count = [], 0
    unused = {key for key, uses in cited(guide).items() if not uses}
    records = layers.read_files(ROOT).records
    has_quotes = any(one.get("kind") == "verbatim" for one in records["quotes"]["quotes"].values())
    for kind, name, record in ((kind, name, one) for kind, found in records.items() for name, one in found.items()):
        # The sheets are left out of the search: they say again what the stages say. So is what is made up.
        if (
            kind in ("words", "guide", "scale", "retired", "everyday", "example", "paper", "search")
            or name in NOT_SEARCHED
        ):
            continue
        told = shown(record, has_quotes)
        for said in strings({key: one for key, one in told.items() if kind != "references" or key not in unused}):
            said = re.sub(r"\[([^]]*)\]\([^)]*\)|\*\*", r"\1", " ".join(said.split()))
            if " " not in said:  # an id, a choice or an address
                continue
            count += 1
            if said not in everything:
                missing.append(f"{kind} {name}: {said}")
    assert not missing and count > 2000


def test_the_search_leads_to_places_that_are_there(site: Path) -> None:
    lost = []
    for place, _, _ in found(site):
        path, _, anchor = place.partition("#")
        name = f"{path}index.html"
        if name not in pages(site) or (anchor and anchor not in page(site, name).anchors):
            lost.append(place)
    assert not lost
    assert not [place for place, _, _ in found(site) if "-sheet" in place]


def test_the_search_knows_easy_titles_and_leads_to_easy_read(site: Path, guide: Guide) -> None:
    known = {place: plain(f"{title} {words}") for place, title, words in found(site)}
    for mark in guide.marks.values():
        easy, full = (known[f"{mark.stage}{view}/#{mark.id}"] for view in ("-easy", ""))
        assert easy.startswith(mark.easy_title) and all(one.say in easy for one in mark.easy)
        assert " ".join(one.say for one in mark.easy) not in full, "once is enough"


def test_next_and_previous_follow_the_order(site: Path) -> None:
    menu = thin_pages.menu(OWN.stages, OWN.words, own=site_map.own_pages(OWN.pages))
    order = [name.removesuffix(".md") for name in re.findall(r"- ([\w-]+\.md)$", menu, re.MULTILINE)]
    walked = ["index.html"]
    while True:
        here = page(site, walked[-1])
        onward = [link for link in here.root.iter("a") if "md-footer__link--next" in classes(link)]
        if not onward:
            break
        goal = here.goal(onward[0].attrib["href"])
        assert goal is not None
        back = [link for link in page(site, goal[0]).root.iter("a") if "md-footer__link--prev" in classes(link)]
        assert page(site, goal[0]).goal(back[0].attrib["href"]) == (walked[-1], "")
        walked.append(goal[0])
    assert walked == ["index.html" if name == "index" else f"{name}/index.html" for name in order]
    stages = list(OWN.stages)
    first = order.index(stages[0])
    assert order[first : first + len(stages)] == stages


def test_a_stage_shows_its_marks_in_their_order(site: Path, guide: Guide) -> None:
    for stage in guide.stages.values():
        article = page(site, f"{stage.id}/index.html").article
        headings = [heading.get("id") for heading in elements(article) if heading.tag == "h2"]
        assert [name for name in headings if name in guide.marks] == [mark.id for mark in stage.marks]
        shown = text(article)
        assert not [mark.title for mark in stage.marks if mark.title not in shown]


ADDRESS = "mary-anne.o'hara+marks@office.example.org"


@pytest.mark.parametrize("engine", ONE_ENGINE, indirect=True)
def test_the_about_page_says_where_to_write_when_the_guide_has_an_address(engine: str, base: Path, site: Path) -> None:
    def with_address(project: Path) -> None:
        made_up(project)
        path = project / "marks" / "guide.yml"
        path.write_text(f"{path.read_text(encoding='utf-8')}email: {ADDRESS}\n", encoding="utf-8")

    about = page(whole(built(engine, base, "with-an-address", with_address)), "about/index.html")
    (link,) = [one for one in about.root.iter("a") if one.get("href", "").startswith("mailto:")]
    assert link.get("href") == f"mailto:{ADDRESS}" and text(link) == ADDRESS
    assert about.ids.count("contact") == 1 and not about.errors
    silent = page(site, "about/index.html")  # our own guide has none
    assert "mailto:" not in silent.source and "contact" not in silent.ids
