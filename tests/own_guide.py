"""Which tests look at the guide of this copy? Those marked `own`; any other that reads a file of it fails.

Code is tried on the made-up guide. So what a fork writes in `marks/` can turn red only what looks there, and `make forks`
runs these alone. A test is marked by itself where a fixture brings it the guide, or where its module reads it at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.shared import ROOT

MARKER = "own"
FIXTURES = {"own_site", "own_address", "either_address"}
ONCE_A_WEEK = {"guide", "top"}  # those of journeys.py, which go through the made-up guide each other day
WATCHED = tuple(f"{ROOT / part}{os.sep}" for part in ("marks", "docs"))
# The made-up guide has the words of the interface from here, and what the schema says follows from the code.
NOT_WATCHED = tuple(f"{ROOT / 'marks' / part}" for part in ("words.yml", "schema"))
_found: list[str] = []  # what was read since somebody asked


def _look(event: str, details: tuple[Any, ...]) -> None:
    """Notice a file of the guide that is opened, a folder of it that is listed, or a command that reads all of it."""
    if event in ("open", "os.scandir", "os.listdir") and isinstance(details[0], str | bytes | os.PathLike):
        path = Path(os.fsdecode(details[0]))
        if event == "open" and details[1] is None and not path.is_absolute():
            return  # a name in a folder that was opened before
        where = f"{path.absolute()}{os.sep}"
        if where.startswith(WATCHED) and not where.startswith(NOT_WATCHED):
            _found.append(str(path))
    elif event == "subprocess.Popen" and Path(details[2] or os.curdir).absolute() == ROOT:
        said = " ".join(map(os.fsdecode, details[1]))
        if " -m macros" in said and "--root" not in said:
            _found.append(said)


def watch() -> None:
    """Begin to look, for as long as the process runs."""
    sys.addaudithook(_look)


def read() -> list[str]:
    """What of the guide was read since this was last asked."""
    found = sorted(set(_found))
    _found.clear()
    return found


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """A module that reads the guide when it is loaded asks all of its questions of it."""
    read()
    report = yield
    if isinstance(collector, pytest.Module) and read():
        collector.add_marker(MARKER)
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what has the guide from a fixture."""
    fixtures = FIXTURES | ONCE_A_WEEK if config.getoption("--weekly") else FIXTURES
    for item in items:
        if fixtures & set(getattr(item, "fixturenames", ())):
            item.add_marker(MARKER)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Iterator[None]:
    """Each test answers for itself."""
    read()
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """What a test read, and what was made for it."""
    done = yield
    found = read()[:3]
    assert item.get_closest_marker(MARKER) or not found, f"It reads the guide of this copy, and is not marked: {found}"
    return done
