"""Which of the theme's styles does a page of this guide need? The rest is left out of a built site.

A theme brings styles for all that a page could hold. What is used is read off the built pages themselves and off their
scripts: any word of a script may be an attribute or an id, what stands in quotes may be a tag, and what is said near
the word "class", or begins as a theme's classes do, may be a class that it sets. A rule stays when in doubt.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import tinycss2
from tinycss2.ast import Node

_WORD = re.compile(r"[A-Za-z_][\w-]*")
_CLASS = re.compile(r"[cC]lass[^;\n]{0,200}")  # where a script sets one
_OF_THE_THEME = re.compile(r"\bm[dk]-[\w-]+")
_TAG = re.compile(r"""(?<=["'`])[a-z][a-z0-9]*(?=["'`])|(?<=<)[a-z][a-z0-9]*""")
_VARIABLE = re.compile(r"--[\w-]+")
_LINK = re.compile(r'href="[^"]*?(assets/stylesheets/[\w./-]+[.]css)"')
_OWN = re.compile(r'href="[^"]*?(assets/css/guide[.]\w+[.]css)"')
_SCRIPT = re.compile(r'src="[^"]*?(assets/js/[\w/.-]+[.]js)"')
_START = re.compile(r"""<[a-zA-Z](?:[^"'>]|"[^"]*"|'[^']*')*>""")
_GROUPS = ("media", "supports", "layer", "container")


@functools.lru_cache(maxsize=20)  # the same sheets belong to each language
def _parsed(styles: str) -> list[Node]:
    rules: list[Node] = tinycss2.parse_stylesheet(styles, True, True)
    return rules


@dataclass(frozen=True)
class Used:
    """What stands on the pages of a site, and what its scripts may bring: classes, tags, and ids and attributes."""

    classes: frozenset[str]
    tags: frozenset[str]
    names: frozenset[str]
    directions: frozenset[str]  # of writing, as pages say them: ltr, rtl


class _Names(HTMLParser):
    """Collects what a selector could ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.classes: set[str] = set()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.directions: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element."""
        self.tags.add(tag)
        for name, value in attrs:
            self.names.add(name)
            if name == "id":
                self.names.add(value or "")
            if name == "class":
                self.classes.update((value or "").split())
            if name == "dir":
                self.directions.add(value or "")


def used(pages: Iterable[Path], scripts: Iterable[Path]) -> Used:
    """What these pages and scripts could ever show."""
    found = _Names()
    # Most elements stand on every page: each is read once. One that a text or a script speaks of may be among them.
    for start in {start for page in pages for start in _START.findall(page.read_text(encoding="utf-8"))}:
        found.feed(start)
        found.reset()
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        found.names.update(_WORD.findall(text))
        found.tags.update(_TAG.findall(text))
        found.classes.update(_OF_THE_THEME.findall(text), *map(_WORD.findall, _CLASS.findall(text)))
    return Used(*map(frozenset, (found.classes, found.tags, found.names, found.directions)))


def prune_own(site: Path) -> None:
    """Take out of each joined file of our own styles what no page asks for that has this file.

    Attributes are not looked at: scripts put their names together, as those of a reader's choices.
    """
    texts = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    for name in sorted({name for text in texts.values() for name in _OWN.findall(text)}):
        pages = [path for path, text in texts.items() if name in text]
        asked = {script for path in pages for script in _SCRIPT.findall(texts[path])}
        alone = (path for path in site.rglob("*.js") if not path.name.startswith("guide.") and "lunr" not in path.parts)
        there = used(pages, [*alone, *(site / script for script in sorted(asked))])
        sheet = _parsed((site / name).read_text(encoding="utf-8"))
        text = "".join(_rules(sheet, there, attributes=False))
        path = site / name
        fresh = path.with_name(f"guide.{hashlib.sha256(text.encode()).hexdigest()[:8]}.css")
        path.unlink()
        fresh.write_text(text, encoding="utf-8", newline="\n")
        for page in pages:
            texts[page] = texts[page].replace(f'/{path.name}"', f'/{fresh.name}"')
    for page, text in texts.items():
        page.write_text(text, encoding="utf-8", newline="\n")


def prune(site: Path) -> None:
    """Take out of the theme's styles what no page uses, and give each file a name of its new content."""
    there = used(site.rglob("*.html"), (path for path in site.rglob("*.js") if "lunr" not in path.parts))
    texts = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    asked = sorted({name for text in texts.values() for name in _LINK.findall(text)})
    ours = "".join(path.read_text(encoding="utf-8") for path in _beside(site))
    sheets = {name: _parsed((site / name).read_text(encoding="utf-8")) for name in asked}
    kept = {name: "".join(_rules(filter(_is_wanted, rules), there)) for name, rules in sheets.items()}
    while True:  # a value that only another unused one asks for is unused too
        spoken = ours + "".join(kept.values()) + "".join(texts.values())
        asked_for = frozenset(re.findall(r"var\(\s*(--[\w-]+)", spoken)) | frozenset(_VARIABLE.findall(ours))
        fewer = {name: "".join(_values(_parsed(text), asked_for)) for name, text in kept.items()}
        if fewer == kept:
            break
        kept = fewer
    for name, text in kept.items():
        path = site / name
        base = path.name.split(".")[0]
        fresh = path.with_name(f"{base}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.min.css")
        path.unlink()
        fresh.write_text(text, encoding="utf-8", newline="\n")
        for page, words in texts.items():
            texts[page] = words.replace(f'/{path.name}"', f'/{fresh.name}"')
    for page, text in texts.items():
        page.write_text(text, encoding="utf-8", newline="\n")


def _is_wanted(rule: Node) -> bool:
    """Not what a theme says of the edges of paper, which we say ourselves. WebKit holds to what it meets first: then it
    makes all larger than it says it is, and runs over the lower edge."""
    return not (rule.type == "at-rule" and rule.lower_at_keyword == "page")


def _beside(site: Path) -> Iterator[Path]:
    """Styles that are not the theme's, and every script: they may ask for a value of the theme."""
    yield from (path for path in site.rglob("*.css") if "stylesheets" not in path.parts)
    yield from (path for path in site.rglob("*.js") if "lunr" not in path.parts)


def _rules(rules: Iterable[Node], there: Used, attributes: bool = True) -> Iterator[str]:
    """Each rule that some page can meet, as text."""
    for rule in rules:
        if rule.type == "qualified-rule":
            parts = [part for part in _split(rule.prelude) if _may_match(part, there, attributes)]
            if parts:
                yield ",".join(tinycss2.serialize(part).strip() for part in parts)
                yield "{" + tinycss2.serialize(rule.content) + "}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS and rule.content is not None:
            inside = "".join(_rules(tinycss2.parse_rule_list(rule.content, True, True), there, attributes))
            if inside:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inside}}}"
        elif rule.type != "comment":
            yield rule.serialize()


