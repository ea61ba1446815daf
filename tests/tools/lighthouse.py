"""What does Lighthouse say of a page on a telephone? Scores of four kinds, and the name of what it finds.

Lighthouse is a program for Node. `npx` fetches the version named here into its own store, and nothing into the project.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests import browsers

# The last one that runs with Node 20. Node 18.16 will do as well.
VERSION = "12.8.2"
LIMIT = 300  # seconds for one page, or for fetching Lighthouse
KINDS = ("performance", "accessibility", "best-practices", "seo")


@dataclass
class Scores:
    """The scores of one page, a round each, and what was found."""

    by_kind: dict[str, list[int]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    found: set[str] = field(default_factory=set)

    def add(self, report: dict[str, Any]) -> None:
        """Take in the report of one round."""
        for kind in KINDS:
            self.by_kind[kind].append(round(100 * (report["categories"][kind]["score"] or 0)))
            if kind != "performance":
                self.found |= set(_failed(report, kind))

    def row(self) -> tuple[str, ...]:
        """Performance with its spread, the other three, and what was found."""
        speed = self.by_kind["performance"]
        rest = (f"{min(self.by_kind[kind])}" for kind in KINDS[1:])
        return f"{statistics.median(speed):.0f}", f"{min(speed)} to {max(speed)}", *rest, ", ".join(sorted(self.found))


def _failed(report: dict[str, Any], kind: str) -> Iterator[str]:
    """The audits that cost a page points."""
    for one in report["categories"][kind]["auditRefs"]:
        score = report["audits"][one["id"]]["score"]
        if one["weight"] and score is not None and score < 1:
            yield one["id"]


def missing() -> str:
    """Why Lighthouse cannot run here, in one line; empty when it can."""
    if not shutil.which("npx"):
        return "Lighthouse is left out: it needs Node (nodejs.org), and there is no npx here."
    if not browsers.find():
        return "Lighthouse is left out: there is no browser that starts."
    done = _lighthouse("--version")
    return "" if done.stdout.strip() == VERSION else f"Lighthouse is left out: it does not start. {_last(done.stderr)}"


def measured(addresses: dict[str, str], rounds: int) -> dict[str, Scores]:
    """Each address once, then each again: what slows the machine slows all of them alike."""
    found = {name: Scores() for name in addresses}
    for _ in range(rounds):
        for name, address in addresses.items():
            found[name].add(_report(address))
    return found


def _report(address: str) -> dict[str, Any]:
    """What Lighthouse says of a page. RuntimeError when it says nothing."""
    flags = " ".join(["--headless=new", *browsers.launch_arguments()])
    done = _lighthouse(
        address, "--output=json", "--quiet", f"--only-categories={','.join(KINDS)}", f"--chrome-flags={flags}"
    )
    if done.returncode:
        raise RuntimeError(f"Lighthouse on {address}: {_last(done.stderr)}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _lighthouse(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run it in a folder of its own, so that it leaves nothing in the project."""
    npx = shutil.which("npx") or "npx"
    with tempfile.TemporaryDirectory(prefix="lighthouse-", ignore_cleanup_errors=True) as folder:
        command = [npx, "--yes", f"lighthouse@{VERSION}", *arguments]
        try:
            return subprocess.run(
                command,
                cwd=folder,
                check=False,
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=LIMIT,
                env={**os.environ, "CHROME_PATH": browsers.find() or ""},
            )
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, 1, "", f"It took more than {LIMIT} seconds.")


def _last(said: str) -> str:
    """The last line of what was said: it holds the reason."""
    return next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "It gives no reason.")
