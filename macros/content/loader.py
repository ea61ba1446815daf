"""What is the guide? Every file of ``marks/`` read, checked, fitted together and kept until one changes."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from . import anchors, construct, icons, languages, own_examples, own_look, references, rules, strays, thin_pages
from .field_types import WRITTEN
from .languages import FOLDER
from .layers import Files, read_files
from .model import Guide
from .problems import ContentError, Location, Problem, did_you_mean, problem
from .sources import LOCAL, sources
from .validate import Items

_kept: dict[tuple[Path, str, bool], tuple[object, Guide | ContentError]] = {}


def load(root: Path, language: str = "", is_marked: bool = False) -> Guide:
    """The guide of a project, read again only when a file of it changed. Raises ContentError.

    `language`: in another language than its own; `is_marked`: what nobody has translated is marked.
    """
    root = root.resolve()
    key = (root, language, is_marked)
    seen = signature(root)
    if key not in _kept or _kept[key][0] != seen:
        guide, problems = check(root, language=language, is_marked=is_marked)
        _kept[key] = (seen, guide if guide and not problems else ContentError(problems))
    result = _kept[key][1]
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


def check(
    root: Path,
    with_local: bool = True,
    language: str = "",
    is_marked: bool = False,
    forgiven: Collection[str] = (),
) -> tuple[Guide | None, list[Problem]]:
    """Read everything and report every problem at once, sorted. The guide is None when there is one. `with_local`:
    with the layer of a fork; `language` and `is_marked` as in `load`; `forgiven`: rules of which nothing is said."""
    files = read_files(root, with_local, language, is_marked)
    problems = [*files.problems, *strays.check(root), *own_look.check(root, files), *_languages(root, files)]
    problems += rules.check(files.records, files.unread)
    problems += anchors.check(files.records)
    problems += own_examples.check(files.records)
    names = references.names(files.records, files.unread, icons.names())
    problems += references.check(files.references, files.prose, names, files.records, icons.theme() is not None)
    problems += [
        problem(Location((icons.KEPT / f"{name}.svg").as_posix()), "missing-file")
        for name in icons.asked() - icons.names()
    ]
    problems = [one for one in problems if one.rule not in forgiven]
    if problems:
        return None, sorted(set(problems))
    guide = replace(construct.guide(files.records), fallback=files.fallback)
    # What a fork's own layer changes of pages and of the menu is made when the site is built.
    problems = [] if files.is_local or not with_local or language else thin_pages.check(root, guide.stages, guide.words)
    return (None if problems else guide), sorted(problems)


def _languages(root: Path, files: Files) -> list[Problem]:
    """A language that the guide names twice, or that nobody has begun."""
    named = files.one("guide").get("languages", Items(Location("")))
    there, met, found = languages.begun(root / "marks"), set[str](), []
    for tag, place in zip(named, named.places):
        if tag.casefold() in met:  # some computers know no other folder by it
            found.append(problem(place, "twice-in-list", text=tag))
        elif tag not in there:
            found.append(problem(place, "no-language", text=tag))
        met.add(tag.casefold())
    return found


def unseen(root: Path, guide: Guide) -> list[Problem]:
    """What is translated and no page shows, and no mistake: a language that the guide does not name, and a file that
    translates none of the guide."""
    top, found = root / "marks", []
    files = [one.file(top).as_posix() for one in sources(top, True)]
    for tag in sorted(languages.begun(top)):
        folders = [folder for folder in (top / FOLDER / tag, top / LOCAL / FOLDER / tag) if folder.is_dir()]
        place = Location(folders[-1].relative_to(root).as_posix())
        if not WRITTEN["tag"].fullmatch(tag):
            found.append(problem(place, "bad-tag", text=tag))
        elif tag not in guide.languages:
            wrong = len(check(root, language=tag)[1])
            where = f"marks/{LOCAL}/guide.yml" if (top / LOCAL / "guide.yml").is_file() else "marks/guide.yml"
            listed = ", ".join((*guide.languages, tag))
            said = f", and {wrong} of its lines must be put right before that" if wrong else ""
            advice = f"When it is to be read, type `languages: [{listed}]` in {where}."
            name = languages.english_name(tag)
            found.append(problem(place, "language-unseen", text=tag, name=name, wrong=said, advice=advice))
        for folder in folders:
            for path in sorted(folder.rglob("*.yml")):
                inside = path.relative_to(folder).as_posix()
                if inside not in (*files, languages.ABOUT):
                    advice = did_you_mean(inside, files, 1, "Take it out.")
                    found.append(problem(Location(path.relative_to(root).as_posix()), "stray-file", advice=advice))
    return found


def pictures(root: Path) -> set[str]:
    """The names of the pictures that the content of a project, its templates and its settings use."""
    layers = (read_files(root), read_files(root, False))
    return {one.text for read in layers for one in read.references if one.kind == "picture"} | icons.asked()


def base(root: Path) -> Guide:
    """The guide of a project without the layer of a fork. Raises ContentError."""
    guide, problems = check(root, False)
    if guide is None:
        raise ContentError(problems)
    return guide
