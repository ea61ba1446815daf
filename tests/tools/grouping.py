"""How fast is a sheet of a large group, beside that of a small one? A press to the screen, and the results drawn.

A press is answered when the frame that shows what came of it is on the screen: the browser measures that itself, to 8
milliseconds (Event Timing).
"""

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
# How long each press takes until the screen shows what came of it; what takes less than 16 milliseconds is left out.
WATCH = """() => {
  window.took = [];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) {
      const last = took[took.length - 1];
      if (last && Math.abs(last[0] - one.startTime) < 60) last[1] = Math.max(last[1], one.duration);
      else if (/^key|^input/.test(one.name)) took.push([one.startTime, one.duration]);
    }
  }).observe({ type: "event", durationThreshold: 16 });
}"""
# What is pressed beside the keys of scores: what it is, and the key.
OTHERS = {
    "mk-people-panel [data-of-person=name]": "Ann",
    "mk-people-panel [data-of-person=side]": ["ArrowDown"],
    "mk-people-panel [data-number-of=here]": "9",
    "mk-people-panel [data-hide]": ["Space", "Space"],
    "mk-everyone-scores [data-talked]": ["Space"],
    "mk-answer-form .mk-squares input": ["Space", "ArrowRight"],
    "mk-answer-form [data-clear]": ["Space"],
    ".mk-toast button:not([hidden])": ["Space"],
    "mk-people-panel [data-out]": ["Space"],
    "mk-rounds [data-begin]": ["Space"],
}
FOLDS = "details:has(mk-people-panel), mk-people-panel details"
UNFOLD = "(folds) => { for (const one of document.querySelectorAll(folds)) one.open = true; }"
DRAW = """() => {
  const page = document.querySelector("mk-results");
  const begun = performance.now();
  page.show();
  return page.offsetHeight ? performance.now() - begun : 0;
}"""


def measured(chrome: Browser, site: Path, rounds: int) -> list[tuple[str, ...]]:
    """A row for each group: how many answers, a key to the screen (median and slowest), the slowest of all other
    presses, and the results (median)."""
    rows = []
    with served(site) as address:
        for name, (people, times) in GROUPS.items():
            context = chrome.new_context(viewport={"width": 1280, "height": 900})
            tab = context.new_page()
            tab.goto(f"{address}{first_sheet(site)}/")
            count = tab.evaluate(FILL, [people, times])
            keys = [took for _ in range(rounds) for took in typed(tab)]
            others = pressed(tab)
            tab.goto(f"{address}results/")
            slow(tab)
            drawn = [tab.evaluate(DRAW) for _ in range(2 * rounds + 1)]
            context.close()
            slowest = max(others, key=lambda one: others[one])
            figures = (statistics.median(keys), max(keys), others[slowest], statistics.median(drawn))
            rows.append((name, str(count), *(f"{one:.0f}" for one in figures), slowest))
    return rows


def slow(tab: Tab) -> None:
    """Make this page as slow as an old telephone would be."""
    tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def begun(tab: Tab) -> None:
    """A sheet that was opened and came to rest, and that is watched."""
    tab.reload()
    slow(tab)
    tab.wait_for_timeout(2000)
    tab.evaluate(WATCH)


def typed(tab: Tab) -> list[float]:
    """Type what everyone scores of the first mark; milliseconds for each key."""
    begun(tab)
    field = tab.locator("mk-everyone-scores input").first
    field.scroll_into_view_if_needed()
    field.focus()
    for at, key in enumerate(KEYS):
        tab.keyboard.press(key)
        tab.wait_for_timeout(PAUSE if at % 4 == 3 else QUICK)
    return taken(tab)


def taken(tab: Tab) -> list[float]:
    """Milliseconds for each press since the last question."""
    tab.wait_for_timeout(PAUSE)  # until the browser has told of the last
    found: list[float] = tab.evaluate("() => took.splice(0).map(([, duration]) => duration)")
    return found or [0]


def pressed(tab: Tab) -> dict[str, float]:
    """Whatever else people press: the slowest of each."""
    begun(tab)
    tab.evaluate(UNFOLD, FOLDS)
    tab.wait_for_timeout(2000)
    found = {}
    for which, keys in OTHERS.items():
        tab.locator(which).first.focus()
        taken(tab)
        for key in keys:
            tab.keyboard.press(key)
            tab.wait_for_timeout(PAUSE)
        found[which] = max(taken(tab))
    return found
