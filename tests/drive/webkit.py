"""How is WebKit driven? WebKitWebDriver drives a small browser of our own (view.py) on a screen that nobody sees."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from selenium.webdriver import ActionChains, WebKitGTK
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from .driver import KEYS, MARGIN, PAPERS, PRELOAD

VIEW = Path(__file__).with_name("view.py")
PRINT_LIMIT = 30.0  # seconds
# A screen without a graphics card, and no bubble of its own in a container.
SETTINGS = {
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
}


@contextmanager
def screen() -> Iterator[str]:
    """The number of a screen that nobody sees, for as long as the block runs."""
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1300x24", "-nolisten", "tcp"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout
        yield f":{process.stdout.readline().strip()}"
    finally:
        process.terminate()
        process.wait()


class WebKit:
    """One person's browser with WebKit in it: a process of its own."""

    kind = "webkit"

    def __init__(self, python: str, display: str, downloads: Path, scripts: bool = True) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="webkit-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name)  # short: a socket has no long name
        (folder / "watch.js").write_text(PRELOAD, encoding="utf-8")
        (folder / "downloads").symlink_to(downloads.absolute())
        self.downloads = downloads
        options = Options()
        options.binary_location = python
        options.add_argument(str(VIEW))
        options.add_argument(str(folder))
        if not scripts:
            options.add_argument("--no-scripts")
        options.set_capability("browserName", "view")
        service = Service(shutil.which("WebKitWebDriver"), env={**os.environ, **SETTINGS, "DISPLAY": display})
        self._driver = WebKitGTK(options=options, service=service)

    def go(self, address: str) -> None:
        self._driver.get(address)

    def reload(self) -> None:
        self._driver.refresh()

    def back(self) -> None:
        self._driver.back()

    def forward(self) -> None:
        self._driver.forward()

    def run(self, script: str, *arguments: Any) -> Any:
        return self._driver.execute_script(script, *arguments)

    def click(self, x: float, y: float) -> None:
        actions = ActionBuilder(self._driver)
        actions.pointer_action.move_to_location(int(x), int(y)).click()  # type: ignore[no-untyped-call]
        actions.perform()

    def type(self, words: str) -> None:
        ActionChains(self._driver, duration=0).send_keys(words).perform()

    def press(self, key: str) -> None:
        chain = ActionChains(self._driver, duration=0)
        keys = [KEYS.get(one, one) for one in key.split("+")]
        for one in keys:
            chain.key_down(one)
        for one in reversed(keys):
            chain.key_up(one)
        chain.perform()

    def choose(self, path: Path, script: str, *arguments: Any) -> None:
        self._driver.execute_script(script, *arguments).send_keys(str(path))

    def says(self, role: str, name: str, script: str, *arguments: Any) -> bool:
        element = self._driver.execute_script(script, *arguments)
        return bool(element.aria_role == role and element.accessible_name == name)

    def size(self, width: int, height: int) -> None:
        self._driver.set_window_rect(0, 0, width, height)

    def tab(self) -> str:
        return self._driver.current_window_handle

    def another_tab(self) -> str:
        rect = self._driver.get_window_rect()
        self._driver.switch_to.new_window("window")
        self.size(rect["width"], rect["height"])
        return self.tab()

    def to_tab(self, tab: str) -> None:
        self._driver.switch_to.window(tab)

    def close_tab(self) -> None:
        self._driver.close()

    def print(self, path: Path, paper: str = "A4") -> None:
        """Now and then this engine leaves one page of a print empty, and has it in the next. What is empty twice is so
        by our own fault."""
        self._print(path, paper)
        if not all(page.extract_text().strip() for page in PdfReader(path).pages):
            self._print(path, paper)

    def _print(self, path: Path, paper: str) -> None:
        width, height = PAPERS[paper]
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(PRINT_LIMIT)
            line.connect(str(Path(self._folder.name) / "ask"))
            line.sendall(
                json.dumps(
                    {
                        "address": self._driver.current_url,
                        "print": str(path),
                        "width": width,
                        "height": height,
                        "margin": MARGIN,
                    }
                ).encode()
                + b"\n"
            )
            said = line.makefile().readline().strip()
        assert said == "printed", said

    def picture(self, path: Path) -> None:
        self._driver.save_screenshot(str(path))

    def end(self) -> None:
        self._driver.quit()
        self._folder.cleanup()
