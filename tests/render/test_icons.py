"""Are the pictures found, by name, without a site builder?"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.content import icons
from macros.render import environment
from tests.shared import ROOT, made_up_project, run

OWN = sorted(icons.own())
SVG = "{http://www.w3.org/2000/svg}"
COLOURS = re.compile(r"none|currentColor|var\(--mk-[a-z-]+, #fff\)")


def without_theme(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the guide on a machine that has no theme with icons."""
    return run(
        "-c",
        "import importlib.util, sys; find = importlib.util.find_spec; "
        f"importlib.util.find_spec = lambda name, *rest: None if name in {icons._THEMES} else find(name, *rest); "
        f"from macros.commands import main; sys.exit(main({list(command)}))",
        cwd=project,
        GITHUB_ACTIONS="",
    )


def test_the_theme_brings_thousands_of_names() -> None:
    assert len(icons.names()) > 5000 and {"ladder", "snake", "waves"} <= icons.names()


def test_the_guide_has_what_its_templates_and_settings_ask_for() -> None:
    assert {"download", "printer", "ladder"} <= icons.asked() <= icons.own() | icons.kept()


def drawn(name: str) -> str:
    """An icon as a template draws it."""
    return environment.environment().from_string("{{ icon(name) }}").render(name=name)


def test_a_drawing_that_is_changed_shows_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icons, "OWN", tmp_path)
    (tmp_path / "ladder.svg").write_text("<svg>\n1</svg>", encoding="utf-8")
    assert icons.drawing("ladder") == "<svg>1</svg>" and ">1</svg>" in drawn("ladder")
    (tmp_path / "ladder.svg").write_text("<svg>22</svg>", encoding="utf-8")
    assert icons.drawing("ladder") == "<svg>22</svg>" and ">22</svg>" in drawn("ladder")


