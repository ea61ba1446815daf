"""What does a fork say otherwise? Its own layer laid over the guide, field by field, before anything is checked.

A field that is given takes the place of the guide's, one that is left empty clears it, `hide: true` takes a record out,
`place` moves it, and an id that the guide does not have adds one. Whatever was typed keeps the place where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from .field_types import FieldType, List, Map, Nullable, Object, ShortOrFull
from .problems import Location, Problem, did_you_mean, nearest, problem
from .yaml_reader.nodes import by_name, field_of, is_nothing, is_same
from .yaml_reader.yaml_source import Listing, Mapping, Node, Scalar

HIDE, PLACE = "hide", "place"  # what a record of a fork may say beside its fields
ENDS, SIDES = ("first", "last"), ("before", "after")
_YES, _NO = ("true", "yes", "on"), ("false", "no", "off")
_ID_OF_GUIDE = ("guide", "guide", "id")
At = tuple[str, ...]  # where a record stands: its file's kind and name, then fields and ids


@dataclass
class Laid:
    """What came of it. `hidden`: where each record stood that was taken out, and where that is said."""

    node: Node | None = None
    hidden: dict[At, Location] = field(default_factory=dict)
    own: dict[At, str] = field(default_factory=dict)  # of these, what only the fork has, and what it is called
    place: Place | None = None
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Place:
    """Where a record is to stand. `side`: first, last, before or after; the latter two beside `of`."""

    side: str
    of: str
    at: Location


def lay(base: Node | None, own: Node, of: FieldType, at: At) -> Laid:
    """One file of a fork over one of the guide (None: it has none). The node is None when the fork hides it."""
    laid = Laid()
    layer = _Layer(laid)
    if isinstance(of, Object) and isinstance(own, Mapping):
        if layer.is_hidden(own, at, base is not None, of):
            return laid
        if base is None and not _is_begun(own, of):
            layer.left(own.place, at, (), _lacking(own, of))
            return laid
        laid.place = layer.place(own)
        if base is None and "id" in of.fields:
            name = Scalar(at[-1].rpartition("/")[2], "text", own.place)
            own = _identified(own, name)
    laid.node = layer.over(base, own, of, at)
    return laid


def ordered(names: Iterable[str], places: dict[str, Place], remarks: list[Problem]) -> list[str]:
    """The names in their order, each with a place beside what it names."""
    order = list(names)
    for name, place in places.items():
        if name not in order:
            continue
        if place.of == name:
            remarks.append(problem(place.at, "beside-itself", text=name))
            continue
        order.remove(name)
        if place.side in ENDS:
            order.insert(0 if place.side == "first" else len(order), name)
        elif place.of in order:
            order.insert(order.index(place.of) + (place.side == "after"), name)
        else:
            order.append(name)
            advice = did_you_mean(place.of, order, 1, "Name one that is there, or take `place` out.")
            remarks.append(problem(place.at, "place-lost", text=place.of, advice=advice))
    return order


class _Layer:
    """One walk over one file."""

    def __init__(self, laid: Laid) -> None:
        self.laid = laid

    def over(self, base: Node | None, own: Node, of: FieldType, at: At) -> Node | None:
        """A value of the fork over one of the guide."""
        of = of.of if isinstance(of, Nullable) else of
        if isinstance(own, Mapping) and (base is None or isinstance(base, Mapping)):
            if isinstance(of, Object):
                return self._fields(base, own, of, at)
            if isinstance(of, Map):
                return self._entries(base, own, of, at)
        if isinstance(of, List) and isinstance(base, Listing) and _has_ids(of):
            own = _by_id(own) if isinstance(own, Listing) else own
            if isinstance(own, Mapping):
                return self._listed(base, own, of, at)
        is_id = at[-1] == "id" and at != _ID_OF_GUIDE  # an entry is found by it
        if base is not None and is_same(base, own) and not isinstance(of, ShortOrFull) and not is_id:
            self.laid.remarks.append(problem(own.place, "same-as-guide", text=at[-1]))
        return own

    def _fields(self, base: Mapping | None, own: Mapping, of: Object, at: At) -> Mapping:
        pairs = by_name(base)
        for key, node in own.pairs:
            wanted = of.fields.get(key.text)
            if key.text in (HIDE, PLACE) and wanted is None:
                continue
            there = pairs.get(key.text)
            if base is not None and wanted is not None and is_nothing(node) and not isinstance(wanted.type, Nullable):
                if wanted.required:
                    self._say(node.place, "cannot-clear", text=key.text, doc=wanted.help)
                else:
                    pairs.pop(key.text, None)
            elif base is not None and wanted is None and at[0] == "words":
                self.left(key.place, (*at, key.text), of.fields)
            else:
                type_ = wanted.type if wanted else None
                laid = self.over(there[1], node, type_, (*at, key.text)) if there and type_ else node
                if laid is not None:
                    pairs[key.text] = (key, laid)
        return replace(own if base is None else base, pairs=list(pairs.values()))

    def _entries(self, base: Mapping | None, own: Mapping, of: Map, at: At) -> Mapping:
        pairs, places = by_name(base), {}
        for key, node in own.pairs:
            here = (*at, key.text)
            there = pairs.get(key.text)
            if isinstance(node, Mapping) and isinstance(of.of, Object):
                if self.is_hidden(node, here, there is not None, of.of):
                    pairs.pop(key.text, None)
                    continue
                if there is None and not _is_begun(node, of.of):
                    self.left(key.place, here, pairs, _lacking(node, of.of))
                    continue
                if place := self.place(node):
                    places[key.text] = place
            if there is not None and is_nothing(node) and not isinstance(of.of, Nullable):
                pairs.pop(key.text)
                self.laid.hidden[here] = key.place
                continue
            laid = self.over(there[1] if there else None, node, of.of, here)
            if laid is not None:
                pairs[key.text] = (there[0] if there else key, laid)
        order = ordered(pairs, places, self.laid.remarks)
        return replace(own if base is None else base, pairs=[pairs[name] for name in order])

    def _listed(self, base: Listing, own: Mapping, of: List, at: At) -> Listing:
        """A list of records that have ids, each changed by its own."""
        by_id = {_id(one): one for one in base.items}
        named = [(Scalar(name, "text", one.place), one) for name, one in by_id.items()]
        entries = Map(of.of)
        given = replace(own, pairs=[(key, _with_id(key, node, by_id)) for key, node in own.pairs])
        merged = self._entries(Mapping(base.place, pairs=list(named)), given, entries, at)
        return replace(base, items=[node for _, node in merged.pairs])

    def is_hidden(self, own: Mapping, at: At, is_of_guide: bool, of: Object) -> bool:
        """Whether it says so. What is not there cannot be hidden: it may have left the guide."""
        said = field_of(own, HIDE)
        if said is None:
            return False
        text = said.text.lower() if isinstance(said, Scalar) else ""
        if text not in (*_YES, *_NO):
            self._say(said.place, "bad-hide", text=text)
        if text in _YES and (is_of_guide or _is_begun(own, of)):
            self.laid.hidden[at] = said.place
            if not is_of_guide:
                self.laid.own[at] = _title(own) or at[-1]
        elif text in _YES:
            self.left(own.place, at)
        return text in _YES

    def place(self, own: Mapping) -> Place | None:
        """Where it says that it is to stand."""
        said = field_of(own, PLACE)
        if isinstance(said, Scalar) and said.text in ENDS:
            return Place(said.text, "", said.place)
        if isinstance(said, Mapping) and len(said.pairs) == 1:
            key, name = said.pairs[0]
            if key.text in SIDES and isinstance(name, Scalar) and name.text:
                return Place(key.text, name.text, name.place)
        if said is not None:
            self._say(said.place, "bad-place")
        return None

    def left(self, place: Location, at: At, known: Iterable[str] = (), lacking: Iterable[str] = ()) -> None:
        """Remark on a change to what is not in the guide: it has another name there, it left, or it is new and has too
        little yet. `lacking`: the fields that a new one needs beside those that it has."""
        needed = ", ".join(f"`{name}`" for name in lacking) or "all the fields that it needs"
        advice = (
            f"If the guide had it before, take this out. If it is new, give it {needed}: until then it is left out."
        )
        if close := nearest(at[-1], known, 1):
            advice = f"Did you mean `{close[0]}`? {advice}"
        self.laid.remarks.append(problem(place, "left-the-guide", text=at[-1], advice=advice))

    def _say(self, place: Location, rule: str, **facts: Any) -> None:
        self.laid.problems.append(problem(place, rule, **facts))


def _title(own: Mapping) -> str:
    """What a record is called."""
    found = next((one for name in ("title", "word", "says", "ask", "name") if (one := field_of(own, name))), None)
    return found.text if isinstance(found, Scalar) else ""


def _lacking(own: Mapping, of: Object) -> list[str]:
    """The fields that a new record needs and does not have. What it is called says its id."""
    given = {"id", *(key.text for key, _ in own.pairs)}
    return [name for name, one in of.fields.items() if one.required and name not in given]


def _is_begun(own: Mapping, of: Object) -> bool:
    """Whether somebody began a new record, and did not mean to change one: half of what it needs is there."""
    needed = sum(one.required and name != "id" for name, one in of.fields.items())
    return len(_lacking(own, of)) * 2 <= needed


def _has_ids(of: List) -> bool:
    return isinstance(of.of, Object) and "id" in of.of.fields


def _by_id(own: Listing) -> Node:
    """A list of records as it stands in the guide: each changes the one of its id, and the others stay."""
    if not all(isinstance(one, Mapping) and _id(one) for one in own.items):
        return own
    return Mapping(own.place, pairs=[(Scalar(_id(one), "text", one.place), one) for one in own.items])


def _id(node: Node) -> str:
    found = field_of(node, "id")
    return found.text if isinstance(found, Scalar) else ""


def _with_id(key: Scalar, node: Node, known: Iterable[str]) -> Node:
    """What is new in a list has its id as a field."""
    return _identified(node, key) if isinstance(node, Mapping) and key.text not in known else node


def _identified(own: Mapping, name: Scalar) -> Mapping:
    """The same with its id, which its file or its key says already."""
    if field_of(own, "id") is not None:
        return own
    return replace(own, pairs=[(Scalar("id", "text", name.place), name), *own.pairs])
