"""How heavy is the guide for somebody who has never been here? Bytes as they travel, and requests, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.content import loader
from macros.site.search_index import INDEX
from tests import shared
from tests.shared import ROOT
from tests.site.test_built_site import FIRST, NAMES
from tests.weigh import KB, Packing, packed, visit

HEAVIEST = 100 * KB
MARKS, A_MARK = 42, 600  # a page that holds every mark may weigh so much more for each that a copy has beyond these
MOST_REQUESTS = 13


@pytest.fixture(scope="session")
def site(own_site: Path) -> Path:
    """The guide of this copy is looked at here."""
    return own_site


@pytest.fixture(scope="session")
def address(own_site: Path) -> Iterator[str]:
    """Where a site is served packed."""
    with shared.served(own_site, Packing) as where:
        yield where


OF_ALL_MARKS = "choose/index.html"
# Both builders make the same pages in a frame of their own: all are weighed in one, each kind in the other.
KINDS = [
    "index.html",
    f"{FIRST}/index.html",
    f"{FIRST}-easy/index.html",
    f"{FIRST}-sheet/index.html",
    "lake/index.html",
    "404.html",
]
WEIGHED = [("mkdocs", name) for name in [*NAMES, "404.html"]] + [("zensical", name) for name in KINDS]


@pytest.mark.parametrize(("engine", "name"), WEIGHED, indirect=["engine"])
def test_a_first_visit_is_light(name: str, site: Path, address: str, chrome: Browser) -> None:
    seen = visit(chrome, site, address, name)
    most = HEAVIEST + (A_MARK * max(0, len(loader.load(ROOT).marks) - MARKS) if name == OF_ALL_MARKS else 0)
    assert seen.weight <= most, seen.told()
    assert len(seen.page) <= MOST_REQUESTS, seen.told()
    assert not seen.hosts, "another host was asked"
    # It did look: the page, the styles of the theme and ours, two scripts and both weights of the letters.
    assert len(seen.page) >= 8 and seen.weight > 40 * KB, seen.told()
    assert not [path for path in seen.page if "-ext-" in path], "letters that no page has"


def test_the_search_is_light(site: Path) -> None:
    assert 20 * KB < len(packed(site / INDEX)) <= HEAVIEST
