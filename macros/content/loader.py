"""What is the guide? Every file of ``marks/`` read, checked, fitted together and kept until one changes."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import anchors, construct, files, icons, references, rules, site_map, thin_pages
from .model import Guide
from .problems import ContentError, Location, Problem, did_you_mean, problem
from .validate import Record, Reference, Validator
from .yaml_source import read

SINGLE = ("guide", "scale", "words", "quotes", "glossary", "references", "retired", "everyday", "example")
# What a system or an editor's program leaves behind; nobody means it as content.
_LITTER = (".", "~", "Thumbs.db", "desktop.ini")


@dataclass
class Files:
    """What was read: a record for each file, by its kind and its name."""

    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    prose: list[tuple[str, Location]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    # The names of files that are there and could not be read, by kind: nobody should be told that they are missing.
    unread: dict[str, set[str]] = field(default_factory=dict)

    def one(self, kind: str) -> Record:
        """The record of a file that there is one of; empty when it could not be read."""
        return self.records.get(kind, {}).get(kind, Record(Location(f"marks/{kind}.yml")))


@dataclass
class One:
    """What one file gave: its record, or None, and all that was found on the way."""

    record: Any = None
    problems: list[Problem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    prose: list[tuple[str, Location]] = field(default_factory=list)


_kept: dict[Path, tuple[object, Guide | ContentError]] = {}
# Each file as it was last read, so that an edit while somebody writes costs the reading of one file.
_files: dict[tuple[Path, Path, str], tuple[object, One]] = {}


def load(root: Path) -> Guide:
    """The guide of a project, read again only when a file of it changed. Raises BadPack."""
    root = root.resolve()
    seen = signature(root)
    if root not in _kept or _kept[root][0] != seen:
        guide, problems = check(root)
        _kept[root] = (seen, guide if guide and not problems else ContentError(problems))
    result = _kept[root][1]
    if isinstance(result, ContentError):
        raise result
    return result


# What a check looks at beside ``marks/`` and the menu: the pages, which pictures there are, and which of them the
# templates ask for.
_LOOKED_AT = (icons.KEPT, Path("overrides/assets/pictures"), Path("macros/render/templates"), Path("docs"))


def signature(root: Path) -> tuple[tuple[str, int, int], ...]:
    """(path, mtime_ns, size) of each file that a check looks at: it changes when one of them does."""
    found = []
    walks = (walk for top in (Path("marks"), *_LOOKED_AT) for walk in os.walk(root / top))
    for folder, _, names in (*walks, (str(root), [], [thin_pages.SETTINGS])):
        for name in names:
            path = Path(folder, name)
            try:
                stat = path.stat()
            except OSError:
                continue
            found.append((str(path), stat.st_mtime_ns, stat.st_size))
    return tuple(sorted(found))


def check(root: Path) -> tuple[Guide | None, list[Problem]]:
    """Read everything and report every problem at once, sorted. The guide is None when there is one."""
    files = read_files(root)
    problems = list(files.problems)
    problems += rules.check(files.records, files.unread)
    problems += anchors.check(files.records)
    names = references.names(files.records, files.unread, icons.names())
    problems += references.check(files.references, files.prose, names, files.records, icons.theme() is not None)
    problems += [
        problem(Location((icons.KEPT / f"{name}.svg").as_posix()), "missing-file")
        for name in icons.asked() - icons.names()
    ]
    if problems:
        return None, sorted(set(problems))
    guide = construct.guide(files.records)
    problems = thin_pages.check(root, guide.stages, guide.words)
    return (None if problems else guide), sorted(problems)


def pictures(root: Path) -> set[str]:
    """The names of the pictures that the content of a project, its templates and its settings use."""
    return {one.text for one in read_files(root).references if one.kind == "picture"} | icons.asked()


def read_files(root: Path) -> Files:
    """Read each file of ``marks/`` against its field table."""
    files = Files()
    folder = root / "marks"
    for kind in SINGLE:
        _read(files, root, folder / f"{kind}.yml", kind, kind)
    stages = sorted(path.parent.name for path in folder.glob("*/stage.yml"))
    for stage in stages:
        _read(files, root, folder / stage / "stage.yml", "stage", stage)
        _read(files, root, folder / "lake" / f"{stage}.yml", "lake", stage)
    for page in site_map.texts():
        _read(files, root, folder / "pages" / f"{page}.yml", "page", page)
    folders = {*site_map.FOLDERS, *stages}
    told: set[str] = set()
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        parts = path.relative_to(folder).parts
        name = path.name
        if any(part.startswith(_LITTER[0]) or part.endswith(_LITTER[1]) or part in _LITTER for part in parts):
            continue
        if path.is_dir() or parts[0] == "schema" or name == "README.md":
            continue
        if len(parts) == 2 and parts[0] in stages and name.endswith(".yml") and name != "stage.yml":
            _read(files, root, path, "mark", name[:-4], parts[0])
        elif not _expected(parts, stages) and (parts[0] in folders or len(parts) == 1 or parts[0] not in told):
            told.add(parts[0])
            advice = _where(parts, folders, stages)
            files.problems.append(problem(Location(_name(root, path)), "stray-file", advice=advice))
    return files


def _read(files: Files, root: Path, path: Path, kind: str, name: str, folder: str = "") -> None:
    key = f"{folder}/{name}" if folder else name
    seen = _stamp(path)
    was, one = _files.get((root, path, kind), (None, One()))
    if seen is None or was != seen:
        one = _open(root, path, kind)
        _files[root, path, kind] = (seen, one)
    files.problems += one.problems
    files.references += one.references
    files.prose += one.prose
    if one.record is None:
        files.unread.setdefault(kind, set()).add(key)
    else:
        files.records.setdefault(kind, {})[key] = one.record


def _stamp(path: Path) -> tuple[int, ...] | None:
    """What changes when a file does, or a link to it; None when it is not there."""
    try:
        here, there = os.lstat(path), os.stat(path)
    except OSError:
        return None
    return here.st_mtime_ns, here.st_ino, there.st_mtime_ns, there.st_ino, there.st_size, there.st_mode


def _open(root: Path, path: Path, kind: str) -> One:
    """Read one file against the table of its kind."""
    shown = _name(root, path)
    table, doc = files.FILES[kind]
    if not os.path.lexists(path):
        return One(problems=[problem(Location(shown), "missing-file")])
    node, problems = read(path, shown, root / "marks")
    if node is None:
        if not problems:
            names = getattr(table, "fields", None)
            wanted = ", ".join(names) if names else "ids, each with its fields below it"
            problems = [problem(Location(shown), "empty-file", fields=wanted)]
        return One(problems=problems)
    reader = Validator()
    record: Any = reader.read(node, table, doc)
    return One(record, problems + reader.problems, reader.references, reader.prose)


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _expected(parts: tuple[str, ...], stages: list[str]) -> bool:
    """Whether a file is one that was read by its name."""
    stem = parts[-1][:-4] if parts[-1].endswith(".yml") else ""
    if len(parts) == 1:
        return stem in SINGLE
    if len(parts) == 2 and parts[0] == "lake":
        return stem in stages
    if len(parts) == 2 and parts[0] == "pages":
        return stem in site_map.texts()
    return len(parts) == 2 and parts[0] in stages and parts[1] == "stage.yml"


def _where(parts: tuple[str, ...], known: set[str], stages: list[str]) -> str:
    """Advice for a file that nothing reads."""
    name = parts[-1]
    if name.endswith(".yaml"):
        return f"Call it {name[:-5]}.yml."
    if len(parts) == 1:
        return did_you_mean(name, [f"{kind}.yml" for kind in SINGLE], 1, "Move it out of marks/.")
    if parts[0] not in known:
        return did_you_mean(parts[0], known, 1, f"If {parts[0]} is a stage, it needs a file stage.yml.")
    if parts[0] == "pages":
        return did_you_mean(name, [f"{page}.yml" for page in site_map.texts()], 1, "Move it out of marks/.")
    if parts[0] == "lake":
        return did_you_mean(name, [f"{stage}.yml" for stage in stages], 1, "Call it by the id of a stage.")
    return (
        "A mark is a file that ends in .yml, straight in the folder of its stage."
        if parts[0] in stages
        else ("Move it out of marks/.")
    )
