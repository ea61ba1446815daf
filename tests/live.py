"""What does somebody see while they write? A builder that serves the guide and shows each edit."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

LONGEST = 60.0  # seconds for a busy machine; the benchmark says how long it takes on a quiet one


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


class Served:
    """The guide, shown by a builder while its files are edited."""

    def __init__(self, engine: str, project: Path, by_macros: bool = False) -> None:
        self.project = project
        port = free_port()
        self.edited = 0  # the second of the last edit
        self.address = f"http://127.0.0.1:{port}/"
        self.log = (project / "log.txt").open("w", encoding="utf-8")
        at = f"127.0.0.1:{port}"
        command = ["macros", "serve", "--engine", engine, "--address", at] if by_macros else [engine, "serve", "-a", at]
        self.process = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=project,
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )

    def page(self, name: str = "later-days/") -> str:
        """What a page says now; empty when there is no answer."""
        try:
            with urllib.request.urlopen(self.address + name, timeout=5) as answer:
                text: str = answer.read().decode("utf-8")
                return text
        except OSError:
            return ""

    def wait(self, ready: Callable[[str], object]) -> str:
        """The page as soon as it is ready."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            assert self.process.poll() is None, (self.project / "log.txt").read_text(encoding="utf-8")
            if ready(text := self.page()):
                return text
            time.sleep(0.1)
        raise AssertionError("it did not come\n" + (self.project / "log.txt").read_text(encoding="utf-8")[-3000:])

    def settle(self) -> None:
        """Wait until the second of the last edit is over: Zensical tells two saves apart by whole seconds."""
        while int(time.time()) <= self.edited:
            time.sleep(0.02)

    def edit(self, old: str, new: str, path: str) -> None:
        """Change a file as a careful editor does: in one step, so that no builder finds it empty or half written.

        Zensical would read the empty file, and not the words that come in the same second.
        """
        whole = (self.project / path).read_text(encoding="utf-8")
        assert old in whole
        self.save(whole.replace(old, new, 1), path)

    def again(self, path: str) -> None:
        """Save a file once more as it is."""
        self.save((self.project / path).read_text(encoding="utf-8"), path)

    def save(self, text: str, path: str) -> None:
        """Put a text in place of a file, in one step."""
        self.settle()
        saved = self.project.parent / "saved.tmp"
        saved.write_text(text, encoding="utf-8")
        saved.replace(self.project / path)
        self.edited = int(time.time())

    def stop(self) -> None:
        """End it, and wait until it has ended."""
        self.process.terminate()
        self.process.wait(20)
        self.log.close()
