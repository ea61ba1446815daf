"""Is the guide read once, again after a change, and whole?"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from macros.content import icons, layers, loader
from macros.content.problems import ContentError, Problem
from macros.content.yaml_reader.yaml_source import Node, read
from tests.shared import ROOT, small_guide


def test_it_is_read_once(small: Path) -> None:
    assert loader.load(small) is loader.load(small)


def test_a_change_of_the_same_length_is_seen(small: Path) -> None:
    first = loader.load(small)
    path = small / "marks" / "planning" / "say-hello.yml"
    words = path.read_text(encoding="utf-8")
    stat = path.stat()
    changed = words.replace("title: Say hello", "title: Say Hello")
    assert changed != words
    path.write_text(changed, encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))
    again = loader.load(small)
    assert again is not first and again.marks["say-hello"].title == "Say Hello"


def test_a_picture_that_comes_is_seen(small: Path) -> None:
    before = loader.signature(small)
    (small / icons.KEPT).mkdir(parents=True)
    (small / icons.KEPT / "tea.svg").write_text("<svg/>", encoding="utf-8")
    assert loader.signature(small) != before


@pytest.mark.parametrize("name", ["use", "index", "chosen", "summary"])
def test_a_stage_is_not_called_like_a_page_or_a_part_of_one(name: str, small: Path) -> None:
    shutil.copytree(small / "marks" / "planning", small / "marks" / name)
    found = [one for one in loader.check(small)[1] if one.place.file == f"marks/{name}/stage.yml"]
    assert f"The id `{name}` is kept for the page itself." in "\n".join(map(str, found))


def test_a_mistake_is_remembered_until_it_is_mended(small: Path) -> None:
    path = small / "marks" / "scale.yml"
    good = path.read_bytes()
    path.write_bytes(b"")
    with pytest.raises(ContentError, match="empty") as first:
        loader.load(small)
    with pytest.raises(ContentError) as again:
        loader.load(small)
    assert again.value is first.value
    path.write_bytes(good)
    assert loader.load(small).scale.highest == 10


def test_a_new_file_and_a_lost_one_are_seen(small: Path) -> None:
    loader.load(small)
    path = small / "marks" / "planning" / "say-hello.yml"
    path.rename(path.with_name("say-hi.yml"))
    with pytest.raises(ContentError, match="say-hi"):
        loader.load(small)


def test_only_the_file_that_changed_is_read_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = layers.read_files(small)
    opened: list[str] = []

    def watched(path: Path, name: str, root: Path) -> tuple[Node | None, list[Problem]]:
        opened.append(path.name)
        return read(path, name, root)

    monkeypatch.setattr(layers, "read", watched)
    path = small / "marks" / "planning" / "say-hello.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Say hello", "title: Say hi"), encoding="utf-8")
    again = layers.read_files(small)
    assert opened == ["say-hello.yml"]
    assert again.records["scale"] == first.records["scale"] and again.references == first.references
    assert again.records["mark"]["planning/say-hello"]["title"] == "Say hi"
    assert first.records["mark"]["planning/say-hello"]["title"] == "Say hello"


def test_a_file_that_becomes_a_link_out_is_refused(small: Path) -> None:
    assert loader.check(small)[1] == []
    path = small / "marks" / "retired.yml"
    outside = small / "outside.yml"
    path.rename(outside)
    path.symlink_to("../outside.yml")
    assert [one.rule for one in loader.check(small)[1]] == ["outside-link"]


def test_two_guides_do_not_mix(small: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = small_guide(tmp_path_factory.mktemp("other"))
    path = other / "marks" / "guide.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: ", "name: Another ", 1), encoding="utf-8")
    assert loader.load(other).name.startswith("Another") and not loader.load(small).name.startswith("Another")


def test_no_folder_at_all(tmp_path: Path) -> None:
    guide, problems = loader.check(tmp_path)
    assert guide is None and {one.rule for one in problems} == {"missing-file"}


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "desktop.ini", "listening.yml~", ".listening.yml.swp", "README.md"]
)
def test_what_a_system_leaves_behind_is_not_content(name: str, small: Path) -> None:
    (small / "marks" / "planning" / name).write_bytes(b"\x00\xff")
    assert loader.check(small)[1] == []


@pytest.mark.own
def test_a_guide_is_in_its_order() -> None:
    guide = loader.load(ROOT)
    assert list(guide.marks) == [mark.id for stage in guide.stages.values() for mark in stage.marks]
    assert [word.word.casefold() for word in guide.glossary.values()] == sorted(
        word.word.casefold() for word in guide.glossary.values()
    )
