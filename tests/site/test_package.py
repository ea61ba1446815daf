"""Does the package find itself from anywhere, and see its own changes?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.shared import made_up_project

# The way Zensical loads it: from the file, in no package, with the project not on the path.
ASK = """
import importlib.util, sys, types
class Env:
    project_dir = sys.argv[1]
    variables = {"page": types.SimpleNamespace(path="index.md")}
    conf = {"site_url": ""}
    def __init__(self): self.macros = {}
    def macro(self, function, name): self.macros[name] = function
def load():
    spec = importlib.util.spec_from_file_location("macros", sys.argv[1] + "/macros/__init__.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    env = Env()
    module.define_env(env)
    return env
"""


def ask(project: Path, more: str) -> str:
    """Run some Python that loads the package of a project as Zensical would, from another folder."""
    said = subprocess.run(
        [sys.executable, "-c", ASK + more, str(project)],
        cwd=project.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert said.returncode == 0, said.stderr
    return said.stdout


def test_it_loads_from_another_folder(tmp_path: Path) -> None:
    project = made_up_project(tmp_path)
    assert ask(project, 'print(load().macros["home"]().splitlines()[0])').startswith("# A ")


def test_a_changed_module_is_seen(tmp_path: Path) -> None:
    project = made_up_project(tmp_path)
    more = """
import pathlib
before = load().macros["home"]()
path = pathlib.Path(sys.argv[1], "macros", "render", "pages.py")
old, new = 'return self._render("pages/home.html"', 'return "changed" or self._render("pages/home.html"'
path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
print(load().macros["home"]() == "changed", before != "changed")
"""
    assert ask(project, more).strip() == "True True"


def test_changed_content_is_seen(tmp_path: Path) -> None:
    project = made_up_project(tmp_path)
    more = """
import pathlib
load()
path = pathlib.Path(sys.argv[1], "marks", "early-days", "stage.yml")
path.write_text(path.read_text(encoding="utf-8").replace("title: Early days", "title: Beginning"), encoding="utf-8")
print("# Beginning" in load().macros["stage"]("early-days"))
"""
    assert ask(project, more).strip() == "True"


def test_a_changed_template_is_seen_and_so_is_one_that_it_takes_in(tmp_path: Path) -> None:
    project = made_up_project(tmp_path)
    more = """
import pathlib
load().macros["home"]()
folder = pathlib.Path(sys.argv[1], "macros", "render", "templates")
page = folder / "pages" / "home.html"
page.write_text(page.read_text(encoding="utf-8") + "<!-- changed -->", encoding="utf-8")
print("<!-- changed -->" in load().macros["home"](), end=" ")
(folder / "components.html").write_text("", encoding="utf-8")  # nothing that the page takes from it is there now
try:
    load().macros["home"]()
except Exception as problem:
    print(type(problem).__name__)
"""
    assert ask(project, more).split() == ["True", "UndefinedError"]


def test_a_changed_drawing_is_seen(tmp_path: Path) -> None:
    project = made_up_project(tmp_path)
    more = """
load()
from macros.content import icons
load().macros["stage"]("early-days")
(icons.OWN / "planning.svg").write_text('<svg viewBox="0 0 24 24"><path d="M12 3.21"/></svg>', encoding="utf-8")
print("M12 3.21" in load().macros["stage"]("early-days"))
"""
    assert ask(project, more).strip() == "True"


def test_nothing_changed_is_read_once(tmp_path: Path) -> None:
    project = made_up_project(tmp_path)
    more = """
load()
import macros.content.loader as pack
first = pack.load(__import__("pathlib").Path(sys.argv[1]))
load()
import macros.content.loader as again
print(again is pack, again.load(__import__("pathlib").Path(sys.argv[1])) is first)
"""
    assert ask(project, more).strip() == "True True"
