"""What must the scripts of a sheet know of the guide? Facts as JSON can hold them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..content.interface_words.ui_words import WORDS
from ..content.model import SEPARATORS, Guide, Idea
from ..content.translation import FIRST


def code_facts(guide: Guide) -> dict[str, Any]:
    """What a score code hangs on: the guide's id and its scale, the marks of each stage by their ids."""
    return {
        "guide": {"id": guide.id, "scores": [guide.scale.lowest, guide.scale.highest]},
        "stages": [{"id": one.id, "marks": [[mark.id] for mark in one.marks]} for one in guide.stages.values()],
        "answers": {one.id: one.name for one in guide.scale.not_scores},
    }


def ideas_of_marks(guide: Guide, href: Callable[[str], str]) -> dict[str, list[tuple[str, str, str, str, str]]]:
    """What may help with each mark: title, address and words of each idea, for one of another stage its home and the
    reason, and its id. Those of the mark's own stage come first; one of another, where there is one, is among the
    first three.
    """
    found: dict[str, list[tuple[str, str, str, str, str]]] = {}
    for mark, ideas in guide.ideas_for.items():
        stage = guide.marks[mark].stage
        near, far = ([one for one in ideas if (one.stage == stage) is is_near] for is_near in (True, False))
        for one in (*near[:2], *far[:1], *near[2:], *far[1:]):
            found.setdefault(mark, []).append((one.title, href(one.id), one.what, _from(guide, one, stage), one.id))
    return found


def _from(guide: Guide, idea: Idea, stage: str) -> str:
    """From which stage an idea comes, and why it helps at another; nothing at home."""
    if idea.stage == stage:
        return ""
    home = guide.words["shores_from"].format(stage=guide.stages[idea.stage].short)
    return " ".join([home, *(also.why for also in idea.also if also.stage == stage)])


def facts(guide: Guide, with_titles: bool = True, results: bool = False, basket: bool = False) -> dict[str, Any]:
    """The guide's id, version and how it writes a table, its marks by stage, its scale, the marks that left, and the
    words of scripts.

    A page that has every mark says their titles already: it is lighter without them here. Only the results (`results`)
    need the questions for whoever comes once, and words of their own. The words of the basket come with it (`basket`),
    but for those that nobody has translated: a page is told of these when it opens.
    """
    scale = guide.scale
    has_basket = results or basket
    words = {
        name: said
        for name, said in guide.words.items()
        if (word := WORDS.get(name))
        and (
            word.by_script
            or (results and word.by_results)
            or (word.by_basket and (has_basket or (guide.fallback and FIRST in said)))
        )
    }
    return {
        "guide": {
            "id": guide.id,
            "version": guide.version,
            "name": guide.name,
            "language": guide.language,
            "separator": SEPARATORS[guide.separator],
            "scores": [scale.lowest, scale.highest],
            "fields": [one.id for one in guide.questions if one.answer == "words"],
        },
        "stages": [
            {
                "id": stage.id,
                "title": stage.title,
                "marks": [[mark.id, mark.title] if with_titles else [mark.id] for mark in stage.marks],
            }
            for stage in guide.stages.values()
        ],
        "bands": [{"low": one.low, "high": one.high, "name": one.name, "means": one.means} for one in scale.bands],
        "steps": [
            {"id": one.id, "low": one.low, "high": one.high, "score": one.score, "name": one.name}
            for one in scale.steps
        ],
        "answers": {one.id: one.name for one in scale.not_scores},
        "keys": {one.id: one.key for one in scale.not_scores if one.key},
        "sides": {one.id: one.name for one in scale.sides},
        **({"once": {one.id: one.ask for one in guide.once}} if results else {}),
        "retired": dict(guide.retired),
        "questions": [
            {"id": one.id, "short": one.short, "answer": one.answer, "offers": one.offers} for one in guide.questions
        ],
        "words": words,
        **untranslated(guide, words),
    }


def basket_words(guide: Guide) -> dict[str, str]:
    """What the basket says, but for what a sheet has been told already."""
    there = facts(guide)["words"]
    return {name: guide.words[name] for name, word in WORDS.items() if word.by_basket and name not in there}


def untranslated(guide: Guide, words: Mapping[str, str]) -> dict[str, Any]:
    """Which of these words of scripts nobody has translated, and their language; nothing when there is none."""
    left = [name for name, said in words.items() if FIRST in said]
    return {"foreign": {"lang": guide.fallback, "words": left}} if left else {}
