"""How is Firefox driven? By WebDriver BiDi, which Firefox itself speaks: nothing stands between.

Playwright wants a Firefox of its own making, and geckodriver is not to be had everywhere.
"""

from __future__ import annotations

import base64
import json
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import websocket

from .driver import KEYS, MARGIN, PAPERS, PRELOAD, answer, function

START_LIMIT = 60.0  # seconds, on a slow machine
ANSWER_LIMIT = 60.0
SETTINGS = {
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    # A window that nobody sees has no focus, and then no outline is drawn around what has it.
    "focusmanager.testmode": True,
    # What shows a file that came would take the keyboard away from the page, for whoever comes next too.
    "browser.download.alwaysOpenPanel": False,
}


class NotStarted(Exception):
    """There is a Firefox, and it does not start here."""


class Firefox:
    """A Firefox that runs, with a profile of its own."""

    def __init__(self, path: str, scripts: bool = True) -> None:
        self._profile = tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
        lines = {**SETTINGS, "javascript.enabled": scripts}
        Path(self._profile.name, "user.js").write_text(
            "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in lines.items())
        )
        self._process = subprocess.Popen(
            [path, "--headless", "--no-remote", "--profile", self._profile.name, "--remote-debugging-port", "0"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._count = 0
        self._line = websocket.create_connection(self._address(), timeout=ANSWER_LIMIT, suppress_origin=True)
        self.ask("session.new", capabilities={"alwaysMatch": {"unhandledPromptBehavior": {"default": "accept"}}})

    def _address(self) -> str:
        """Where it listens: it writes the number of a free port into its profile."""
        end = time.monotonic() + START_LIMIT
        noted = Path(self._profile.name, "WebDriverBiDiServer.json")
        while time.monotonic() < end and self._process.poll() is None:
            try:
                found = json.loads(noted.read_text(encoding="utf-8"))
                return f"ws://{found['ws_host']}:{found['ws_port']}/session"
            except (FileNotFoundError, ValueError):
                time.sleep(0.05)
        self.end()
        raise NotStarted

    def ask(self, method: str, **facts: Any) -> Any:
        """One command of WebDriver BiDi, and its result."""
        self._count += 1
        self._line.send(json.dumps({"id": self._count, "method": method, "params": facts}))
        while True:
            said = json.loads(self._line.recv())
            if said.get("id") != self._count:  # something that happened meanwhile
                continue
            if said["type"] == "error":
                raise RuntimeError(f"{method}: {said['error']}: {said['message']}")
            return said["result"]

    def end(self) -> None:
        """Close it, whatever it is doing."""
        try:
            self.ask("browser.close")
            self._process.wait(10)
        except (AttributeError, OSError, RuntimeError, subprocess.TimeoutExpired, websocket.WebSocketException):
            self._process.kill()
            self._process.wait()
        self._profile.cleanup()


class Person:
    """One person's Firefox: a user context of one that runs already."""

    kind = "firefox"

    def __init__(self, firefox: Firefox, downloads: Path) -> None:
        self.downloads = downloads
        self._ask = firefox.ask
        self._user = self._ask("browser.createUserContext")["userContext"]
        self._ask(
            "browser.setDownloadBehavior",
            userContexts=[self._user],
            downloadBehavior={"type": "allowed", "destinationFolder": str(downloads)},
        )
        self._ask("script.addPreloadScript", functionDeclaration=f"() => {{ {PRELOAD} }}", userContexts=[self._user])
        self._window = {"width": 1280, "height": 900}
        self._tab = ""
        self.another_tab()

    def go(self, address: str) -> None:
        self._ask("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def reload(self) -> None:
        self._ask("browsingContext.reload", context=self._tab, wait="complete")

    def back(self) -> None:
        self._walk(-1)

    def forward(self) -> None:
        self._walk(1)

    def _walk(self, steps: int) -> None:
        """BiDi says that it went before the page is there."""
        here = "performance.timeOrigin + location.href"
        was = self.run(f"return {here}")
        self._ask("browsingContext.traverseHistory", context=self._tab, delta=steps)
        end = time.monotonic() + ANSWER_LIMIT
        arrived = f"return document.readyState === 'complete' && {here}"
        while time.monotonic() < end:
            try:
                if self.run(arrived) not in (False, was):
                    return
            except RuntimeError:
                pass  # between two pages there is nobody to ask
            time.sleep(0.05)
        raise AssertionError("there is no such page to go to")

    def _call(self, declaration: str, *arguments: Any) -> Any:
        made = self._ask(
            "script.callFunction",
            functionDeclaration=declaration,
            awaitPromise=True,
            target={"context": self._tab},
            arguments=list(arguments),
        )
        if made["type"] == "exception":
            raise RuntimeError(made["exceptionDetails"]["text"])
        return made["result"]

    def run(self, script: str, *arguments: Any) -> Any:
        return answer(self._call(function(script), {"type": "string", "value": json.dumps(arguments)})["value"])

    def _element(self, script: str, arguments: tuple[Any, ...]) -> dict[str, str]:
        call = f"function (given) {{ return (function () {{ {script} }}).apply(null, JSON.parse(given)); }}"
        found = self._call(call, {"type": "string", "value": json.dumps(arguments)})
        return {"sharedId": found["sharedId"]}

    def click(self, x: float, y: float) -> None:
        self._act(
            {
                "type": "pointer",
                "id": "mouse",
                "parameters": {"pointerType": "mouse"},
                "actions": [
                    {"type": "pointerMove", "x": int(x), "y": int(y)},
                    {"type": "pointerDown", "button": 0},
                    {"type": "pointerUp", "button": 0},
                ],
            }
        )

    def type(self, words: str) -> None:
        self._act(_strokes([(word,) for word in words]))

    def press(self, key: str) -> None:
        self._act(_strokes([tuple(KEYS.get(one, one) for one in key.split("+"))]))

    def _act(self, actions: dict[str, Any]) -> None:
        self._ask("input.performActions", context=self._tab, actions=[actions])

    def choose(self, path: Path, script: str, *arguments: Any) -> None:
        self._ask("input.setFiles", context=self._tab, element=self._element(script, arguments), files=[str(path)])

    def says(self, role: str, name: str, script: str, *arguments: Any) -> bool:
        around = self._element(f"return (function () {{ {script} }}).apply(null, arguments).parentElement", arguments)
        found = self._ask(
            "browsingContext.locateNodes",
            context=self._tab,
            locator={"type": "accessibility", "value": {"role": role, "name": name}},
            startNodes=[around],  # of a page of ours, it would look at thousands of parts
        )
        return self._element(script, arguments)["sharedId"] in [one["sharedId"] for one in found["nodes"]]

    def size(self, width: int, height: int) -> None:
        self._window = {"width": width, "height": height}
        self._ask("browsingContext.setViewport", context=self._tab, viewport=self._window)

    def tab(self) -> str:
        return self._tab

    def another_tab(self) -> str:
        self._tab = self._ask("browsingContext.create", type="tab", userContext=self._user)["context"]
        self.size(**self._window)
        return self._tab

    def to_tab(self, tab: str) -> None:
        self._tab = tab
        self._ask("browsingContext.activate", context=tab)

    def close_tab(self) -> None:
        self._ask("browsingContext.close", context=self._tab)

    def print(self, path: Path, paper: str = "A4") -> None:
        width, height = (length / 10 for length in PAPERS[paper])  # BiDi counts in centimetres
        made = self._ask(
            "browsingContext.print",
            context=self._tab,
            page={"width": width, "height": height},
            margin=dict.fromkeys(("top", "bottom", "left", "right"), MARGIN / 10),
        )
        path.write_bytes(base64.b64decode(made["data"]))

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self._ask("browsingContext.captureScreenshot", context=self._tab)["data"]))

    def end(self) -> None:
        self._ask("browser.removeUserContext", userContext=self._user)


def _strokes(chords: list[tuple[str, ...]]) -> dict[str, Any]:
    """Keys one after another; those of one chord are held together."""
    strokes: list[dict[str, str]] = []
    for chord in chords:
        strokes += [{"type": "keyDown", "value": key} for key in chord]
        strokes += [{"type": "keyUp", "value": key} for key in reversed(chord)]
    return {"type": "key", "id": "keys", "actions": strokes}


@contextmanager
def running(path: str, scripts: bool = True) -> Iterator[Firefox]:
    """A Firefox for as long as the block runs."""
    started = Firefox(path, scripts)
    try:
        yield started
    finally:
        started.end()
