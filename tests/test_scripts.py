"""Does a script ask another only for what that one has? A name of nothing is told by no browser until somebody presses."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page as Tab

from tests.scripts import ALL as SCRIPTS
from tests.shared import ENGINES
from tests.sheets import context, no_error, tab  # noqa: F401  (pytest finds fixtures by their names)

# What a script calls another for short, and what it asks of it: not inside words, and not of a thing of the same name.
SHORT = re.compile(r"const ?(?:(\w+)|\{ ?(\w+(?:, ?\w+)*) ?\}) ?= ?marks(?:\.(\w+))?;")
ASKED = r"(?<![.\w\"'`$-]){name}((?:\.\w+)+)"
MISSING = """(chains) => chains.filter((chain) => {
  let one = { marks };
  for (const name of chain.split(".")) {
    if (one === null || typeof one !== "object") return false;
    if (!(name in one)) return true;
    one = one[name];
  }
  return false;
})"""


def chains(script: str) -> set[str]:
    """What a script asks others for: "marks.store.set"."""
    shorts = {"marks": "marks"}
    for one, several, of in SHORT.findall(script):
        home = f"marks.{of}" if of else "marks"
        shorts.update({one: home} if one else {name: f"{home}.{name}" for name in several.split(", ")})
    return {
        f"{whole}{asked}" for short, whole in shorts.items() for asked in re.findall(ASKED.format(name=short), script)
    }


def test_what_is_asked_is_found() -> None:
    assert chains(
        "const { store } = marks; const form = marks.record; const { READ } = marks.record; form.MOST.text; "
        'store.set(READ.file); one.store.x; "marks.y"; marks.grow(a)'
    ) >= {"marks.store.set", "marks.record.MOST.text", "marks.record.READ.file", "marks.grow"}


@pytest.mark.parametrize("engine", ENGINES[:1], indirect=True)
def test_each_name_is_there(address: str, tab: Tab) -> None:
    scripts = [path.read_text(encoding="utf-8") for path in SCRIPTS]
    made = {name for script in scripts for name in re.findall(r"\bmarks\.(\w+) = ", script)}
    tab.goto(f"{address}choose/", wait_until="load")
    has = set(tab.evaluate("() => Object.keys(marks)"))
    assert len(has) > 10
    asked = {chain for script in scripts for chain in chains(script)}
    elsewhere = {chain for chain in asked if chain.split(".")[1] in made - has}  # on pages of another kind
    assert tab.evaluate(MISSING, sorted(asked - elsewhere)) == []
