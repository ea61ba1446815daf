"""Does each mended fault have a test that fails without its mending? Each mending is taken away in a copy, one by one.

make unmended                     all of it, in an hour or two
make unmended ARGS='back button'  the faults that say these words
make unmended ARGS='--list'       what went wrong, and which test keeps it from coming back

The faults stand in unmended/*.yml: what went wrong for a person, what stands in a file since then, what is put in its
place, and the test that must notice. It does so by an assertion: a copy that does not build any more proves nothing.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import re
import signal
import sys
import tempfile
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from macros.site import basket_file
from tests import shared
from tests.tools import trial

FOLDER = ROOT / "tests" / "unmended"
LIMIT = 900  # seconds for one fault; a site may have to be built, and a browser may wait in vain
TOGETHER = 5400  # seconds for all tests, where nothing was changed
# A site whose scripts and styles lie there as they are written is built once: each change is put into it.
SITE, ASSETS = ".site", "overrides/assets/"
BY_BROWSER = ("tests/browser/test_", "tests/paper/test_journey_paper", "tests/paper/test_print_room")
NOTICED, FAILED, PASSED, SKIPPED = "noticed", "failed", "passed", "skipped"


class Change(NamedTuple):
    """A text that stands once in a file since the fault was mended, and what is put in its place."""

    file: str
    mended: str
    unmended: str


class Fault(NamedTuple):
    """What went wrong for a person, how to let it go wrong again, and the test that must notice."""

    group: str
    wrong: str
    changes: tuple[Change, ...]
    test: str
    only: str = ""
    weekly: bool = False

    @property
    def is_of_assets(self) -> bool:
        """Whether only scripts and styles are other ones, and how they are met in a browser is what is asked."""
        return self.test.startswith(BY_BROWSER) and all(one.file.startswith(ASSETS) for one in self.changes)

    def asks(self, node: str) -> bool:
        """Whether a test of this name is the one."""
        return node.partition("[")[0] == self.test and self.only in node


def faults(folder: Path = FOLDER) -> list[Fault]:
    """Each fault that is written down, group by group."""
    return [
        Fault(
            path.stem,
            one["wrong"],
            tuple(Change(**change) for change in one["changes"]),
            one["test"],
            str(one.get("only", "")),
            bool(one.get("weekly")),
        )
        for path in sorted(folder.glob("*.yml"))
        for one in yaml.safe_load(path.read_text(encoding="utf-8")) or ()
    ]


def places(code: str, text: str) -> list[tuple[int, int, str]]:
    """Where a text stands: from, to, and how far it stands in. Lines may stand in further, all of them as far."""
    lines = [re.escape(line) for line in text.split("\n")]
    if len(lines) == 1:
        return [(found.start(), found.end(), "") for found in re.finditer(lines[0], code)]
    more = "".join(rf"\n(?P=pad){line}" if line else r"\n[ \t]*" for line in lines[1:])
    found = re.finditer(rf"^(?P<pad>[ \t]*){lines[0]}{more}$", code, re.MULTILINE)
    return [(one.start(), one.end(), one["pad"]) for one in found]


def without(code: str, change: Change) -> str:
    """The code of a file as it would be without a mending. ValueError when the mending is not there once."""
    found = places(code, change.mended)
    if len(found) != 1:
        message = f"{change.file} says this {len(found)} times, and not once: {change.mended}"
        raise ValueError(message)
    ((begin, end, pad),) = found
    instead = "\n".join(f"{pad}{line}" if line else "" for line in change.unmended.split("\n"))
    return code[:begin] + instead + code[end:]


def changed(fault: Fault, project: Path) -> dict[Path, str]:
    """Each file of a project that a fault changes, as it would be without the mending."""
    made: dict[Path, str] = {}
    for change in fault.changes:
        path = project / change.file
        made[path] = without(made.get(path) or path.read_text(encoding="utf-8"), change)
    return made


class Watch:
    """A plugin of pytest: it runs the tests that faults name and no other, and says how each ended.

    `first`: one that notices is enough.
    """

    def __init__(self, asked: Sequence[Fault], first: bool) -> None:
        self.asked = asked
        self.first = first
        self.ended: dict[str, tuple[str, str]] = {}

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Leave out what no fault names."""
        kept = [item for item in items if any(fault.asks(item.nodeid) for fault in self.asked)]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """What cannot even be collected has failed."""
        if report.failed:
            self.ended[report.nodeid] = (FAILED, last_line(str(report.longrepr)))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: Any) -> Generator[None, Any, Any]:
        """How a test ended: the first that is not well is what is told of it."""
        report = yield
        if report.passed and call.when == "call":
            self.ended.setdefault(item.nodeid, (PASSED, ""))
        elif report.skipped:
            self.ended.setdefault(item.nodeid, (SKIPPED, str(call.excinfo.value) if call.excinfo else ""))
        elif report.failed:
            by_assertion = call.when == "call" and asserts(call.excinfo.value)
            said = last_line(f"{call.excinfo.typename}: {call.excinfo.value}")
            if self.ended.get(item.nodeid, (PASSED,))[0] == PASSED:
                self.ended[item.nodeid] = (NOTICED if by_assertion else FAILED, said)
            if by_assertion and self.first:
                item.session.shouldstop = NOTICED
        return report