def test_the_licence_of_the_icons_lies_beside_them() -> None:
    home = ROOT / icons.KEPT
    assert "Icons: Apache 2.0" in (home / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License\n" in (home / "LICENSE-2.0.txt").read_text(encoding="utf-8")
    assert icons.KEPT.as_posix() in (ROOT / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(icons.kept()))
def test_an_icon_of_the_guide_is_a_plain_drawing(name: str) -> None:
    root = ElementTree.fromstring(icons.drawing(name))
    assert root.attrib == {"viewBox": "0 0 24 24"} and [part.tag for part in root] == [f"{SVG}path"]


def test_a_drawing_is_one_svg() -> None:
    drawing = icons.drawing("ladder")
    assert drawing.startswith("<svg ") and drawing.endswith("</svg>") and drawing.count("<svg") == 1


def test_our_own_drawings_come_first() -> None:
    assert {"ladder", "snake", "planning", "process", "celebrating", "review", "lake"} <= set(OWN)
    for name in OWN:
        assert icons.drawing(name) == (icons.OWN / f"{name}.svg").read_text(encoding="utf-8").replace("\n", "")
    theme = icons.theme()
    assert theme is not None and (theme / "snake.svg").is_file() and (theme / "horse.svg").is_file()
    assert icons.drawing("horse") == (theme / "horse.svg").read_text(encoding="utf-8").strip()


def test_what_is_for_the_browser_is_not_a_picture_of_ours() -> None:
    assert not icons.NOT_FOR_PAGES & set(OWN)
    for name in icons.NOT_FOR_PAGES:
        ElementTree.parse(icons.OWN / f"{name}.svg")


@pytest.mark.parametrize("name", OWN)
def test_an_own_drawing_takes_the_colour_of_the_words_beside_it(name: str) -> None:
    root = ElementTree.fromstring(icons.drawing(name))
    assert root.tag == f"{SVG}svg" and root.attrib == {"viewBox": "0 0 48 48"}
    for part in root.iter():
        assert part.tag in {SVG + tag for tag in ("svg", "g", "path", "circle")}, part.tag
        assert not {"id", "class", "style", "href", "opacity"} & set(part.attrib)
        for key in ("fill", "stroke"):
            assert COLOURS.fullmatch(part.get(key, "none")), part.attrib
    # The page's own rule fills the root: each shape must stand in a group that says otherwise.
    assert all(part.tag == f"{SVG}g" and "fill" in part.attrib for part in root)


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        icons.drawing("no-such-picture")


def stage(project: Path) -> Path:
    """The file of its first stage."""
    return min((project / "marks").glob("*/stage.yml"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project in which a stage has an icon that is not in the guide."""
    made_up_project(tmp_path)
    path = stage(tmp_path)
    path.write_text(
        re.sub("picture: .*", "picture: unicorn-variant", path.read_text(encoding="utf-8"), count=1), encoding="utf-8"
    )
    return tmp_path


@pytest.mark.built
def test_a_new_name_is_there_at_once_and_comes_in_by_a_command(project: Path) -> None:
    said = run("-m", "macros", "check", cwd=project)
    assert said.returncode == 0 and "Only the theme has these pictures: unicorn-variant." in said.stdout
    assert "unknown-picture" not in said.stdout
    lost = without_theme(project, "check")
    assert lost.returncode == 1 and re.search(
        r"marks/[a-z-]+/stage[.]yml:\d+:\d+: There is no picture `unicorn-variant` in the set of icons[.] .* If it is one of "
        "the Material Design Icons, run `make icons`, or `python -m macros icons` where Material for MkDocs is",
        lost.stdout,
    )
    assert without_theme(project, "icons").returncode == 1
    brought = run("-m", "macros", "icons", cwd=project)
    assert brought.returncode == 0 and "Brought in: overrides/.icons/material/unicorn-variant.svg\n" in brought.stdout
    assert without_theme(project, "check").returncode == 0
    assert run("-m", "macros", "icons", cwd=project).stdout == ""


def test_an_icon_that_nobody_uses_goes_but_not_while_a_file_cannot_be_read(project: Path) -> None:
    idle = project / icons.KEPT / "unicorn.svg"
    idle.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0z"/></svg>', encoding="utf-8"
    )
    path = stage(project)
    good = path.read_text(encoding="utf-8")
    path.write_text(f"{good}: [", encoding="utf-8")
    before = icons.kept(project)
    done = run("-m", "macros", "icons", cwd=project)
    assert done.returncode == 1 and "cannot be read" in done.stdout and icons.kept(project) == before
    path.write_text(good, encoding="utf-8")
    assert "Taken out: overrides/.icons/material/unicorn.svg\n" in run("-m", "macros", "icons", cwd=project).stdout
    assert not idle.exists() and (project / icons.KEPT / "LICENSE").is_file()


def test_where_no_theme_is_every_page_is_drawn(project: Path) -> None:
    run("-m", "macros", "icons", cwd=project)
    done = run(
        "-c",
        "import importlib.util, pathlib; find = importlib.util.find_spec; "
        f"importlib.util.find_spec = lambda name, *rest: None if name in {icons._THEMES} else find(name, *rest); "
        "from macros.content.loader import load; from macros.render.pages import Pages; "
        "guide = load(pathlib.Path.cwd()); pages = Pages(guide, lambda goal: goal); print(len(pages.home()), "
        "*(len(draw(one)) for one in guide.stages for draw in (pages.stage, pages.sheet, pages.easy)))",
        cwd=project,
    )
    assert done.returncode == 0 and min(map(int, done.stdout.split())) > 1000, done.stdout


def test_an_icon_of_a_template_that_is_gone_is_told_of(project: Path) -> None:
    (project / icons.KEPT / "printer.svg").unlink()
    assert run("-m", "macros", "check", cwd=project).returncode == 0  # the theme has it
    assert (
        "overrides/.icons/material/printer.svg:1:1: This file is missing. Put it back, or copy it from the guide that "
        "yours was made from."
    ) in without_theme(project, "check").stdout


def test_no_icon_of_the_guide_is_a_file_of_the_site(site: Path) -> None:
    """They stand in the pages: a visitor asks for none of them."""
    assert not [path for path in site.rglob("*") if path.name in ("printer.svg", "LICENSE-2.0.txt")]


def test_looking_loads_no_builder() -> None:
    code = (
        "import sys; from macros.content import icons; icons.names(); print([n for n in sys.modules if 'mkdocs' in n])"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
