"""What does each file hold? Every file of ``marks/``, every field, its kind and one line on what it is."""

from __future__ import annotations

from .kinds import Either, Field, Group, Keyed, Kind, Many, Nullable, Number, Text
from .wordlist import WORDS

SEPARATORS = ("comma", "semicolon")
COLOURS = ("clay", "leaf", "rose", "violet", "lake", "slate")
PAGE_NAMES = ("index", "use", "facilitation", "lake", "voices", "glossary", "references", "about",
              "accessibility", "privacy", "sheet", "choose", "easy")


_SOURCE = Text(40, "source", refers="source")
_MARKS = Many(Text(60, "id", refers="mark"), most=100)
_STAGE = Text(60, "id", refers="stage")
_PICTURE = Field(Text(60, "id", refers="picture"),
                 "the bare name of one of our drawings or of an icon of the Material Design set")


def statement(limit: int, prose: bool = False) -> Either:
    """A line that may have a source: the words alone, or `say` with `source` and `note`."""
    words = Text(limit, prose=prose)
    return Either(words, Group({
        "say": Field(words, "the words"),
        "source": Field(Either(_SOURCE, Many(_SOURCE)), "where it comes from: a key of references.yml, or a list",
                        required=False),
        "note": Field(Text(250), "how the source helps, if that needs saying", required=False),
    }))


_LINES = Many(statement(200))
_EASY = Many(Group({"say": Field(Text(80), "one short sentence"), "picture": _PICTURE}), 1, 6)
_EASY_TITLE = Text(60)
_TITLE = Field(Text(120), "the title that people read")
_STEP = {"from": Field(Number(1, 10), "its lowest score"), "to": Field(Number(1, 10), "its highest score")}
_NAMED = {"name": Field(Text(60), "its short name"), "means": Field(Text(160), "what it means, in a sentence")}

GUIDE = Group({
    "id": Field(Text(60, "id"), "what saved sheets know the guide by; it never changes"),
    "name": Field(Text(80), "the name of the guide"),
    "tagline": Field(Text(120), "one line under the name"),
    "purpose": Field(Text(300), "what the guide helps people do"),
    "version": Field(Text(20), "the version of the content, in double quotes"),
    "language": Field(Text(20), "the language of the content, such as en-GB"),
    "separator": Field(Text(20, choices=SEPARATORS), "what parts the columns of a table that people save: comma, or "
                       "semicolon where numbers are written with a comma", required=False),
    "stages": Field(Many(_STAGE, 1, 100), "the ids of the stages, in order"),
    "easy_checked": Field(Many(Group({
        "by": Field(Text(120), "who with a learning disability checked it, in general terms"),
        "on": Field(Text(40), "when, in double quotes"),
        "stages": Field(Many(_STAGE, 1, 100), "the stages that they checked; left out when it was all of it",
                        required=False),
    }), 1, 20), "who checked the Easy Read; left out until somebody has", required=False),
    "questions": Field(Keyed(Group({
        "ask": Field(Text(120), "the question"), "help": Field(Text(200), "a line that helps to answer it"),
    })), "the questions asked of every mark, in order"),
    "source_groups": Field(Keyed(Text(80)), "the headings that references stand under, in order"),
})

SCALE = Group({
    "lowest": Field(Number(1, 1), "the lowest score"),
    "highest": Field(Number(10, 10), "the highest score"),
    "bands": Field(Keyed(Group({**_STEP, **_NAMED})), "what the numbers might mean, from the lowest"),
    "three_steps": Field(Keyed(Group({
        "name": Field(Text(60), "its short name"), "score": Field(Number(1, 10), "the score that it stands for"),
        **_STEP, "picture": _PICTURE,
    })), "the easier version, mapped to the same scores"),
    "not_scores": Field(Keyed(Group(_NAMED)), "answers that are not scores"),
})

STAGE = Group({
    "title": _TITLE,
    "short": Field(Text(30), "a short title, for cards and menus"),
    "purpose": Field(Text(80), "what it is for, in a few words, for its card on the first page", required=False),
    "colour": Field(Text(20, choices=COLOURS), "the name of its colour"),
    "picture": _PICTURE,
    "introduction": Field(Many(statement(500)), "what this stage is about"),
    "original": Field(Many(statement(600)), "what could be seen of this stage in the original tool", required=False),
    "easy_title": Field(_EASY_TITLE, "the title in Easy Read; left out when the title is easy", required=False),
    "easy": Field(_EASY, "what this stage is about in Easy Read, a picture for each sentence", required=False),
    "marks": Field(_MARKS, "the ids of its marks, in order"),
})

MARK = Group({
    "id": Field(Text(60, "id"), "the id, the same as the file's name; it never changes"),
    "title": _TITLE,
    "origin": Field(Text(20, choices=("original", "adapted", "ours")),
                    "where the title comes from: original, adapted or ours"),
    "origin_note": Field(Text(250), "a line on where the title comes from"),
    "picture": _PICTURE,
    "meaning": Field(Text(400), "what the mark means, in two or three sentences"),
    "easy_title": Field(_EASY_TITLE, "the title in Easy Read: what the mark says, in a few easy words"),
    "easy": Field(_EASY, "the meaning in Easy Read, a picture for each sentence"),
    "why": Field(Many(statement(500)), "why it matters, with sources"),
    "ladders": Field(_LINES, "what helps us climb"),
    "snakes": Field(_LINES, "what pulls us down"),
    "prompts": Field(Many(Text(200)), "things to talk about"),
})

