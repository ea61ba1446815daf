"""Are files made again when something changed, and only then? Is it said in plain words when they cannot be?"""

from __future__ import annotations

import importlib.metadata
import json
import shutil
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from macros import commands, paper_commands
from macros.content import loader
from macros.content.ready import FACTS
from macros.paper import make, pdf
from macros.paper.same_bytes import packed
from tests import shared


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the made-up guide."""
    return shared.made_up_guide(tmp_path)


def test_all_files_are_made_and_kept_and_put_into_a_folder(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = loader.load(project)
    first = make.make(project, guide, "")
    assert first.is_new and first.count == len(make.every(guide))
    pages = json.loads((first.folder / FACTS).read_text(encoding="utf-8"))["pages"]
    assert set(pages) == {path.name for path in first.folder.iterdir()} - {FACTS}
    assert all(pages[name] for name in pages if name.endswith(".pdf"))
    again = make.make(project, guide, "")
    assert not again.is_new and again.folder == first.folder
    assert commands.main(["--root", str(project), "paper", "--to", "here"]) == 0
    assert {path.name for path in (project / "here").iterdir()} == set(pages)
    assert f"{len(pages)} files are in here" in capsys.readouterr().out


def test_what_is_kept_hangs_on_words_address_and_packages(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [make.key(project, ""), make.key(project, "https://example.org/")]
    words = project / "marks" / "words.yml"
    words.write_text(words.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    keys.append(make.key(project, ""))
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "99")
    keys.append(make.key(project, ""))
    assert len(set(keys)) == len(keys)
    assert make.key(project, "") == keys[-1]


def test_a_file_that_cannot_be_made_is_named_and_nothing_is_kept(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError("missing alt text")

    monkeypatch.setattr(pdf, "made", refuse)
    with pytest.raises(
        make.CannotMakeError, match=r"guide-normal\.pdf could not be made\. Typst says: missing alt text"
    ):
        make.make(project, loader.load(project), "")
    assert not list((project / make.CACHE).iterdir())


def test_without_a_package_it_is_said_what_to_install(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = importlib.metadata.version

    def version(name: str) -> str:
        if name == "typst":
            raise importlib.metadata.PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(importlib.metadata, "version", version)
    monkeypatch.delenv("PAPER", raising=False)
    assert commands.main(["--root", str(project), "paper"]) == 1
    said = capsys.readouterr().err
    assert "no package typst" in said and "pip install -r requirements.txt" in said
    assert paper_commands.for_site(project, loader.load(project)) == (None, 0)
    assert "The site is built without" in capsys.readouterr().err


def test_a_package_that_is_not_there_at_all_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "macros.paper.make", None)
    monkeypatch.delattr("macros.paper.make", raising=False)
    monkeypatch.delenv("PAPER", raising=False)
    assert paper_commands.for_site(project, loader.load(project)) == (None, 0)


def test_a_site_can_be_built_without(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPER", "no")
    assert paper_commands.for_site(project, loader.load(project)) == (None, 0)
    assert not (project / make.CACHE).exists()


def test_what_went_wrong_stops_a_build(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise make.CannotMakeError("read-normal-planning.pdf could not be made.")

    monkeypatch.delenv("PAPER", raising=False)
    monkeypatch.setattr(make, "make", refuse)
    assert paper_commands.for_site(project, loader.load(project)) == (None, 1)
    assert "could not be made" in capsys.readouterr().err


def test_a_zip_is_the_same_whenever_it_is_made(tmp_path: Path) -> None:
    parts = [("b", b"one"), ("a/c", b"two")]
    content = packed(parts, date(1970, 1, 1), stored=("b",))
    assert content == packed(parts, date(1970, 1, 1), stored=("b",))
    (tmp_path / "x.zip").write_bytes(content)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.namelist() == ["b", "a/c"]  # in the order given
        assert {one.date_time[0] for one in archive.infolist()} == {1980}
    shutil.rmtree(tmp_path)
