"""Does a change fit the guide? It is made, the guide is checked, and what does not fit is taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..content import loader
from ..content.model import Guide
from ..content.problems import ContentError, Problem
from ..content.sources import LOCAL

# What somebody fills in after a command has written the rest: it is theirs to ask a person for it.
TO_FILL = ("consent-to-do", "consent-lapsed")
OF_IDS = ("reserved-id", "duplicate-id")  # the title was good, and its id is not


def guide(root: Path) -> Guide:
    """The guide, though somebody has still to fill something in. Raises ContentError when more than that is wrong."""
    found, problems = loader.check(root, forgiven=TO_FILL)
    if found is None:
        raise ContentError(problems)
    return found


def tried(root: Path, change: Callable[[], list[Path]]) -> tuple[list[Path], list[Problem]]:
    """Make a change of a fork's layer: the files that it wrote, and what is wrong with the guide because of it. The
    layer is as it was when that is more than what is still to be filled in, and when the change was stopped."""
    layer = _kept(root)
    try:
        done = change()
        problems = loader.check(root)[1]
    except BaseException:  # whoever stops a command half way finds nothing half written
        _put_back(root, layer)
        raise
    if not may_stay(problems):
        _put_back(root, layer)
    return done, problems


def may_stay(problems: list[Problem]) -> bool:
    """Whether what is wrong is only what somebody fills in next."""
    return all(one.rule in TO_FILL for one in problems)


def told(root: Path, problems: list[Problem], done: list[Path]) -> list[str]:
    """What is wrong, a line each. Of a file that was not kept nobody can look at the line."""
    written = {path.relative_to(root).as_posix() for path in done}
    return [f"{one.message} {one.fix}" if one.place.file in written else str(one) for one in problems]


def _kept(root: Path) -> dict[Path, bytes]:
    """The files of the layer of a fork, as they are now."""
    return {path: path.read_bytes() for path in (root / "marks" / LOCAL).rglob("*") if path.is_file()}


def _put_back(root: Path, layer: dict[Path, bytes]) -> None:
    """Let the layer be as it was, without the folders that are empty since."""
    top = root / "marks" / LOCAL
    for path in _kept(root).keys() - layer.keys():
        path.unlink()
        folder = path.parent
        while folder.is_relative_to(top) and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
    for path, was in layer.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(was)
