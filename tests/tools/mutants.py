"""Which changes of the code does no test notice? Each is made in a copy of the project, and those that survive are listed.

make mutants                      all of it, in some hours, into build/mutants.txt
make mutants ARGS='rules record'  the files of these names
make mutants ARGS='--plan'        what would be tried, without trying it

What can be changed is written in changes.py. A change that makes no difference to anybody stands in mutants.yml, with
its reason.
"""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.tools import trial
from tests.tools.changes import Mutant, mutants

CORE, CONTENT = "overrides/assets/js/core", "macros/content"
# Each file with the tests that are about it, the quick ones first.
TRIED = {
    f"{CONTENT}/validate.py": ("validate", "construct", "yaml_source", "broken", "typing_advice", "loader"),
    f"{CONTENT}/rules.py": ("broken", "loader"),
    f"{CONTENT}/references.py": ("broken", "loader", "links"),
    f"{CONTENT}/construct.py": ("construct", "sheet_data", "loader", "render"),
    f"{CONTENT}/anchors.py": ("loader", "broken", "links"),
    f"{CONTENT}/yaml_reader/yaml_slips.py": ("yaml_source", "broken", "typing_advice"),
    f"{CORE}/record.js": ("record",),
    f"{CORE}/saved-file.js": ("record",),
    f"{CORE}/answers.js": ("export",),
    f"{CORE}/export.js": ("export",),
}
LIMIT = 4  # a mutant may take so many times as long as the tests do without one, and half a minute more


class Watch:
    """A plugin of pytest: the tests that noticed others come first, and the first that fails is named."""

    def __init__(self, first: Sequence[str]) -> None:
        self.first = {name: place for place, name in enumerate(first)}
        self.noticed = ""

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        items.sort(key=lambda item: self.first.get(item.nodeid, len(self.first)))

    def pytest_collectreport(self, report: Any) -> None:
        self.noticed = self.noticed or (report.nodeid if report.failed else "")

    pytest_runtest_logreport = pytest_collectreport


def noticed(project: Path, tests: Sequence[str], first: Sequence[str], seconds: int) -> str:
    """The test that notices what was done to a project; "" when none does. In a process of its own, for so long."""

    def ask() -> tuple[int, str]:
        watch = Watch(first)
        files = [str(found) for name in tests for found in (project / "tests").rglob(f"test_{name}.py")]
        return trial.tested(project, ["-x", *files], watch), watch.noticed

    told = trial.apart(ask, seconds)
    silent = "" if not told.status else "it took too long" if told.late else "nothing runs any more"
    return told.words or silent


def tried(project: Path, path: str, fresh: list[Mutant]) -> Iterator[Mutant]:
    """The changes of a file that no test notices, one by one."""
    file, tests = project / path, TRIED[path]
    code = file.read_text(encoding="utf-8")
    begun = time.monotonic()
    if red := noticed(project, tests, (), 3600):
        raise SystemExit(f"A test fails where nothing was changed: {red}")
    seconds = int(LIMIT * (time.monotonic() - begun)) + 30
    first: list[str] = []
    for number, one in enumerate(fresh, 1):
        file.write_text(one.code, encoding="utf-8")
        os.utime(file, (number, number))  # Python knows a file that changed by its time, in seconds
        name = noticed(project, tests, first, seconds)
        first = [name, *(other for other in first if other != name)] if name else first
        if not name:
            yield one
        print(f"\r{path}: {number} of {len(fresh)}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    file.write_text(code, encoding="utf-8")


def same(path: str) -> set[tuple[str, str]]:
    """The changes of a file that make no difference: what stood there, and what stands there then."""
    listed = yaml.safe_load((ROOT / "tests" / "tools" / "mutants.yml").read_text(encoding="utf-8"))
    return {(one["before"], one["after"]) for one in listed if one["file"] == path}


def main() -> int:
    """Try what is asked for, and list what is left."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("names", nargs="*", help="files, such as rules or record; all when none is named")
    ask.add_argument("--plan", action="store_true", help="list each change, and try none")
    asked = ask.parse_args()
    made = {
        path: mutants(path, (ROOT / path).read_text(encoding="utf-8"))
        for path in TRIED
        if not asked.names or Path(path).stem in asked.names
    }
    if asked.plan:
        print("\n".join(one.shown(path) for path, all_ in made.items() for one in all_))
        return 0
    for name in ("pytest", "hypothesis", "playwright.sync_api", "py_mini_racer"):
        importlib.import_module(name)  # once, and not in each try
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    report = ROOT / "build" / "mutants.txt"
    report.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, report.open("w", encoding="utf-8") as out:

        def say(words: str) -> None:
            print(words, flush=True)
            print(words, file=out, flush=True)

        project = trial.copied(Path(folder))
        for path, all_ in made.items():
            fresh = [one for one in all_ if (one.before, one.after) not in same(path)]
            left = 0
            for one in tried(project, path, fresh):
                left += 1
                say(one.shown(path))
            counts = f"{len(all_)} made, {len(fresh) - left} caught, {left} left"
            say(f"{path}: {counts}, and {len(all_) - len(fresh)} that make no difference\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
