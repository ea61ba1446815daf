"""What do the builders get? Macros by name, links that fit each of them, and messages in place of crashes."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros import plugin
from tests.shared import made_up_project
from tests.words import say


class Env:
    """A site builder that only keeps what it is given. `page` is Zensical's kind unless it has a `file`."""

    def __init__(self, root: Path, page: object) -> None:
        self.project_dir = str(root)
        self.variables: dict[str, Any] = {"page": page, "files": None}
        self.macros: dict[str, Any] = {}
        self.conf: dict[str, str | None] = {"site_url": "http://127.0.0.1:8000/"}

    def macro(self, function: Any, name: str) -> None:
        self.macros[name] = function


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return made_up_project(tmp_path)


def zensical(project: Path, path: str = "early-days.md") -> Env:
    env = Env(project, SimpleNamespace(path=path))
    plugin.define_env(env)
    return env


@pytest.mark.parametrize(
    ("site_url", "address"),
    [
        ("https://guide.example/", "guide.example"),
        ("https://guide.example/ours/", "guide.example/ours"),
        ("http://127.0.0.1:8000/", ""),
        ("http://localhost/guide/", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_paper_names_an_address_that_people_can_type(project: Path, site_url: str | None, address: str) -> None:
    env = Env(project, SimpleNamespace(path="early-days-sheet.md"))
    env.conf = {"site_url": site_url}
    plugin.define_env(env)
    assert f"{say('paper_from', guide='A made-up guide', version='9.9')} {address}</p>" in env.macros["sheet"](
        "early-days"
    ).replace(" </p>", "</p>").replace("9.9.</p>", "9.9. </p>")


def test_each_macro_is_given_by_its_name(project: Path) -> None:
    assert set(zensical(project).macros) == set(plugin.MACROS)


@pytest.mark.parametrize(
    ("page", "goal", "href"),
    [
        ("early-days.md", "later-days.md#listening", "later-days.md#listening"),
        ("deep/er/page.md", "later-days.md", "../../later-days.md"),
    ],
)
def test_zensical_gets_paths_of_files(project: Path, page: str, goal: str, href: str) -> None:
    assert plugin.href(zensical(project, page), project, goal) == href


def test_mkdocs_gets_addresses(project: Path) -> None:
    here = SimpleNamespace(src_uri="early-days.md")
    there = SimpleNamespace(url_relative_to=lambda other: "../later-days/" if other is here else "wrong")
    env = Env(project, SimpleNamespace(file=here))
    env.variables["files"] = SimpleNamespace(get_file_from_path={"later-days.md": there}.get)
    assert plugin.href(env, project, "later-days.md#listening") == "../later-days/#listening"


def test_the_terminal_tells_of_a_mistake_once(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["zensical", "serve"])
    scale = project / "marks" / "scale.yml"
    good = scale.read_text(encoding="utf-8")
    scale.write_text("lowest: 1\n", encoding="utf-8")
    for page in ("early-days.md", "later-days.md"):
        zensical(project, page)
    assert capsys.readouterr().err.count("The field `highest` is missing.") == 1
    scale.write_text(good, encoding="utf-8")
    zensical(project)
    assert capsys.readouterr().err == ""
    scale.write_text("lowest: 1\n", encoding="utf-8")
    zensical(project)
    assert capsys.readouterr().err.count("The field `highest` is missing.") == 1


def test_a_link_to_no_page_is_refused(project: Path) -> None:
    with pytest.raises(FileNotFoundError, match="docs/nowhere.md"):
        plugin.href(zensical(project), project, "nowhere.md")


def test_a_stage_that_comes_while_the_site_is_made_stops_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its pages are written before the next time. Until then each page that leads there says so."""
    env = zensical(project)
    monkeypatch.setattr(sys, "argv", ["mkdocs", "serve"])
    served = zensical(project)
    (project / "docs" / "later-days.md").unlink()
    with pytest.raises(FileNotFoundError):
        env.macros["lake"]()
    shown = served.macros["lake"]()
    assert "docs/later-days.md:1:1: This page is not there yet." in shown and say("page_broken") in shown
    env = Env(project, SimpleNamespace(file=SimpleNamespace(src_uri="early-days.md")))
    env.variables["files"] = SimpleNamespace(get_file_from_path={}.get)  # it was listed before that page came
    with pytest.raises(FileNotFoundError, match="docs/use.md"):
        plugin.href(env, project, "use.md")


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        (
            "stage",
            ("erly-days",),
            "docs/early-days.md:1:1: There is no stage `erly-days` for this page to show. "
            "Did you mean `early-days` or `later-days`?",
        ),
        ("stage", (), "docs/early-days.md:1:1: There is no stage `` for this page to show. Write {{ stage(…) }}."),
        (
            "words",
            ("abuot",),
            "docs/early-days.md:1:1: There is no page `abuot` for this page to show. Did you mean `about`?",
        ),
        (
            "lake",
            ("deep",),
            "docs/early-days.md:1:1: There is no lake `deep` for this page to show. Write {{ lake() }}.",
        ),
    ],
)
def test_a_call_that_names_nothing(project: Path, name: str, given: tuple[str, ...], says: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        zensical(project).macros[name](*given)
    assert says in str(stopped.value)


def test_a_mistake_stops_a_build_with_the_checkers_words(project: Path) -> None:
    (project / "marks" / "scale.yml").write_text("lowest: 1\n", encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        zensical(project)
    assert "marks/scale.yml:1:1: The field `highest` is missing." in str(stopped.value)


def test_a_mistake_is_shown_while_serving_and_goes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["mkdocs", "serve"])
    scale = project / "marks" / "scale.yml"
    good = scale.read_text(encoding="utf-8")
    scale.write_text("lowest: 1\n", encoding="utf-8")
    shown = zensical(project).macros["stage"]("early-days")
    assert "The field `highest` is missing." in shown and say("page_broken") in shown
    scale.write_text(good, encoding="utf-8")
    mended = zensical(project).macros["stage"]("early-days")
    assert "`highest`" not in mended and mended.startswith("# Early days")


def test_a_page_is_described_by_its_first_macro(project: Path) -> None:
    env = Env(project, SimpleNamespace(path="use.md", meta={}))
    plugin.define_env(env)
    env.macros["words"]("use")
    said = env.variables["page"].meta["description"]
    env.macros["stage"]("early-days")
    env.macros["scale"]()
    assert said.startswith("Lead of use") and env.variables["page"].meta["description"] == said


def test_a_page_keeps_its_own_description(project: Path) -> None:
    env = Env(project, SimpleNamespace(path="use.md", meta={"description": "Mine."}))
    plugin.define_env(env)
    env.macros["words"]("use")
    assert env.variables["page"].meta == {"description": "Mine."}
