"""What does a built page say? Read as a browser reads it: its parse errors, ids, links, headings and text."""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from tinyhtml5.parser import HTMLParser

from tests.shared import top_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UNSEEN = ("script", "style", "template", "svg")


class Page:
    """One page of a built site. `name` is its path from the top of the site."""

    def __init__(self, site: Path, name: str) -> None:
        self.site, self.name = site, name
        self.source = (site / name).read_text(encoding="utf-8")
        parser = HTMLParser(namespace_html_elements=False)
        self.root: Element = parser.parse(self.source)
        self.errors: list[object] = parser.errors

    @property
    def article(self) -> Element:
        """The main content, without the theme's frame."""
        (found,) = [one for one in self.root.iter("article") if "md-content__inner" in classes(one)]
        return found

    @functools.cached_property
    def ids(self) -> list[str]:
        """Every id, as often as it stands there."""
        return [one.attrib["id"] for one in elements(self.root) if "id" in one.attrib]

    @functools.cached_property
    def anchors(self) -> frozenset[str]:
        """What a link to a part of this page may name."""
        return frozenset(self.ids)

    def goal(self, address: str) -> tuple[str, str] | None:
        """Where a link leads: the path of a file from the top of the site, and an anchor. None: off the site."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None
        path = self.name
        if parts.path.startswith("/"):  # the page that stands in for a missing one has such links
            path = parts.path.removeprefix(top_of(self.site)).lstrip("/")
        elif parts.path:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(self.name), unquote(parts.path)))
        if parts.path.endswith(("/", "/.", "/..")) or parts.path in (".", "..") or (self.site / path).is_dir():
            path = posixpath.normpath(posixpath.join(path, "index.html"))
        return path, unquote(parts.fragment)


@functools.cache
def page(site: Path, name: str) -> Page:
    """A page, read once."""
    return Page(site, name)


def elements(root: Element) -> Iterator[Element]:
    """Every element below a root; comments are left out."""
    return (one for one in root.iter() if isinstance(one.tag, str))


def classes(element: Element) -> list[str]:
    """The classes of an element."""
    return element.get("class", "").split()


def text(element: Element) -> str:
    """What stands between the tags, in one line. Scripts, styles and drawings say nothing."""
    return re.sub(r"\s+", " ", "".join(_pieces(element))).strip()


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in UNSEEN:
            yield from _pieces(child)
            yield "" if child.tag in ("a", "abbr", "b", "cite", "em", "q", "span", "strong") else " "
        yield child.tail or ""


def links(root: Element) -> list[str]:
    """The address of every link."""
    return [one.attrib["href"] for one in root.iter("a") if "href" in one.attrib]


def loads(root: Element) -> Iterator[str]:
    """The address of everything that a browser fetches by itself to show the page."""
    for one in elements(root):
        if one.tag == "link" and not {"canonical", "next", "prev"} & set(one.get("rel", "").split()):
            yield one.get("href", "")
        elif one.tag in ("script", "img", "iframe", "source", "audio", "video", "embed", "object", "track", "use"):
            yield from (one.attrib[name] for name in ("src", "data", "poster", "href") if name in one.attrib)
        if "style" in one.attrib:
            yield from re.findall(r"url\(\s*['\"]?([^'\")]+)", one.attrib["style"])
