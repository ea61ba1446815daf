"""Does a test wait until something is so, and for a time only where time itself is what it asks about?"""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

from tests.shared import ROOT

TESTS = ROOT / "tests"
# They measure, or take pictures, and are no tests.
MEASURES = {"bench.py", "grouping.py", "lighthouse.py", "shots.py", "weigh.py", "writing.py"}
WAITS = {"sleep", "wait_for_timeout"}
# What is left: how many there are in a file, and what for. `between two looks`: a state is looked for again and again.
ALLOWED = {
    "browser/test_kept_pages.py": (2, "between two looks, at what a worker beside the page has done"),
    "browser/test_lake.py": (1, "how fast a choice is drawn: people choose one after the other"),
    "browser/test_reading.py": (1, "between two looks, at where a page that scrolls has come to stand"),
    "browser/test_storage.py": (
        6,
        "between two looks, at the second copy and at a browser that starts; how long a browser takes to write to disk;"
        " a network that is slower than a tab is away; people who think in the middle of a word; how long a large"
        " project waits until it is written",
    ),
    "browser/test_two_tabs_and_undo.py": (2, "what was cleared is written by nobody in the time of two writings"),
    "tools/choosing.py": (1, "how fast a choice is drawn: people choose one after the other"),
    "drive/firefox.py": (2, "between two looks, at a browser that starts and at what it was asked for"),
    "drive/person.py": (2, "between two looks, at a page and at what was downloaded"),
    "live.py": (2, "between two looks, at a server that starts and at what it serves"),
    "site/test_prune.py": (1, "between two pictures of a page, until they are the same"),
    "site/test_serve.py": (1, "between two looks, until nothing has happened to a page for three seconds"),
}


def waits(path: Path) -> int:
    """How often a file waits for a time."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return sum(isinstance(one, ast.Attribute) and one.attr in WAITS for one in called)


def test_no_test_waits_for_a_time_but_where_time_is_what_it_asks_about() -> None:
    paths = {path.relative_to(TESTS).as_posix(): path for path in TESTS.rglob("*.py") if path.name not in MEASURES}
    found = Counter({name: count for name, path in paths.items() if (count := waits(path))})
    assert found == {name: count for name, (count, _) in ALLOWED.items()}
    assert all(len(reason) > 20 for _, reason in ALLOWED.values())


def test_a_wait_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("tab.wait_for_timeout(5)\ntime.sleep(1)\ntab.wait_for_function(1)\n")
    assert waits(tmp_path / "a.py") == 2
