"""What does each file of ``marks/`` hold? A record of the model, many of them by their ids, or a list of words."""

from __future__ import annotations

from .field_types import Field, FieldType, List, Map, Nullable, Object, Text, fields
from .interface_words.ui_words import WORDS
from .languages import Language
from .model import Guide, Idea, Mark, Source, Stage, Voice, Word
from .model_parts.example import Example
from .model_parts.news import News
from .model_parts.page_model import Page
from .model_parts.paper_model import Paper
from .model_parts.scale import Scale
from .model_parts.search_model import Asked

_WORDS = Object(
    {
        name: Field(
            Text(200, prose=word.prose),
            word.where + (f"; keeps {' and '.join(f'{{{slot}}}' for slot in word.slots)}" if word.slots else ""),
        )
        for name, word in WORDS.items()
    }
)
_RETIRED = Object(
    {
        "marks": Field(
            Map(Nullable(Text(60, "id", refers="mark")), least=0), "old id: the id that took its place, or null"
        )
    }
)
_TRANSLATION = Map(
    Object(
        {
            "of": Field(Text(2000), "what the guide says; leave it as it is"),
            "was": Field(Text(2000), "what it said when this was translated: take it out when you have looked", False),
            "say": Field(Nullable(Text(3000)), "the translation", False),
        }
    ),
    key=Text(400, "path"),
    least=0,
)
_EVERYDAY = Object({"words": Field(List(Text(60), 0, 500), "long words that everybody knows")})

# What each file holds, and one line on what it is.
FILES: dict[str, tuple[FieldType, str]] = {
    "guide": (fields(Guide), "The guide itself: its name, its stages and its questions."),
    "scale": (fields(Scale), "The scale from 1 to 10 and the answers that are not scores."),
    "words": (_WORDS, "Every word that the interface says."),
    "stage": (fields(Stage), "One stage."),
    "mark": (fields(Mark), "One mark of co-production."),
    "quotes": (Map(fields(Voice), named="id", least=0), "Every voice of the guide."),
    "lake": (Map(fields(Idea), named="id", least=0), "The ideas of the Lake whose home is one stage."),
    "glossary": (Map(fields(Word), named="id", least=0), "Plain meanings of words."),
    "references": (
        Map(fields(Source), key=Text(40, "source"), named="key", least=0),
        "Every source that something cites.",
    ),
    "news": (
        Map(fields(News), named="id", least=0, listed=True),
        "What changed in the words of the guide, the newest first.",
    ),
    "search": (
        Map(fields(Asked), named="id", least=0, listed=True),
        "Words that people search with, and what these should find.",
    ),
    "retired": (_RETIRED, "Marks that were renamed or taken away."),
    "everyday": (_EVERYDAY, "Long words that everybody knows, which `make check` does not list."),
    "example": (fields(Example), "The worked example: a made-up project from its first scores to its last."),
    "language": (fields(Language), "What is there to know of another language of the guide."),
    "translation": (_TRANSLATION, "The texts of one file in another language, each by where it stands in that file."),
    "paper": (fields(Paper), "What is printed beside the marks: forms, the plan of a session, a game."),
    "page": (fields(Page), "The words of one page."),
}
