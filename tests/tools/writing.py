"""How fast is a sheet that is full? A key press to the screen and to storage, and opening, on a device four times slower.

Beside it stands a page with the same boxes and no script, in the same browser and the same run.
"""

from __future__ import annotations

import json
import re
import statistics
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession
from playwright.sync_api import Page as Tab

from tests.shared import first_sheet, served

SLOWER = 4  # times, as Lighthouse takes a common telephone to be
NOTES = 2000  # characters for each mark
KEYS = 20

# Notes when a key was pressed, when the screen showed it and when storage had it.
WATCH = """
window.seen = {keys: [], screen: [], storage: []};
addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => setTimeout(() => { seen.shown = performance.now(); })));
addEventListener('keydown', event => {
  const at = event.timeStamp;
  seen.keys.push(at);
  requestAnimationFrame(() => setTimeout(() => seen.screen.push(performance.now() - at)));
}, true);
const write = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, text) {
  write.call(this, key, text);
  if (key.includes('project') && seen.keys.length) { seen.storage.push(performance.now() - seen.keys[0]); seen.keys = []; }
};
"""


@dataclass
class Pace:
    """Milliseconds, one for each key or each opening."""

    page: list[float] = field(default_factory=list)  # from its last byte to what people see
    opening: list[float] = field(default_factory=list)  # of that, after the page itself was read: the project
    screen: list[float] = field(default_factory=list)
    storage: list[float] = field(default_factory=list)

    def row(self) -> tuple[str, ...]:
        """The median and the longest of each."""

        def told(times: list[float]) -> str:
            return f"{statistics.median(times):.0f}, longest {max(times):.0f}" if times else "none"

        return told(self.page), told(self.opening), told(self.screen), told(self.storage)


def full(site: Path) -> str:
    """A record in which every mark of the guide has its notes."""
    page = (site / first_sheet(site) / "index.html").read_text(encoding="utf-8")
    found = re.search(r'id="sheet--facts">(.*?)</script>', page, re.DOTALL)
    assert found
    facts = json.loads(found[1])
    words = ("We go round the circle and nobody is cut off. " * (NOTES // 45 + 1))[: NOTES // 4]
    answers: dict[str, Any] = {}
    for stage in facts["stages"]:
        for mark, _ in stage["marks"]:
            for name in (*facts["guide"]["fields"], "what"):
                answers[f"mark/{mark}/{name}/1"] = {"is": words, "at": 1000, "by": "w1"}
            answers[f"chosen/{mark}"] = {"is": True, "at": 1000, "by": "w1"}
            answers[f"mark/{mark}/score/1/together"] = {"is": 6, "at": 1000, "by": "w1"}
    return json.dumps({"guide": facts["guide"]["id"], "version": "1", "form": 2, "id": "full", "answers": answers})


def plain(site: Path, page: str) -> None:
    """The same page without our script, beside it."""
    text = (site / page / "index.html").read_text(encoding="utf-8")
    (site / page / "plain.html").write_text(
        re.sub(r'<script src="[^"]*guide[^"]*" defer></script>', "", text), encoding="utf-8"
    )


def pace(chrome: Browser, address: str, record: str, rounds: int) -> Pace:
    """A project that is full, opened and typed into."""
    made = Pace()
    for _ in range(rounds):
        context = chrome.new_context()
        tab = context.new_page()
        tab.goto(address)
        tab.evaluate(
            """text => {
          const root = new URL(document.querySelector('script[src*="boot.js"]').src).pathname.replace(/assets.*/, '');
          const base = `${JSON.parse(text).guide}:${root}:`;
          localStorage.setItem(`${base}project:full`, text);
          localStorage.setItem(`${base}last`, 'full');
        }""",
            record,
        )
        tab.close()
        tab = context.new_page()
        slow: CDPSession = context.new_cdp_session(tab)
        slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        tab.add_init_script(WATCH)
        tab.goto(address)
        tab.wait_for_function("() => seen.shown")
        page, project = tab.evaluate(
            "() => { const [one] = performance.getEntriesByType('navigation');"
            " return [seen.shown - one.responseEnd, seen.shown - one.domInteractive]; }"
        )
        made.page.append(page)
        made.opening.append(project)
        _type(tab, made)
        context.close()
    return made


def _type(tab: Tab, made: Pace) -> None:
    if tab.locator("mk-mark-picker").count():
        tab.locator("mk-mark-picker input[type=checkbox]").first.check()
    tab.locator("mk-answer-form textarea:visible").first.click()
    for _ in range(KEYS):
        tab.keyboard.press("a")
        tab.wait_for_timeout(400)
    made.screen += tab.evaluate("() => seen.screen")
    made.storage += tab.evaluate("() => seen.storage")


def measured(chrome: Browser, site: Path, page: str, rounds: int) -> list[tuple[str, ...]]:
    """The two pages, a row each."""
    plain(site, page)
    with served(site) as address:
        return [
            (f"{page}", *pace(chrome, f"{address}{page}/", full(site), rounds).row()),
            (f"{page} without its script", *pace(chrome, f"{address}{page}/plain.html", full(site), rounds).row()),
        ]
