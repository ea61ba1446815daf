"""Are the pages thin, and does every word that people read come from YAML?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from macros import plugin
from macros.content import loader, site_map
from macros.content.ui_words import WORDS
from tests.shared import ROOT

PAGES = sorted((ROOT / "docs").glob("*.md"))
SCRIPTS = sorted((ROOT / "overrides" / "assets" / "js").rglob("*.js"))
TEMPLATES = sorted((ROOT / "macros" / "render" / "templates").rglob("*.html"))
LOOK = sorted((ROOT / "overrides").rglob("*.html"))
CALL = re.compile(r'\{\{ (\w+)\((?:"([a-z-]+)")?\) \}\}')


def body(path: Path) -> str:
    """A page without its settings."""
    return re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_only_calls(path: Path) -> None:
    lines = [line for line in body(path).splitlines() if line]
    calls = [CALL.fullmatch(line) for line in lines]
    assert all(calls) and 1 <= len(calls) <= 3
    guide = loader.load(ROOT)
    known: dict[str, set[str | None]] = {"": {None}, "stage": set(guide.stages), "page": set(guide.pages)}
    assert not [call for call in calls if call and call[2] not in known[plugin.MACROS[call[1]]]]


def test_each_macro_and_each_page_of_words_is_called() -> None:
    calls = [call for path in PAGES for call in CALL.findall(body(path))]
    assert {name for name, _ in calls} == set(plugin.MACROS)
    shown = {given for name, given in calls if name in ("words", "part")}
    shown |= {"index" if name == "home" else name for name, _ in calls}
    assert {*site_map.texts(), "sheet"} <= shown


def visible(text: str) -> str:
    """What a template says by itself: no tags, no expressions, no notes."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.DOTALL)
    return re.sub(r"<[^>]*>", " ", text)


@pytest.mark.parametrize("path", [*TEMPLATES, *LOOK], ids=lambda path: path.name)
def test_a_template_says_nothing_by_itself(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.findall(r"[A-Za-z]{2,}", visible(text))
    named = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text)
    assert not [name for name in named if re.search("[A-Za-z]{2}", visible(name)) and "lang.t(" not in name]


def test_each_word_of_the_interface_is_used_and_each_is_there() -> None:
    used = "".join(
        path.read_text(encoding="utf-8")
        for path in (*TEMPLATES, *sorted((ROOT / "macros").rglob("*.py")), *SCRIPTS)
        if path.name != "ui_words.py"
    )
    # put together from a choice, in Python or by the scripts of a sheet
    built = {"voice_", "reading_", "ask_take_", "keep_", "wrong_", "out_", "full_"}
    unused = [
        name
        for name in WORDS
        if not re.search(rf"\b{name}\b", used)
        and not any(name.startswith(start) and re.search(f'["`]{start}["$]', used) for start in built)
    ]
    assert not unused


def test_no_visible_word_lives_in_code() -> None:
    settings = (ROOT / "macros" / "render" / "pages.py").read_text(encoding="utf-8")
    assert not re.findall(r"<(?:p|h[1-6]|li|a|button)[^>]*>[A-Z][a-z]+", settings)


def test_the_site_has_the_name_of_the_guide() -> None:
    guide = loader.load(ROOT)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"site_name: {guide.name}\n" in settings


def test_every_page_is_in_the_menu() -> None:
    menu = re.findall(r"- ([\w-]+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(menu) == [path.name for path in PAGES]


def test_workflows_run_what_people_run() -> None:
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert [line for line in run.splitlines() if line[0] != "#"] == [
        'cd "$(dirname "$0")/.." && exec make test BROWSERS=all'
    ]
    flows = {
        path.name: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in (ROOT / ".github" / "workflows").glob("*.yml")
    }
    runs = {"test.yml": "make test", "pages.yml": "make build", "mutants.yml": "make mutants"}
    assert set(flows) == set(runs) and all(command in str(flows[name]) for name, command in runs.items())
    # YAML takes `on` for true. A list to read stops nobody: no change waits for it.
    assert set(flows["mutants.yml"][True]) == {"schedule", "workflow_dispatch"}


def test_nothing_that_a_try_left_behind_stands_at_the_top() -> None:
    assert not [path.name for path in ROOT.iterdir() if path.suffix in (".png", ".pdf", ".log", ".har", ".tmp")]


@pytest.mark.parametrize("folder", ["macros", "tests"])
def test_a_readme_names_files_that_are_there(folder: str) -> None:
    text = (ROOT / folder / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w./]+\.(?:py|js|yml))`", text))
    homes = (ROOT / folder, ROOT, ROOT / "overrides" / "assets" / "js", ROOT / "overrides" / "assets" / "js" / "core")
    assert len(named) > 10 and not [name for name in named if not any((home / name).is_file() for home in homes)]
    if folder == "tests":
        assert {path.name for path in (ROOT / "tests").glob("test_*.py")} <= named
