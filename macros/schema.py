"""What may an editor write?

The field tables are data (``fields.py``, in the words of ``kinds.py``); this module checks a file against
one of them and says what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from . import mistyped
from .kinds import ID, LONGEST_ID, Either, Group, Keyed, Kind, Many, Nullable, Number, Text
from .problems import Place, Problem, did_you_mean, nearest, problem
from .yamlsource import Listing, Mapping, Node, Scalar

# A tag, a comment or a declaration: `<` with a letter, `/`, `!` or `?` after it. "3 < 4" is text.
_HTML = re.compile(r"<[a-zA-Z/!?][^>]{0,60}>?")
_KEY = re.compile(r"\{[A-Z0-9-]*[A-Z][A-Z0-9-]*\}")  # a source's key as some write it into their words
_ADDRESS = re.compile(r"https?://[^\s<>\"'`]+")


class Record(dict):  # type: ignore[type-arg]
    """Checked fields by name, with the place of the record and of each key and value."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.keys_at: dict[str, Place] = {}
        self.values_at: dict[str, Place] = {}


class Items(list):  # type: ignore[type-arg]
    """A checked list, with the place of each item."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: list[Place] = []
        self.whole = True  # whether each item could be read


@dataclass(frozen=True)
class Reference:
    """A text that names another record: resolved when all files are read."""

    kind: str
    text: str
    place: Place


class Reader:
    """One walk over one file: gathers its problems, references and prose."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.references: list[Reference] = []
        self.prose: list[tuple[str, Place]] = []

    def say(self, place: Place, rule: str, **facts: object) -> Any:
        self.problems.append(problem(place, rule, **facts))

    def tell(self, found: Problem | None) -> bool:
        """Keep a problem, and say whether there is one."""
        self.problems += [found] if found else []
        return found is not None

    def read(self, node: Node, kind: Kind, doc: str) -> Any:
        """The checked value of a node, or None where there is a problem. `doc` is the field's line."""
        if isinstance(kind, Nullable):
            return None if isinstance(node, Scalar) and node.kind == "nothing" else self.read(node, kind.of, doc)
        if isinstance(kind, Either):
            full = isinstance(node, Mapping if isinstance(kind.full, Group) else Listing)
            if isinstance(node, Mapping) and isinstance(kind.full, Group) and len(node.pairs) == 1:
                full = bool(nearest(node.pairs[0][0].text, kind.full.fields, 1))  # or is it text with a colon?
            if isinstance(node, Scalar) and isinstance(kind.full, Group):
                names = kind.full.fields
                if self.tell(mistyped.field_in(node, names) or mistyped.field_below(node, names)):
                    return None
            return self.read(node, kind.full if full else kind.short, doc)
        if isinstance(node, Scalar) and node.kind == "nothing":
            told = self.tell(mistyped.nothing(node, isinstance(kind, (Text, Either))))
            return None if told else self.say(node.place, "nothing-here", wanted=_name(kind), doc=doc)
        readers: dict[type, Callable[[Any, Any, str], Any]] = {
            Text: self._text, Number: self._number, Many: self._many, Group: self._group, Keyed: self._keyed,
        }
        return readers[type(kind)](node, kind, doc)

    def _wrong(self, node: Node, kind: Kind, advice: str) -> Any:
        if isinstance(node, Scalar) and self.tell(mistyped.wrong_sign(node)):
            return None
        found = {Mapping: "a group of fields", Listing: "a list"}.get(type(node), "text")
        if isinstance(node, Scalar) and node.kind != "text":
            found = {"truth": "yes or no", "number": "a number", "date": "a date"}[node.kind]
        return self.say(node.place, "wrong-type", found=found, wanted=_name(kind), advice=advice)

    def _text(self, node: Node, kind: Text, doc: str) -> Any:
        if isinstance(node, Mapping) and len(node.pairs) == 1 and node.pairs[0][0].place == node.place:
            return self.say(node.place, "colon-in-text", text=node.pairs[0][0].text)
        if not isinstance(node, Scalar):
            dash = ", without a dash before it" if isinstance(node, Listing) else ""
            brackets = "Put text with brackets in double quotes."
            return self._wrong(node, kind, brackets if node.brackets else f"Write it as text ({doc}){dash}.")
        if node.kind != "text":
            return self.say(node.place, f"bare-{node.kind}", text=node.text, typed=mistyped.whole(node))
        if kind.form == "plain" and not kind.choices and self.tell(mistyped.cut(node)):
            return None
        text = node.text.strip()
        if not text:
            return self.say(node.place, "nothing-here", wanted="text", doc=doc)
        if kind.form in ("id", "source"):
            if not self._id(node, text, kind.form):
                return None
        elif kind.form == "address" and not _ADDRESS.fullmatch(text):
            return self.say(node.place, "bad-address", text=text)
        if hit := _HTML.search(text):
            return self.say(node.place, "html-in-text", text=hit.group())
        if hit := _KEY.search(text):
            return self.say(node.place, "source-in-text", text=hit.group())
        if len(text) > kind.limit:
            return self.say(node.place, "too-long", length=len(text), limit=kind.limit)
        if kind.choices and text not in kind.choices:
            place, advice = mistyped.strange(node, did_you_mean(text, kind.choices, 1, ""))
            advice = f"{advice} Choose from: {', '.join(kind.choices)}.".strip()
            return self.say(place, "not-a-choice", text=text, advice=advice)
        if kind.refers:
            self.references.append(Reference(kind.refers, text, node.place))
        if kind.prose:
            self.prose.append((text, node.place))
        # Lines and runs of spaces become one space. A no-break space is there for a reason.
        return re.sub("[ \n]+", " ", text) if kind.form == "plain" else text

    def _id(self, node: Scalar, text: str, form: str) -> bool:
        if form == "source":
            good, advice = re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)*", text), "Use capital letters, digits and hyphens."
        else:
            good, advice = ID.fullmatch(text), "Use small letters, digits and single hyphens; begin with a letter."
        if not good or len(text) > LONGEST_ID:
            advice = f"Use at most {LONGEST_ID} characters." if good else advice
            place, advice = mistyped.strange(node, advice)
            self.say(place, "bad-id", text=text, advice="Leave out `.yml`." if text.endswith(".yml") else advice)
            return False
        return True

    def _number(self, node: Node, kind: Number, doc: str) -> Any:
        only = kind.low == kind.high
        wanted = f"{kind.low}" if only else f"a whole number from {kind.low} to {kind.high}"
        written = node.text if isinstance(node, Scalar) and node.kind == "number" else ""
        if not re.fullmatch(r"-?(0|[1-9][0-9]{0,8})", written):
            plain = re.fullmatch(r"\+?0*([1-9][0-9]{0,8})", written)  # 010 is 8 to YAML
            return self._wrong(node, kind, f"Type {plain[1] if plain else wanted}, without quotes.")
        number = int(written)
        if not kind.low <= number <= kind.high:
            return self.say(node.place, "number-out-of-range", number=number, wanted=wanted)
        return number

    def _many(self, node: Node, kind: Many, doc: str) -> Any:
        if not isinstance(node, Listing):
            return self._wrong(node, kind, "Begin each item on a line of its own, with a dash and a space.")
        items = Items(node.place)
        for child in node.items:
            value = self.read(child, kind.of, doc)
            if value is not None:
                if isinstance(kind.of, Text) and kind.of.refers and value in items:
                    self.say(child.place, "twice-in-list", text=value)
                items.append(value)
                items.places.append(child.place)
            else:
                items.whole = False
        count = len(node.items)
        if count < kind.least:
            self.say(node.place, "too-few", count=count, least=kind.least, missing=kind.least - count)
        if count > kind.most:
            self.say(node.place, "too-many", count=count, most=kind.most, extra=count - kind.most)
        return items

    def _group(self, node: Node, kind: Group, doc: str) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(node, kind, f"It has these fields: {', '.join(kind.fields)}.")
        record = Record(node.place)
        seen = set()
        meant: set[str] = set()  # fields whose names have a slip: they are there, and not missing
        absent = set(kind.fields) - {key.text for key, _ in node.pairs}
        for key, child in node.pairs:
            if key.text in seen:  # a twin was told of when the file was read
                continue
            seen.add(key.text)
            if key.text not in kind.fields:
                if self.tell(mistyped.wrong_sign(key, ":")):
                    meant.update(re.findall(r"[\w-]+", key.text))
                    continue
                left = [name for name in kind.fields if name not in seen]
                meant.update(nearest(key.text, left or kind.fields, 1))
                fields = "It has these fields: " + ", ".join(kind.fields) + "."
                self.say(key.place, "unknown-field", field=key.text,
                         advice=did_you_mean(key.text, left or kind.fields, 1, fields))
                continue
            wanted = kind.fields[key.text]
            if isinstance(child, Scalar):
                self.tell(mistyped.field_below(child, absent))
            value = self.read(child, wanted.kind, wanted.doc)
            record.keys_at[key.text], record.values_at[key.text] = key.place, child.place
            if value is not None:
                record[key.text] = value
        if kind.one_of and len(seen) != 1:
            self.say(node.place, "one-of", count=len(seen), choices=", ".join(kind.fields))
        for name, wanted in kind.fields.items():
            if wanted.required and not kind.one_of and name not in seen | meant:
                self.say(node.place, "missing-field", field=name, doc=wanted.doc)
        return record

    def _keyed(self, node: Node, kind: Keyed, doc: str) -> Any:
        if not isinstance(node, Mapping):
            if isinstance(node, Listing) and not node.items and not kind.least:
                return Record(node.place)
            return self._wrong(node, kind, "Type an id, a colon, and its fields below it.")
        record = Record(node.place)
        for key, child in node.pairs:
            if key.kind not in ("text", "number"):
                rule = f"bare-{key.kind}" if key.kind != "nothing" else "bad-id"
                self.say(key.place, rule, text=key.text, typed=mistyped.whole(key), advice="Type a name.")
                continue
            if key.text in record.keys_at or not self._id(key, key.text, kind.key.form):
                continue
            if kind.key.refers:
                self.references.append(Reference(kind.key.refers, key.text, key.place))
            record.keys_at[key.text], record.values_at[key.text] = key.place, child.place
            value = self.read(child, kind.of, doc)
            if value is not None or isinstance(kind.of, Nullable):
                record[key.text] = value
        if len(node.pairs) < kind.least:
            self.say(node.place, "too-few", count=len(node.pairs), least=kind.least,
                     missing=kind.least - len(node.pairs))
        return record


def _name(kind: Kind) -> str:
    """What an editor would call a kind."""
    if isinstance(kind, (Either, Nullable)):
        return _name(kind.short if isinstance(kind, Either) else kind.of)
    return {Text: "text", Number: "a whole number", Many: "a list", Group: "a group of fields",
            Keyed: "a group of ids"}[type(kind)]

