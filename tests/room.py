"""How is the print room used? People choose, the page counts, a browser prints; and what came out is read back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.words import like, say

MM = 72 / 25.4  # points in a millimetre


@dataclass(frozen=True)
class Said:
    """Some words on a side of paper: where, from the left and the top in mm, and how large, in points."""

    words: str
    x: float
    y: float
    size: float


def tight(words: str) -> str:
    """Words without the spaces, which every engine sets in its own way."""
    return re.sub(r"\s+", "", words)


class Paper:
    """A print that was read back."""

    def __init__(self, path: Path) -> None:
        self._pages = PdfReader(path).pages
        self.sides = [tight(page.extract_text()) for page in self._pages]
        self.sizes = {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in self._pages}

    def said(self, number: int) -> list[Said]:
        """All that a side says, piece by piece."""
        page = self._pages[number]
        high = float(page.mediabox.height)
        found: list[Said] = []

        def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
            if text.strip():
                scale = (tm[2] * cm[1] + tm[3] * cm[3]) or 1
                x, y = (tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5])
                found.append(Said(text.strip(), x / MM, (high - y) / MM, abs(size * scale)))

        page.extract_text(visitor_text=visit)
        return found


def choose(tab: Tab, things: Iterable[str], which: str = "", **how: str) -> int:
    """Choose what to print, and give how many sides the page says that is; `how`: boxes by their names."""
    if which:
        tab.locator(f"[name=which][value='{which}']").check()
    for box in tab.locator("[name=what]").all():
        box.set_checked((box.get_attribute("value") or "") in things)
    for name, value in how.items():
        if name == "people":
            tab.get_by_label(say("room_people")).fill(value)
        elif name == "length":
            tab.get_by_label(say("room_length")).select_option(value)
        elif name == "both":
            tab.get_by_label(say("room_both")).set_checked(bool(value))
        else:
            tab.locator(f"[name={name}][value='{value}']").check()
    tab.evaluate("() => document.querySelector('mk-print-room').render()")
    said = tab.locator("[data-count]")
    expect(said).to_have_text(re.compile(f"{like('room_count_other').pattern}|^{re.escape(say('room_count_one'))}$"))
    return int(re.findall(r"\d+", said.inner_text())[0])


def printed(tab: Tab, path: Path) -> Paper:
    """Print what is chosen, in black and white and without grounds, as most printers are set."""
    tab.pdf(path=path, prefer_css_page_size=True, print_background=False)
    return Paper(path)
