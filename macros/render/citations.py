"""Where is each source cited? The way back from a reference to the lines that lean on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..content.model import Guide
from ..content.model_parts.lines import Statement


@dataclass(frozen=True)
class Use:
    """A place that cites a source: its title, and what `links.target` needs to find it."""

    title: str
    target: tuple[str, ...]


def cited(guide: Guide) -> dict[str, list[Use]]:
    """For each key of a source its uses, in the order of the guide, each place once."""
    found: dict[str, dict[Use, None]] = {key: {} for key in guide.sources}
    for keys, use in _uses(guide):
        for key in keys:
            found[key][use] = None
    return {key: list(uses) for key, uses in found.items()}


def _keys(lines: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(key for line in lines for key in line.sources)


def _uses(guide: Guide) -> Iterator[tuple[tuple[str, ...], Use]]:
    for stage in guide.stages.values():
        opening = Use(guide.words["used_in_opening"].format(stage=stage.short), ("stage", stage.id))
        yield _keys(stage.introduction), opening
        for voice in guide.voices.values():
            if voice.opens == stage.id:
                yield voice.sources, opening
        for mark in stage.marks:
            use = Use(mark.title, ("mark", mark.id))
            yield _keys([*mark.why, *mark.ladders, *mark.snakes]), use
            for voice in guide.voices_of[mark.id]:
                yield voice.sources, use
    for word in guide.glossary.values():
        yield word.sources, Use(guide.words["used_in_word"].format(word=word.word), ("word", word.id))
    for stage in guide.stages.values():
        yield _keys(stage.original), Use(guide.pages["about"].title, ("page", "about", "origins"))
    for page in guide.pages.values():
        for section in page.sections:
            lines = [line for block in section.body for line in block.lines]
            lines += [cell for block in section.body for row in block.rows for cell in row]
            name = "use" if page.name == "facilitation" else page.name
            if page.name != "sheet":
                yield _keys(lines), Use(f"{page.title}: {section.title}", ("page", name, section.id))
