"""What is new? A part of the model: what changed in the words of the guide, as its editors tell it."""

from __future__ import annotations

from dataclasses import dataclass

from ..field_types import Text, declared, given


@dataclass(frozen=True, kw_only=True)
class News:
    """Something that changed in the words of the guide."""

    id: str = given()
    day: str = declared(Text(10, "day"), 'the day, in double quotes, such as "2026-11-26"')
    title: str = declared(Text(120), "the title that people read")
    says: str = declared(Text(400), "what changed, in a sentence or two")
    is_upstream: bool = given(default=False)  # of the guide that this one is made from