def asserts(error: BaseException) -> bool:
    """Whether a test says by this that something is not so: it asserted, or waited for something that did not come."""
    if isinstance(error, (AssertionError, pytest.fail.Exception)):
        return True
    parts = getattr(error, "exceptions", ())  # Hypothesis tells of several at once
    return type(error).__name__ == "TimeoutError" or (bool(parts) and all(asserts(part) for part in parts))


def last_line(words: str) -> str:
    """The beginning of what an error says, on one line."""
    return " ".join(words.split())[:200]


def ended(project: Path, asked: Sequence[Fault], seconds: int, first: bool = False) -> dict[str, tuple[str, str]]:
    """How each test ended that these faults name, in a process of its own. TimeoutError when it took too long."""

    def ask() -> tuple[int, str]:
        if any(change.file.endswith(".py") for fault in asked for change in fault.changes):
            # Python knows a file that changed by its time, in seconds: it shall remember none.
            os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
            sys.dont_write_bytecode = True
        if all(fault.is_of_assets for fault in asked):
            os.environ["SITE_OF_MADE_UP"] = str(project / SITE / "site")
        watch = Watch(asked, first)
        how = ["--hypothesis-profile=first"] if first and (project / "tests" / "conftest.py").is_file() else []
        how += ["--weekly"] if any(fault.weekly for fault in asked) else []
        files = sorted({str(project / fault.test.partition("::")[0]) for fault in asked})
        trial.tested(project, [*how, *files], watch)
        return 0, json.dumps(watch.ended)

    told = trial.apart(ask, seconds)
    if told.late:
        raise TimeoutError
    return {node: (how, said) for node, (how, said) in json.loads(told.words or "{}").items()}


def put(project: Path, made: dict[Path, str]) -> None:
    """Write files of a project, and what a built site and its copy for a stick have of them."""
    for path, code in made.items():
        was = path.read_text(encoding="utf-8")
        path.write_text(code, encoding="utf-8")
        for site in (project / SITE / "site", *(project / SITE / "copy").glob("*")):
            for name in (basket_file.BASKET, basket_file.TRYING):  # which hold scripts of others, one after the other
                if (whole := site / name).is_file():
                    whole.write_text(whole.read_text(encoding="utf-8").replace(was, code), encoding="utf-8")
            there = site / path.relative_to(project / "overrides") if ASSETS in path.as_posix() else path
            if there.is_file():
                there.write_text(code, encoding="utf-8")


