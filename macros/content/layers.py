"""What do the files of ``marks/`` say, those of the guide and those of a fork (``marks/local/``) laid over them?"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import files, hiding, languages, left, overlay, places, titles, translation
from .problems import Location, Problem, problem
from .sources import LOCAL, TO_DO, Source, sources
from .validate import Record, Reference, Validator
from .yaml_reader import nodes
from .yaml_reader.yaml_source import Mapping, Node, Scalar, read


@dataclass
class Files:
    """What was read: a record for each file, by its kind and its name."""

    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    prose: list[tuple[str, Location]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    # The names of files that are there and could not be read, by kind: nobody should be told that they are missing.
    unread: dict[str, set[str]] = field(default_factory=dict)
    # What is worth a look in the layer of a fork, and no mistake.
    remarks: list[Problem] = field(default_factory=list)
    hidden: hiding.Hidden = field(default_factory=hiding.Hidden)
    is_local: bool = False  # whether a fork has a layer of its own
    sources: list[Source] = field(default_factory=list)  # each file, with what it says when a fork had its say
    fallback: str = ""  # the language of what is not translated
    tally: translation.Tally = field(default_factory=translation.Tally)  # how far another language is

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


Stamp = tuple[int, ...] | None  # what changes when a file does, or a link to it; None when it is not there
# Each file as it was last read, and each record as it was last checked, so that an edit while somebody writes costs the
# reading of one file.
_nodes: dict[tuple[Path, Path], tuple[Stamp, tuple[Node | None, list[Problem]]]] = {}
_checked: dict[tuple[Path, str, bool, str, str], tuple[object, One]] = {}


def read_files(root: Path, with_local: bool = True, language: str = "", is_marked: bool = False) -> Files:
    """Read each file of ``marks/`` against its field table, with or without the layer of a fork. `language`: in another
    language than the guide's own; `is_marked`: what nobody has translated is marked."""
    found = Files()
    read_from = list(sources(root / "marks", with_local, language))
    for one in read_from:
        _open(found, root, one)
    found.is_local = any(one.own for one in read_from)
    if found.is_local:
        read_from = _laid(found, read_from)
        found.remarks += titles.remarks(read_from)
    found.sources = read_from
    cited = _cited((one.kind, one.node) for one in read_from)
    keys = [key for one in read_from if one.kind == "references" for key, _ in _pairs(one.node)]
    found.remarks += [problem(key.place, "never-cited", text=key.text) for key in keys if key.text not in cited]
    for one in read_from if language else ():
        _translate(found, root, one, language, is_marked)
    for one in read_from:
        _check(found, root, one, language, is_marked)
    return found


def _translate(found: Files, root: Path, one: Source, tag: str, is_marked: bool) -> None:
    """Put the texts of another language in the place of the guide's own, those of a fork before the others."""
    if one.node is None or one.kind in translation.LEFT_ALONE:
        return
    table = files.FILES[one.kind][0]
    said: dict[str, translation.Entry] = {}
    for path in language_files(root, tag, one):
        if path.is_file():
            said |= translation.entries(_node(one, root, path), one.problems)
    theirs = {text for _, text in translation.texts(one.base_node, table)} if one.own and one.base_node else set[str]()
    one.node = translation.translated(one.node, table, said, is_marked, found.tally, theirs, one.problems)
    if one.kind == "words":
        one.node, one.table = translation.with_forms(one.node, table, said)
    if one.kind == "guide" and isinstance(one.node, Mapping):
        # Who checked the Easy Read of the guide has not seen that of another language.
        own = nodes.field_of(one.node, "language")
        found.fallback = own.text if isinstance(own, Scalar) else ""
        kept = [pair for pair in one.node.pairs if pair[0].text not in ("language", "easy_checked")]
        name = Scalar("language", "text", one.node.place)
        one.node = Mapping(one.node.place, pairs=[*kept, (name, Scalar(tag, "text", one.node.place))])


def language_files(root: Path, tag: str, one: Source) -> tuple[Path, Path]:
    """Where the translation of a file stands: in the guide, and in the layer of a fork."""
    top = root / "marks"
    folders = (top / languages.FOLDER, top / LOCAL / languages.FOLDER)
    first, own = (folder / tag / one.file(top) for folder in folders)
    return first, own


def _open(found: Files, root: Path, one: Source) -> None:
    """Read the nodes of a record, and lay those of a fork over those of the guide."""
    table, _ = files.FILES[one.kind]
    one.node = one.base_node = base = _node(one, root, one.base) if one.base else None
    if one.own is None or (one.base and base is None):
        return
    own = _node(one, root, one.own)
    if own is None:
        if one.base and [said.rule for said in one.problems] == ["empty-file"]:
            found.remarks.append(problem(one.problems.pop().place, "changes-nothing"))
        return
    if not isinstance(own, Mapping):  # the checker has the words for what it is
        one.node = own
        return
    found.remarks += [problem(text.place, "to-write", text=text.text) for text in nodes.texts(own, TO_DO)]
    laid = overlay.lay(base, own, table, (one.kind, one.key))
    one.node, one.place = laid.node, laid.place
    one.problems += laid.problems
    found.remarks += laid.remarks
    for at, place in laid.hidden.items():
        if kind := hiding.kind_of(at):
            found.hidden.add(*kind)
            found.hidden.last[kind[0]] = place
            found.hidden.said[kind] = laid.own.get(at, "")


