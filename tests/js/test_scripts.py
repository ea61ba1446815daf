"""Does a script ask another only for what that one has? A name of nothing is told by no browser until somebody presses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab

from macros.site.basket_file import ON_SHEETS
from macros.site.needed import REGISTER
from tests.scripts import ALL as SCRIPTS
from tests.scripts import FOLDER, OF_PAPER
from tests.shared import ENGINES, ROOT
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


def test_each_script_is_asked_for_by_a_page_or_by_another() -> None:
    pages = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("mkdocs.yml", "overrides/main.html"))
    every = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    there = {path.relative_to(FOLDER).with_suffix("").as_posix() for path in SCRIPTS}
    asked = re.findall(r"js/((?:core/|elements/)?[\w-]+)\.js", f"{pages} {REGISTER}")
    of_sheets = re.findall(r'"((?:core|store|elements)/[\w-]+)"', pages)
    brought = re.findall(r'\bbring\("((?:core|elements)/[\w-]+)"\)', every)
    assert {*asked, *of_sheets, *brought, *ON_SHEETS} == there


# What a script does with an element that it looked for: `document.querySelectorAll("mk-answer-form")`.
LOOKED_FOR = re.compile(r"(\w+)\.querySelector(?:All)?\(\s*[\"`](?:[^\"`]*[ ,>])?mk-\w[^)]*\)(?:\??\.(\w+)\()?")


def test_a_script_that_calls_an_element_is_found() -> None:
    assert LOOKED_FOR.findall('document.querySelector("mk-answer-form").show()') == [("document", "show")]
    assert LOOKED_FOR.findall('for (const one of document.querySelectorAll("p, mk-a")) one.x') == [("document", "")]
    assert not LOOKED_FOR.findall('this.querySelector(".mk-paper").remove()')


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_element_looks_for_another_or_calls_it(path: Path) -> None:
    """One that has another inside may give it an attribute, or tell it something by an event. Paper may look at all."""
    for within, method in LOOKED_FOR.findall(path.read_text(encoding="utf-8")):
        assert within != "document" or path.name == "paper.js"
        assert method in ("", "setAttribute", "dispatchEvent")


# A timer of no time runs after what is under way. No script of ours waits for another so; these wait for somebody else.
AT_ONCE = {
    "boot.js": (2, "a browser puts back what stood in fields; the theme has shown its other colours"),
    "fields.js": (1, "a browser empties a form when the event is over"),
    "my-scores.js": (1, "a browser puts back which squares were chosen"),
    "read-aloud.js": (1, "a browser is done with one sentence, before it is given the next"),
    "print-room.js": (1, "people see the sides that they chose, before those of a first session are counted"),
    "idea-filter.js": (3, "people see what they chose, before what nobody waits for is done, a part at a time"),
    "sheet-part.js": (2, "people see what came of a press, before what is out of sight is drawn, a part at a time"),
    "site-search.js": (1, "a label that gave the focus turns the switch of the theme itself"),
}


def timers(script: str) -> list[str]:
    """What stands behind what each timer does: its time, or nothing."""
    found = []
    script = re.sub(r",(\s*\))", r"\1", script)
    for begun in re.finditer(r"\bsetTimeout\(", script):
        depth, last = 1, begun.end()
        for at in range(begun.end(), len(script)):
            depth += {"(": 1, "{": 1, "[": 1, ")": -1, "}": -1, "]": -1}.get(script[at], 0)
            if script[at] == "," and depth == 1:
                last = at + 1
            if not depth:
                time = script[last:at].strip()
                found.append(time if last != begun.end() else "")
                break
    return found


def test_a_timer_is_found_with_its_time() -> None:
    assert timers("setTimeout(() => { a(1, 2); }, 2 * WAIT); setTimeout(() => a(1)); setTimeout(b, 0)") == [
        "2 * WAIT",
        "",
        "0",
    ]


def test_no_part_comes_after_another_by_a_timer() -> None:
    found = {path.name: sum(time in ("", "0") for time in timers(path.read_text(encoding="utf-8"))) for path in SCRIPTS}
    assert {name: count for name, count in found.items() if count} == {name: n for name, (n, _) in AT_ONCE.items()}


@pytest.mark.parametrize("engine", ENGINES[:1], indirect=True)
@pytest.mark.parametrize(("name", "is_paper"), [("choose", False), ("print", True)])
def test_each_name_is_there(address: str, tab: Tab, name: str, is_paper: bool) -> None:
    scripts = [path.read_text(encoding="utf-8") for path in SCRIPTS if (path.stem in OF_PAPER) == is_paper]
    every = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    made = set(re.findall(r"\bmarks\.(\w+) = ", every))
    tab.goto(f"{address}{name}/", wait_until="load")
    if not is_paper:
        tab.evaluate("() => marks.bring('trying')")  # what shows ideas to try has words of its own
    has = set(tab.evaluate("() => Object.keys(marks)"))
    assert len(has) > 10
    asked = {chain for script in scripts for chain in chains(script)}
    elsewhere = {chain for chain in asked if chain.split(".")[1] in made - has}  # on pages of another kind
    elsewhere |= {chain for chain in asked if chain.startswith("marks.ideas")}  # a file that a build makes
    assert tab.evaluate(MISSING, sorted(asked - elsewhere)) == []
