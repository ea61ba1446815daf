"""Why is something not in a fork's guide, and which command brings it back?"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from ..content import layers, loader
from . import trial
from .kinds import INSIDE, RECORDS, RefusedError, called, records

Show = Callable[[Path, str, str], object]


def said(root: Path) -> dict[tuple[str, str], str]:
    """What the layer of a fork hides by a line of its own, by kind and id, and what it is called if it is the fork's
    own; "" for what is the guide's."""
    return dict(layers.read_files(root).hidden.said)


def meant(root: Path, kind: str, words: str) -> str:
    """The id of what somebody named by its id or its title, though it is hidden."""
    base = loader.check(root, with_local=False)[0]
    for guide in filter(None, (loader.check(root, forgiven=trial.TO_FILL)[0], base)):
        try:
            return called(guide, kind, words)
        except RefusedError:
            continue
    return words


def why(root: Path, kind: str, name: str, show: Show) -> str:
    """A sentence on what is hidden, by itself or along with something else; empty for what is there, and for what there
    never was. `show`: the command that brings back what is hidden by a line of its own."""
    guide = loader.check(root, forgiven=trial.TO_FILL)[0]
    base = loader.check(root, with_local=False)[0]
    by_line = said(root)
    is_known = (base and name in records(base, kind)) or layers.read_files(root).hidden.has(kind, name)
    if not is_known or (guide and name in records(guide, kind)):
        return ""
    if (kind, name) in by_line:
        return f"The {kind} `{name}` is hidden already. `python -m macros show {kind} {name}` brings it back."
    for other, id_ in by_line:
        if other in (*RECORDS, *INSIDE) and _comes_back(root, kind, name, (other, id_), show):
            return (
                f"The {kind} `{name}` is hidden with the {other} `{id_}`. `python -m macros show {other} {id_}` brings "
                "it back."
            )
    return f"The {kind} `{name}` is hidden with others that it needs. `python -m macros diff` names what you hid."


def _comes_back(root: Path, kind: str, name: str, hidden: tuple[str, str], show: Show) -> bool:
    """Whether it is in the guide again when this one is shown: tried in a copy."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / "marks", copy / "marks")
        try:
            show(copy, *hidden)
        except RefusedError:
            return False
        guide = loader.check(copy, forgiven=trial.TO_FILL)[0]
        return guide is not None and name in records(guide, kind)
