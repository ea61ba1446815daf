"""Which texts might harm a file? Guides with signs that mean something to Typst, to XML and to those who read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from macros.content.model import Guide, Mark
from macros.content.model_parts.lines import Statement

# Each is text and nothing else, in every file.
HOSTILE = (
    '#set page(fill: red) $x^2$ *b* _i_ `c` @label <label> \\ // /* "q"',
    "= no heading - no list + 1. / x: [y](z) {w} ~ ' -- ... <b>bold</b> &amp; ]]>",
    "#image('/etc/passwd') #{panic()} #sys.inputs.data \\u{41}",
    "café Łódź ½ € ’ “ ” … – ✓ Ελληνικά Привет",
)
RIGHT_TO_LEFT = "שלום לכולם"


def hostile(guide: Guide) -> Guide:
    """The guide with such texts in each mark of each stage, and in the names of the guide."""
    marks: dict[str, Mark] = {}
    for n, one in enumerate(guide.marks.values()):
        said = [f"{text} {n}" for text in HOSTILE]
        lines = tuple(Statement(say=text, sources=one.why[0].sources) for text in said)
        changes: dict[str, Any] = {
            "title": said[0],
            "meaning": said[1],
            "why": lines,
            "ladders": lines,
            "snakes": lines,
        }
        changes |= {"prompts": (*said, RIGHT_TO_LEFT), "easy_title": said[2], "origin_note": said[3]}
        changes["easy"] = tuple(replace(line, say=text) for line, text in zip(one.easy, said))
        marks[one.id] = replace(one, **changes)
    stages = {
        name: replace(stage, title=f"{HOSTILE[0]} {name}", marks=tuple(marks[one.id] for one in stage.marks))
        for name, stage in guide.stages.items()
    }
    voices = {name: replace(one, says=f"{HOSTILE[2]} {RIGHT_TO_LEFT}") for name, one in guide.voices.items()}
    voices_of = {name: tuple(voices[one.id] for one in these) for name, these in guide.voices_of.items()}
    return replace(guide, name=f"{HOSTILE[0]} guide", marks=marks, stages=stages, voices=voices, voices_of=voices_of)


def packed(text: str) -> str:
    """A text without the gaps, which lines and pages put elsewhere."""
    return "".join(text.split())


def _long(words: str, most: int) -> str:
    """Words until there is no more room."""
    return (words * (most // len(words) + 1))[:most].strip()


def full(guide: Guide) -> Guide:
    """The guide with texts as long as they may be, many lines, and long names."""
    lines = tuple(Statement(say=_long(f"line {n} is as long as it may be ", 200)) for n in range(30))
    marks: dict[str, Mark] = {}
    for n, one in enumerate(guide.marks.values()):
        changes: dict[str, Any] = {
            "title": _long(f"mark {n} has a title ", 120),
            "meaning": _long(f"mark {n} means a good deal ", 400),
            "why": (Statement(say=_long("why it matters takes a while ", 500)),) * 3,
            "ladders": lines[: None if n == 0 else 3],
            "snakes": lines[: None if n == 0 else 3],
            "prompts": tuple(one.say for one in lines[:4]),
            "easy_title": _long("we say it in many words ", 60),
            "easy": tuple(replace(one.easy[0], say=_long("a long sentence goes on ", 80)) for _ in range(6)),
        }
        marks[one.id] = replace(one, **changes)
    first, *others = guide.stages.values()
    many = {f"more-{n}": replace(next(iter(marks.values())), id=f"more-{n}", stage=first.id) for n in range(6)}
    stages = {
        first.id: replace(
            first,
            title=_long("a stage with a title ", 120),
            marks=(*(marks[one.id] for one in first.marks), *many.values()),
        ),
        **{one.id: replace(one, marks=tuple(marks[it.id] for it in one.marks)) for one in others},
    }
    voices_of = {**guide.voices_of, **dict.fromkeys(many, ())}
    name = _long("a guide with a name ", 80)
    return replace(
        guide, name=name, version=_long("2026 ", 20), marks={**marks, **many}, stages=stages, voices_of=voices_of
    )
