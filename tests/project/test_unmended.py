"""Does each fault that is written down still fit the code? And is one that no test notices told of?"""

from __future__ import annotations

import ast
import json
import re
import sys
from pathlib import Path

import jinja2
import pytest
import tinycss2
import yaml
from py_mini_racer import MiniRacer

from tests import shared
from tests.shared import ROOT
from tests.tools import unmended

ALL = unmended.faults()
FORKS = pytest.mark.skipif(sys.platform == "win32", reason="a mending is taken away where a process can be copied")


def reads(path: Path, code: str) -> bool:
    """Whether a file is still one of its kind: one with a slip fails every test, and proves nothing."""
    if path.suffix == ".py":
        return bool(ast.parse(code))
    if path.suffix == ".js":
        return MiniRacer().eval(f"new Function({json.dumps(code)}) && true") is True
    if path.suffix == ".css":
        return all(part.type != "error" for part in tinycss2.parse_stylesheet(code))
    if path.suffix == ".html":
        return bool(jinja2.Environment(autoescape=True).parse(code))
    return path.suffix != ".yml" or yaml.compose(code) is not None


EDITION = "tests/content/test_edition.py"  # of our edition alone: a fork takes it out


def whole(fault: unmended.Fault) -> None:
    """Assert that the mending of a fault is there, and that the files can be read without it."""
    for path, code in unmended.changed(fault, ROOT).items():
        assert code != path.read_text(encoding="utf-8") and reads(path, code), fault


@pytest.mark.parametrize("fault", ALL, ids=[fault.wrong for fault in ALL])
def test_each_fault_fits_the_code(fault: unmended.Fault) -> None:
    assert re.fullmatch(r"[A-Z“].*[.!?”]", fault.wrong) and len(fault.wrong) <= 120
    if not any(change.file.startswith("marks/") for change in fault.changes):  # see content/test_edition.py
        whole(fault)
    file, _, name = fault.test.partition("::")
    if file == EDITION and not (ROOT / file).exists():
        pytest.skip("the guide of a fork is no longer ours")
    tests = ast.parse((ROOT / file).read_text(encoding="utf-8")).body
    assert name in [one.name for one in tests if isinstance(one, ast.FunctionDef)]


def test_each_fault_names_a_test_that_runs(request: pytest.FixtureRequest) -> None:
    if any("::" in argument for argument in request.config.args):
        pytest.skip("a part of a file is looked at")
    runs = request.config.stash[shared.RUNS]
    here = {node.partition("::")[0] for node in runs[True]}
    of_here = [fault for fault in ALL if fault.test.partition("::")[0] in here]
    if not of_here:
        pytest.skip("no fault names a test of these files")
    assert not [fault for fault in of_here if not any(map(fault.asks, runs[fault.weekly]))]


def test_each_fault_is_written_down_once() -> None:
    assert len({fault.wrong for fault in ALL}) == len(ALL)


@pytest.mark.parametrize(
    ("code", "text", "instead", "made"),
    [
        ("a = b < c;\n", "b < c", "c", "a = c;\n"),
        ("  a();\n  b();\n", "a();\nb();", "c();\nd();", "  c();\n  d();\n"),
        ("{\n  a {\n    b\n  }\n}\n", "a {\n  b\n}", "", "{\n\n}\n"),
    ],
)
def test_a_text_is_found_where_it_stands(code: str, text: str, instead: str, made: str) -> None:
    assert unmended.without(code, unmended.Change("x.js", text, instead)) == made


@pytest.mark.parametrize("code", ["a\n", "b b\n", "  a\n b\n"])
def test_a_text_that_is_not_there_once_is_told_of(code: str) -> None:
    with pytest.raises(ValueError, match="times, and not once"):
        unmended.without(code, unmended.Change("x.js", "a\nb" if "a" in code else "b", ""))


@pytest.mark.built
@pytest.mark.weekly
@FORKS
def test_a_fault_that_no_test_notices_is_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "one.py").write_text("def most(a, b):\n    return a if a > b else b\n", encoding="utf-8")
    (tmp_path / "tests" / "test_one.py").write_text(
        "import sys\nsys.path.insert(0, '.')\nimport pytest\n\n\ndef test_most():\n    import one\n"
        "    assert one.most(1, 2) == 2\n\n\ndef test_fails():\n    assert False\n\n\n"
        "@pytest.mark.skip(reason='no such browser')\ndef test_left():\n    pass\n",
        encoding="utf-8",
    )

    def fault(instead: str, test: str) -> unmended.Fault:
        return unmended.Fault(
            "words", instead, (unmended.Change("one.py", "a > b", instead),), f"tests/test_one.py::{test}"
        )

    made = [("a < b", "test_most"), ("a >= b", "test_most"), ("a > ", "test_most"), ("a != b", "test_fails")]
    made += [("a == b", "test_left"), ("b", "test_none")]
    assert unmended.tried([fault(*one) for one in made], tmp_path) == 1
    said = capsys.readouterr().out
    for line in (
        "1/6 noticed: a < b (words)\n    AssertionError: ",
        "2/6 LIVES: a >= b (words)\n    its test passes without the mending",
        "3/6 LIVES: a >  (words)\n    tests/test_one.py::test_most fails, but not by an assertion: SyntaxError: ",
        "4/6 LIVES: a != b (words)\n    tests/test_one.py::test_fails fails where nothing was changed: ",
        "5/6 not tried: a == b (words)\n    no such browser",
        "6/6 LIVES: b (words)\n    there is no such test: ",
        "1 noticed, 4 LIVES, 1 not tried",
    ):
        assert line in said, said
    assert unmended.tried([fault("a < b", "test_most")], tmp_path) == 0
    assert "a > b" in (tmp_path / "one.py").read_text(encoding="utf-8")
