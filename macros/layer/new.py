"""With what does a new mark, stage, idea, voice, word or page begin? A whole file, with a remark above each field.

What nobody has said yet begins with `To do:`. It can be built as it is, and `make check` lists what is left to write.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from ..content import icons
from ..content.field_types import Field, FieldType, List, Map, Nullable, Number, Object, ShortOrFull
from ..content.files import FILES
from ..content.model import COLOURS, LONGEST_SHORT, Guide
from ..content.sources import LOCAL, TO_DO
from . import taken, trial
from .kinds import RefusedError, called, fits, is_id, known, records

Given = dict[str, Any]
# What each kind of record must be told, and what its id is made of.
ASKED = {
    "mark": ("title", "stage"),
    "stage": ("title", "mark"),
    "idea": ("title", "stage", "marks"),
    "voice": ("says", "who", "marks"),
    "word": ("word", "means"),
    "page": ("title",),
}
# What may be told beside that.
MORE = {
    "mark": ("meaning", "after"),
    "stage": ("after",),
    "idea": ("what",),
    "voice": ("source", "consent-by", "consent-on", "consent-for", "consent-until"),
    "word": ("source",),
    "page": ("lead",),
}
EASY_PICTURE = "ladder"  # until somebody chooses one
ANOTHER = "Give another title, or an id of its own: --id=…"
_FILES = {"idea": "lake", "voice": "quotes", "word": "glossary"}  # where a kind has another name than its file


def write(root: Path, kind: str, given: Mapping[str, str], words: Mapping[str, Given] | None = None) -> list[Path]:
    """Write a new record into the fork's layer: the files that were written. `words`: what else was said of its fields,
    by the kind of the record. Raises RefusedError."""
    said: Mapping[str, Given] = {"mark": {}, "stage": {}, "page": {}, kind: {}, **(words or {})}
    guide = trial.guide(root)
    given = {**given, **{field: fitting(root, guide, kind, field, given[field]) for field in ASKED[kind]}}
    name = fitting(root, guide, kind, "id", given.get("id") or made_id(kind, given))
    for field, of in (("source", "source"), ("after", kind)):
        if given.get(field):
            known(guide, of, given[field])
    if kind == "stage":
        first = id_of(given["mark"])
        if first == name:
            raise RefusedError(f"A stage and its first mark cannot both have the id `{name}`. Give another: --id=…")
        return [
            _put(root, f"{name}/stage.yml", _text(guide, "stage", {**_of_stage(guide, given, first), **said["stage"]})),
            _put(
                root, f"{name}/{first}.yml", _text(guide, "mark", {"id": first, "title": given["mark"], **said["mark"]})
            ),
        ]
    if kind == "mark":
        fields = {"id": name, **{field: given.get(field) for field in ("title", "meaning", "after")}, **said["mark"]}
        return [_put(root, f"{given['stage']}/{name}.yml", _text(guide, "mark", fields))]
    if kind == "page":
        text: Given = {"text": f"{TO_DO} the first words of this part"}
        part: Given = {"id": "first", "title": f"{TO_DO} the title of this part", "body": [text]}
        page: Given = {"title": given["title"], "lead": given.get("lead"), "sections": [part], **said["page"]}
        return [_put(root, f"pages/{name}.yml", schema(kind, 1) + "\n".join(_lines(guide, table(kind), page)) + "\n")]
    file = f"lake/{given['stage']}.yml" if kind == "idea" else f"{_FILES.get(kind, kind)}.yml"
    return [_put(root, file, _entry(guide, kind, name, {**given, **said[kind]}), schema(kind, file.count("/")))]


def fitting(root: Path, guide: Guide, kind: str, field: str, words: str) -> str:
    """What somebody said of a field, as it is written: of a stage or a mark its id, though they gave its title. Raises
    RefusedError when it does not fit, so that they can say it again."""
    if not words:
        raise RefusedError("Nothing was typed, and this cannot be left out.")
    if field == "stage":
        try:
            return called(guide, "stage", words)
        except RefusedError:
            raise RefusedError(f"There is no stage `{words}`. There are: {', '.join(guide.stages)}.") from None
    if field == "marks":
        return ", ".join(_marks(guide, words))
    if field == "id":
        return _free(root, guide, kind, words, ANOTHER)
    of = table("mark").fields["title"] if field == "mark" else table(kind).fields[field]  # the title of a first mark
    fits(of, words)
    if field == "mark":
        _free(root, guide, "mark", id_of(words), "Give it another title.")
    return words


def made_id(kind: str, given: Mapping[str, str]) -> str:
    """The id of a record for which nobody chose one."""
    return id_of(given[ASKED[kind][0]])


def _free(root: Path, guide: Guide, kind: str, name: str, advice: str) -> str:
    """An id that nothing has; RefusedError for another."""
    if not is_id(name):
        raise RefusedError(f"`{name}` cannot be an id. Give one of small letters, digits and hyphens: --id=…")
    if held := taken.holder(root, guide, kind, name):
        raise RefusedError(f"The id `{name}` is kept: {held}. {advice}")
    if name in ((*guide.marks, *guide.stages, *guide.retired) if kind in ("mark", "stage") else records(guide, kind)):
        raise RefusedError(f"The id `{name}` is taken. {advice}")
    return name


def _marks(guide: Guide, words: str) -> list[str]:
    """The ids of marks that somebody named by id or title, with commas between them; ids with spaces as well."""
    titles = {mark.title.casefold() for mark in guide.marks.values()}
    whole = words.casefold() in titles  # a title may have a comma
    parts = [words] if whole else [part.strip() for part in words.split(",") if part.strip()]
    named = [one for part in parts for one in ([part] if part.casefold() in titles else part.split())]
    return list(dict.fromkeys(called(guide, "mark", one) for one in named))


def _of_stage(guide: Guide, given: Mapping[str, str], first: str) -> Given:
    taken = {stage.colour for stage in guide.stages.values()}
    free = sorted((one for one in COLOURS if one not in taken), key=lambda one: one == "lake")  # that of links: last
    colour = free[0] if free else COLOURS[0]
    title, purpose = given["title"], f"{TO_DO} what it is for, in a few words"
    return {
        "title": title,
        "short": title[:LONGEST_SHORT],
        "purpose": purpose,
        "colour": colour,
        "marks": [first],
        "after": given.get("after"),
    }


def _entry(guide: Guide, kind: str, name: str, given: Mapping[str, str]) -> str:
    """One record of a file that holds many."""
    fields: Given = {key: given[key] for key in table(kind).fields if key != "marks" and given.get(key)}
    if given.get("marks"):
        fields["marks"] = given["marks"].split(", ")
    if kind == "voice":
        fields["kind"] = "reported" if given.get("source") else "verbatim"
        if not given.get("source"):
            names = ("by", "on", "for", "until")
            fields["consent"] = {one: given.get(f"consent-{one}") for one in names if one != "until"}
            if given.get("consent-until"):
                fields["consent"]["until"] = given["consent-until"]
    lines = "".join(f"  {line}\n" if line else "\n" for line in _lines(guide, table(kind), fields))
    return f"{name}:\n{lines}"


def _text(guide: Guide, kind: str, fields: Given) -> str:
    place = [f"place: {{after: {fields['after']}}}" if fields.get("after") else "# place: {after: …}"]
    return schema(kind, 1) + "\n".join([*place, *_lines(guide, table(kind), fields)]) + "\n"


def table(kind: str) -> Object:
    """The fields of a record of this kind."""
    whole = FILES[_FILES.get(kind, kind)][0]
    of = whole.of if isinstance(whole, Map) else whole
    if not isinstance(of, Object):
        raise TypeError(kind)
    return of


def schema(kind: str, depth: int) -> str:
    """The line that tells an editor what a file may hold."""
    way = "../" * (depth + 1)
    return f"# yaml-language-server: $schema={way}schema/local/{_FILES.get(kind, kind)}.json\n"


def _lines(guide: Guide, of: Object, fields: Given) -> Iterator[str]:
    """Each field below a remark on what it is; one that may be left out is a remark itself."""
    for name, field in of.fields.items():
        value = fields.get(name)
        if value is None and not field.required:
            yield f"# {name}: {field.help}"
            continue
        yield f"# {field.help}"
        made = _value(guide, field.type, field.help) if value is None else _filled(guide, field, value)
        yield from yaml.safe_dump({name: made}, allow_unicode=True, sort_keys=False, width=100).rstrip().split("\n")
        if isinstance(made, dict) and isinstance(field.type, Object):
            yield from (f"  # {key}: {one.help}" for key, one in field.type.fields.items() if key not in made)


def _filled(guide: Guide, field: Field, value: Any) -> Any:
    """What was given; what it lacks is to do."""
    of = field.type
    if isinstance(value, dict) and isinstance(of, Object):
        return {
            name: value[name] if value.get(name) else _value(guide, one.type, one.help)
            for name, one in of.fields.items()
            if value.get(name) or one.required
        }
    return value


def _value(guide: Guide, of: FieldType, line: str) -> Any:
    """What stands in a field until somebody writes it."""
    if isinstance(of, Nullable):
        return None
    if isinstance(of, ShortOrFull):
        return _value(guide, of.short, line)
    if isinstance(of, Number):
        return of.low
    if isinstance(of, List):
        return [_value(guide, of.of, line)]
    if isinstance(of, Map):
        return {}
    if isinstance(of, Object):
        return {name: _value(guide, one.type, one.help) for name, one in of.fields.items() if one.required}
    if of.choices:
        return of.choices[0]
    known: Mapping[str, list[str]] = {
        "origin": ["ours", *guide.origins],
        "cost": list(guide.costs),
        "effort": list(guide.efforts),
        "format": list(guide.formats),
        "picture": [EASY_PICTURE, *sorted(icons.names())],
    }
    if of.refers in known:
        names = known[of.refers]
        return names[0] if names[0] in (*names[1:], *guide.origins) or of.refers != "origin" else names[1]
    return f"{TO_DO} {line}"[: of.limit].rstrip()


def _put(root: Path, name: str, text: str, head: str = "") -> Path:
    """Write a file, or put a record at the end of one that is there."""
    path = root / "marks" / LOCAL / name
    path.parent.mkdir(parents=True, exist_ok=True)
    there = path.read_text(encoding="utf-8") if path.is_file() else ""
    if there.strip() and not there.endswith("\n"):
        there += "\n"
    path.write_text((f"{there}\n" if there.strip() else head) + text, encoding="utf-8", newline="\n")
    return path


def id_of(title: str) -> str:
    """An id that can be read, from the first words of a title."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))[:5]
    found = re.sub(r"^[0-9-]+", "", "-".join(words))[:50].strip("-")
    return found or "ours"
