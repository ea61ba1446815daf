"""In which order do stages and marks stand, when a fork adds some and moves others?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from .overlay import Place, ordered
from .problems import Problem
from .yaml_reader.yaml_source import Listing, Mapping, Node, Scalar


class Placed(Protocol):
    """A record and where it stands (``layers.Source``)."""

    kind: str
    name: str
    folder: str
    base_node: Node | None
    node: Node | None
    place: Place | None

    @property
    def is_new(self) -> bool: ...


def arrange(sources: Sequence[Placed], remarks: list[Problem]) -> None:
    """Put the marks of each stage and the stages of the guide in their order; what is new stands at the end."""
    guide = next((one for one in sources if one.kind == "guide"), None)
    stages = [one for one in sources if one.kind == "stage"]
    marks = {one.name: one for one in sources if one.kind == "mark"}
    moved = _move(marks)
    for stage in stages:
        here = [one for one in marks.values() if one.folder == stage.name]
        _put(stage, "marks", here, {*moved}, remarks)
    if guide:
        _put(guide, "stages", stages, set(), remarks)


def _move(marks: dict[str, Placed]) -> list[str]:
    """A mark that is to stand beside one of another stage goes there. The names of those that went."""
    moved = []
    for one in marks.values():
        beside = marks.get(one.place.of) if one.place else None
        if beside and beside.folder != one.folder:
            one.folder = beside.folder
            moved.append(one.name)
    return moved


def _put(holder: Placed, name: str, here: Sequence[Placed], moved: set[str], remarks: list[Problem]) -> None:
    """Set the list of ids that a record has in one of its fields."""
    found = _list(holder.node, name)
    if found is None or len(_ids(found)) < len(found.items) or not isinstance(holder.node, Mapping):
        return
    listed = {one.text: one for one in _ids(found)}
    ids = {one.name: one for one in here}
    for id_ in _ids(_list(holder.base_node, name)):  # a fork that lists them all may not know the newest
        if id_.text in ids:
            listed.setdefault(id_.text, id_)
    for one in here:
        if (one.is_new or one.name in moved) and one.node is not None:
            listed.setdefault(one.name, Scalar(one.name, "text", one.node.place))
    order = [one for one in listed if one in ids or one not in moved]
    places = {one.name: one.place for one in here if one.place}
    items: list[Node] = [listed[one] for one in ordered(order, places, remarks)]
    if [one.text for one in _ids(found)] != [one.text for one in items if isinstance(one, Scalar)]:
        pairs = [(key, replace(found, items=items) if key.text == name else value) for key, value in holder.node.pairs]
        holder.node = replace(holder.node, pairs=pairs)


def _list(node: Node | None, name: str) -> Listing | None:
    """A field of a record, if it is a list."""
    pairs = node.pairs if isinstance(node, Mapping) else []
    found = next((value for key, value in pairs if key.text == name), None)
    return found if isinstance(found, Listing) else None


def _ids(found: Listing | None) -> list[Scalar]:
    return [one for one in found.items if isinstance(one, Scalar)] if found else []