def _values(rules: Iterable[Node], asked_for: frozenset[str]) -> Iterator[str]:
    """Each rule without the values that nobody asks for: a theme brings an icon as one for each kind of box."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS and rule.content is not None:
            inside = "".join(_values(tinycss2.parse_rule_list(rule.content, True, True), asked_for))
            if inside:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inside}}}"
        elif rule.type == "qualified-rule":
            lines = [line.strip() for line in _declarations(rule.content)]
            lines = [line for line in lines if not line.startswith("--") or line.partition(":")[0].strip() in asked_for]
            if lines:
                yield f"{tinycss2.serialize(rule.prelude)}{{{';'.join(lines)}}}"
        else:
            yield rule.serialize()


def _declarations(content: list[Node]) -> Iterator[str]:
    """The declarations of a rule as text, each as it was written."""
    part: list[Node] = []
    for node in content:
        if node.type == "literal" and node.value == ";":
            yield tinycss2.serialize(part)
            part = []
        else:
            part.append(node)
    if tinycss2.serialize(part).strip():
        yield tinycss2.serialize(part)


def _split(prelude: list[Node]) -> Iterator[list[Node]]:
    """The selectors of a list."""
    part: list[Node] = []
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _may_match(selector: list[Node], there: Used, attributes: bool) -> bool:
    """Whether some page has all that a selector asks for. What stands in brackets, as in :not(), is not looked at."""
    before = ""
    for node in selector:
        if node.type == "ident" and before != ":":
            if node.value not in there.classes if before == "." else node.lower_value not in there.tags:
                return False
        elif attributes and node.type == "hash" and node.value not in there.names:  # noqa: SIM114  (each by itself)
            return False
        elif attributes and node.type == "[] block" and not _has(node.content, there):
            return False
        before = node.value if node.type == "literal" else ""
    return True


def _has(attribute: list[Node], there: Used) -> bool:
    """Whether some page has an attribute; of the direction of writing, with its value."""
    words = [node.value for node in attribute if node.type in ("ident", "string")]
    if not words or words[0] not in there.names:
        return False
    return words[0] != "dir" or len(words) < 2 or words[1] in there.directions
