"""Do browsers of five years ago find their way in the scripts and styles? What they do not know breaks nothing else.

That is Chrome and Edge 95, Firefox 94 and Safari 15, of November 2021; the accessibility page and README.md say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from playwright.sync_api import Browser, Route, expect

from macros.content.model import Guide
from tests.shared import ROOT
from tests.sheets import in_one, kept, said, score
from tests.words import say

ASSETS = ROOT / "overrides" / "assets"
SCRIPTS = [*sorted((ASSETS / "js").rglob("*.js")), ROOT / "overrides" / "sw.js"]
STYLES = sorted((ASSETS / "css").rglob("*.css"))

# What scripts may not say, and the last of the browsers to know it.
NEWER_IN_SCRIPTS = {
    r"Object\.hasOwn\(": "Safari 15.4",
    r"(?<!\.\.)\.at\(": "Safari 15.4",
    r"\.findLast(Index)?\(": "Safari 15.4",
    r"structuredClone\(": "Safari 15.4",
    r"randomUUID\(": "Safari 15.4",
    r"\.to(Sorted|Reversed|Spliced)\(": "Safari 16",
    r"\(\?<[=!]": "Safari 16.4",
    r"\bstatic \{": "Safari 16.4",
    r"Object\.groupBy\(": "Safari 17.4",
    r"Promise\.withResolvers\(": "Safari 17.4",
    r"Array\.fromAsync\(": "Safari 16.4",
    r"AbortSignal\.any\(": "Safari 17.4",
    r":has\(": "Firefox 121",
}
# Selectors that an older browser does not know: it drops the whole rule, and every other selector of the rule with it.
NEWER_SELECTORS = re.compile(r":has\(|:user-valid|:popover-open|::highlight|::details-content|:modal|:open\b|:state\(")


def newer_in(script: str) -> list[str]:
    """What a script says that is too new."""
    return [f"{words}: {known}" for words, known in NEWER_IN_SCRIPTS.items() if re.search(words, script)]


def parted(tokens: list[Any]) -> list[str]:
    """The selectors of a list. A comma within brackets parts nothing."""
    found: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            found.append([])
        else:
            found[-1].append(token)
    return [tinycss2.serialize(one).strip() for one in found]


def newer_in_style(text: str) -> Iterator[str]:
    """Rules of which an older browser drops more than it must, and conditions that it does not understand."""

    def walk(rules: list[Any]) -> Iterator[str]:
        for rule in rules:
            if rule.type == "at-rule":
                condition = tinycss2.serialize(rule.prelude)
                if rule.lower_at_keyword == "media" and re.search(r"[<>]", condition):
                    yield f"@media {condition.strip()}"
                if rule.lower_at_keyword in ("media", "supports") and rule.content is not None:
                    yield from walk(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
            elif rule.type == "qualified-rule":
                selectors = parted(rule.prelude)
                if len(selectors) > 1 and len({bool(NEWER_SELECTORS.search(one)) for one in selectors}) > 1:
                    yield ", ".join(selectors)
                if any(re.search(r"&(?!\w)", one) for one in selectors):
                    yield ", ".join(selectors)

    yield from walk(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_says_nothing_too_new(path: Path) -> None:
    assert not newer_in(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_newer_selector_takes_no_other_rule_with_it(path: Path) -> None:
    assert not list(newer_in_style(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("script", ["Object.hasOwn(a, b)", "list.at(-1)", "one.querySelector('p:has(a)')", "/(?<=a)b/"])
def test_a_script_that_is_too_new_is_found(script: str) -> None:
    assert newer_in(script)


@pytest.mark.parametrize(
    "style",
    [
        ".a, .b:has(c) { color: red }",
        "@media print { .a, .b:user-valid { color: red } }",
        "@media (width < 30em) { .a { color: red } }",
    ],
)
def test_a_style_that_is_too_new_is_found(style: str) -> None:
    assert list(newer_in_style(style))


@pytest.mark.parametrize(
    "style",
    [".b:has(c) { color: red }", ".a, .b:is(c, d) { color: red }", "@media (min-width: 30em) { .a { color: red } }"],
)
def test_a_style_that_older_browsers_know_is_left_alone(style: str) -> None:
    assert not list(newer_in_style(style))


# What the oldest of them lack, taken away before a script runs; a selector that they do not know throws.
LACKS = """delete Object.hasOwn; delete Array.prototype.at; delete String.prototype.at; delete window.structuredClone;
delete Array.prototype.findLast; delete Array.prototype.findLastIndex; delete crypto.randomUUID;
for (const one of [Element, Document, DocumentFragment]) for (const name of ["querySelector", "querySelectorAll", "matches", "closest"]) {
  const real = one.prototype[name];
  if (real) one.prototype[name] = function (words) {
    if (words.includes(":has(")) throw new DOMException(words, "SyntaxError");
    return real.call(this, words);
  };
}"""


def as_older_ones_read(text: str) -> str:
    """A style without the rules that older browsers drop, and without what they know no word of."""

    def walk(rules: list[Any]) -> Iterator[str]:
        for rule in rules:
            if rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports") and rule.content is not None:
                inside = walk(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{''.join(inside)}}}"
            elif rule.type != "qualified-rule" or not NEWER_SELECTORS.search(tinycss2.serialize(rule.prelude)):
                yield rule.serialize()

    read = "".join(walk(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))
    return read.replace("field-sizing:", "no-such-thing:")


@in_one
def test_a_sheet_works_without_what_older_browsers_lack(chrome: Browser, address: str, made_up: Guide) -> None:
    def give(route: Route) -> None:
        route.fulfill(body=as_older_ones_read(route.fetch().text()), content_type="text/css")

    one = made_up.stages["later-days"].marks[0]
    with chrome.new_context(viewport={"width": 1280, "height": 900}) as context:
        wrong: list[str] = []
        context.on("weberror", lambda error: wrong.append(error.error.stack or str(error.error)))
        context.add_init_script(LACKS)
        context.route("**/*.css", give)
        tab = context.new_page()
        tab.goto(f"{address}choose/")
        expect(said(tab, "ladders", one.title)).to_be_hidden()
        tab.get_by_role("checkbox", name=one.title).check()
        said(tab, "ladders", one.title).fill("Tea first")
        score(tab, "7", one.title)
        squares = tab.get_by_role("group", name=one.title, exact=True).get_by_role("radio")
        edges = {edge: squares.and_(tab.locator(edge)) for edge in (":checked", ":not(:checked)")}
        shown = {
            edge: found.first.evaluate("one => getComputedStyle(one).borderTopWidth") for edge, found in edges.items()
        }
        assert shown[":checked"] != shown[":not(:checked)"]
        kept(tab)
        tab.reload()
        expect(said(tab, "ladders", one.title)).to_have_value("Tea first")
        tab.emulate_media(media="print")
        tab.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        assert not tab.get_by_role("button", name=say("file_save")).is_visible()
        assert not wrong
        context.unroute_all(behavior="wait")  # a style that is still on its way would stumble in the next test
