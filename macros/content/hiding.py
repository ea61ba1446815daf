"""What goes along with what a fork hides? Links to it, and what has no use without it, wherever they stand.

A link becomes its words. A name in a list goes. What needs the name goes as a whole: a voice without a mark, an idea
without one. Nothing has to be taken out by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from . import site_map
from .field_types import FieldType, List, Map, Nullable, Object, ShortOrFull, Text
from .problems import Location, Problem, problem
from .prose import LINK
from .yaml_reader.yaml_source import Listing, Mapping, Node, Scalar

# What the entries of a file are to those that name them; of a file with several maps, those of each.
KINDS = {
    ("mark",): "mark",
    ("stage",): "stage",
    ("quotes",): "voice",
    ("lake",): "idea",
    ("glossary",): "word",
    ("references",): "source",
    ("news",): "news",
    ("search",): "asked",
    ("guide", "questions"): "question",
    ("scale", "sides"): "side",
    ("example", "rounds"): "round",
    ("paper", "lengths"): "length",
    ("paper", "plan"): "plan part",
    ("paper", "forms"): "form",
    ("page", "sections"): "part",
}
_OF_A_FORK = "marks/local/"  # where its files are
# A voice needs a mark or a stage, and a source or a consent: one of each pair, whichever.
_NEEDS = {"quotes": (("marks", "opens"), ("source", "consent"))}


@dataclass
class Hidden:
    """The names that are hidden, by kind. A part of a page is named with it: `use#on-paper`."""

    names: dict[str, set[str]] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)  # marks that have another name now; "" for none
    # what a line of the layer hides, by kind and name, and what it is called; "" for what is the guide's
    said: dict[tuple[str, str], str] = field(default_factory=dict)
    last: dict[str, Location] = field(default_factory=dict)  # where the last of a kind is hidden
    remarks: set[Problem] = field(default_factory=set)

    def follow(self, retired: Node | None) -> None:
        """Take note of the marks that have another name now, or none: what a fork says of them goes along."""
        for key, value in retired.pairs if isinstance(retired, Mapping) else ():
            for old, now in value.pairs if key.text == "marks" and isinstance(value, Mapping) else ():
                if isinstance(now, Scalar):
                    self.renamed[old.text] = "" if now.kind == "nothing" else now.text

    def now(self, kind: str, name: str, at: Location) -> str:
        """What a fork means by a name: the one of today, or "" when it is hidden or gone."""
        if kind == "mark" and name in self.renamed and at.file.startswith(_OF_A_FORK):
            now = self.renamed[name]
            self.remarks.add(problem(at, "renamed-in-guide" if now else "gone-from-guide", text=name, now=now))
            name = now
        return "" if not name or self.has(kind, name) else name

    def add(self, kind: str, name: str) -> bool:
        """Whether that is news."""
        known = self.names.setdefault(kind, set())
        is_new = name not in known
        known.add(name)
        return is_new

    def has(self, kind: str, name: str) -> bool:
        return name in self.names.get(kind, ())

    def way(self, target: str, at: Location) -> str:
        """Where a link leads now: `mark:listening`, `page:process-sheet#listening`; "" when that is hidden or gone."""
        kind, _, rest = target.partition(":")
        name, hash_sign, anchor = rest.partition("#")
        if kind == "page":
            stages = self.names.get("stage", set())
            of_stages = {site_map.page_of(stage, view) for stage in stages for view in ("", *site_map.VIEWS)}
            lost = anchor and (self.has("part", f"{name}#{anchor}") or not self.now("mark", anchor, at))
            return "" if lost or name in of_stages else target
        now = self.now(kind, name, at)
        return f"{kind}:{now}{hash_sign}{anchor}" if now else ""


def kind_of(at: tuple[str, ...]) -> tuple[str, str] | None:
    """The kind and the name of a record, by where it stands: its file's kind and name, then fields and ids."""
    kind, name, *inside = at
    if not inside:
        return (kind, name.rpartition("/")[2]) if kind in ("mark", "stage") else None
    found = KINDS.get((kind, *inside[:-1]))
    if found == "part":
        return found, f"{name}#{inside[-1]}"
    return (found, inside[-1]) if found else None