def with_site(project: Path) -> None:
    """Build the made-up guide in a copy of the project, with each script and each style as it is written."""
    (project / SITE).mkdir()
    shared.made_up_project(project / SITE)
    code = "import sys; from macros.site import build; build.join = build.prune = build.prune_own = lambda site: None; "
    code += "from macros.commands import main; sys.exit(main(['build']))"
    done = shared.run("-c", code, cwd=project / SITE, PAPER="no", PYTHONPATH="")
    if done.returncode:
        raise SystemExit(done.stdout)


def outcome(fault: Fault, project: Path) -> tuple[bool, str]:
    """Whether the test of a fault fails when its mending is taken away in a copy of the project; and a line about it."""
    made = changed(fault, project)
    before = {path: path.read_text(encoding="utf-8") for path in made}
    try:
        put(project, made)
        said = ended(project, [fault], LIMIT, first=True)
    except TimeoutError:
        return False, f"it took more than {LIMIT} seconds"
    finally:
        put(project, before)
    for how in (NOTICED, FAILED):
        for node, (was, words) in said.items():
            if was == how:
                return how == NOTICED, words if how == NOTICED else f"{node} fails, but not by an assertion: {words}"
    return False, "its test passes without the mending" if said else "its test does not run any more"


def at_first(fault: Fault, said: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """How the test of a fault ends where nothing was changed: FAILED, PASSED or SKIPPED, and a line about it."""
    mine = {node: one for node, one in said.items() if fault.asks(node) or node == fault.test.partition("::")[0]}
    for node, (how, words) in mine.items():
        if how in (NOTICED, FAILED):
            return FAILED, f"{node} fails where nothing was changed: {words}"
    if any(how == PASSED for how, _ in mine.values()):
        return PASSED, ""
    if mine:
        return SKIPPED, "; ".join({words for _, words in mine.values()})
    return FAILED, f"there is no such test: {fault.test} {fault.only}"


def main() -> int:
    """Take away each mending that is asked for, and say which of them nobody notices."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("words", nargs="*", help="words of a fault, of its group or its test; all when none is said")
    ask.add_argument("--list", action="store_true", help="list the faults, and try none")
    asked = ask.parse_args()
    wanted = [
        fault
        for fault in faults()
        if all(word in f"{fault.group} {fault.wrong} {fault.test}" for word in " ".join(asked.words).split())
    ]
    if asked.list or not wanted:
        print("\n".join(f"{fault.wrong}\n  {fault.test}" for fault in wanted) or "No fault says these words.")
        return 0 if wanted else 1
    for name in ("hypothesis", "playwright.sync_api", "py_mini_racer"):
        importlib.import_module(name)  # once, and not in each try
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory() as folder:
        return tried(wanted, trial.copied(Path(folder)))


def tried(wanted: Sequence[Fault], project: Path) -> int:
    """Try faults in a copy of the project, and say how each went: 1 when one of them is not noticed."""
    groups: dict[tuple[bool, bool], list[Fault]] = {}
    for fault in wanted:
        groups.setdefault((fault.is_of_assets, fault.weekly), []).append(fault)
    if any(is_of_assets for is_of_assets, _ in groups):
        with_site(project)
    now = {node: one for group in groups.values() for node, one in ended(project, group, TOGETHER).items()}
    counts = {"noticed": 0, "LIVES": 0, "not tried": 0}
    for number, fault in enumerate(wanted, 1):
        how, words = at_first(fault, now)
        noticed, words = outcome(fault, project) if how == PASSED else (False, words)
        result = "noticed" if noticed else "not tried" if how == SKIPPED else "LIVES"
        counts[result] += 1
        print(f"{number}/{len(wanted)} {result}: {fault.wrong} ({fault.group})\n    {words}", flush=True)
    print(", ".join(f"{many} {result}" for result, many in counts.items()))
    return 1 if counts["LIVES"] else 0


if __name__ == "__main__":
    sys.exit(main())
