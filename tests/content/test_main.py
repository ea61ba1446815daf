"""Does the command say what a person, a script and GitHub need? Words, exit status, annotations."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros import commands as command
from macros.content import loader, problems
from tests.shared import ROOT, run

MISTAKE = "marks/scale.yml:1:1: The field `highest` is missing."


def broken(small: Path) -> Path:
    """The smallest guide, with a mistake."""
    (small / "marks" / "scale.yml").write_text("lowest: 1\n", encoding="utf-8")
    return small


@pytest.mark.own
def test_all_is_well_with_the_guide() -> None:
    done = run("-m", "macros", "check")
    assert done.returncode == 0
    guide = loader.load(ROOT)
    counts = [
        len(part) for part in (guide.stages, guide.marks, guide.voices, guide.ideas, guide.glossary, guide.sources)
    ]
    said = re.fullmatch(
        r"All is well: (\d+) stages?, (\d+) marks?, (\d+) voices?, (\d+) ideas?, (\d+) words?, (\d+) sources?[.]",
        done.stdout.splitlines()[-1],
    )
    assert said and [int(count) for count in said.groups()] == counts


def test_one_of_a_thing_is_counted_as_one(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--root", str(small), "check"]) == 0
    assert "All is well: 1 stage, 1 mark, " in capsys.readouterr().out.splitlines()[-1]


def test_a_fork_is_told_of_its_own_words_alone(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """How the guide is worded is for who writes the guide."""
    mark = small / "marks" / "planning" / "say-hello.yml"
    mark.write_text(mark.read_text(encoding="utf-8").replace("A smile.", "Ask universities."), encoding="utf-8")

    def said() -> str:
        command.main(["--root", str(small), "check"])
        return capsys.readouterr().out

    assert "`university` is a long word" in said()
    (small / "marks" / "local").mkdir()
    (small / "marks" / "local" / "guide.yml").write_text("name: Ours\n", encoding="utf-8")
    assert "`university`" not in said()
    own = "tagline: For all universities\n"
    (small / "marks" / "local" / "guide.yml").write_text(f"name: Ours\n{own}", encoding="utf-8")
    assert "marks/local/guide.yml" in said()


def test_a_text_that_is_hard_to_read_is_not_said_to_stop_a_build(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hard = problems.problem(
        problems.Location("marks/a.yml"), "too-hard", grade=14, most=9, count=40, text="A", words="B"
    )
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(command, "_measure", lambda root: ([hard], []))
        assert command.main(["--root", str(small), "check"]) == 1
    assert "Nothing is built" not in capsys.readouterr().out
    assert command.check(small, measured=False) == 0


def test_a_mistake_is_told_and_stops_a_script(small: Path) -> None:
    done = run("-m", "macros", "--root", str(broken(small)), "check", GITHUB_ACTIONS="")
    assert done.returncode == 1 and MISTAKE in done.stdout
    assert done.stdout.splitlines()[-1].endswith("Nothing is built until that is put right.")
    assert "Traceback" not in done.stdout and "::error" not in done.stdout


def test_github_gets_annotations(small: Path) -> None:
    done = run("-m", "macros", "--root", str(broken(small)), "check", GITHUB_ACTIONS="true")
    assert done.returncode == 1 and MISTAKE in done.stdout
    assert "\n::error file=marks/scale.yml,line=1,col=1::The field `highest` is missing." in done.stdout


@pytest.mark.own
def test_no_builder_is_loaded_by_a_check() -> None:
    ask = (
        "import sys; from macros.commands import main; status = main(['check']); "
        "print(status, sorted({name.split('.')[0] for name in sys.modules} & "
        "{'mkdocs', 'zensical', 'material', 'mkdocs_macros', 'markdown', 'jinja2'}))"
    )
    assert run("-c", ask).stdout.splitlines()[-1] == "0 []"


def test_a_console_without_such_letters(small: Path) -> None:
    (small / "marks" / "planning" / "höflich.yml").write_text("id: höflich\n", encoding="utf-8")
    done = run("-m", "macros", "--root", str(small), "check", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1 and "h\\xf6flich" in done.stdout and "Traceback" not in done.stdout


def test_whoever_reads_only_the_first_lines_is_told_nothing_more(small: Path) -> None:
    """As in `python -m macros list words | head`."""
    words = [sys.executable, "-m", "macros", "--root", str(small), "list", "labels"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, text=True) as reading:
        assert reading.stdout and reading.stderr
        reading.stdout.close()
        assert reading.stderr.read() == "" and reading.wait() == 0


@pytest.mark.parametrize("given", [[], ["chek"], ["build", "--engine", "jekyll"]])
def test_a_command_that_is_none(given: list[str], small: Path) -> None:
    done = run("-m", "macros", "--root", str(small), *given)
    assert done.returncode == 2 and "usage: python -m macros" in done.stdout and "Traceback" not in done.stdout


def test_schemas_are_written_where_they_belong(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--root", str(small), "schema"]) == 0
    assert "Written: marks/schema/mark.json" in capsys.readouterr().out
    assert (small / "marks" / "schema" / "mark.json").read_bytes() == (
        ROOT / "marks" / "schema" / "mark.json"
    ).read_bytes()
    assert command.main(["--root", str(small), "schema"]) == 0
    assert capsys.readouterr().out == ""


def test_it_runs_from_any_folder(tmp_path: Path) -> None:
    done = run(
        "-c",
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv = ['macros', 'check']; "
        "import runpy; runpy.run_module('macros', run_name='__main__')",
        cwd=tmp_path,
    )
    assert done.returncode == 0 and "All is well" in done.stdout and sys.version_info >= (3, 10)


@pytest.mark.parametrize(
    ("stopped", "command", "said"),
    [
        ("macros.own_python.use", ["new", "word"], "\nNothing was written.\n"),
        ("argparse.ArgumentParser.parse_args", ["new", "word"], "\nNothing was written.\n"),
        ("macros.content.loader.check", ["new", "word"], "\nNothing was written.\n"),
        ("macros.content.loader.check", ["check"], "\nStopped.\n"),
    ],
)
def test_whoever_stops_it_before_the_first_question_is_told_no_traceback(
    stopped: str, command: list[str], said: str, small: Path
) -> None:
    """The packages that a command needs take a second to come."""
    where, _, name = stopped.rpartition(".")
    stop = f"def stop(*given, **named): raise KeyboardInterrupt\nimport pkgutil; here = pkgutil.resolve_name({where!r})"
    typed = ["macros", "--root", str(small), *command]
    program = f"{stop}\nsetattr(here, {name!r}, stop)\nimport sys; sys.argv = {typed}"
    done = run("-c", f"{program}\nimport runpy; runpy.run_module('macros', run_name='__main__')")
    assert done.returncode == 1 and done.stdout == said
    assert not (small / "marks" / "local").exists()


def test_a_python_that_lacks_something_hands_over_to_the_projects_own(tmp_path: Path) -> None:
    """People type `python`, and that is the one of their system."""
    program = (
        "import sys; sys.argv = ['macros', 'list', 'marks']; from pathlib import Path; from macros import own_python"
    )
    lacks = "import importlib.util; importlib.util.find_spec = lambda name, package=None: None"
    use = f"{program}; {lacks}; own_python.use(Path({str(tmp_path)!r}))"
    done = run("-c", use)
    assert done.returncode == 1 and "Type `make check` once" in done.stdout
    own = tmp_path / ".venv" / "bin" / "python"
    own.parent.mkdir(parents=True)
    own.write_text('#!/bin/sh\necho "the own one: $*"\n', encoding="utf-8")
    own.chmod(0o755)
    done = run("-c", use)
    assert done.returncode == 0 and "the own one: -m macros list marks" in done.stdout
