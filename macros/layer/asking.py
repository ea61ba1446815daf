"""What is somebody asked who makes something new at a keyboard? Whatever would stand there as `To do:`, in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

from ..content.field_types import Field, FieldType, List, Object, ShortOrFull, Text
from ..content.model import Guide
from .kinds import RefusedError, called, fits
from .new import EASY_PICTURE, Given, table

LATER = "Press Enter for what you do not know yet, and Ctrl+C for all the rest: you can write it into the file later."
OVER = "That day is over."
LINES = "One on each line, and Enter alone at the end."
# What is asked in another way than a file wants it.
QUESTIONS = {
    "easy": "the meaning in Easy Read, in short sentences",
    "why": "why it matters",
    "consent-by": "who said yes to printing these words",
    "consent-on": "the day on which they said so, such as 1 March 2026",
    "consent-for": "what they said yes to, such as: this guide, on the web and on paper",
    "consent-until": "the last day of that, such as 2040-03-01; Enter for no end",
}
AFTER = {
    "mark": "The mark that it comes after (its title; Enter for the end of the stage):",
    "stage": "The stage that it comes after (its title; Enter for the end):",
}
# Nobody thinks of these first.
LAST = ("origin_note",)
BY_TITLE = ("short",)
# What stands in one of the lists of guide.yml, and is chosen by its name.
LISTED = ("cost", "effort", "format")
CONSENT = "consent-"


def more(guide: Guide, kind: str, given: Mapping[str, str], hear: Callable[[str], str]) -> dict[str, Given]:
    """What somebody says of the fields that nobody has told yet, by the kind of the record; of a stage its first mark
    as well. `hear` takes a question and gives an answer; whoever leaves then leaves the rest for later."""
    found: dict[str, Given] = {}
    try:
        for of, said in ((kind, given), *((("mark", {"title": given["mark"]}),) if kind == "stage" else ())):
            found[of] = {}
            if of != kind:
                print(f"{given['mark']}:")
            for name, one in _asked(of, said):
                field = replace(one, help=QUESTIONS.get(name, one.help))
                if isinstance(field.type, List):
                    found[of][name] = []
                    _lines(field, field.type, hear, found[of][name])
                else:
                    found[of][name] = _told(guide, field, hear)
        if kind in AFTER and not given.get("after"):
            found[kind]["after"] = _after(guide, kind, given, hear)
    except (EOFError, KeyboardInterrupt):
        print()
    return {of: {name: value for name, value in said.items() if value} for of, said in found.items()}


def _asked(kind: str, said: Mapping[str, str]) -> Iterator[tuple[str, Field]]:
    """The fields that are asked for: whatever must be there, and nobody has said or can say by heart."""
    fields = table(kind).fields
    for name in sorted(fields, key=lambda one: one in LAST):
        field = fields[name]
        if name in said or name in BY_TITLE or not (field.required or name == "purpose"):
            continue
        if _is_for_words(field.type):
            yield name, field
    consent = fields.get("consent")
    if consent and isinstance(consent.type, Object) and not said.get("source"):
        for name, field in consent.type.fields.items():
            if f"{CONSENT}{name}" not in said:
                yield f"{CONSENT}{name}", field


def _after(guide: Guide, kind: str, given: Mapping[str, str], hear: Callable[[str], str]) -> str:
    """The id of what something new comes after: a mark of the same stage, or a stage; nothing for the end."""
    while said := hear(f"{AFTER[kind]} ").strip():
        try:
            found = called(guide, kind, said)
        except RefusedError as refused:
            print(refused)
            continue
        if kind == "stage" or guide.marks[found].stage == given["stage"]:
            return found
        print(f"`{found}` stands in another stage: {guide.marks[found].stage}.")
    return ""


def _is_for_words(of: FieldType) -> bool:
    """Whether people answer in words of their own, or by one of a list of the guide's."""
    if isinstance(of, List):
        return _is_for_words(of.of)
    if isinstance(of, ShortOrFull):
        return _is_for_words(of.short)
    if isinstance(of, Object):
        return "say" in of.fields
    if not isinstance(of, Text) or of.choices:
        return False
    return of.refers in LISTED or (of.form in ("plain", "day") and not of.refers)


def _told(guide: Guide, field: Field, hear: Callable[[str], str]) -> str:
    """What somebody says of a field; nothing when it is left for later."""
    if not isinstance(field.type, Text) or field.type.refers not in LISTED:
        return _one(field, f"{question(field)}:", hear)
    names = {"cost": guide.costs, "effort": guide.efforts, "format": guide.formats}[field.type.refers]
    return _one(field, f"{question(field)} ({', '.join(names)}):", hear, tuple(names))


def _lines(field: Field, of: List, hear: Callable[[str], str], lines: list[Any]) -> None:
    """Put what somebody says into a list, a line each, as soon as it is said."""
    item = of.of.short if isinstance(of.of, ShortOrFull) else of.of
    one = item.fields["say"] if isinstance(item, Object) else replace(field, type=item)
    if isinstance(one.type, ShortOrFull):
        one = replace(one, type=one.type.short)
    while len(lines) < of.most and (said := _one(one, "-" if lines else f"{question(field)}. {LINES}\n-", hear)):
        lines.append({"say": said, "picture": EASY_PICTURE} if isinstance(item, Object) else said)


def question(field: Field) -> str:
    """What somebody is asked: the line that says what a field is."""
    return f"{field.help[0].upper()}{field.help[1:]}"


def answered(question: str, hear: Callable[[str], str], wrong: Callable[[str], str], is_quoted: bool = False) -> str:
    """One answer; nothing when it is left for later. Where something is wrong with it they are told, and asked again.
    `is_quoted`: a file wants quotes around it, and somebody may type them."""
    while said := hear(f"{question} ").strip():
        said = _unquoted(said) if is_quoted else said
        if not (told := wrong(said)):
            break
        print(told)
    return said


def _one(field: Field, question: str, hear: Callable[[str], str], names: tuple[str, ...] = ()) -> str:
    """What somebody answers who is asked for a field, or for one of these names."""
    is_day = isinstance(field.type, Text) and field.type.form == "day"

    def wrong(said: str) -> str:
        if names and said not in names:
            return f"`{said}` is none of these: {', '.join(names)}."
        try:
            fits(field, said)
        except RefusedError as refused:
            return str(refused)
        return OVER if is_day and said < datetime.now(timezone.utc).date().isoformat() else ""

    return answered(question, hear, wrong, is_day)


def _unquoted(said: str) -> str:
    return said[1:-1] if len(said) > 1 and said[0] == said[-1] and said[0] in "\"'" else said
