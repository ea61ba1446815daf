"""How is Chromium driven? By Playwright, as in all other tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Download
from playwright.sync_api import Page as Tab

from .driver import MARGIN, PAPERS, PRELOAD, answer, function


class Chromium:
    """One person's Chromium: a context of a browser that runs already."""

    kind = "chromium"

    def __init__(self, browser: Browser, downloads: Path, scripts: bool = True) -> None:
        self.downloads = downloads
        self._context = browser.new_context(
            java_script_enabled=scripts,
            accept_downloads=True,
            no_viewport=False,
            viewport={"width": 1280, "height": 900},
        )
        self._context.add_init_script(PRELOAD)
        self._tabs: dict[str, Tab] = {}
        self._count = 0
        self._tab = ""
        self.another_tab()

    @property
    def _front(self) -> Tab:
        return self._tabs[self._tab]

    def go(self, address: str) -> None:
        self._front.goto(address)

    def reload(self) -> None:
        self._front.reload()

    def back(self) -> None:
        self._front.go_back()

    def forward(self) -> None:
        self._front.go_forward()

    def run(self, script: str, *arguments: Any) -> Any:
        return answer(self._front.evaluate(f"given => ({function(script)})(given)", json.dumps(arguments)))

    def click(self, x: float, y: float) -> None:
        self._front.mouse.click(x, y)

    def type(self, words: str) -> None:
        self._front.keyboard.type(words)

    def press(self, key: str) -> None:
        self._front.keyboard.press(key)

    def choose(self, path: Path, script: str, *arguments: Any) -> None:
        field = self._front.evaluate_handle(f"given => (function () {{ {script} }}).apply(null, given)", arguments)
        element = field.as_element()
        assert element
        element.set_input_files(path)

    def says(self, role: str, name: str, script: str, *arguments: Any) -> bool:
        asked: CDPSession = self._context.new_cdp_session(self._front)
        call = f"(function () {{ {script} }}).apply(null, {json.dumps(arguments)})"
        found = asked.send("Runtime.evaluate", {"expression": call})["result"]["objectId"]
        tree = asked.send("Accessibility.getPartialAXTree", {"objectId": found, "fetchRelatives": False})
        asked.detach()
        node = tree["nodes"][0]
        return bool(node["role"]["value"].lower() == role and node["name"]["value"] == name)

    def size(self, width: int, height: int) -> None:
        self._front.set_viewport_size({"width": width, "height": height})

    def tab(self) -> str:
        return self._tab

    def another_tab(self) -> str:
        size = self._front.viewport_size if self._tabs and self._tab in self._tabs else None
        made = self._context.new_page()
        made.on("download", self._take)
        if size:
            made.set_viewport_size(size)
        self._count += 1
        self._tab = str(self._count)
        self._tabs[self._tab] = made
        return self._tab

    def _take(self, download: Download) -> None:
        download.save_as(self.downloads / download.suggested_filename)

    def to_tab(self, tab: str) -> None:
        self._tab = tab
        self._front.bring_to_front()

    def close_tab(self) -> None:
        self._tabs.pop(self._tab).close(run_before_unload=True)

    def print(self, path: Path, paper: str = "A4") -> None:
        width, height = PAPERS[paper]
        edge = f"{MARGIN}mm"
        self._front.pdf(
            path=path,
            width=f"{width}mm",
            height=f"{height}mm",
            margin={"top": edge, "bottom": edge, "left": edge, "right": edge},
        )

    def picture(self, path: Path) -> None:
        self._front.screenshot(path=path)

    def end(self) -> None:
        self._context.close()
