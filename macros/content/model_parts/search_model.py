"""What do people call it? A part of the model: the words that somebody may search with, and what these should find."""

from __future__ import annotations

from dataclasses import dataclass

from ..field_types import List, Text, declared, given


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Words that mean the same to those who search, and where they lead. They stand on no page."""

    id: str = given()
    words: tuple[str, ...] = declared(List(Text(60), 1, 40), "what people may type, in any order and in small letters")
    finds: str = declared(
        Text(500, prose=True), "what they look for, the best first: links, each written as [words](target)"
    )
