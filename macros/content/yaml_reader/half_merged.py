"""Was a merge left half done? Git writes its signs into a file, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..problems import Location, Problem, problem

# Where people find files of a guide, beside ``marks/``, whose own files are looked at when they are read.
_FOLDERS = ("docs", "macros", "overrides", "tests", ".github")
_FILES = ("mkdocs.yml", "README.md", "CHANGELOG.md", "Makefile", "requirements.txt", "constraints.txt")
_TEXT = {".yml", ".yaml", ".md", ".py", ".html", ".css", ".js", ".svg", ".txt", ".json", ".ts", ".toml"}
_ENDS = (b"<<<<<<< ", b">>>>>>> ")


def sign(data: bytes) -> tuple[int, str] | None:
    """The first line that a merge left in a text, counted from 1, and what it says."""
    if not any(end in data for end in _ENDS):
        return None
    for at, line in enumerate(data.split(b"\n"), 1):
        if line.startswith(_ENDS):
            return at, line.decode(errors="replace").strip()
    return None


def check(root: Path) -> Iterator[Problem]:
    """Each file outside ``marks/`` that such a line stands in."""
    paths = [root / name for name in _FILES]
    for folder in _FOLDERS:
        paths += sorted(path for path in (root / folder).rglob("*") if path.suffix in _TEXT)
    for path in paths:
        found = sign(path.read_bytes()) if path.is_file() else None
        if found:
            yield problem(Location(path.relative_to(root).as_posix(), found[0]), "half-merged", text=found[1])
