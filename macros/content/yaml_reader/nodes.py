"""What do two pieces of YAML say, beside one another? Looked at as they were typed, before anything is checked."""

from __future__ import annotations

from collections.abc import Iterator

from .yaml_source import Listing, Mapping, Node, Scalar


def is_same(one: Node, other: Node) -> bool:
    """Whether two nodes say the same, wherever they stand."""
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return one.kind == other.kind and " ".join(one.text.split()) == " ".join(other.text.split())
    if isinstance(one, Listing) and isinstance(other, Listing):
        return len(one.items) == len(other.items) and all(map(is_same, one.items, other.items))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        mine, theirs = ({key.text: node for key, node in node.pairs} for node in (one, other))
        return list(mine) == list(theirs) and all(is_same(mine[name], theirs[name]) for name in mine)
    return False


def texts(node: Node, begin: str) -> Iterator[Scalar]:
    """Every text that begins so."""
    if isinstance(node, Scalar):
        if node.text.startswith(begin):
            yield node
        return
    for one in node.items if isinstance(node, Listing) else [value for _, value in node.pairs]:
        yield from texts(one, begin)


def by_name(node: Mapping | None) -> dict[str, tuple[Scalar, Node]]:
    """Each field by its name, with where the name stands."""
    return {key.text: (key, value) for key, value in node.pairs} if node else {}


def field_of(node: Node, name: str) -> Node | None:
    """A field of a record, if it is one and has it."""
    return next((value for key, value in node.pairs if key.text == name), None) if isinstance(node, Mapping) else None


def is_nothing(node: Node) -> bool:
    """Whether nothing stands there."""
    return isinstance(node, Scalar) and node.kind == "nothing"
