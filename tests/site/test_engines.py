"""Do all builders give the same guide? Content, ids and links, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.conftest import usable, whole
from tests.shared import BUILDERS, built, made_up_project, pages, run, seldom
from tests.site.test_built_site import NAMES
from tests.sitepage import Page, classes, elements, page, text

pytestmark = pytest.mark.built


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


@pytest.fixture(scope="session")
def first(base: Path) -> Path:
    """The site as MkDocs builds it."""
    return whole(built(BUILDERS[0], base))


@pytest.fixture(scope="session", params=[BUILDERS[1], *map(seldom, BUILDERS[2:])])
def other(request: pytest.FixtureRequest, base: Path) -> Path:
    """The site as each of the others builds it."""
    return whole(built(usable(request.param), base))


@pytest.mark.own
@pytest.mark.parametrize("name", NAMES)
def test_each_says_the_same(name: str, first: Path, other: Path) -> None:
    ours, theirs = (list(outline(page(site, name))) for site in (first, other))
    assert ours == theirs and len(ours) > 15


@pytest.mark.own
def test_each_has_the_same_pages(first: Path, other: Path) -> None:
    assert pages(first) == pages(other)


def test_the_third_builder_stops_at_a_page_that_calls_nothing(tmp_path: Path) -> None:
    project = made_up_project(tmp_path)
    lake = project / "docs" / "lake.md"
    lake.write_text(lake.read_text(encoding="utf-8").replace("{{ lake() }}", "{{ lakes }}"), encoding="utf-8")
    done = run("-m", "macros", "build", "--engine", "properdocs", cwd=project)
    assert done.returncode and not (project / "site").exists() and "lakes" in done.stdout


def test_a_strict_build_has_nothing_to_warn_of(own_site: Path) -> None:
    said = own_site.parent.with_suffix(".txt").read_text(encoding="utf-8")
    assert "exit status 0" in said and "All is well" in said
    assert not [line for line in said.splitlines() if "WARN" in line.upper() or "ERROR" in line.upper()]
