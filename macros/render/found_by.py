"""By what is an idea found? By its cost, effort and format, by those that it fits as well, and by people's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..content.model import Guide, Idea
from ..content.prose import LINK


def found_by(guide: Guide, idea: Idea) -> dict[str, tuple[str, ...]]:
    """For each of the three the ids of the choices that find the idea.

    Who has an hour has minutes too: an idea is found by its own effort and every longer one, and the same of its cost.
    """
    fits = (guide.format_fits or {}).get(idea.format, ())
    return {
        "cost": _from(list(guide.costs), idea.cost),
        "effort": _from(list(guide.efforts), idea.effort),
        "format": tuple(dict.fromkeys((idea.format, *fits))),
    }


def asked_with(guide: Guide, idea: Idea) -> str:
    """Other words by which people ask for an idea or a mark that it helps: those of search.yml, in small letters."""
    found: dict[str, None] = {}
    for one in guide.asked:
        goals = [link[2].partition("#")[0] for link in LINK.finditer(one.finds)]
        if {f"idea:{idea.id}"} & {*goals} or {f"mark:{mark}" for mark in idea.marks} & {*goals[:1]}:
            found |= dict.fromkeys(words.lower() for words in one.words)
    return " ".join(found)


def choices(guide: Guide) -> dict[str, list[tuple[str, str]]]:
    """For each of the three what people choose from: an id and its words. The most that an idea may cost or take is no
    choice, because it finds all."""
    costs = {name: cost.name for name, cost in guide.costs.items()}
    return {
        "cost": _most(guide, costs),
        "effort": _most(guide, guide.efforts),
        "format": list(guide.formats.items()),
    }


def _from(names: Sequence[str], first: str) -> tuple[str, ...]:
    return tuple(names[names.index(first) :])


def _most(guide: Guide, named: Mapping[str, str]) -> list[tuple[str, str]]:
    (least, *more) = named.items()
    return [least, *((name, guide.words["lake_or_less"].format(name=words)) for name, words in more[:-1])]
