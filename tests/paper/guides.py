"""Which texts might harm a file? Guides with signs that mean something to Typst, to XML and to those who read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from macros.content.lines import Statement
from macros.content.model import Guide, Mark

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
