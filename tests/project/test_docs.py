"""Are the pages thin, and does every word that people read come from YAML?"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from macros import plugin
from macros.content import loader, site_map
from macros.content.interface_words.ui_words import WORDS
from tests.shared import ROOT

PAGES = sorted((ROOT / "docs").glob("*.md"))
SCRIPTS = sorted((ROOT / "overrides" / "assets" / "js").rglob("*.js"))
TEMPLATES = sorted((ROOT / "macros" / "render" / "templates").rglob("*.html"))
ON_PAPER = sorted(path for end in ("typ", "xhtml") for path in (ROOT / "macros" / "paper").rglob(f"*.{end}"))
LOOK = sorted((ROOT / "overrides").rglob("*.html"))
STYLES = sorted((ROOT / "overrides" / "assets" / "css").rglob("*.css"))
FLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
CALL = re.compile(r'\{\{ (\w+)\((?:"([a-z-]+)")?\) \}\}')


def body(path: Path) -> str:
    """A page without its settings."""
    return re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_only_calls(path: Path) -> None:
    lines = [line for line in body(path).splitlines() if line]
    calls = [CALL.fullmatch(line) for line in lines]
    assert all(calls) and 1 <= len(calls) <= 4
    guide = loader.base(ROOT)
    known: dict[str, set[str | None]] = {"": {None}, "stage": set(guide.stages), "page": set(guide.pages)}
    assert not [call for call in calls if call and call[2] not in known[plugin.MACROS[call[1]]]]


def test_each_macro_and_each_page_of_words_is_called() -> None:
    calls = [call for path in PAGES for call in CALL.findall(body(path))]
    assert {name for name, _ in calls} == set(plugin.MACROS)
    shown = {given for name, given in calls if name in ("words", "part")}
    shown |= {"index" if name == "home" else name.replace("_", "-") for name, _ in calls}
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


@pytest.mark.parametrize("path", [*TEMPLATES, *ON_PAPER, *LOOK, *STYLES], ids=lambda path: path.name)
def test_a_file_of_the_look_fits_on_a_screen(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not [line for line in text.splitlines() if len(line) > 120] and text.endswith("\n") and "\t" not in text


def test_each_word_of_the_interface_is_used_and_each_is_there() -> None:
    used = "".join(
        path.read_text(encoding="utf-8")
        for path in (*TEMPLATES, *ON_PAPER, *sorted((ROOT / "macros").rglob("*.py")), *SCRIPTS)
        if path.name not in ("ui_words.py", "ready_words.py")
    )
    # put together from a choice, in Python or by the scripts of a sheet
    built = {
        "count_marks",
        "ideas_count",
        "ready_pages",
        "voice_",
        "reading_",
        "ask_take_",
        "keep_",
        "wrong_",
        "out_",
        "full_",
        "code_",
        "res_order_",
    }
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
    guide = loader.base(ROOT)
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
    flows = {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FLOWS}
    assert set(flows) == {
        "test.yml",
        "weekly.yml",
        "pages.yml",
        "sources.yml",
        "mutants.yml",
        "unmended.yml",
        "words.yml",
    }
    assert "make test" in str(flows["test.yml"]) and "make build" in str(flows["pages.yml"])
    # Whoever changes words in the browser reads there what the check says of them.
    assert "python -m macros check" in str(flows["words.yml"]) and "gh pr comment" in str(flows["words.yml"])
    assert flows["words.yml"]["permissions"] == {"contents": "read", "pull-requests": "write"}
    # A list to read stops nobody: no change waits for it.
    assert "make mutants" in str(flows["mutants.yml"])
    assert "make test" in str(flows["weekly.yml"]) and "--weekly" in str(flows["weekly.yml"])
    assert "make unmended" in str(flows["unmended.yml"])
    for name in ("mutants.yml", "unmended.yml", "weekly.yml"):
        assert set(flows[name][True]) == {"schedule", "workflow_dispatch"}
    # The addresses of others stop no change: they are asked by the clock, and what is found becomes an issue.
    asked = flows["sources.yml"]
    assert set(asked[True]) == {"schedule", "workflow_dispatch"}  # YAML takes `on` for yes
    (link_check,) = [one for one in asked["jobs"]["ask"]["steps"] if "lychee" in one.get("uses", "")]
    assert link_check["with"]["fail"] is False and link_check["with"]["args"].split()[-1] == "marks/references.yml"
    assert "gh issue create" in asked["jobs"]["ask"]["steps"][-1]["run"]
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [hook["entry"] for repo in hooks["repos"] for hook in repo["hooks"]] == ["make lint"]
    used = re.findall(r"uses: (\S+)", "".join(path.read_text("utf-8") for path in FLOWS))
    assert len(used) > 8 and all(re.fullmatch(r"[\w-]+/[\w-]+@v\d+", one) for one in used), used


WORKAROUND = re.compile(r"WORKAROUND\((\S+ \S+)\)")
# A row of the list of workarounds: the package and its release, the file, and a piece of what stands in it.
ROW = re.compile(r"^\| (\S+ \S+) \| `([^`]+)`: `([^`]+)` \| [^|]+ \| [^|]+ \|$", re.MULTILINE)


def workarounds() -> list[tuple[str, str, str]]:
    """The list of workarounds for a builder, row by row."""
    text = (ROOT / ".github" / "workarounds.md").read_text(encoding="utf-8")
    rows: list[tuple[str, str, str]] = ROW.findall(text)
    assert len(rows) == text.count("\n| ") - 1  # each row but the head is one that can be read
    return rows


def test_each_workaround_stands_in_the_list_and_where_the_list_says() -> None:
    marked = [
        (release, path.relative_to(ROOT).as_posix())
        for top in ("macros", "overrides", "mkdocs.yml", "Makefile", *(path.name for path in ROOT.glob("*.txt")))
        for path in ([ROOT / top] if (ROOT / top).is_file() else sorted((ROOT / top).rglob("*")))
        if path.suffix in (".py", ".js", ".css", ".html", ".yml", ".txt", "")
        if path.is_file()
        for release in WORKAROUND.findall(path.read_text(encoding="utf-8"))
    ]
    rows = workarounds()
    listed = [(release, name) for release, name, _ in rows]
    assert Counter(marked) <= Counter(listed)
    in_words = [name for _, name in (Counter(listed) - Counter(marked)).elements()]
    assert not [name for name in in_words if not name.endswith((".html", ".css"))]
    assert not [(name, piece) for _, name, piece in rows if piece not in (ROOT / name).read_text(encoding="utf-8")]


def test_each_workaround_was_looked_at_in_the_release_that_is_used() -> None:
    """After a builder was renewed: try each of these without it, then write the new release into the list and the code."""
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    used = {f"{name} {release}" for name, release in re.findall(r"^([\w.-]+)==([\w.]+)", pins, re.MULTILINE)}
    look_again = [row for row in workarounds() if row[0] not in used]
    assert not look_again


FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


def test_each_form_for_an_issue_is_one_that_github_takes() -> None:
    """One that GitHub does not take is not shown, and nobody is told."""
    assert [path.name for path in FORMS] == ["config.yml", "fault.yml", "words.yml"]
    for path in FORMS:
        form = yaml.safe_load(path.read_text(encoding="utf-8"))
        if path.name == "config.yml":
            assert set(form) <= {"blank_issues_enabled", "contact_links"} and form["blank_issues_enabled"] is True
            assert all(one["url"].startswith("https://") for one in form.get("contact_links", ()))
            continue
        assert set(form) == {"name", "description", "body"}
        fields = [one for one in form["body"] if one["type"] != "markdown"]
        assert {one["type"] for one in fields} <= {"input", "textarea", "dropdown", "checkboxes"}
        for unique in ([one["id"] for one in fields], [one["attributes"]["label"] for one in fields]):
            assert len(set(unique)) == len(unique) >= 5
        for one in fields:
            options = one["attributes"].get("options", [])
            assert bool(options) == (one["type"] in ("dropdown", "checkboxes"))
            labels = [option["label"] if one["type"] == "checkboxes" else option for option in options]
            assert all(isinstance(label, str) for label in labels)  # a bare No would be a truth


def test_a_file_that_a_text_for_makers_names_is_there() -> None:
    """And a decision stands in one place: the changelog says what changed, and where the reasons are."""
    home = ROOT / ".github"
    for name in ("CONTRIBUTING.md", "decisions.md"):
        text = (home / name).read_text(encoding="utf-8")
        named = re.findall(r"`([\w./-]+\.(?:md|py|js|yml|css|txt))`", text)
        places = (home, ROOT, *(path.parent for path in (ROOT / "overrides" / "assets").rglob("*.[jc]s*")))
        assert len(named) > 3 and not [one for one in named if not any((place / one).is_file() for place in places)]
    changed = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "`.github/decisions.md`" in changed and "\n- *" not in changed


def test_nothing_that_a_try_left_behind_stands_at_the_top() -> None:
    assert not [path.name for path in ROOT.iterdir() if path.suffix in (".png", ".pdf", ".log", ".har", ".tmp")]


@pytest.mark.parametrize("folder", ["macros", "tests"])
def test_a_readme_names_files_that_are_there(folder: str) -> None:
    text = (ROOT / folder / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w./]+\.(?:py|js|yml))`", text)) - {"content/test_edition.py"}  # which a fork deletes
    homes = (ROOT / folder, ROOT, ROOT / "overrides" / "assets" / "js", ROOT / "overrides" / "assets" / "js" / "core")
    assert len(named) > 10 and not [name for name in named if not any((home / name).is_file() for home in homes)]
    if folder == "tests":
        rooms = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}
        assert rooms == set(re.findall(r"^\| `(\w+)/` \|", text, re.MULTILINE))
