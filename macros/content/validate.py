"""What may an editor write? One file against its declaration (``model.py``), and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from . import translation
from .field_types import ID, LONGEST_ID, WRITTEN, FieldType, List, Map, Nullable, Number, Object, ShortOrFull, Text
from .problems import Location, Problem, did_you_mean, nearest, problem
from .prose import misfit
from .yaml_reader import typing_advice
from .yaml_reader.yaml_source import Listing, Mapping, Node, Scalar


class Record(dict):  # type: ignore[type-arg]
    """Checked fields by name, with the place of the record and of each key and value."""

    def __init__(self, place: Location) -> None:
        super().__init__()
        self.place = place
        self.keys_at: dict[str, Location] = {}
        self.values_at: dict[str, Location] = {}


class Items(list):  # type: ignore[type-arg]
    """A checked list, with the place of each item."""

    def __init__(self, place: Location) -> None:
        super().__init__()
        self.place = place
        self.places: list[Location] = []
        self.whole = True  # whether each item could be read


@dataclass(frozen=True)
class Reference:
    """A text that names another record: resolved when all files are read."""

    kind: str
    text: str
    place: Location


class Validator:
    """One walk over one file: gathers its problems, references and prose."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.references: list[Reference] = []
        self.prose: list[tuple[str, Location]] = []

    def say(self, place: Location, rule: str, **facts: object) -> Any:
        self.problems.append(problem(place, rule, **facts))

    def tell(self, found: Problem | None) -> bool:
        """Keep a problem, and say whether there is one."""
        self.problems += [found] if found else []
        return found is not None

    def read(self, node: Node, of: FieldType, doc: str) -> Any:
        """The checked value of a node, or None where there is a problem. `doc` is the field's line."""
        if isinstance(of, Nullable):
            return None if isinstance(node, Scalar) and node.kind == "nothing" else self.read(node, of.of, doc)
        if isinstance(of, ShortOrFull):
            full = isinstance(node, Mapping if isinstance(of.full, Object) else Listing)
            if isinstance(node, Mapping) and isinstance(of.full, Object) and len(node.pairs) == 1:
                full = bool(nearest(node.pairs[0][0].text, of.full.fields, 1))  # or is it text with a colon?
            if isinstance(node, Scalar) and isinstance(of.full, Object):
                names = of.full.fields
                if self.tell(typing_advice.field_in(node, names) or typing_advice.field_below(node, names)):
                    return None
            return self.read(node, of.full if full else of.short, doc)
        if isinstance(node, Scalar) and node.kind == "nothing":
            told = self.tell(typing_advice.nothing(node, isinstance(of, (Text, ShortOrFull))))
            return None if told else self.say(node.place, "nothing-here", wanted=_name(of), doc=doc)
        readers: dict[type, Callable[[Any, Any, str], Any]] = {
            Text: self._text,
            Number: self._number,
            List: self._list,
            Object: self._object,
            Map: self._map,
        }
        return readers[type(of)](node, of, doc)

    def _wrong(self, node: Node, of: FieldType, advice: str) -> Any:
        if isinstance(node, Scalar) and self.tell(typing_advice.slip(node, getattr(of, "fields", ()))):
            return None
        found = {Mapping: "a group of fields", Listing: "a list"}.get(type(node), "text")
        if isinstance(node, Scalar) and node.kind != "text":
            found = {"truth": "yes or no", "number": "a number", "date": "a date"}[node.kind]
        return self.say(node.place, "wrong-type", found=found, wanted=_name(of), advice=advice)

    def _text(self, node: Node, of: Text, doc: str) -> Any:
        if isinstance(node, Mapping) and len(node.pairs) == 1 and node.pairs[0][0].place == node.place:
            return self.say(node.place, "colon-in-text", text=node.pairs[0][0].text)
        if not isinstance(node, Scalar):
            dash = ", without a dash before it" if isinstance(node, Listing) else ""
            brackets = "Put text with brackets in double quotes."
            return self._wrong(node, of, brackets if node.brackets else f"Write it as text ({doc}){dash}.")
        if node.kind != "text":
            return self.say(node.place, f"bare-{node.kind}", text=node.text, typed=typing_advice.whole(node))
        if of.form == "plain" and not of.choices and self.tell(typing_advice.cut(node)):
            return None
        text = node.text.strip()
        if not text:
            return self.say(node.place, "nothing-here", wanted="text", doc=doc)
        if of.form in ("id", "source"):
            if not self._id(node, text, of.form):
                return None
        elif of.form in WRITTEN and not WRITTEN[of.form].fullmatch(text):
            return self.say(node.place, f"bad-{of.form}", text=text, example=typing_advice.day(text))
        if hit := misfit(text, of.prose):
            return self.say(node.place, hit[0], text=hit[1])
        limit = of.limit * 3 // 2 if node.is_translated else of.limit  # many languages say the same in more letters
        if (length := len(translation.plain(text) if translation.FIRST in text else text)) > limit:
            return self.say(node.place, "too-long", length=length, limit=limit)
        if of.choices and text not in of.choices:
            place, advice = typing_advice.strange(node, did_you_mean(text, of.choices, 1, ""))
            advice = f"{advice} Choose from: {', '.join(of.choices)}.".strip()
            return self.say(place, "not-a-choice", text=text, advice=advice)
        if of.refers:
            self.references.append(Reference(of.refers, text, node.place))
        if of.prose:
            self.prose.append((text, node.place))
        # Lines and runs of spaces become one space. A no-break space is there for a reason.
        return re.sub("[ \n]+", " ", text) if of.form == "plain" else text

    def _id(self, node: Scalar, text: str, form: str) -> bool:
        if form == "source":
            good, advice = re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)*", text), "Use capital letters, digits and hyphens."
        else:
            good, advice = ID.fullmatch(text), "Use small letters, digits and single hyphens; begin with a letter."
        if not good or len(text) > LONGEST_ID:
            advice = f"Use at most {LONGEST_ID} characters." if good else advice
            place, advice = typing_advice.strange(node, advice)
            self.say(place, "bad-id", text=text, advice="Leave out `.yml`." if text.endswith(".yml") else advice)
            return False
        return True

    def _number(self, node: Node, of: Number, doc: str) -> Any:
        only = of.low == of.high
        wanted = f"{of.low}" if only else f"a whole number from {of.low} to {of.high}"
        written = node.text if isinstance(node, Scalar) and node.kind == "number" else ""
        if not re.fullmatch(r"-?(0|[1-9][0-9]{0,8})", written):
            plain = re.fullmatch(r"\+?0*([1-9][0-9]{0,8})", written)  # 010 is 8 to YAML
            return self._wrong(node, of, f"Type {plain[1] if plain else wanted}, without quotes.")
        number = int(written)
        if not of.low <= number <= of.high:
            return self.say(node.place, "number-out-of-range", number=number, wanted=wanted)
        return number

    def _list(self, node: Node, of: List, doc: str) -> Any:
        if not isinstance(node, Listing):
            return self._wrong(node, of, "Begin each item on a line of its own, with a dash and a space.")
        items = Items(node.place)
        for child in node.items:
            value = None if self.tell(typing_advice.several(child, of.of)) else self.read(child, of.of, doc)
            if value is not None:
                if isinstance(of.of, Text) and of.of.refers and value in items:
                    self.say(child.place, "twice-in-list", text=value)
                items.append(value)
                items.places.append(child.place)
            else:
                items.whole = False
        count = len(node.items)
        if count < of.least:
            self.say(node.place, "too-few", count=count, least=of.least, missing=of.least - count)
        if count > of.most:
            self.say(node.place, "too-many", count=count, most=of.most, advice=f"Take out {count - of.most}.{of.why}")
        return items

    def _object(self, node: Node, of: Object, doc: str) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(node, of, f"It has these fields: {', '.join(of.fields)}.")
        record = Record(node.place)
        seen = set()
        meant: set[str] = set()  # fields whose names have a slip: they are there, and not missing
        absent = set(of.fields) - {key.text for key, _ in node.pairs}
        for key, child in node.pairs:
            if key.text in seen:  # a twin was told of when the file was read
                continue
            seen.add(key.text)
            if key.text not in of.fields:
                if self.tell(typing_advice.wrong_sign(key, ":")):
                    meant.update(re.findall(r"[\w-]+", key.text))
                    continue
                left = [name for name in of.fields if name not in seen]
                left = left if nearest(key.text, left, 1) else list(of.fields)
                meant.update(nearest(key.text, left, 1))
                fields = "It has these fields: " + ", ".join(of.fields) + "."
                self.say(
                    key.place,
                    "unknown-field",
                    field=key.text,
                    advice=did_you_mean(key.text, left, 1, fields),
                )
                continue
            wanted = of.fields[key.text]
            if isinstance(child, Scalar):
                self.tell(typing_advice.field_below(child, absent))
            value = self.read(child, wanted.type, wanted.help)
            record.keys_at[key.text], record.values_at[key.text] = key.place, child.place
            if value is not None:
                record[key.text] = value
        if of.one_of and len(seen) != 1:
            self.say(node.place, "one-of", count=len(seen), choices=", ".join(of.fields))
        for name, wanted in of.fields.items():
            if wanted.required and not of.one_of and name not in seen | meant:
                self.say(node.place, "missing-field", field=name, doc=wanted.help)
        return record

    def _map(self, node: Node, of: Map, doc: str) -> Any:
        if not isinstance(node, Mapping):
            if isinstance(node, Listing) and not node.items and not of.least:
                return Record(node.place)
            return self._wrong(node, of, "Type an id, a colon, and its fields below it.")
        record = Record(node.place)
        for key, child in node.pairs:
            if key.kind not in ("text", "number"):
                rule = f"bare-{key.kind}" if key.kind != "nothing" else "bad-id"
                self.say(key.place, rule, text=key.text, typed=typing_advice.whole(key), advice="Type a name.")
                continue
            if key.text in record.keys_at or not self._id(key, key.text, of.key.form):
                continue
            if of.key.refers:
                self.references.append(Reference(of.key.refers, key.text, key.place))
            record.keys_at[key.text], record.values_at[key.text] = key.place, child.place
            value = self.read(child, of.of, doc)
            if value is not None or isinstance(of.of, Nullable):
                record[key.text] = value
        if len(node.pairs) < of.least:
            self.say(node.place, "too-few", count=len(node.pairs), least=of.least, missing=of.least - len(node.pairs))
        return record


def _name(of: FieldType) -> str:
    """What an editor would call a of."""
    if isinstance(of, (ShortOrFull, Nullable)):
        return _name(of.short if isinstance(of, ShortOrFull) else of.of)
    return {Text: "text", Number: "a whole number", List: "a list", Object: "a group of fields", Map: "a group of ids"}[
        type(of)
    ]
