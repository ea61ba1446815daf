"""Which abbreviations does nobody explain? Letters that stand for words: neither text nor glossary says which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..problems import Location, Problem, problem
from ..rules import Records

# Authors, titles of books and what is said of them there are names.
_SOURCES = "marks/references.yml"
_TOKEN = re.compile(r"(?<![^\W_])(?<!#)[^\W_]+")  # and no colour, such as #7A1F1F


def unexplained(said: Iterable[tuple[str, Location]], records: Records) -> Iterator[Problem]:
    """Each abbreviation once, where it stands first."""
    known = _explained(records)
    seen: dict[str, list[Location]] = {}
    for text, place in said:
        if place.file != _SOURCES:
            for token in _TOKEN.findall(text):
                if _stands_for_words(token) and token.casefold() not in known and f"({token})" not in text:
                    seen.setdefault(token, []).append(place)
    for token, places in seen.items():
        times = "once" if len(places) == 1 else f"{len(places)} times"
        yield problem(min(places), "abbreviation", text=token[:40], times=times)


def _stands_for_words(token: str) -> bool:
    """Two capitals or more, and little else: NHS, GRIPP2, PiiAF, and no McGregor."""
    capitals = sum(letter.isupper() for letter in token)
    return capitals > 1 and 2 * (capitals + sum(letter.isdigit() for letter in token)) > len(token)


def _explained(records: Records) -> set[str]:
    """What the glossary holds, and what everybody knows."""
    glossary: Mapping[str, Any] = records.get("glossary", {}).get("glossary", {})
    everyday: Mapping[str, Any] = records.get("everyday", {}).get("everyday", {})
    texts = [text for word in glossary.values() for text in (word.get("word", ""), *word.get("forms", ()))]
    return {token.casefold() for text in (*texts, *everyday.get("words", ())) for token in _TOKEN.findall(text)}
