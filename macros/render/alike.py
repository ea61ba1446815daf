"""Which ideas are like an idea? Those that help the same marks and are good for the same stages, the nearest first."""

from __future__ import annotations

from collections.abc import Iterable

from ..content.model import Idea

MOST = 3  # ideas that stand beside one
_MARK, _STAGE = 3, 1  # what a shared mark counts, and a shared stage


def stages(idea: Idea) -> tuple[str, ...]:
    """The stages that an idea is good for, its home first."""
    return (idea.stage, *(one.stage for one in idea.also))


def alike(idea: Idea, ideas: Iterable[Idea]) -> list[Idea]:
    """The ideas that are most like it. Those that are as near as each other keep the order of the Lake.

    One that shares no mark shares too little: it is left out.
    """
    marks, shores = set(idea.marks), set(stages(idea))
    near = []
    for other in ideas:
        shared = len(marks & set(other.marks))
        if other.id != idea.id and shared:
            near.append((_MARK * shared + _STAGE * len(shores & set(stages(other))), other))
    return [other for _, other in sorted(near, key=lambda one: -one[0])[:MOST]]
