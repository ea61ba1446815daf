"""Are the scripts looked at, wherever that can be, and is each rule that is switched off explained?"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.scripts import ALL
from tests.shared import ROOT
from tests.tools import lint_scripts

LONGEST = 260  # lines
# What these are is told by a sentence, and by no question or element.
SAID = ("frame.js", "scroll-restore.js", "search-results.js")
SETTINGS = [ROOT / "biome.jsonc", *(ROOT / name for name in lint_scripts.PROJECTS)]
TYPES = sorted((ROOT / "tests" / "js").glob("*.d.ts"))
WORKER = ROOT / "overrides" / "sw.js"
LOOKED_AT = [*ALL, WORKER, ROOT / "tests" / "drive" / "person.js"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The scripts and what the tools read, for a slip to be made in."""
    for path in [*SETTINGS, *TYPES, *LOOKED_AT]:
        there = tmp_path / path.relative_to(ROOT)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, there)
    return tmp_path


@pytest.fixture(scope="module")
def npx() -> str:
    """The way to the tools."""
    found = shutil.which("npx")
    if not found:
        pytest.skip("the tools for scripts need Node")
    if why := lint_scripts.missing(found):
        pytest.skip(f"the tools for scripts cannot be had: {why}")
    return found


@pytest.mark.parametrize("path", [*LOOKED_AT, *TYPES], ids=lambda path: path.name)
def test_a_script_is_short_and_so_are_its_lines(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST and max(map(len, lines)) <= 120


@pytest.mark.parametrize("path", [*ALL, WORKER], ids=lambda path: path.name)
def test_a_script_begins_with_what_it_answers_or_is(path: Path) -> None:
    first = re.match(r"/\*.*?\*/", path.read_text(encoding="utf-8"), re.DOTALL)
    assert first and ("?" in first[0] or "<mk-" in first[0] or path.name in ("boot.js", *SAID)), first


@pytest.mark.parametrize("path", LOOKED_AT, ids=lambda path: path.name)
def test_a_rule_that_is_switched_off_has_its_reason(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for line in re.findall(r"biome-ignore.*", text):
        assert re.match(r"biome-ignore lint/[\w/]+: \w.{20,}", line), line
    assert not re.search(r"@ts-(?:ignore|nocheck|expect-error)", text)


@pytest.mark.parametrize("path", SETTINGS, ids=lambda path: path.name)
def test_what_is_off_in_the_settings_has_its_reason_above_it(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert "http" not in "".join(lines)
    off = [at for at, line in enumerate(lines) if re.search(r': (?:"off"|false)', line)]
    assert off or any("extends" in line for line in lines)
    for at in off:  # several may stand below one reason
        above = next(one for one in reversed(lines[:at]) if ": false" not in one)
        assert above.strip().startswith("//"), lines[at]


def test_the_tools_have_one_version_each() -> None:
    for tool in (lint_scripts.BIOME, lint_scripts.TYPESCRIPT):
        assert re.fullmatch(r"@?[\w/]+@\d+\.\d+\.\d+", tool)
    assert "tests/tools/lint_scripts.py" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_without_node_one_line_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert lint_scripts.main() == 0
    assert capsys.readouterr().out.splitlines() == [
        "The scripts were not looked at: that needs Node (nodejs.org), and there is no npx here."
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="a program of one line, for a shell")
def test_without_a_network_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    npx = tmp_path / "npx"
    npx.write_text("#!/bin/sh\necho 'npm error network' >&2\nexit 1\n", encoding="utf-8")
    npx.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(npx))
    assert lint_scripts.main() == 0
    said = capfd.readouterr()
    assert said.out.splitlines() == ["The scripts were not looked at: npx could not fetch or start the tools for that."]
    assert not said.err


@pytest.mark.built
@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ("const  nobody = 1", "format"),
        ("marks.nobody = () => console.log(1);\n", "noConsole"),
        ("marks.root = marks.store.nothing;\n", "TS2339"),
    ],
    ids=["layout", "rule", "type"],
)
def test_a_slip_is_found(slip: str, said: str, npx: str, copy: Path, capfd: pytest.CaptureFixture[str]) -> None:
    script = copy / "overrides" / "assets" / "js" / "elements" / "make.js"
    with script.open("a", encoding="utf-8") as more:
        more.write(slip)
    found = lint_scripts.look(npx, copy)
    told = "".join(capfd.readouterr())
    assert found == 1, told  # 0 is what `make lint` has here before the tests
    assert said in told