def named(node: Node, of: FieldType, kind: str) -> set[str]:
    """Every name of this kind that stands in a value, by itself or as where a link leads."""
    if isinstance(of, Nullable):
        return named(node, of.of, kind)
    if isinstance(of, ShortOrFull):
        is_full = isinstance(node, Mapping if isinstance(of.full, Object) else Listing)
        return named(node, of.full if is_full else of.short, kind)
    if isinstance(of, Text) and isinstance(node, Scalar):
        links = {link[2].removeprefix(f"{kind}:") for link in LINK.finditer(node.text) if of.prose}
        return {node.text.strip()} if of.refers == kind else links
    if isinstance(of, List) and isinstance(node, Listing):
        return set[str]().union(*(named(one, of.of, kind) for one in node.items))
    if isinstance(of, (Object, Map)) and isinstance(node, Mapping):
        types = {key.text: of.of if isinstance(of, Map) else _type(of, key.text) for key, _ in node.pairs}
        pairs = ((value, types[key.text]) for key, value in node.pairs)
        return set[str]().union(*(named(value, type_, kind) for value, type_ in pairs if type_))
    return set()


def _type(of: Object, name: str) -> FieldType | None:
    return of.fields[name].type if name in of.fields else None


def left(node: Node, of: FieldType, hidden: Hidden, kind: str) -> tuple[Node | None, set[str]]:
    """What is left of a file of this kind, and the ids of its records that go. None: it goes as a whole."""
    gone: set[str] = set()
    if isinstance(of, Map) and isinstance(node, Mapping):
        kept = []
        for key, value in node.pairs:
            rest = _left(value, of.of, hidden)
            if rest is None or hidden.has(KINDS.get((kind,), ""), key.text) or _lacks(value, rest, kind):
                gone.add(key.text)
            else:
                kept.append((key, rest))
        return replace(node, pairs=kept), gone
    return _left(node, of, hidden), gone


def _lacks(before: Node, after: Node, kind: str) -> bool:
    """Whether a record lost the last of what it must have one of."""
    had, has = (set(_names(one)) for one in (before, after))
    return any(had & set(pair) and not has & set(pair) for pair in _NEEDS.get(kind, ()))


def _names(node: Node) -> Iterator[str]:
    if isinstance(node, Mapping):
        yield from (key.text for key, _ in node.pairs)


def _left(node: Node, of: FieldType, hidden: Hidden) -> Node | None:
    """What is left of a value; None when it goes."""
    if isinstance(of, Nullable):
        return _left(node, of.of, hidden) or Scalar("", "nothing", node.place)
    if isinstance(of, ShortOrFull):
        is_full = isinstance(node, Mapping if isinstance(of.full, Object) else Listing)
        return _left(node, of.full if is_full else of.short, hidden)
    if isinstance(of, Text) and isinstance(node, Scalar):
        return _text(node, of, hidden)
    if isinstance(of, List) and isinstance(node, Listing):
        items = [rest for rest in (_left(one, of.of, hidden) for one in node.items) if rest is not None]
        return None if node.items and not items else replace(node, items=items)
    if isinstance(of, Object) and isinstance(node, Mapping):
        return _object(node, of, hidden)
    if isinstance(of, Map) and isinstance(node, Mapping):
        pairs = [
            (key, rest)
            for key, value in node.pairs
            if not (of.key.refers and hidden.has(of.key.refers, key.text))
            and (rest := _left(value, of.of, hidden)) is not None
        ]
        return replace(node, pairs=pairs)
    return node


def _text(node: Scalar, of: Text, hidden: Hidden) -> Scalar | None:
    if of.refers:
        now = hidden.now(of.refers, node.text.strip(), node.place)
        return (node if now == node.text.strip() else node._replace(text=now)) if now else None
    if not of.prose:
        return node
    whole = LINK.fullmatch(node.text.strip())
    if whole and not hidden.way(whole[2], node.place):  # a door, or a line of a list that only leads there
        return None

    def link(found: re.Match[str]) -> str:
        way = hidden.way(found[2], node.place)
        return f"[{found[1]}]({way})" if way else found[1]

    return node._replace(text=LINK.sub(link, node.text))


def _object(node: Mapping, of: Object, hidden: Hidden) -> Mapping | None:
    pairs = []
    for key, value in node.pairs:
        wanted = of.fields.get(key.text)
        rest = _left(value, wanted.type, hidden) if wanted else value
        if rest is not None:
            pairs.append((key, rest))
        elif wanted and (wanted.required or of.one_of):
            return None
    return replace(node, pairs=pairs)
