"""What may somebody write who makes the guide their own? An example of it: a file as they write it, and what a page
then shows.

Names of the guide stand in it as slots, so that an example is true of any guide, whatever its marks are called.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from .field_types import Text, declared
from .problems import Problem, problem

# What the picture beside the file is of.
SHOWS = ("name", "word", "marks", "voice", "language", "address", "update")
# `{mark}` and `{stage}`: the ids of a mark and of its stage; `{search}`: the name of the search.
SLOTS = ("mark", "stage", "search")


@dataclass(frozen=True, kw_only=True)
class OwnExample:
    """A file of a layer, or what is typed in a terminal, or both, and the picture beside it."""

    shows: str = declared(Text(20, choices=SHOWS), f"what the picture beside it is of: {', '.join(SHOWS)}")
    alt: str = declared(Text(250), "what the picture shows, for those who do not see it")
    mark: str = declared(Text(60, "id", refers="mark"), "the mark that it is about; {mark} is its id", default="")
    command: str = declared(Text(200, "code"), "what is typed in a terminal", default="")
    file: str = declared(Text(120, "code"), "the file, below marks/local/", default="")
    lines: str = declared(Text(900, "code"), "what is written into it, behind a | so that its lines stay", default="")


def filled(text: str, names: Mapping[str, str]) -> str:
    """A text of an example with the names of a guide in its slots."""
    for slot, name in names.items():
        text = text.replace(f"{{{slot}}}", name)
    return text


def said(lines: str) -> dict[str, Any]:
    """What the lines of an example say; empty when they are no YAML."""
    try:
        found = yaml.safe_load(lines)
    except yaml.YAMLError:
        return {}
    return found if isinstance(found, dict) else {}


def check(records: Mapping[str, Mapping[str, Any]]) -> Iterator[Problem]:
    """Each example that cannot be read as the file that it is to be."""
    names = dict.fromkeys(SLOTS, "a-name")
    for page in records.get("page", {}).values():
        for block in (one for section in page.get("sections", ()) for one in section.get("body", ())):
            example = block.get("example", {})
            if "lines" in example and not said(filled(example["lines"], names)):
                yield problem(example.values_at["lines"], "bad-example")
