"""Does each source know the places that lean on it?"""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content import loader
from macros.content.model import Guide
from macros.render import links
from macros.render.citations import cited
from tests.shared import ROOT


@pytest.fixture(scope="module")
def guide() -> Guide:
    return loader.load(ROOT)


def test_a_source_of_a_voice_leads_to_the_mark(small: Path) -> None:
    uses = cited(loader.load(small))["BOOK-ONE"]
    assert [(use.title, use.target) for use in uses] == [("Say hello", ("mark", "say-hello"))]


@pytest.mark.own
def test_each_place_stands_once(guide: Guide) -> None:
    for key, uses in cited(guide).items():
        assert len(uses) == len(set(uses)), key


def test_each_source_is_cited_and_each_use_can_be_found(guide: Guide) -> None:
    for key, uses in cited(guide).items():
        assert uses, f"nothing cites {key}"
        for use in uses:
            kind, name, *anchor = use.target
            assert links.target(guide, kind, name, *anchor).page.endswith(".md")


def test_every_kind_of_place_is_looked_at(guide: Guide) -> None:
    kinds = {
        use.target[:2] if use.target[0] == "page" else use.target[0] for uses in cited(guide).values() for use in uses
    }
    assert {"mark", "stage", "word", ("page", "about"), ("page", "use"), ("page", "lake")} <= kinds