def _node(one: Source, root: Path, path: Path) -> Node | None:
    seen = _stamp(path)
    was, known = _nodes.get((root, path), (None, (None, [])))
    if seen is None or was != seen:
        known = _parse(root, path, one.kind)
        _nodes[root, path] = (seen, known)
    node, problems = known
    one.problems += problems
    return node


def _parse(root: Path, path: Path, kind: str) -> tuple[Node | None, list[Problem]]:
    """The nodes of one file, or why there are none."""
    shown = path.relative_to(root).as_posix()
    if not os.path.lexists(path):
        return None, [problem(Location(shown), "missing-file")]
    node, problems = read(path, shown, root / "marks")
    if node is None and not problems:
        names = getattr(files.FILES[kind][0], "fields", None)
        wanted = ", ".join(names) if names else "ids, each with its fields below it"
        problems = [problem(Location(shown), "empty-file", fields=wanted)]
    return node, problems


def _stamp(path: Path) -> Stamp:
    try:
        here, there = os.lstat(path), os.stat(path)
    except OSError:
        return None
    return here.st_mtime_ns, here.st_ino, there.st_mtime_ns, there.st_ino, there.st_size, there.st_mode


def _laid(found: Files, read_from: list[Source]) -> list[Source]:
    """The same in the order of the fork, without what it hides."""
    cited = _cited((one.kind, one.base_node) for one in read_from)
    there = [one for one in read_from if one.node is not None or one.problems]
    places.arrange(there, found.remarks)
    hidden = found.hidden
    retired = next((one.node for one in there if one.kind == "retired"), None)
    hidden.follow(retired)
    is_new = True
    while is_new:  # what goes may take more along
        is_new = False
        for one in there:
            if one.kind in ("mark", "lake") and hidden.has("stage", one.folder or one.name):
                is_new |= one.node is not None
                if one.kind == "mark" and one.is_new and one.node is not None:
                    found.remarks.append(problem(one.node.place, "own-of-hidden", text=one.name, stage=one.folder))
                names = [one.name] if one.kind == "mark" else [key.text for key, _ in _pairs(one.node)]
                for name in names:
                    hidden.add("mark" if one.kind == "mark" else "idea", name)
                one.node = None
            if one.node is None:
                continue
            one.node, gone = hiding.left(one.node, files.FILES[one.kind][0], hidden, one.kind)
            for name in gone:
                is_new |= hidden.add(hiding.KINDS[one.kind,], name)
            if one.node is None:
                is_new |= hidden.add(one.kind, one.name)
        if not is_new:  # a source that only hidden things cite has no use either
            for key in cited - _cited((one.kind, one.node) for one in there):
                is_new |= hidden.add("source", key)
    if not any(one.kind == "stage" and one.node is not None for one in there):
        found.problems.append(problem(hidden.last.get("stage", Location("marks/guide.yml")), "all-hidden"))
    found.remarks[:] = [left.meant(said, read_from, hidden.renamed) for said in found.remarks]
    found.remarks += sorted(hidden.remarks)
    return [one for one in there if one.node is not None or one.problems]


def _cited(nodes: Iterable[tuple[str, Node | None]]) -> set[str]:
    """The keys of all sources that something cites, in files of these kinds."""
    named = (hiding.named(node, files.FILES[kind][0], "source") for kind, node in nodes if node is not None)
    return set[str]().union(*named)


def _pairs(node: Node | None) -> list[tuple[Any, Node]]:
    return node.pairs if isinstance(node, Mapping) else []


def _check(found: Files, root: Path, one: Source, language: str, is_marked: bool) -> None:
    """Hold a record against the table of its kind."""
    key = (root, language, is_marked, one.kind, one.key)
    seen = (one.node, tuple(one.problems))
    was, known = _checked.get(key, (None, One()))
    if was != seen:
        known = _validated(one)
        _checked[key] = (seen, known)
    found.problems += known.problems
    found.references += known.references
    found.prose += known.prose
    if known.record is None:
        found.unread.setdefault(one.kind, set()).add(one.key)
    else:
        found.records.setdefault(one.kind, {})[one.key] = known.record


def _validated(one: Source) -> One:
    table, doc = files.FILES[one.kind]
    table = one.table or table
    if one.node is None:
        return One(problems=list(one.problems))
    reader = Validator()
    record: Any = reader.read(one.node, table, doc)
    return One(record, one.problems + reader.problems, reader.references, reader.prose)
