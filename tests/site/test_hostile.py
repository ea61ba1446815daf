"""Is whatever people write only ever text? A guide full of signs that mean something elsewhere, in both builders."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import shared
from tests.conftest import whole
from tests.sitepage import elements, page, text

# What is text is made so by templates of ours, in either frame.
pytestmark = pytest.mark.parametrize("engine", shared.ONE_ENGINE, indirect=True)

SIGNS = [
    "{{ 7 * 7 }}",
    "{% include 'x' %}",
    "{# gone #}",
    "*stars* _low_ `tick` ~~gone~~",
    "# hash",
    "- dash",
    "1. one",
    "[a](javascript: alert)",  # without the space it is a link, which the checker refuses
    "![a](b c.png)",
    "[[a]]",
    "{: .c #d }",
    "3 < 4 & 5 > 2",
    "&lt;b&gt; &amp; &copy;",
    "<3",
    "\"double\" 'single' “curly”",
    "a \\ b \\* c",
    "| a | b |",
    "$x^2$",
    "%s {0} {name}",
    "--- ... ===",
    "a: b",
    "@x",
    "!x",
    "*x",
    "&x",
    "x\u00a0y",
    "e\u0301",
    "שלום",
    "💧",
    "<",
    "#",
    "```",
    ":smile:",
    "(c)",
    "http://example.org",
    "^1^",
]
ALL = " ".join(SIGNS)
LONG = "Donaudampfschifffahrtsgesellschaft" * 3


def quoted(words: str) -> str:
    """The words as YAML in double quotes."""
    return json.dumps(words, ensure_ascii=False)


def spoil(project: Path) -> None:
    """Put the signs into every kind of record of the made-up guide."""
    shared.made_up(project)

    def edit(path: str, old: str, new: str) -> None:
        whole = (project / "marks" / path).read_text(encoding="utf-8")
        assert old in whole, (path, old)
        (project / "marks" / path).write_text(whole.replace(old, new, 1), encoding="utf-8")

    edit("later-days/listening.yml", "title: Listening", f"title: {quoted(ALL[:118].strip())}")
    edit("later-days/listening.yml", "ladders:\n", f"ladders:\n  - {quoted(ALL[:198].strip())}\n")
    edit("later-days/listening.yml", "prompts:\n", "prompts:\n" + "".join(f"  - {quoted(sign)}\n" for sign in SIGNS))
    edit("later-days/listening.yml", "snakes:\n", f"snakes:\n  - {LONG}\n")
    edit("glossary.yml", "  word: ", f"  word: {quoted(ALL[:78].strip())} #")
    edit("later-days/stage.yml", "short: ", f'short: "{LONG[:29]}" #')


@pytest.fixture(scope="session")
def hostile(engine: str, base: Path) -> Path:
    """The site of such a guide."""
    return whole(shared.built(engine, base, "hostile", spoil))


def test_signs_are_text(hostile: Path) -> None:
    article = page(hostile, "later-days/index.html").article
    items = [text(item) for item in elements(article) if item.tag == "li"]
    assert not [sign for sign in SIGNS if sign.replace("\u00a0", " ") not in items]
    assert ALL[:198].strip().replace("\u00a0", " ") in items
    shown = [text(heading) for heading in elements(article) if heading.get("id") == "listening"]
    assert shown == [ALL[:118].strip() + "¶"]


def test_signs_make_no_element(hostile: Path) -> None:
    one = page(hostile, "later-days/index.html")
    assert not one.errors
    article = one.article
    strange = ("script", "img", "em", "code", "del", "pre")
    assert not [element for element in elements(article) if element.tag in strange]
    assert not [link for link in article.iter("a") if link.get("href", "").startswith("javascript:")]
    assert "d" not in one.anchors


def test_signs_reach_the_contents_and_the_search_as_text(hostile: Path) -> None:
    one = page(hostile, "later-days/index.html")
    entries = [
        text(link)
        for link in one.root.iter("a")
        if link.get("href") == "#listening" and "md-nav__link" in link.get("class", "")
    ]
    assert entries and set(entries) == {ALL[:118].strip()}


@pytest.mark.parametrize(
    "name", ["later-days/index.html", "index.html", "glossary/index.html", "later-days-sheet/index.html"]
)
def test_a_word_longer_than_a_phone_is_broken(name: str, hostile: Path, chrome: Browser) -> None:
    with shared.served(hostile) as address:
        tab = chrome.new_page(viewport={"width": 320, "height": 800})
        tab.goto(address + name)
        assert tab.evaluate("() => document.documentElement.scrollWidth") <= 320
        tab.close()
