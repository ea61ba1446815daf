"""How fast does the Lake answer when somebody chooses? 300 made-up ideas on a device four times slower.

Beside it, in turn and in the same browser, stands a plain list of the same titles and lines, which one class hides.
"""

from __future__ import annotations

import statistics
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.shared import served

SLOWER = 4  # times, as Lighthouse takes a common telephone to be
MARKS, STAGES, IDEAS = 150, 4, 300
# What somebody chooses, and all ideas again after it.
CHOICES = (("stage", "stage-2"), ("also", "stage-3"), ("mark", "mark-3"), ("words", "thing 1"))
PAGES = {"Lake": "lake/", "picture": "lake-picture/"}
AGAIN = "all again"
ASKED = """([name, value]) => {
  const one = document.querySelector(`[data-choose=${name}]`), begun = performance.now();
  one.value = value; one.dispatchEvent(new Event("input", { bubbles: true })); document.body.offsetHeight;
  return performance.now() - begun;
}"""
# Which ideas the Lake shows, by their places in it, for the plain list to do the same.
SHOWN = """() => [...document.querySelectorAll(".mk-idea__title")].map(one => !one.closest("[data-mk-out]"))"""
PLAIN = """(shown) => {
  const begun = performance.now();
  document.querySelectorAll("section").forEach((one, at) => one.classList.toggle("out", !shown[at]));
  document.body.offsetHeight;
  return performance.now() - begun;
}"""
LINES = """() => [...document.querySelectorAll(".mk-idea__title")].map(one =>
  [one.textContent, one.nextElementSibling.querySelector("summary").textContent])"""


def measured(chrome: Browser, site: Path, rounds: int) -> list[tuple[str, ...]]:
    """A row for the Lake, one for its picture and one for the plain list: milliseconds for each choice, the median and
    the longest."""
    took: dict[str, dict[str, list[float]]] = {name: {} for name in (*PAGES, "plain list")}
    with served(site) as address, chrome.new_context(viewport={"width": 360, "height": 780}) as context:
        tabs = {name: context.new_page() for name in PAGES}
        for name, page in PAGES.items():
            tabs[name].goto(f"{address}{page}")
        lake, plain = tabs["Lake"], context.new_page()
        plain.set_content(
            "<!doctype html><style>.out { display: none }</style>"
            + "".join(f"<section><h3>{title}</h3><p>{line}</section>" for title, line in lake.evaluate(LINES))
        )
        for tab in (*tabs.values(), plain):
            context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        for _ in range(rounds):
            for name, value in CHOICES:
                for way, chosen in ((name, value), (AGAIN, "")):
                    _once(tabs, plain, took, way, (name, chosen))
    return [(name, *(_told(times) for times in ways.values())) for name, ways in took.items()]


def _once(
    tabs: dict[str, Tab], plain: Tab, took: dict[str, dict[str, list[float]]], way: str, chosen: tuple[str, str]
) -> None:
    for name, tab in tabs.items():
        tab.bring_to_front()
        took[name].setdefault(way, []).append(tab.evaluate(ASKED, chosen))
        tab.wait_for_timeout(200)  # nobody chooses faster; what is further down is done by then
    shown = tabs["Lake"].evaluate(SHOWN)
    plain.bring_to_front()
    took["plain list"].setdefault(way, []).append(plain.evaluate(PLAIN, shown))


def _told(times: list[float]) -> str:
    return f"{statistics.median(times):.0f}, least {min(times):.0f}, longest {max(times):.0f}"
