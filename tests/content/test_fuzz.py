"""Can any file at all make the checker fall over? Random text, random YAML, and the real files with a random slip."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some

from macros.content import files, loader
from macros.content.problems import Problem
from macros.content.validate import Validator
from macros.content.yaml_reader.yaml_source import parse
from macros.render.pages import Pages
from tests.shared import ROOT, copy_project

OFTEN = settings(max_examples=150)
FILES = sorted(path for path in (ROOT / "marks").rglob("*.yml"))
TYPED = [
    "\t",
    "\r\n",
    "\ufeff",
    ": ",
    "- ",
    "  ",
    "#",
    "'",
    '"',
    "&a ",
    "*a ",
    "!!x ",
    "| ",
    "{",
    "}",
    "[",
    "]",
    "%",
    "@",
    "`",
    "\x00",
    "\ud7ff",
    "é",
    "no",
    "null",
    "---\n",
    "...\n",
    "<<: ",
    "? ",
    "<b>",
    "{{ x }}",
    "\u202e",
    "💧",
]


def in_order(problems: list[Problem]) -> bool:
    """Whether each problem has a place from 1 and words on one line."""
    return all(one.place.line >= 1 and one.place.column >= 1 and "\n" not in str(one) for one in problems)


def checked(data: bytes, kind: str) -> list[Problem]:
    """Read some bytes as a file of a kind."""
    node, problems = parse(data, f"marks/{kind}.yml")
    if node is None:
        return problems
    table, doc = files.FILES[kind]
    reader = Validator()
    reader.read(node, table, doc)
    return problems + reader.problems


@OFTEN
@given(some.binary(max_size=300), some.sampled_from(sorted(files.FILES)))
def test_any_bytes(data: bytes, kind: str) -> None:
    assert in_order(checked(data, kind))


@OFTEN
@given(some.text(max_size=300), some.sampled_from(sorted(files.FILES)))
def test_any_text(text: str, kind: str) -> None:
    assert in_order(checked(text.encode("utf-8", "surrogatepass"), kind))


VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=20) | some.dates(),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)
NAMED = some.dictionaries(
    some.sampled_from(sorted({name for table, _ in files.FILES.values() for name in getattr(table, "fields", ())})),
    VALUES,
    max_size=6,
)


@OFTEN
@given(NAMED | VALUES, some.sampled_from(sorted(files.FILES)))
def test_any_yaml(value: object, kind: str) -> None:
    written = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    assert in_order(checked(written.encode("utf-8", "surrogatepass"), kind))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, to put slips in."""
    return copy_project(tmp_path_factory.mktemp("slips"))


@pytest.mark.parametrize("seed", range(60))
def test_a_slip_in_a_real_file(seed: int, project: Path) -> None:
    dice = random.Random(seed)
    path = project / dice.choice(FILES).relative_to(ROOT)
    good = path.read_bytes()
    text = good.decode("utf-8")
    try:
        for _ in range(dice.randint(1, 3)):
            at = dice.randrange(len(text))
            cut = dice.choice([0, 0, 1, 5, 200])
            text = text[:at] + dice.choice(["", *TYPED]) + text[at + cut :]
        path.write_bytes(text.encode("utf-8"))
        guide, problems = loader.check(project)
    finally:
        path.write_bytes(good)
    assert in_order(problems) and (guide is None) == bool(problems)
    assert problems == sorted(set(problems))
    if guide is not None:  # a slip that is no mistake, such as one in a sentence, is drawn like any other text
        pages = Pages(guide, lambda goal: goal)
        assert all(pages.stage(stage).startswith("# ") for stage in guide.stages)
