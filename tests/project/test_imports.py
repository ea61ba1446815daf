"""Would somebody find their way in the code? Small modules, each with its question, its test and its direction."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.shared import ROOT

MACROS = ROOT / "macros"
MODULES = sorted(MACROS.rglob("*.py"))
BUILDERS = {"mkdocs", "mkdocs_macros", "zensical", "material"}
LONGEST = 250  # lines
LONGEST_DECLARATION = 400  # a list of facts may be longer than reasoning

# Each room, and those that it may lean on. The files of the top lean on all of them, and nothing leans on these.
ROOMS: dict[str, set[str]] = {
    "content": set(),
    "render": {"content"},
    "site": {"content", "render"},
    "paper": {"content", "render"},
    "layer": {"content"},
}
# What tells an editor of a mistake is no business of those who draw pages.
CHECKERS = {
    "validate",
    "rules",
    "references",
    "readability",
    "typing_advice",
    "yaml_errors",
    "yaml_slips",
    "yaml_source",
    "anchors",
    "loader",
}
# The questions of these are asked by tests of another name.
TESTED_BY = {
    "macros": "package",
    "__main__": "main",
    "own_python": "main",
    "rules": "broken",
    "references": "broken",
    "titles": "overlay",
    "problem_sentences": "broken",
    "translation": "languages",
    "translate": "languages",
    "foreign": "languages",
    "minify": "bundle",
    "page_language": "built_site",
    "model": "construct",
    "lines": "construct",
    "page_model": "construct",
    "paper_model": "construct",
    "paper_words": "docs",
    "board": "paper_pages",
    "later": "bundle",
    "drawing": "render",
    "drawings": "documents",
    "pdf": "documents",
    "texts": "documents",
    "web": "documents",
    "word_parts": "word",
    "word_xml": "word",
    "same_bytes": "make",
    "paper_commands": "make",
    "ready": "make",
    "ready_words": "docs",
    "sheet_pages": "render",
    "lake_pages": "render",
    "scale": "construct",
    "example": "example_said",
    "own_scores": "my_scores",
    "own_examples": "own_pictures",
    "anchors": "broken",
    "own_look": "settings",
    "own_colours": "settings",
    "days": "data",
    "needed": "offline",
    "data_links": "offline",
    "news": "data",
    "search_model": "search",
    "views": "render",
    "new": "layer",
    "edit": "layer",
    "inside": "layer",
    "taken": "layer",
    "trial": "layer",
    "gone": "layer",
    "kinds": "layer",
    "diff": "layer",
    "half_merged": "broken",
    "consent": "layer",
    "commands": "layer",
    "hiding": "overlay",
    "layers": "overlay",
    "sources": "overlay",
    "places": "overlay",
    "nodes": "overlay",
    "strays": "broken",
    "left": "overlay",
    "environment": "render",
    "colours": "broken",
    "site_map": "docs",
    "yaml_errors": "broken",
    "yaml_slips": "broken",
    "characters": "typing_advice",
    "yaml_surprises": "typing_advice",
    "field_types": "validate",
    "files": "json_schema",
    "graded_texts": "readability",
    "abbreviations": "broken",
    "ui_words": "docs",
    "sheet_words": "docs",
    "lake_words": "docs",
    "descriptions": "plugin",
    "search_index": "search",
    "prose": "render",
    "pages": "render",
    "security_policy": "policy",
}


def room(path: Path) -> str:
    """The room that a module stands in, whichever corner of it; empty at the top."""
    return path.relative_to(MACROS).parts[0] if path.parent != MACROS else ""


def module(path: Path) -> str:
    """The name of a module, or of its package."""
    return path.parent.name if path.stem == "__init__" else path.stem


def imports(path: Path) -> tuple[set[Path], set[str]]:
    """The modules of the guide and the packages that a module asks for."""
    own: set[Path] = set()
    others: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            top = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            own |= {top / f"{name.name}.py" for name in node.names} if top.is_dir() else {top.with_suffix(".py")}
        elif isinstance(node, ast.ImportFrom):
            others.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.Import):
            others |= {name.name.partition(".")[0] for name in node.names}
    return own, others


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_a_module_leans_on_its_own_room_and_those_before_it(path: Path) -> None:
    own, others = imports(path)
    assert all(one.is_file() for one in own)
    assert not others & BUILDERS, "only pages that a builder calls know that there is one"
    if room(path):
        assert {room(one) for one in own} <= {room(path), *ROOMS[room(path)]}
    if room(path) == "render":
        assert not {one.stem for one in own} & CHECKERS


def test_nothing_leans_in_a_circle() -> None:
    leans = {path: imports(path)[0] for path in MODULES}
    done: set[Path] = set()
    while free := [path for path in leans if path not in done and leans[path] <= done]:
        done.update(free)
    assert not sorted(path.name for path in set(leans) - done)


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_a_module(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    most = LONGEST_DECLARATION if path.stem in ("model", "problem_sentences", "ui_words", "sheet_words") else LONGEST
    assert len(lines) <= most and max(map(len, lines)) <= 120
    tree = ast.parse("\n".join(lines))
    is_room = path.stem == "__init__" and room(path)
    assert ("->" if is_room else "?") in (ast.get_docstring(tree) or ""), (
        "its first words are the question that it answers"
    )
    for node in tree.body:  # nothing is read or written by an import
        assert not isinstance(node, (ast.With, ast.For, ast.While)), ast.unparse(node)
    if not is_room:
        test = TESTED_BY.get(module(path), module(path))
        assert [*(ROOT / "tests").rglob(f"test_{test}.py")]


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_what_is_public_says_what_it_does(path: Path) -> None:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no words"


def test_no_plugin_and_no_hook_but_those_two() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    plugins = re.search(r"^plugins:\n((?:  .*\n)+)", settings, re.MULTILINE)
    assert plugins and re.findall(r"^  - (\w+)", plugins[1], re.MULTILINE) == ["search", "macros"]
    assert not re.search(r"^hooks:", settings, re.MULTILINE)


def test_no_package_can_reach_the_next_great_version() -> None:
    for name in (
        "requirements.txt",
        "requirements-zensical.txt",
        "requirements-properdocs.txt",
        "tests/requirements.txt",
        "tests/requirements-mutants.txt",
    ):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "-r")):
                assert re.match(r"[\w-]+(>=[\d.]+,<[\d.]+)(; .*)?$", line), line
    assert "mkdocs>=1.6.1,<2\n" in (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert not [line for line in pinned.splitlines() if line and line[0] != "#" and "==" not in line]
