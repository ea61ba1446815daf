"""How fast is a sheet of a large group, beside that of a small one? A key to the screen, and the results drawn."""

from __future__ import annotations

import statistics
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.shared import first_sheet, served

SLOWER = 4  # as slow as an old telephone
GROUPS = {"8 people, 1 round": (8, 1), "50 people, 12 rounds": (50, 12)}
KEYS = "3456789234567892345678"
QUICK, PAUSE = 120, 620  # milliseconds: as fast as people type, and until the next person says a number

# A project in which everybody scored every mark in every round.
FILL = """([people, rounds]) => {
  const { facts, record } = marks.store;
  const [, highest] = facts.guide.scores;
  const answers = {};
  let at = 1000;
  const put = (path, is) => { answers[path] = { is, at: at++, by: "1x9k4ab-29zz9" }; };
  for (let person = 1; person <= people; person++) put(`person/p${person}/place`, person);
  for (let round = 2; round <= rounds; round++) put(`round/${round}/begun`, true);
  for (const [mark] of facts.stages.flatMap((one) => one.marks)) {
    for (let round = 1; round <= rounds; round++) {
      for (let person = 1; person <= people; person++) {
        put(`mark/${mark}/score/${round}/p${person}`, (person * round + at) % highest + 1);
      }
      put(`mark/${mark}/score/${round}/together`, at % highest + 1);
    }
  }
  marks.store.replace({ ...record, id: "grouped", answers }, "");
  marks.store.flush();
  return Object.keys(answers).length;
}"""
# From a key to the moment when the screen shows what came of it.
WATCH = """() => {
  window.took = [];
  addEventListener("input", (event) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => took.push(performance.now() - event.timeStamp);
      port2.postMessage(0);
    });
  }, true);
}"""
DRAW = """() => {
  const page = document.querySelector("mk-results");
  const begun = performance.now();
  page.show();
  return page.offsetHeight ? performance.now() - begun : 0;
}"""


def measured(chrome: Browser, site: Path, rounds: int) -> list[tuple[str, ...]]:
    """A row for each group: how many answers, a key to the screen (median and slowest), and the results (median)."""
    rows = []
    with served(site) as address:
        for name, (people, times) in GROUPS.items():
            context = chrome.new_context(viewport={"width": 1280, "height": 900})
            tab = context.new_page()
            tab.goto(f"{address}{first_sheet(site)}/")
            count = tab.evaluate(FILL, [people, times])
            keys = [took for _ in range(rounds) for took in typed(tab)]
            tab.goto(f"{address}results/")
            slow(tab)
            drawn = [tab.evaluate(DRAW) for _ in range(2 * rounds + 1)]
            context.close()
            figures = (statistics.median(keys), max(keys), statistics.median(drawn))
            rows.append((name, str(count), *(f"{one:.0f}" for one in figures)))
    return rows


def slow(tab: Tab) -> None:
    """Make this page as slow as an old telephone would be."""
    tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def typed(tab: Tab) -> list[float]:
    """Type what everyone scores of the first mark; milliseconds for each key."""
    tab.reload()
    slow(tab)
    tab.wait_for_timeout(2000)  # until the page has come to rest
    tab.evaluate(WATCH)
    field = tab.locator("mk-everyone-scores input").first
    field.scroll_into_view_if_needed()
    field.focus()
    for at, key in enumerate(KEYS):
        tab.keyboard.press(key)
        tab.wait_for_timeout(PAUSE if at % 4 == 3 else QUICK)
    found: list[float] = tab.evaluate("() => took")
    return found
