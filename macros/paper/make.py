"""How are all files made, and made again only when something changed? A folder that is kept is that of one content."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..content.model import Guide
from ..content.ready import FACTS, Ready, of_guide, of_stage

_HOME = Path(__file__).resolve().parent.parent.parent
CACHE = Path("build/.paper")  # not in .cache, which one of the builders empties
# What the files hang on beside the guide itself: how they are made, and what is drawn in them.
_CODE = ("macros/paper", "macros/content", "macros/render", "overrides/.icons", "overrides/assets/pictures")
_LOOK = ("overrides/assets/css/tokens.css",)
_PACKAGES = ("typst", "python-docx", "resvg-py", "segno", "Jinja2")


@dataclass(frozen=True)
class Made:
    """The folder with all files, how many there are, whether they were made just now, and the signs that no font of
    this computer can show."""

    folder: Path
    count: int
    is_new: bool
    missing: str


class CannotMakeError(Exception):
    """The files cannot be made; the text says why, in words for who runs the command."""


def lacking() -> str:
    """The first package that the files need and this Python lacks; empty when all are there. Asked before `make`."""
    for name in _PACKAGES:
        try:
            importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            return name
    return ""


def make(root: Path, guide: Guide, address: str, begins: Callable[[], None] = lambda: None) -> Made:
    """The folder with every file of a guide: the one that was kept, or a new one in its place. `begins` is called
    before files are made."""
    kept = root / CACHE / key(root, address)
    if not (kept / FACTS).is_file():
        begins()
        _write(kept, root, guide, address)
        is_new = True
        for other in kept.parent.iterdir():
            if other != kept:
                shutil.rmtree(other, ignore_errors=True)
    else:
        is_new = False
    facts = json.loads((kept / FACTS).read_text(encoding="utf-8"))
    return Made(kept, len(facts["pages"]), is_new, facts["missing"])


def key(root: Path, address: str) -> str:
    """A name for all that the files follow from."""
    whole = hashlib.sha256(f"{address}\n{os.environ.get('DIRECTORY_URLS', '')}\n".encode())
    for name in _PACKAGES:
        whole.update(f"{name} {importlib.metadata.version(name)}\n".encode())
    paths = [*_files(root / "marks"), *(path for part in _CODE for path in _files(_HOME / part))]
    for path in (*paths, *(_HOME / name for name in _LOOK)):
        whole.update(f"{path.name}\n".encode())
        whole.update(path.read_bytes() if path.is_file() else b"")
    return whole.hexdigest()[:16]


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and "schema" not in path.parts:
            yield path


def _write(kept: Path, root: Path, guide: Guide, address: str) -> None:
    """Make all of them beside, and let them take their place when they are whole."""
    from . import book_reader, documents, drawings, word, word_easy
    from .web import Web

    web, logo = Web(guide, address), drawings.logo(guide, root)
    pages: dict[str, int] = {}
    missing: set[str] = set()
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".making-", dir=kept.parent) as folder:
        fresh = Path(folder) / "paper"
        fresh.mkdir()
        for one in every(guide):
            try:
                if one.look == "epub":
                    made = book_reader.made(guide, web)
                elif writes := {"word": word, "easy-word": word_easy}.get(one.look):
                    made = writes.made(guide, web, one)
                else:
                    made = documents.made(guide, web, one, logo)
            except RuntimeError as wrong:  # what Typst stops at
                raise CannotMakeError(f"{one.name} could not be made. Typst says: {wrong}") from wrong
            (fresh / one.name).write_bytes(made.content)
            pages[one.name] = made.pages
            missing |= made.missing
        facts = {"pages": pages, "missing": "".join(sorted(missing))}
        (fresh / FACTS).write_text(json.dumps(facts, indent=1), encoding="utf-8", newline="\n")
        shutil.rmtree(kept, ignore_errors=True)
        shutil.move(str(fresh), str(kept))


def every(guide: Guide) -> list[Ready]:
    """Every file of a guide."""
    groups = [of_guide(), *map(of_stage, guide.stages)]
    return [one for group in groups for files in group.values() for one in files]
