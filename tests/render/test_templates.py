"""Is every template given what it needs, by name, and nothing else?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jinja2 import meta, nodes

from macros.content.model import Guide
from macros.plugin import MACROS
from macros.render.environment import TEMPLATES, environment
from macros.render.glossary_terms import Terms
from macros.render.pages import Pages

# A page for an address that leads nowhere is drawn by another part of the build.
ELEMENTS = sorted(path for path in TEMPLATES.rglob("*.html") if path.parent.name != "pages")
PAGES = sorted(path for path in (TEMPLATES / "pages").glob("*.html") if path.stem != "not_found")


def needs(path: Path) -> set[str]:
    """The names that a template, and what it includes, must be given from outside."""
    jinja = environment()
    tree = jinja.parse(path.read_text(encoding="utf-8"))
    included = [one.template.value for one in tree.find_all(nodes.Include) if isinstance(one.template, nodes.Const)]
    inside = [needs(TEMPLATES / name) for name in included]
    return set().union(meta.find_undeclared_variables(tree), *inside) - jinja.globals.keys()


class Told(Pages):
    """Pages that say what they give to which template, and draw nothing."""

    def __init__(self, guide: Guide) -> None:
        super().__init__(replace(guide, email="guide@example.org", kept_pages="all"), lambda goal: goal)
        self.given: dict[str, set[str]] = {}
        self.known = self._known(Terms(self.guide.glossary)).keys()

    def _render(self, template: str, part: str = "", **given: Any) -> str:
        self.given[template.removeprefix("pages/")] = set(given)
        return ""


@pytest.fixture(scope="module")
def told(made_up: Guide) -> Told:
    """What every page gives, once it was asked for."""
    pages = Told(made_up)
    some: dict[str, list[tuple[str, ...]]] = {
        "": [()],
        "stage": [(next(iter(pages.guide.stages)),)],
        "page": [("about",)],
    }
    for name, of in MACROS.items():
        for given in some[of]:
            getattr(pages, name)(*given)
    return pages


@pytest.mark.parametrize("path", ELEMENTS, ids=lambda path: path.stem)
def test_an_element_needs_what_all_know_and_what_it_is_called_with(path: Path, told: Told) -> None:
    assert needs(path) <= told.known | ({"template"} if path.stem == "frame" else set())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_given_what_it_needs_and_nothing_in_vain(path: Path, told: Told) -> None:
    given = told.given[path.name]
    assert needs(path) - told.known == given
    assert not given & told.known


def test_what_all_know_is_used(told: Told) -> None:
    assert told.known <= set().union(*map(needs, (*ELEMENTS, *PAGES)))


@pytest.mark.parametrize("asked", ["defined", "undefined"])
def test_no_template_asks_whether_it_was_given_something(asked: str) -> None:
    trees = (environment().parse(path.read_text(encoding="utf-8")) for path in TEMPLATES.rglob("*.html"))
    assert not [one for tree in trees for one in tree.find_all(nodes.Test) if one.name == asked]
