"""What can be done to a browser, whichever it is? Few things: go, look, press, type, print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Protocol

# Notes every error of a page from its first moment on.
WATCH = """(() => {
  window.wrong = [];
  addEventListener('error', event => window.wrong.push(`${event.message} ${event.filename}:${event.lineno}`));
  addEventListener('unhandledrejection',
    ({reason}) => window.wrong.push(String(reason && reason.stack || reason)));
})();"""
SCRIPT = (Path(__file__).parent / "person.js").read_text(encoding="utf-8")
PRELOAD = WATCH + SCRIPT

# Keys that type no letter, by the names that the web gives them, and their signs in WebDriver.
KEYS = {
    "Backspace": "\ue003",
    "Tab": "\ue004",
    "Space": "\ue00d",
    "Enter": "\ue007",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Escape": "\ue00c",
    "End": "\ue010",
    "Home": "\ue011",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "Delete": "\ue017",
}

# Widths and heights in millimetres.
PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
MARGIN = 15.0  # what the guide asks for, in millimetres
SIZES = {"phone": (360, 780), "desk": (1280, 900)}


class Driver(Protocol):
    """One person's browser: nothing is stored in it yet. A tab is named by what its engine calls it."""

    kind: str
    downloads: Path  # where files that the page gives are put

    def go(self, address: str) -> None:
        """Open an address in the tab in front, and wait until it is loaded."""

    def reload(self) -> None:
        """Load the page again."""

    def back(self) -> None:
        """Press the button that leads to the page before."""

    def forward(self) -> None:
        """Press the button that leads to the next page."""

    def run(self, script: str, *arguments: Any) -> Any:
        """The result of the body of a function. What goes in and comes out is what JSON can say."""

    def click(self, x: float, y: float) -> None:
        """Press the mouse at a place in the window."""

    def type(self, words: str) -> None:
        """Type letters one by one."""

    def press(self, key: str) -> None:
        """Press a key of KEYS, or several at once: Control+End."""

    def choose(self, path: Path, script: str, *arguments: Any) -> None:
        """Choose a file in the field that a script returns."""

    def says(self, role: str, name: str, script: str, *arguments: Any) -> bool:
        """Whether the engine itself gives this role and name to the element that a script returns."""

    def size(self, width: int, height: int) -> None:
        """Give the page a window of this size."""

    def tab(self) -> str:
        """The tab in front."""

    def another_tab(self) -> str:
        """Open a tab of the same person and bring it to the front."""

    def to_tab(self, tab: str) -> None:
        """Bring a tab to the front."""

    def close_tab(self) -> None:
        """Close the tab in front. Go to another one before anything else."""

    def print(self, path: Path, paper: str = "A4") -> None:
        """Print the page to a PDF, as a person who asks for no backgrounds does."""

    def picture(self, path: Path) -> None:
        """A picture of the window."""

    def end(self) -> None:
        """Close it all."""


def function(script: str) -> str:
    """The body of a function as a function that takes its arguments as JSON and gives JSON."""
    return (
        "async function (given) { const made = await (async function () {"
        + script
        + "\n}).apply(null, JSON.parse(given)); return JSON.stringify(made === undefined ? null : made); }"
    )


def answer(given: str) -> Any:
    """What came back from such a function."""
    return json.loads(given)
