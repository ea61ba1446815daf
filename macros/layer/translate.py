"""How does somebody translate? A file with each text of the guide and room for the other language below it.

Written anew, a file keeps every translation. Where the guide says something else now, the old words stand beside the
new ones, and whoever has looked at both takes the old ones out.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from ..content import files, languages, layers, translation
from ..content.field_types import WRITTEN
from ..content.problems import Problem, did_you_mean
from ..content.sources import LOCAL, Source
from ..content.yaml_reader.yaml_source import read
from .kinds import RefusedError

_HEAD = """\
# yaml-language-server: $schema={schema}
# {name} ({tag}): {file}
# `of` is what the guide says; leave it as it is. Write the translation after `say`. What is empty stays in the language
# of the guide. `was` says that the guide changed: look at the translation, and then take that line out.
"""


class _Writer(yaml.SafeDumper):
    """A long text stands on lines of its own, so that none of it is taken for something else."""


def _words(writer: _Writer, text: str) -> yaml.Node:
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=">" if len(text) > 90 else None)


_Writer.add_representer(str, _words)
_Writer.add_representer(type(None), lambda writer, _: writer.represent_scalar("tag:yaml.org,2002:null", ""))


def sources(root: Path) -> Iterator[tuple[str, Source]]:
    """Each file of the guide that can be translated, and how it is called: process/listening."""
    read = layers.read_files(root)
    for one in read.sources:
        if one.node is not None and one.kind not in translation.LEFT_ALONE:
            yield one.file(root / "marks").with_suffix("").as_posix(), one


def write(root: Path, tag: str, file: str = "", given: Mapping[str, str] | None = None) -> list[Path]:
    """Bring the files of a language up to date, and write that of `file` whole. Gives the paths that were written. A
    fork writes into its own layer alone: what the guide translates is brought up to date by its next edition.

    `given`: translations by the paths of their texts in that file. Raises RefusedError.
    """
    if not WRITTEN["tag"].fullmatch(tag):
        raise RefusedError(f"`{tag}` is not the sign of a language. Type it as others do: cy, pl, pt-BR.")
    all_files = dict(sources(root))
    if file and file not in all_files:
        raise RefusedError(f"There is no file {file}. {did_you_mean(file, all_files, 1, 'Try: planning/stage.')}")
    done = []
    is_fork = _is_fork(root)
    for name, one in all_files.items():
        first, own = layers.language_files(root, tag, one)
        is_asked = name == file
        is_ours = is_asked and (is_fork or not (first.is_file() or _is_of_guide(root, tag)))
        path = own if own.is_file() or is_ours else first
        if not (path.is_file() or is_asked) or (is_fork and path == first):
            continue
        empty = _untranslated(root, one, first) if is_asked and given is None else set[str]()
        text = _text(root, one, path, tag, name, (given or {}) if is_asked else {}, empty)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            done.append(path)
    return done


def told(root: Path, tag: str) -> list[str]:
    """How far a language is: a line, and one for each translation that is worth a look."""
    tally = layers.read_files(root, language=tag).tally
    looks: list[Problem] = [*tally.stale, *tally.gone]
    name = languages.english_name(tag)
    return [f"{name} ({tag}): {tally.done} of {tally.texts} texts are translated.", *map(str, sorted(looks))]


def _is_fork(root: Path) -> bool:
    return (root / "marks" / LOCAL / "guide.yml").is_file()


def _is_of_guide(root: Path, tag: str) -> bool:
    """Whether the guide itself has begun this language. Any other is one of the layer, which no edition touches."""
    return (root / "marks" / languages.FOLDER / tag).is_dir()


def _said(root: Path, path: Path) -> dict[str, translation.Entry]:
    """What stands in a file. Raises RefusedError for one that cannot be read whole: words would be lost."""
    if not path.is_file():
        return {}
    node, problems = read(path, path.relative_to(root).as_posix(), root / "marks")
    found = translation.entries(node, problems)
    if problems:
        raise RefusedError("\n".join([*map(str, sorted(problems)), "This file was left as it is."]))
    return found


def _texts(one: Source) -> list[tuple[str, str]]:
    """Each text of a file: its path, and what it says."""
    return list(translation.texts(one.node, files.FILES[one.kind][0])) if one.node is not None else []


def _untranslated(root: Path, one: Source, first: Path) -> set[str]:
    """The paths of the texts of a file that the guide itself does not translate as they are now."""
    done = {(at, entry.of) for at, entry in _said(root, first).items() if entry.say}
    return {at for at, text in _texts(one) if (at, text) not in done}


def _text(root: Path, one: Source, path: Path, tag: str, name: str, given: Mapping[str, str], empty: set[str]) -> str:
    """A file of a language: each text that is asked for, in the order of the guide, and what was there before. `empty`:
    the texts that stand there though nobody has translated them."""
    table = files.FILES[one.kind][0]
    said = _said(root, path)
    by_text = {entry.of: entry for entry in said.values() if entry.say and not entry.was}
    entries: dict[str, dict[str, Any]] = {}
    own_texts = _texts(one)
    known = {own for _, own in own_texts}
    for at, own in own_texts:
        there = said.get(at)
        moved = by_text.get(own)
        entry: dict[str, Any] = {"of": own}
        if at in given:
            entry["say"] = given[at]
        elif there and there.say and there.of == own:
            entry |= {**({"was": there.was} if there.was else {}), "say": there.say.text}
        elif moved and moved.say:
            entry["say"] = moved.say.text
        elif there and there.say and there.of not in known:  # or it has moved with its text
            entry |= {"was": there.was or there.of, "say": there.say.text}
        elif at in empty or there:
            entry["say"] = None
        else:
            continue
        entries[at] = entry
    for at in (*said, *given):  # plural forms of this language, and what the guide says no more
        if at in entries or (at in said and not translation.form_of(at, table) and said[at].of in by_text_now(entries)):
            continue
        words = given.get(at) or (said[at].say.text if at in said and said[at].say else "")  # type: ignore[union-attr]
        of = said[at].of if at in said else _of_form(at, entries, table)
        if words and of:
            entries[at] = {"of": of, "say": words}
    body = yaml.dump(entries, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=110)
    schema = posixpath.relpath("marks/schema/translation.json", path.parent.relative_to(root).as_posix())
    head = _HEAD.format(schema=schema, name=languages.own_name(tag), tag=tag, file=f"{name}.yml")
    return head + (body if entries else "{}\n")


def by_text_now(entries: Mapping[str, Mapping[str, Any]]) -> set[str]:
    """What the guide says in these entries."""
    return {str(one["of"]) for one in entries.values()}


def _of_form(at: str, entries: Mapping[str, Mapping[str, Any]], table: Any) -> str:
    other = translation.form_of(at, table)
    return str(entries.get(other, {}).get("of", "")) if other else ""
