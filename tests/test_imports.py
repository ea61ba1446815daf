"""Would somebody find their way in the code? Small modules, each with its question, its test and its direction."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.shared import ROOT

MODULES = sorted((ROOT / "macros").glob("*.py"))
BUILDERS = {"mkdocs", "mkdocs_macros", "zensical", "material"}
LONGEST = 250  # lines

# Each module, and the modules of the guide that it may lean on: nobody leans on one further down.
LEANS_ON: dict[str, set[str]] = {
    "__init__": set(),
    "problems": set(), "kinds": set(), "sheetwords": set(), "wordlist": {"sheetwords"}, "icons": set(), "scale": set(),
    "model": {"scale"},
    "signs": set(),
    "letters": {"problems"}, "slips": {"problems", "signs"}, "silent": {"problems", "signs", "slips"},
    "yamlsource": {"letters", "problems", "silent", "slips"},
    "mistyped": {"problems", "signs", "silent", "yamlsource"},
    "schema": {"kinds", "mistyped", "problems", "yamlsource"},
    "fields": {"kinds", "wordlist"},
    "jsonschema": {"fields", "kinds"},
    "rules": {"kinds", "problems", "schema", "wordlist"},
    "known": {"fields", "problems", "rules", "schema"},
    "assemble": {"model", "scale"},
    "texts": {"problems", "rules", "schema"},
    "abbreviations": {"problems", "rules"},
    "plain": {"abbreviations", "known", "problems", "rules", "texts"},
    "pack": {"assemble", "fields", "icons", "known", "model", "problems", "rules", "schema", "yamlsource"},
    "cited": {"model"},
    "links": {"known", "model"},
    "terms": {"model"},
    "numbered": set(),
    "facts": {"model"},
    "render": {"cited", "facts", "icons", "links", "model", "numbered", "terms"},
    "plugin": {"links", "model", "pack", "problems", "render"},
    "joined": set(),
    "pruned": set(),
    "found": set(),
    "policy": set(),
    "missing": {"render"},
    "build": {"found", "joined", "missing", "policy", "pruned"},
    "__main__": {"build", "icons", "jsonschema", "pack", "plain", "problems"},
}
# The questions of these are asked by tests of another name.
TESTED_BY = {"__init__": "loader", "__main__": "main", "rules": "broken", "known": "broken", "assemble": "records",
             "model": "records", "scale": "records", "slips": "broken", "signs": "typed", "silent": "typed",
             "mistyped": "typed", "kinds": "schema", "fields": "jsonschema", "texts": "plain",
             "abbreviations": "broken", "wordlist": "docs", "sheetwords": "docs", "found": "search"}


def imports(path: Path) -> tuple[set[str], set[str]]:
    """The modules of the guide and the packages that a module asks for."""
    own: set[str] = set()
    others: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            own |= {node.module} if node.module else {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            others.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.Import):
            others |= {name.name.partition(".")[0] for name in node.names}
    return own, others


def test_each_module_has_its_direction() -> None:
    assert {path.stem for path in MODULES} == set(LEANS_ON)
    order = list(LEANS_ON)
    assert not [(name, one) for name, leans in LEANS_ON.items() for one in leans
                if order.index(one) > order.index(name)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module(path: Path) -> None:
    own, others = imports(path)
    assert own == LEANS_ON[path.stem]
    assert not others & BUILDERS, "only pages that a builder calls know that there is one"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST and max(map(len, lines)) <= 120
    tree = ast.parse("\n".join(lines))
    assert "?" in (ast.get_docstring(tree) or ""), "its first words are the question that it answers"
    for node in tree.body:  # nothing is read or written by an import
        assert not isinstance(node, (ast.With, ast.For, ast.While)), ast.unparse(node)
    test = TESTED_BY.get(path.stem, path.stem)
    assert (ROOT / "tests" / f"test_{test}.py").is_file()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_what_is_public_says_what_it_does(path: Path) -> None:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no words"


def test_no_plugin_and_no_hook_but_those_two() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    plugins = re.search(r"^plugins:\n((?:  .*\n)+)", settings, re.M)
    assert plugins and re.findall(r"^  - (\w+)", plugins[1], re.M) == ["search", "macros"]
    assert not re.search(r"^hooks:", settings, re.M)


def test_no_package_can_reach_the_next_great_version() -> None:
    for name in ("requirements.txt", "requirements-zensical.txt", "requirements-properdocs.txt", "tests/requirements.txt"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "-r")):
                assert re.match(r"[\w-]+(>=[\d.]+,<[\d.]+)(; .*)?$", line), line
    assert "mkdocs>=1.6.1,<2\n" in (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert not [line for line in pinned.splitlines() if line and line[0] != "#" and "==" not in line]
