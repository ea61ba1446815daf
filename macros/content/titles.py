"""Which titles of a fork deserve a look? One that Easy Read does not follow, and one that two marks have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .problems import Problem, problem
from .sources import Source
from .yaml_reader.nodes import field_of
from .yaml_reader.yaml_source import Node, Scalar


def remarks(sources: Iterable[Source]) -> Iterator[Problem]:
    """What is worth a look, and no mistake."""
    first: dict[str, Scalar] = {}
    for one in sources:
        if one.kind not in ("mark", "stage"):
            continue
        title = _text(one.node, "title")
        if title is None:
            continue
        easy, before = _text(one.node, "easy_title"), _text(one.base_node, "title")
        if easy and before and before.text != title.text and easy is _text(one.base_node, "easy_title"):
            yield problem(title.place, "easy-title-stays", text=easy.text)
        if one.kind == "mark":
            other = first.setdefault(" ".join(title.text.casefold().split()), title)
            if other is not title:
                where = f"{other.place.file}:{other.place.line}"
                yield problem(title.place, "same-title", text=title.text, first=where)


def _text(node: Node | None, name: str) -> Scalar | None:
    found = field_of(node, name) if node is not None else None
    return found if isinstance(found, Scalar) else None
