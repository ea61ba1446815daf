"""Are the changes that a test should notice made where code is, and only there? And does a run leave nothing behind?"""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest
import yaml

from tests.shared import ROOT
from tests.tools import changes, mutants

NEEDS = pytest.mark.skipif(importlib.util.find_spec("cosmic_ray") is None, reason="only `make mutants` installs it")
FORKS = pytest.mark.skipif(sys.platform == "win32", reason="mutants are tried where a process can be copied")


def made(code: str) -> set[str]:
    """Each changed form of a script of one line."""
    return set(changes.of_script(f"{code}\n")) - {f"{code}\n", ""}


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("a = b < 75", {"a = b <= 75", "a = b < 76"}),
        ("a = b && !c", {"a = b || !c", "a = b && c"}),
        ("a = b === c", {"a = b !== c"}),
        ("a += b + 1", {"a -= b + 1", "a += b - 1", "a += b + 2"}),
        ("a = b ? c : d", {"a = b && false ? c : d", "a = b || true ? c : d"}),
        (
            "a = { ...b, ...c(1, [d]), e }",
            {"a = { ...c(1, [d]), e }", "a = { ...b, e }", "a = { ...b, ...c(2, [d]), e }"},
        ),
        ("a = b.filter((c) => c.d(e, f)).map(g)", {"a = b.map(g)"}),
        ("a = b.slice(0, c).d", {"a = b.d", "a = b.slice(1, c).d"}),
        ("a = b.some(c) ?? true", {"a = b.every(c) ?? true", "a = b.some(c) ?? false"}),
    ],
)
def test_signs_numbers_and_sides_are_changed(code: str, forms: set[str]) -> None:
    assert made(code) == {f"{form}\n" for form in forms}


@pytest.mark.parametrize(
    "code",
    [
        "// a < b && 1",
        "/* a < b\n&& 1 */",
        'a = "b < 1 && c"',
        "a = `b < ${c}`",
        "a = /[<+]\\/1?$/gu",
        "a = (b) => c",
        "a = b?.c",
        "a = b >>> c",
        "a1 = 0x8F",
    ],
)
def test_words_patterns_and_notes_stay(code: str) -> None:
    assert not made(code)


def test_a_line_that_does_something_is_left_out() -> None:
    code = "f(() => {\n  const a = b;\n  c(a);\n  if (a) {\n    return;\n  }\n});\n"
    assert set(changes.of_script(code)) == {code.replace("  c(a);\n", ""), code.replace("    return;\n", "")}


def test_a_change_says_where_it_is_and_what_stood_there() -> None:
    one = changes.changed("a\nb = c < d\ne\n", "a\nb = c <= d\ne\n")
    assert one[:3] == (2, "b = c < d", "b = c <= d") and one.shown("x.js") == "x.js:2\n  - b = c < d\n  + b = c <= d"
    gone = changes.changed("a\n  b;\n  c;\n", "a\n  c;\n")
    assert gone[:3] == (2, "b;", "(nothing)")
    far = changes.changed("x" * 90 + "<" + "y" * 90, "x" * 90 + ">" + "y" * 90)
    assert far.before == "x" * 40 + "<" + "y" * 40


@NEEDS
def test_what_a_module_does_is_changed_and_not_what_it_says_of_types() -> None:
    code = (
        '"""Words."""\n\n\ndef f(a: int | None) -> int | str:\n    """Words."""\n    if (b := a) < 1:\n'
        "        g(a)\n    return a\n"
    )
    forms = set(changes.of_python(code))
    assert code.replace("< 1", "<= 1") in forms and code.replace("        g(a)", "        pass") in forms
    assert all("int | None" in form and form.count("Words.") == 2 for form in forms)
    assert all(changes.bare(form) for form in forms)


def test_each_file_and_each_test_is_there() -> None:
    for path, tests in mutants.TRIED.items():
        assert (ROOT / path).is_file()
        assert tests and all([*(ROOT / "tests").rglob(f"test_{name}.py")] for name in tests)


def test_what_makes_no_difference_has_a_reason_and_is_still_made() -> None:
    listed = yaml.safe_load((ROOT / "tests" / "tools" / "mutants.yml").read_text(encoding="utf-8"))
    for one in listed:
        assert set(one) == {"file", "before", "after", "why"} and re.match(r"[A-Z].*\.$", one["why"]), one
        if one["file"].endswith(".py") and not importlib.util.find_spec("cosmic_ray"):
            code = " ".join((ROOT / one["file"]).read_text(encoding="utf-8").split())
            assert one["before"] in code, one
            continue
        forms = changes.mutants(one["file"], (ROOT / one["file"]).read_text(encoding="utf-8"))
        assert (one["before"], one["after"]) in {(form.before, form.after) for form in forms}, one


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A project of one line and one test."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "one.py").write_text("def most(a, b):\n    return a if a > b else b\n", encoding="utf-8")
    (tmp_path / "tests" / "test_one.py").write_text(
        "import sys\nsys.path.insert(0, '.')\nimport one\n\n\ndef test_most():\n    assert one.most(1, 2) == 2\n",
        encoding="utf-8",
    )
    return tmp_path


@pytest.mark.built
@pytest.mark.weekly
@FORKS
@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("def most(a, b):\n    return a if a > b else b\n", ""),
        ("def most(a, b):\n    return a if a < b else b\n", "tests/test_one.py::test_most"),
        ("def most(a, b)\n", "tests/test_one.py"),
        ("def most(a, b):\n    while True:\n        pass\n", "it took too long"),
        ("import os\nos._exit(3)\n", "nothing runs any more"),
    ],
)
def test_it_is_told_which_test_noticed(code: str, says: str, tiny: Path) -> None:
    (tiny / "one.py").write_text(code, encoding="utf-8")
    assert mutants.noticed(tiny, ["one"], [], 3 if "while" in code else 30) == says


@pytest.mark.built
@pytest.mark.weekly
@FORKS
def test_what_nobody_notices_is_left_and_the_file_is_as_it_was(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = (tiny / "one.py").read_text(encoding="utf-8")
    monkeypatch.setattr(mutants, "TRIED", {"one.py": ("one",)})
    fresh = [changes.changed(code, code.replace("a >", sign)) for sign in ("a >=", "a <", "b >")]
    left = [one.after for one in mutants.tried(tiny, "one.py", fresh)]
    assert left == ["return a if a >= b else b", "return a if b > b else b"]
    assert (tiny / "one.py").read_text(encoding="utf-8") == code
