"""What did a fork mean by a change to what is not in the guide? It has another name there, or its file has a slip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from .problems import Problem, nearest, problem
from .site_map import texts
from .sources import Source

_STAGE = "stage.yml"


def meant(said: Problem, sources: Iterable[Source], renamed: Mapping[str, str]) -> Problem:
    """The same remark, or another that knows more of a file that changes nothing. `renamed`: marks that have another
    name now."""
    if said.rule != "left-the-guide":
        return said
    stage, _, file = said.place.file.rpartition("/")
    stage, name = stage.rpartition("/")[2], file.removesuffix(".yml")
    all_of = [one for one in sources if one.kind in ("mark", "stage")]
    if not any(one.is_new and (one.folder or one.name, one.name) in ((stage, name), (stage, stage)) for one in all_of):
        return said  # what it does not know stands inside the file
    if file == _STAGE:
        return _or(said, nearest(stage, [one.name for one in all_of if one.kind == "stage" and not one.is_new], 1))
    if now := renamed.get(name):
        return problem(said.place, "renamed-file", text=name, now=now)
    marks = {one.name: one.folder for one in all_of if one.kind == "mark" and not one.is_new}
    if name in marks:
        return problem(said.place, "other-stage", text=name, stage=marks[name])
    return _or(said, [f"{one}.yml" for one in nearest(name, [*marks, "stage"], 1)])


def or_page(said: Problem, name: str) -> Problem:
    """The same problem of a page, which may be one of the guide whose name has a slip."""
    return said if name in texts() else _or(said, [f"{one}.yml" for one in nearest(name, texts(), 1)])


def _or(said: Problem, close: list[str]) -> Problem:
    return replace(said, fix=f"Did you mean `{close[0]}`? {said.fix}") if close else said
