"""Are the scripts of the guide laid out alike, is there no slip in them, and do they fit together? `make lint` asks.

The tools are programs for Node. `npx` fetches the versions named here into its own store, and nothing into the project.
The guide itself needs no Node: where there is none, or no network to fetch the tools, this says so and is done.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIOME = "@biomejs/biome@2.6.8"
TYPESCRIPT = "typescript@6.0.3"
PROJECTS = ("tsconfig.json", "tests/js/tsconfig.worker.json")  # what pages run, and what runs beside them
FETCHED_IN = 180  # seconds, or not at all


def asked(npx: str, package: str, *command: str) -> list[str]:
    """What to start for a tool of a package, which `npx` brings."""
    return [npx, "--yes", "--prefer-offline", "--fetch-retries=1", f"--package={package}", "--", *command]


def run(npx: str, package: str, *command: str, folder: Path) -> int:
    """Run a tool in a folder, and give its exit status."""
    return subprocess.run(asked(npx, package, *command), cwd=folder, check=False).returncode


def missing(npx: str) -> str:
    """Why one of the tools cannot be had here; empty when all can."""
    for package, command in ((BIOME, "biome"), (TYPESCRIPT, "tsc")):
        try:
            subprocess.run(
                asked(npx, package, command, "--version"),
                cwd=ROOT,
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=FETCHED_IN,
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as problem:
            return f"{problem} {getattr(problem, 'stderr', b'')!r}"
    return ""


def look(npx: str, folder: Path = ROOT) -> int:
    """Look at every script in a folder. 0: all is well."""
    if run(npx, BIOME, "biome", "check", "--error-on-warnings", folder=folder):
        print(f"To lay them out: npx {BIOME} check --write", file=sys.stderr)
        return 1
    wrong = [run(npx, TYPESCRIPT, "tsc", "--project", project, folder=folder) for project in PROJECTS]
    return int(any(wrong))


def main() -> int:
    """0: all is well, or there is nothing here to look with."""
    npx = shutil.which("npx")
    if not npx:
        print("The scripts were not looked at: that needs Node (nodejs.org), and there is no npx here.")
        return 0
    if missing(npx):
        print("The scripts were not looked at: npx could not fetch or start the tools for that.")
        return 0
    return look(npx)


if __name__ == "__main__":
    sys.exit(main())
