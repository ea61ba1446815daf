"""How heavy is a page for somebody who has never been here?  python tests/weigh.py SITE [PAGE ...]

Each page is opened in a browser that holds nothing yet, from a server that packs text as GitHub Pages does. Counted
is every byte that the server sends, its headers too. The index of the search comes when somebody turns to the search.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import io
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Tab

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests import browsers, shared
from tests.sitepage import page

KB = 1000
# What a host packs before it sends it. Fonts and pictures are packed already.
PACKED = (".html", ".css", ".js", ".json", ".map", ".svg", ".xml", ".txt")
# Fetched when somebody first turns to the search: what there is to find, and what finds it.
SEARCH = ("assets/js/index.js", "assets/js/elements/search-results.js", "assets/css/elements/search-results.css")


@functools.cache
def packed(path: Path) -> bytes:
    """A file as it travels."""
    whole = path.read_bytes()
    return gzip.compress(whole, 6, mtime=0) if path.suffix in PACKED else whole


class Packing(shared.Quiet):
    """A server that sends text packed, lets a browser keep what it got, and counts what it sends."""

    protocol_version = "HTTP/1.1"  # one connection for several files, as any host has it
    sent: dict[str, int] = {}  # by path, of every server of this kind
    lock = threading.Lock()
    heads = 0  # the bytes of an answer's headers

    def send_header(self, keyword: str, value: str) -> None:
        """Count a header."""
        self.heads += len(f"{keyword}: {value}\r\n")
        super().send_header(keyword, value)

    def send_head(self) -> BinaryIO | None:
        """Answer with a file, packed."""
        self.heads = len("HTTP/1.1 200 OK\r\n") + len("\r\n")
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        there = path.is_file()
        path = path if there else Path(self.directory) / "404.html"
        if not path.is_file():
            self.send_error(404)
            return None
        body = packed(path)
        self.send_response(200 if there else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        with self.lock:
            self.sent[urlsplit(self.path).path.lstrip("/")] = self.heads + len(body)
        return io.BytesIO(body)


@dataclass
class Visit:
    """What a first visit brought: the bytes of each file, by its path."""

    page: dict[str, int] = field(default_factory=dict)
    search: dict[str, int] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)

    @property
    def weight(self) -> int:
        """The bytes of the page and all that it needs."""
        return sum(self.page.values())

    def told(self) -> str:
        """The files of the page, the heaviest first."""
        files = sorted(self.page.items(), key=lambda one: -one[1])
        return f"{self.weight} bytes in {len(files)} requests\n" + "\n".join(f"{size:8} {name}" for name, size in files)


def visit(chrome: Browser, site: Path, address: str, name: str, searches: bool = True) -> Visit:
    """Open a page in a browser that holds nothing yet, and turn to the guide's search."""
    Packing.sent.clear()
    found = Visit()
    context = chrome.new_context(viewport={"width": 1280, "height": 900})
    context.on("request", lambda request: found.hosts.add(urlsplit(request.url).netloc))
    tab = context.new_page()
    tab.goto(address + name, wait_until="load")
    tab.evaluate("() => document.fonts.ready")
    before = -1
    while before != len(Packing.sent):  # until nothing more is asked for
        before = len(Packing.sent)
        tab.wait_for_timeout(500)
    found.page = Packing.sent | _icon(site, name)
    if searches:
        _search(tab, found)
    context.close()
    found.hosts.discard(urlsplit(address).netloc)
    return found


def _search(tab: Tab, found: Visit) -> None:
    tab.locator("label[for=__search]:visible, .mk-site-search__input:visible").first.click()
    tab.wait_for_function("() => marks.index")
    for _ in range(50):  # what they look like comes beside it
        if all(path in Packing.sent for path in SEARCH):
            break
        tab.wait_for_timeout(100)
    found.search = {path: Packing.sent[path] for path in SEARCH}


def _icon(site: Path, name: str) -> dict[str, int]:
    """The picture in the tab of a browser. One without a window does not ask for it."""
    one = page(site, name)
    goals = [one.goal(link.attrib["href"]) for link in one.root.iter("link") if link.get("rel") == "icon"]
    return {goal[0]: len(packed(site / goal[0])) for goal in goals if goal and (site / goal[0]).is_file()}


@contextmanager
def a_browser() -> Iterator[Browser]:
    """The browser of the tests."""
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=browsers.find(), args=browsers.launch_arguments())
        yield started
        started.close()


def main() -> None:
    """Print what a site's pages weigh, and what makes it up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("pages", nargs="*")
    chosen = parser.parse_args()
    site = chosen.site.resolve()
    with a_browser() as chrome, shared.served(site, Packing) as address:
        for name in chosen.pages or shared.pages(site):
            found = visit(chrome, site, address, name)
            if chosen.pages:
                print(found.told(), found.search)
            else:
                print(
                    f"{found.weight / KB:7.1f} KB {len(found.page):3} requests, apart "
                    f"{sum(found.search.values()) / KB:6.1f} KB of search  {name}"
                )


if __name__ == "__main__":
    main()
