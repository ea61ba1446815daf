"""Are the scripts of the guide laid out alike, and is there no slip in them? `make lint` asks.

The tools are programs for Node. `npx` fetches the versions named here into its own store, and nothing into the project.
The guide itself needs no Node: where there is none, or no network to fetch the tools, this says so and is done.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIOME = "@biomejs/biome@2.6.8"
FETCHED_IN = 180  # seconds, or not at all


def run(npx: str, package: str, *command: str, quiet: bool = False) -> int:
    """The exit status of a tool of a package, which `npx` brings."""
    where = subprocess.DEVNULL if quiet else None
    asked = [npx, "--yes", "--prefer-offline", f"--package={package}", "--", *command]
    try:
        return subprocess.run(
            asked, cwd=ROOT, stdout=where, stderr=where, timeout=FETCHED_IN if quiet else None, check=False
        ).returncode
    except (OSError, subprocess.TimeoutExpired):
        return 1


def main() -> int:
    """Look at every script. 0: all is well, or there is nothing here to look with."""
    npx = shutil.which("npx")
    if not npx:
        print("The scripts were not looked at: that needs Node (nodejs.org), and there is no npx here.")
        return 0
    if run(npx, BIOME, "biome", "--version", quiet=True):
        print("The scripts were not looked at: npx could not fetch or start the tools for that.")
        return 0
    if run(npx, BIOME, "biome", "check", "--error-on-warnings"):
        print(f"To lay them out: npx {BIOME} format --write", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
