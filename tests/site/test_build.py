"""Is the good site safe whatever goes wrong? And do both builders stop with the checker's own words?"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.site import build
from tests.shared import ONE_ENGINE, made_up_project, run

pytestmark = pytest.mark.built

MISTAKES = {
    "a field of no kind": ("marks/later-days/listening.yml", "meaning:", "meanning:"),
    "a mark that nobody has": ("marks/later-days/stage.yml", "- listening", "- listning"),
    "a bare no": ("marks/guide.yml", "version: '9.9'", "version: no"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with a site that was good."""
    made_up_project(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("the good site", encoding="utf-8")
    return tmp_path


def spoil(project: Path, path: str, old: str, new: str) -> None:
    """Put a mistake into a file."""
    words = (project / path).read_text(encoding="utf-8")
    assert old in words
    (project / path).write_text(words.replace(old, new, 1), encoding="utf-8")


def untouched(project: Path) -> bool:
    """Whether the good site stands alone, with nothing left lying about."""
    return (
        (project / "site" / "index.html").read_text(encoding="utf-8") == "the good site"
        and [path.name for path in (project / "site").iterdir()] == ["index.html"]
        and not list(project.glob(".building-*"))
    )


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_stops_before_any_builder(name: str, project: Path) -> None:
    spoil(project, *MISTAKES[name])
    report = run("-m", "macros", "check", cwd=project).stdout
    done = run("-m", "macros", "build", cwd=project)
    assert done.returncode == 1 and done.stdout == report and "problem" in report
    assert untouched(project)


def test_a_builder_by_itself_says_the_same(engine: str, project: Path) -> None:
    for mistake in MISTAKES.values():
        spoil(project, *mistake)
    report = run("-m", "macros", "check", cwd=project).stdout.strip()
    done = run("-m", engine, *build.ENGINES[engine], cwd=project, SITE_DIR="elsewhere", NO_MKDOCS_2_WARNING="1")
    assert done.returncode and report in done.stdout and "Traceback" not in done.stdout
    assert len(report.splitlines()) >= 4 and untouched(project)


def test_a_page_that_calls_nothing_stops_the_build(engine: str, project: Path) -> None:
    spoil(project, "docs/lake.md", "{{ lake() }}", "{{ lakes() }}")
    done = run("-m", "macros", "build", "--engine", engine, cwd=project)
    assert done.returncode and untouched(project)


def test_a_page_that_names_no_stage_stops_the_build(engine: str, project: Path) -> None:
    spoil(project, "docs/early-days.md", '"early-days"', '"erly-days"')
    done = run("-m", "macros", "build", "--engine", engine, cwd=project)
    assert done.returncode and untouched(project)
    assert (
        "docs/early-days.md:1:1: There is no stage `erly-days` for this page to show. Did you mean `early-days`?"
        in (done.stdout)
    )


def test_a_warning_of_the_builder_stops_the_build(engine: str, project: Path) -> None:
    with (project / "docs" / "lake.md").open("a", encoding="utf-8") as page:
        page.write("\n[lost](nowhere.md)\n")
    done = run("-m", "macros", "build", "--engine", engine, cwd=project)
    said = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)
    assert done.returncode and "nowhere.md" in said and untouched(project)


@pytest.mark.parametrize("engine", ONE_ENGINE, indirect=True)
def test_a_good_build_takes_the_place_of_the_old_site(engine: str, project: Path) -> None:
    (project / "site" / "old.html").write_text("old", encoding="utf-8")
    done = run("-m", "macros", "build", "--engine", engine, cwd=project)
    assert done.returncode == 0, done.stdout
    assert "the good site" not in (project / "site" / "index.html").read_text(encoding="utf-8")
    assert not (project / "site" / "old.html").exists() and not list(project.glob(".building-*"))


def test_a_site_in_another_folder(project: Path) -> None:
    done = run("-m", "macros", "build", "--site", "out/there", cwd=project)
    assert done.returncode == 0, done.stdout
    assert (project / "out" / "there" / "early-days" / "index.html").is_file() and untouched(project)


def test_a_site_that_cannot_step_in_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh, site, old = tmp_path / "fresh", tmp_path / "site", tmp_path / "old"
    fresh.mkdir()
    site.mkdir()
    (site / "index.html").write_text("the good site", encoding="utf-8")
    move = shutil.move

    def stuck(source: str, goal: str) -> str:
        if source == str(fresh):
            raise OSError("no room")
        return str(move(source, goal))

    monkeypatch.setattr(shutil, "move", stuck)
    with pytest.raises(OSError, match="no room"):
        build._take_place(fresh, site, old)
    assert (site / "index.html").read_text(encoding="utf-8") == "the good site" and not old.exists()
