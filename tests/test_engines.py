"""Do both builders give the same guide? Content, ids and links, page by page; and again for a copy to carry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.conftest import whole
from tests.shared import ENGINES, built, pages
from tests.sitepage import Page, classes, elements, links, page, text
from tests.test_built import NAMES


def outline(one: Page) -> Iterator[tuple[str, ...]]:
    """Each element of the main content: its tag, id, own classes, and where it leads."""
    for element in elements(one.article):
        if "headerlink" in classes(element) or element.get("id") == "__skip":  # the frame's, each in its own place
            continue
        goal = one.goal(element.attrib["href"]) if "href" in element.attrib else None
        leads = element.get("href", "") if goal is None else "#".join(goal)
        own = " ".join(name for name in classes(element) if name.startswith("mk-"))
        yield element.tag, element.get("id", ""), own, leads, _line(element)


def _line(element: Element) -> str:
    return text(element) if element.tag in ("h1", "h2", "h3", "h4", "p", "li", "td", "dd") else ""


@pytest.mark.parametrize("name", NAMES)
def test_both_say_the_same(name: str, both: dict[str, Path]) -> None:
    ours, theirs = (list(outline(page(both[engine], name))) for engine in ENGINES)
    assert ours == theirs and len(ours) > 15


def test_both_have_the_same_pages(both: dict[str, Path]) -> None:
    assert pages(both["mkdocs"]) == pages(both["zensical"])


def test_a_strict_build_has_nothing_to_warn_of(site: Path) -> None:
    said = site.parent.with_suffix(".txt").read_text(encoding="utf-8")
    assert "exit status 0" in said and "All is well" in said
    assert not [line for line in said.splitlines() if "WARN" in line.upper() or "ERROR" in line.upper()]


def to_carry(project: Path) -> None:
    """Let links name files, so that the site can be opened from a disk without a server."""
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert text.count("!ENV [DIRECTORY_URLS, true]") == 1
    settings.write_text(text.replace("!ENV [DIRECTORY_URLS, true]", "false"), encoding="utf-8")


@pytest.fixture(scope="session")
def carried(engine: str, base: Path) -> Path:
    """Such a site."""
    return whole(built(engine, base, "carried", to_carry))


def test_links_of_a_copy_to_carry_name_files(carried: Path) -> None:
    lost, seen = [], 0
    for name in pages(carried):
        if name == "404.html":  # a server shows it; from a disk nobody meets it
            continue
        one = page(carried, name)
        for address in links(one.article):
            if address.startswith(("https://", "http://", "mailto:")):
                continue
            path = address.partition("#")[0]
            goal = one.goal(address)
            assert goal is not None
            seen += 1
            there = carried / goal[0]
            if (path and not path.endswith(".html")) or not there.is_file() or (
                    goal[1] and goal[1] not in page(carried, goal[0]).anchors):
                lost.append(f"{name}: {address}")
    assert not lost and seen > 1000
