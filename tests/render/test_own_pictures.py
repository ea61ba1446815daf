"""Is each example of one's own change true? Its file is written as it stands there, and the guide then says what the
picture beside it shows."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.commands import main
from macros.content import loader
from macros.content.model import Guide
from macros.content.own_examples import SHOWS, OwnExample, filled, said
from macros.render import own_pictures
from macros.render.pages import Pages
from tests.shared import ROOT, made_up_guide


def examples(guide: Guide) -> list[OwnExample]:
    """Every example of a guide."""
    sections = (section for page in guide.pages.values() for section in page.sections)
    return [block.example for section in sections for block in section.body if block.example]


def copied(folder: Path) -> Path:
    """The guide of this copy without a layer, as somebody has it who begins."""
    shutil.copytree(ROOT / "marks", folder / "marks", ignore=shutil.ignore_patterns("local", "schema", "languages"))
    path = folder / "marks" / "guide.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^languages:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE), encoding="utf-8")
    return folder


def write(project: Path, guide: Guide, one: OwnExample) -> None:
    """Do what an example says: its command, and then its file."""
    slots = own_pictures.names(guide, one)
    words = shlex.split(filled(one.command, slots))
    if words[:3] == ["python", "-m", "macros"]:
        assert main(["--root", str(project), *words[3:]]) == 0
    path = project / "marks" / "local" / filled(one.file, slots)
    lines = f"{filled(one.lines, slots)}\n"
    if "hide" in words:
        assert path.read_text(encoding="utf-8") == lines, "the command writes what stands there"
    there = path.read_text(encoding="utf-8") if path.is_file() else ""
    if one.shows == "marks" and "new" in words:  # the rest of the file is still to be written
        for name in said(lines):
            there = re.sub(rf"^{name}:.*\n(?:[ -].*\n)*", "", there, flags=re.MULTILINE)
        lines = f"{lines}\n{there}"
    if one.shows == "language":
        (old,) = re.findall(r"^search:\n(?:  .*\n)+", there, re.MULTILINE)
        lines = there.replace(old, lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(lines, encoding="utf-8")


def seen(project: Path, guide: Guide, one: OwnExample) -> Iterator[tuple[object, object]]:
    """What the picture shows, and what the guide says when that was written."""
    slots = own_pictures.names(guide, one)
    own, picture = said(filled(one.lines, slots)), own_pictures.shown(guide, one).picture
    now = loader.load(project)
    if one.shows == "name":
        yield (picture["name"], picture["tagline"]), (now.name, now.tagline)
        yield now.colours, own["colours"]
        yield picture["views"][0]["lake"], (now.colours or {}).get("lake")
    elif one.shows == "word":
        yield picture["search"], now.words["search"]
    elif one.shows == "marks":
        titles = [row.title for row in picture["rows"] if row.state != "gone"]
        at = [mark.title for mark in now.stages[picture["stage"].id].marks]
        assert titles[0] in at
        first = at.index(titles[0])
        yield titles, at[first : first + len(titles)]
        yield [row.title in at for row in picture["rows"] if row.state], ["hide" not in own]
    elif one.shows == "voice":
        voice = picture["voice"]
        there = now.voices[voice.id]
        yield (voice.says, voice.who, voice.kind), (there.says, there.who, there.kind)
        assert there.consent and there in now.voices_of[slots["mark"]]
    elif one.shows == "language":
        guide_yml = project / "marks" / "local" / "guide.yml"
        guide_yml.write_text(f"languages: [{picture['tag']}]\n", encoding="utf-8")
        yield picture["search"], loader.load(project, picture["tag"]).words["search"]
    elif one.shows == "address":
        yield picture["address"], now.address
    else:
        yield own["updates"], now.updates


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(copied, id="the guide of this copy", marks=pytest.mark.own),
        pytest.param(made_up_guide, id="made up"),
    ],
)
def test_an_example_does_what_its_picture_shows(made: Callable[[Path], Path], tmp_path: Path) -> None:
    project = made(tmp_path)
    guide = loader.load(project)
    for one in examples(guide):
        write(project, guide, one)
        assert loader.check(project)[1] == []
        told = list(seen(project, guide, one))
        assert told and all(shown == is_said for shown, is_said in told), told
        shutil.rmtree(project / "marks" / "local")


def test_each_kind_of_picture_has_an_example_that_is_tried(tmp_path: Path) -> None:
    made_up = loader.load(made_up_guide(tmp_path))
    assert {one.shows for one in examples(made_up)} == set(SHOWS)


def test_a_mark_that_is_hidden_takes_no_example_along(tmp_path: Path) -> None:
    project = made_up_guide(tmp_path)
    before = loader.load(project)
    (hidden,) = {one.mark for one in examples(before)} - {""}
    assert main(["--root", str(project), "hide", "mark", hidden]) == 0
    now = loader.load(project)
    assert len(examples(now)) == len(examples(before))
    assert not {one.mark for one in examples(now)} - {""}
    drawn = [own_pictures.shown(now, one) for one in examples(now)]
    first = next(iter(now.marks.values()))
    assert any(one.file == f"marks/local/{first.stage}/{first.id}.yml" for one in drawn)


def test_a_page_has_each_example_in_letters_and_each_picture_in_words(tmp_path: Path) -> None:
    guide = loader.load(made_up_guide(tmp_path))
    page = Pages(guide, lambda goal: f"/{goal}").words("make-it-yours")
    for one in examples(guide):
        assert f'role="img" aria-label="{one.alt}"' in page
        shown = own_pictures.shown(guide, one)
        assert f"{shown.file}</p>" in page and shown.file.startswith("marks/local/")
    # what is copied from there is what was meant: how far in a line begins, and no line more
    (code,) = re.findall(r"<code>(<span class=\"mk-own-example__line\"><b>name:.*?)</code>", page)
    lines = [re.sub(r"<[^>]+>", "", one).replace("&#32;", " ") for one in code.split("</span>")[:-1]]
    example = next(one for one in examples(guide) if one.shows == "name")
    assert "\n".join(lines).replace("&#34;", '"') == example.lines