QUOTES = Keyed(Group({
    "says": Field(Text(700), "what the person said, reported in your own words"),
    "who": Field(Text(120), "who they are, in general terms"),
    "kind": Field(Text(20, choices=("reported", "verbatim")), "reported, or verbatim (word for word, with consent)"),
    "source": Field(Either(_SOURCE, Many(_SOURCE)), "where it was reported", required=False),
    "consent": Field(Group({
        "by": Field(Text(120), "who gave it"), "on": Field(Text(40), "the date, in double quotes"),
        "for": Field(Text(200), "what it covers"),
    }), "the leave to print these words", required=False),
    "marks": Field(_MARKS, "the marks it speaks to", required=False),
    "opens": Field(_STAGE, "the stage that it opens", required=False),
}))

LAKE = Keyed(Group({
    "title": _TITLE,
    "what": Field(Text(400), "what to do, in two or three sentences"),
    "also": Field(Many(Group({"stage": Field(_STAGE, "another stage it is good for"),
                              "why": Field(Text(120), "why it is good there")})),
                  "the other stages it is good for, and why", required=False),
    "marks": Field(_MARKS, "the marks that it helps"),
    "cost": Field(Text(20, choices=("free", "low", "some")), "free, low or some"),
    "effort": Field(Text(20, choices=("minutes", "hours", "days")), "minutes, hours or days"),
    "format": Field(Text(20, choices=("either", "online", "in-person")), "either, online or in-person"),
    "access": Field(Text(250), "how to make it work for more people"),
}))

GLOSSARY = Keyed(Group({
    "word": Field(Text(80), "the word or words"),
    "means": Field(Text(400), "what it means here"),
    "source": Field(Either(_SOURCE, Many(_SOURCE)), "where the idea comes from", required=False),
    "see": Field(Many(Text(60, "id", refers="word")), "words to read next", required=False),
    "forms": Field(Many(Text(80)), "other ways to write it; it is explained where they stand, too", required=False),
}))

REFERENCES = Keyed(Group({
    "short": Field(Text(60), "how it is named beside a line, when its first author and year would not do",
                   required=False),
    "authors": Field(Text(600), "who wrote it; left out when that was not shown", required=False),
    "date": Field(Text(120), "when, in double quotes; left out when that was not shown", required=False),
    "title": Field(Text(300), "its title"),
    "about": Field(Text(300), "a line on what it is", required=False),
    "in": Field(Text(400), "the journal, book or site it stands in", required=False),
    "address": Field(Text(400, "address"), "its web address", required=False),
    "read": Field(Text(120), "how much of it was read"),
    "note": Field(Text(300), "what else a reader should know", required=False),
    "group": Field(Text(60, "id", refers="group"), "the heading it stands under, from guide.yml"),
}), key=Text(40, "source"))

RETIRED = Group({
    "marks": Field(Keyed(Nullable(Text(60, "id", refers="mark")), least=0),
                   "old id: the id that took its place, or null"),
})

EVERYDAY = Group({
    "words": Field(Many(Text(60), 0, 500), "long words that everybody knows"),
})

_PROSE = statement(900, prose=True)
PAGE = Group({
    "title": _TITLE,
    "lead": Field(Text(500, prose=True), "one or two sentences under the title"),
    "doors": Field(Many(Group({
        "title": Field(Text(120, prose=True), "a link, written as [words](target)"),
        "say": Field(Text(120), "a line on where it leads"), "picture": _PICTURE,
    }), 1, 6), "the ways in, for the first page", required=False),
    "sections": Field(Many(Group({
        "id": Field(Text(60, "id"), "the anchor; it never changes"),
        "title": _TITLE,
        "body": Field(Many(Group({
            "text": Field(_PROSE, "a paragraph"),
            "list": Field(Many(_PROSE), "bullets"),
            "steps": Field(Many(_PROSE), "numbered steps"),
            "table": Field(Group({
                "caption": Field(Text(200), "what the table shows"),
                "head": Field(Many(Text(80), 2, 6), "the heads of its columns"),
                "rows": Field(Many(Many(_PROSE, 2, 6)), "its rows, a cell a column"),
            }), "a table"),
            "easy": Field(_EASY, "Easy Read: short sentences, a picture for each"),
            "note": Field(_PROSE, "a quiet aside"),
        }, one_of=True)), "paragraphs, lists, tables"),
    }), 0), "the parts of the page", required=False),
})

WORDS_TABLE = Group({
    name: Field(Text(200), doc + (f"; keeps {' and '.join(f'{{{slot}}}' for slot in slots)}" if slots else ""))
    for name, (doc, slots) in WORDS.items()
})

FILES: dict[str, tuple[Kind, str]] = {
    "guide": (GUIDE, "The guide itself: its name, its stages and its questions."),
    "scale": (SCALE, "The scale from 1 to 10 and the answers that are not scores."),
    "words": (WORDS_TABLE, "Every word that the interface says."),
    "stage": (STAGE, "One stage."),
    "mark": (MARK, "One mark of co-production."),
    "quotes": (QUOTES, "Every voice of the guide."),
    "lake": (LAKE, "The ideas of the Lake whose home is one stage."),
    "glossary": (GLOSSARY, "Plain meanings of words."),
    "references": (REFERENCES, "Every source that something cites."),
    "retired": (RETIRED, "Marks that were renamed or taken away."),
    "everyday": (EVERYDAY, "Long words that everybody knows, which `make check` does not list."),
    "page": (PAGE, "The words of one page."),
}
