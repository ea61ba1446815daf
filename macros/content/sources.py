"""Which files has a guide, and which of them stand in the layer of a fork?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from . import site_map
from .field_types import FieldType
from .languages import ABOUT, FOLDER
from .overlay import Place
from .problems import Problem
from .yaml_reader.yaml_source import Node

SINGLE = (
    *("guide", "scale", "words", "quotes", "glossary", "references", "news", "retired", "everyday", "example"),
    "search",
    "paper",
)
_LITTER = ("Thumbs.db", "desktop.ini")
TO_DO = "To do:"  # how a text begins that nobody has written yet
LOCAL = "local"  # the folder of a fork's own layer, in ``marks/``


def is_local(file: str) -> bool:
    """Whether a file, by its path in the project, is of a fork's own layer."""
    return file.startswith(f"marks/{LOCAL}/")


@dataclass
class Source:
    """One record and where it stands: in the guide, in the layer of a fork, or in both."""

    kind: str
    name: str
    folder: str = ""
    base: Path | None = None
    own: Path | None = None
    base_node: Node | None = None
    node: Node | None = None
    place: Place | None = None
    problems: list[Problem] = field(default_factory=list)
    table: FieldType | None = None  # what it may hold, where that is more than others of its kind

    @property
    def key(self) -> str:
        """How it is called among those of its kind."""
        return f"{self.folder}/{self.name}" if self.folder else self.name

    def file(self, top: Path) -> Path:
        """Where its file stands in the guide, or in the layer of a fork: process/listening.yml."""
        path = self.base or self.own or top
        return path.relative_to(top / LOCAL if path.is_relative_to(top / LOCAL) else top)

    @property
    def is_new(self) -> bool:
        """Whether the guide does not have it."""
        return self.base is None


def stages_of(folder: Path) -> list[str]:
    """The names of the stages in a folder of content."""
    return sorted(path.parent.name for path in folder.glob("*/stage.yml"))


def is_content(path: Path) -> bool:
    """Whether somebody means it: no folder, and nothing that a system or an editor's program leaves behind."""
    return not (path.is_dir() or path.name.startswith(".") or path.name.endswith("~") or path.name in _LITTER)


def sources(top: Path, with_local: bool, language: str = "") -> Iterator[Source]:
    """Every file that is read by its name, in the guide and in the layer of a fork. `language`: another one, of which
    there may be something to know."""
    local = top / LOCAL if with_local else top / LOCAL / "nowhere"

    def source(kind: str, name: str, at: str, folder: str = "", is_base: bool = True) -> Source:
        own = local / at if os.path.lexists(local / at) else None
        return Source(kind, name, folder, top / at if is_base else None, own)

    for kind in SINGLE:
        yield source(kind, kind, f"{kind}.yml")
    about = f"{FOLDER}/{language}/{ABOUT}"
    if language and any((folder / about).is_file() for folder in (top, local)):
        yield source("language", "language", about, is_base=(top / about).is_file())
    base_stages = stages_of(top)
    stages = sorted({*base_stages, *stages_of(local)})
    for stage in stages:
        is_base = stage in base_stages
        yield source("stage", stage, f"{stage}/stage.yml", is_base=is_base)
        lake = source("lake", stage, f"lake/{stage}.yml", is_base=is_base)
        if is_base or lake.own:
            yield lake
    for page in site_map.texts():
        yield source("page", page, f"pages/{page}.yml")
    for page in site_map.own_pages(sorted(path.stem for path in (local / "pages").glob("*.yml") if is_content(path))):
        yield source("page", page, f"pages/{page}.yml", is_base=False)
    for stage in stages:
        base_marks, own_marks = (
            {path.stem for path in folder.glob("*.yml") if is_content(path) and path.stem != "stage"}
            for folder in (top / stage, local / stage)
        )
        for name in sorted(base_marks | own_marks):
            yield source("mark", name, f"{stage}/{name}.yml", stage, name in base_marks)
