"""How does a fork take the next edition of the guide? File by file, and what the fork changed itself stays.

A copy needs no history of its own for that: it may come from a template, or from a zip. The guide's repository is asked
what the edition looked like that the copy was made from. A file that the copy left as it was is replaced; one that only
the copy changed stays; where both changed it and the changes meet, the copy's stays, and the guide's lies beside it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ..content import loader
from .diff import changes
from .kinds import RefusedError

NOTE = ".guide-edition"  # which commit of the guide a copy stands on
BESIDE = ".update"  # what an update replaced, and what it could not put together
# Files whose lines may end in two ways.
_TEXT = (".yml", ".md", ".py", ".html", ".css", ".js", ".toml", ".txt", ".json", ".cff", ".svg", ".jsonc")
OF_A_COPY = ("marks/local/",)  # nothing of the guide stands there but its README.md


@dataclass
class Updated:
    """What an update did, as paths."""

    taken: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    news: list[str] = field(default_factory=list)
    mine: list[str] = field(default_factory=list)  # of the news, what the copy changed as well
    twice: list[str] = field(default_factory=list)  # of the news, what has the id of something of the copy's own


def update(root: Path, address: str, edition: str = "HEAD") -> Updated:
    """Bring a copy to an edition (a tag or a branch) of the guide at this address. Raises RefusedError."""
    _refuse_unsaved(root)
    before, own = loader.check(root, False)[0], loader.check(root)[0]
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder) / "guide.git"
        try:
            _git(None, "clone", "--quiet", "--bare", "--", address, str(there))
        except subprocess.CalledProcessError as failed:
            raise RefusedError(f"Nothing came from {address}: {failed.stderr.strip()[-300:]}") from None
        new = _commit(there, edition)
        if _noted(root) == new:
            return Updated()
        old = _base(root, there, new)
        done = _take(root, there, old, new)
        (root / NOTE).write_text(f"{new}\n", encoding="utf-8", newline="\n")
    after = loader.check(root, False)[0]
    if before and after:
        news = changes(before, after)
        done.news = [line.replace(": yours (", ": new (").replace(": hidden", ": gone") for line in news]
        ours = changes(before, own) if own else []
        mine, made = {_about(line) for line in ours}, {_name(line) for line in ours if ": yours (" in line}
        done.twice = [line for line in done.news if ": new (" in line and _name(line) in made]
        done.mine = [line for line in done.news if _about(line) in mine]
    return done


def _about(line: str) -> str:
    """What a change is about: the record and its field."""
    return line.partition(" is ")[0]


def _name(line: str) -> str:
    """The record that a change is about."""
    return line.partition(": ")[0]


def _refuse_unsaved(root: Path) -> None:
    """An update can be taken back only where all was committed before it."""
    if not (root / ".git").exists():
        return
    left = _git(root, "status", "--porcelain", "--untracked-files=no").strip()
    if left:
        raise RefusedError(
            "Some of your changes are not committed yet. Commit them first (GitHub Desktop: Commit), so that you can "
            f"come back to them:\n{left.decode(errors='replace')}"
        )


def _commit(there: Path, edition: str) -> str:
    try:
        return _git(there, "rev-parse", "--verify", "--quiet", f"{edition}^{{commit}}").decode().strip()
    except subprocess.CalledProcessError:
        raise RefusedError(f"The guide has no edition `{edition}`.") from None


def _noted(root: Path) -> str:
    """The commit that the last update brought; empty when there was none."""
    note = root / NOTE
    return note.read_text(encoding="utf-8").strip() if note.is_file() else ""


def _base(root: Path, there: Path, new: str) -> str:
    """The commit that the copy was made from: as it noted, else the one whose files are most like its own."""
    noted = _noted(root)
    if noted:
        with suppress(subprocess.CalledProcessError):  # the guide may have it no longer
            _git(there, "cat-file", "-e", f"{noted}^{{commit}}")
            return noted
    best, most = "", 0
    mine = _files(root)
    for commit in _git(there, "rev-list", "--max-count=400", new).decode().split():
        alike = sum(mine.get(path) == blob for path, blob in _tree(there, commit).items())
        if alike > most:
            best, most = commit, alike
    if not best:
        raise RefusedError("This is no copy of that guide: not one file of it is here.")
    return best


def _take(root: Path, there: Path, old: str, new: str) -> Updated:
    """Go through every file that the two editions have, and do with it what its state says."""
    done = Updated()
    before, after = _tree(there, old), _tree(there, new)
    beside = root / BESIDE
    shutil.rmtree(beside, ignore_errors=True)
    for path in sorted({*before, *after}):
        is_own = path.startswith(OF_A_COPY) and not path.endswith("README.md")
        was, will, here = before.get(path), after.get(path), _blob_of(root / path)
        if is_own or will in {was, here}:
            continue
        if here == was:
            _put(root, there, path, will, done)
        elif will is None:
            done.kept.append(path)  # the copy changed it, and the guide dropped it
        elif here is None:
            done.kept.append(path)  # the copy dropped it
        elif was and _joined(root, there, path, was, will):
            done.joined.append(path)
        else:
            _write(beside / "theirs" / path, _git(there, "cat-file", "blob", will))
            done.kept.append(path)
    return done


def _put(root: Path, there: Path, path: str, blob: str | None, done: Updated) -> None:
    """Replace a file by that of the new edition; the old one is kept beside."""
    place = root / path
    if place.is_file():
        _write(root / BESIDE / "before" / path, place.read_bytes())
    if blob is None:
        place.unlink(missing_ok=True)
        if not any(place.parent.iterdir()):
            place.parent.rmdir()
        done.gone.append(path)
        return
    _write(place, _git(there, "cat-file", "blob", blob))
    if path.startswith(".ci/"):
        place.chmod(0o755)
    done.taken.append(path)


def _joined(root: Path, there: Path, path: str, was: str, will: str) -> bool:
    """Put two changes of one file together where they do not meet; whether that was so."""
    with tempfile.TemporaryDirectory() as folder:
        texts = [Path(folder) / name for name in ("ours", "base", "theirs")]
        texts[0].write_bytes((root / path).read_bytes())
        for text, blob in zip(texts[1:], (was, will)):
            text.write_bytes(_git(there, "cat-file", "blob", blob))
        try:
            _git(None, "merge-file", *map(str, texts))
        except subprocess.CalledProcessError:
            return False
        _write(root / BESIDE / "before" / path, (root / path).read_bytes())
        _write(root / path, texts[0].read_bytes())
    return True


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _tree(there: Path, commit: str) -> dict[str, str]:
    """Each file of an edition and the name of what it holds."""
    lines = _git(there, "ls-tree", "-r", "-z", commit).decode().split("\0")
    found = {}
    for line in filter(None, lines):
        facts, _, path = line.partition("\t")
        mode, kind, blob = facts.split()
        if kind == "blob" and mode != "120000":  # a link is nothing that people write
            found[path] = blob
    return found


def _files(root: Path) -> dict[str, str | None]:
    """Each file of a copy and the name of what it holds, but for what its commands and Git keep there."""
    tops = (one for one in root.iterdir() if one.name not in (".git", ".venv", ".cache", BESIDE, "site", "build"))
    paths = (path for top in tops for path in (top.rglob("*") if top.is_dir() else [top]))
    return {path.relative_to(root).as_posix(): _blob_of(path) for path in paths if path.is_file()}


def _blob_of(path: Path) -> str | None:
    """What Git would call the content of a file; None when there is none."""
    if not path.is_file() or path.is_symlink():
        return None
    data = path.read_bytes().replace(b"\r\n", b"\n") if path.suffix in _TEXT else path.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _git(where: Path | None, *words: str) -> bytes:
    """Ask Git; CalledProcessError with what it said when it cannot."""
    place = [] if where is None else ["-C", str(where)]
    settings = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    program = shutil.which("git")
    if program is None:
        raise RefusedError("An update needs Git. It is free: https://git-scm.com/downloads")
    done = subprocess.run([program, *place, *words], capture_output=True, check=False, env=settings)
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, words, done.stdout, done.stderr.decode(errors="replace"))
    return done.stdout


def told(done: Updated, root: Path) -> Iterable[str]:
    """What an update did, in words."""
    if done == Updated():
        yield "You have this edition already: nothing was changed."
        return
    yield f"Files of the guide that are new or changed: {len(done.taken)}. Gone: {len(done.gone)}."
    if done.joined:
        yield f"You had changed these, and so had the guide. Both changes are in them now: {', '.join(done.joined)}."
    if done.kept:
        yield f"You had changed these. Yours stay as they are: {', '.join(done.kept)}."
        if (root / BESIDE / "theirs").is_dir():
            yield f"What the guide says there now lies in {BESIDE}/theirs/. Copy from it what you like."
    if done.taken or done.gone or done.joined:
        yield f"The files as they were before lie in {BESIDE}/before/."
    if done.twice:
        yield "These are new in the guide, and yours have the same ids, and stand in their place. To have both, give"
        yield "yours another id: the name of its file in marks/local/, or the name above its lines there."
        yield from (f"  {line}" for line in done.twice)
    if done.mine:
        yield "You changed these as well, and yours stay. Look at what the guide says now:"
        yield from (f"  {line}" for line in done.mine)
    if done.news:
        yield "What is different in the words of the guide:"
        yield from (f"  {line}" for line in done.news)
