"""What does another language say in the place of the guide's own words? One text at a time, each by what it translates.

A file of a language stands at the same path as the file of the guide, and has an entry for each text: `of` is what the
guide says, whole, `say` is the translation. When the guide says something else, the entry is stale: the guide's own
words stand there until somebody has looked at it. So is a text that nobody has translated.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace

from .field_types import Field, FieldType, List, Map, Nullable, Object, ShortOrFull, Text
from .languages import FOLDER, PLURALS
from .problems import Location, Problem, problem
from .prose import ADDRESS, LINK
from .yaml_reader.nodes import field_of
from .yaml_reader.yaml_source import Listing, Mapping, Node, Scalar

# They stand around a text that is in another language than its page. No text can have them: no letter is theirs.
FIRST, LAST = "\ufdd0", "\ufdd1"
LEFT_ALONE = ("retired", "everyday", "language")  # kinds of files that have nothing to translate
_OUTSIDE = "an address of another site"
_OTHER = f"_{PLURALS[-1]}"
Change = Callable[[str, Scalar], Scalar]


@dataclass(frozen=True)
class Entry:
    """What is said of one text. `was`: what the guide said when it was translated, if it says something else now."""

    of: str
    say: Scalar | None
    was: str
    place: Location


@dataclass
class Tally:
    """How far a language is. `stale`: translations of what the guide said before; `gone`: of what it says no more."""

    texts: int = 0
    done: int = 0
    stale: list[Problem] = field(default_factory=list)
    gone: list[Problem] = field(default_factory=list)


def entries(node: Node | None, problems: list[Problem]) -> dict[str, Entry]:
    """The entries of a file by the paths of their texts."""
    found: dict[str, Entry] = {}
    if node is None:
        return found
    if not isinstance(node, Mapping):
        problems.append(problem(node.place, "bad-translation"))
        return found
    for key, value in node.pairs:
        of, say, was = (field_of(value, name) for name in ("of", "say", "was"))
        names = {name.text for name, _ in value.pairs} if isinstance(value, Mapping) else {""}
        scalars = [one for one in (of, say, was) if one is not None]
        is_whole = names <= {"of", "say", "was"} and all(isinstance(one, Scalar) for one in scalars)
        if not (is_whole and isinstance(of, Scalar)):
            problems.append(problem(key.place, "bad-translation"))
            continue
        said = say if isinstance(say, Scalar) and say.kind != "nothing" and say.text.strip() else None
        before = plain(was.text) if isinstance(was, Scalar) else ""
        found[key.text] = Entry(plain(of.text), said, before, key.place)
    return found


def plain(text: str) -> str:
    """A text without the marks around it, in one line: two that read the same are the same."""
    return " ".join(text.replace(FIRST, "").replace(LAST, "").split())


def texts(node: Node, of: FieldType) -> Iterator[tuple[str, str]]:
    """Each text of a record that can be translated: its path and what it says."""
    found: list[tuple[str, str]] = []

    def note(path: str, text: Scalar) -> Scalar:
        found.append((path, plain(text.text)))
        return text

    changed(node, of, note)
    return iter(found)


def translated(
    node: Node,
    of: FieldType,
    said: dict[str, Entry],
    is_marked: bool,
    tally: Tally,
    theirs: Collection[str] = (),
    problems: list[Problem] | None = None,
) -> Node:
    """A record in another language. `is_marked`: what stays in the guide's own is marked, for the page to say so.
    `theirs`: what the guide says where a fork says something else: the translation is not stale, only of no use.
    `problems`: where a translation that leads elsewhere than the guide is told."""
    by_text = {one.of: one for one in said.values() if one.say and not one.was}
    met: set[str] = set()

    def change(path: str, text: Scalar) -> Scalar:
        met.add(path)
        tally.texts += 1
        own = plain(text.text)
        there = said.get(path)
        found = there if there and there.say and not there.was and there.of == own else by_text.get(own)
        if found and found.say:
            tally.done += 1
            if problems is not None and (lost := _lost(found.say, own)):
                problems.append(lost)
            return found.say._replace(is_translated=True)
        if there and there.say and there.of not in theirs:
            tag = there.place.file.partition(f"{FOLDER}/")[2].partition("/")[0]
            tally.stale.append(problem(there.place, "stale-translation", text=path, now=own, tag=tag))
        return text._replace(text=f"{FIRST}{text.text}{LAST}") if is_marked else text

    made = changed(node, of, change)
    known = {own for _, own in texts(node, of)}
    tally.gone += [
        problem(one.place, "gone-translation", text=path)
        for path, one in said.items()
        if path not in met and one.of not in {*known, *theirs} and one.say and not form_of(path, of)
    ]
    return made


def _lost(say: Scalar, own: str) -> Problem | None:
    """A translation that does not lead where the guide's words lead. The address of a site may be another one: many
    have pages in several languages."""
    found, wanted = (
        {_OUTSIDE if ADDRESS.fullmatch(link[2]) else f"`{link[2]}`" for link in LINK.finditer(text)}
        for text in (plain(say.text), own)
    )
    if found == wanted:
        return None
    shown = [" and ".join(sorted(some)) or "nothing" for some in (found, wanted)]
    return problem(say.place, "lost-link", found=shown[0], wanted=shown[1])


def form_of(path: str, of: FieldType) -> str:
    """The word of which this is one more plural form, such as `marks_other` of `marks_two`; empty when it is none."""
    name, _, form = path.rpartition("_")
    other = name + _OTHER
    is_more = form in PLURALS and isinstance(of, Object) and path not in of.fields and other in of.fields
    return other if is_more else ""


def with_forms(node: Node, of: FieldType, said: dict[str, Entry]) -> tuple[Node, FieldType]:
    """The words of the interface with the plural forms that only this language has, and what such a file may hold."""
    if not isinstance(node, Mapping) or not isinstance(of, Object):
        return node, of
    more = {path: one for path, one in said.items() if form_of(path, of) and one.say and not one.was}
    pairs = [
        (Scalar(path, "text", one.place), one.say._replace(is_translated=True)) for path, one in more.items() if one.say
    ]
    types = {path: Field(of.fields[form_of(path, of)].type, "a plural form", False) for path in more}
    return replace(node, pairs=[*node.pairs, *pairs]), replace(of, fields={**of.fields, **types})


def changed(node: Node, of: FieldType, change: Change, path: str = "") -> Node:
    """The same record with each text of it changed that can be translated."""
    if isinstance(of, Nullable):
        return changed(node, of.of, change, path)
    if isinstance(of, ShortOrFull):
        is_full = isinstance(node, Mapping if isinstance(of.full, Object) else Listing)
        return changed(node, of.full if is_full else of.short, change, path)
    if isinstance(of, Text) and isinstance(node, Scalar):
        return change(path, node) if _is_text(node, of) else node
    if isinstance(of, List) and isinstance(node, Listing):
        items = [
            changed(one, of.of, change, _join(path, _id(one) or str(number))) for number, one in enumerate(node.items)
        ]
        return replace(node, items=items)
    if isinstance(of, (Object, Map)) and isinstance(node, Mapping):
        pairs = []
        for key, value in node.pairs:
            type_ = of.of if isinstance(of, Map) else of.fields[key.text].type if key.text in of.fields else None
            # A line with its source is the same text as the line alone.
            here = path if key.text == "say" and path else _join(path, key.text)
            pairs.append((key, changed(value, type_, change, here) if type_ else value))
        return replace(node, pairs=pairs)
    return node


def _is_text(node: Scalar, of: Text) -> bool:
    is_words = of.form == "plain" and not (of.choices or of.refers or of.kept)
    return is_words and node.kind == "text" and bool(node.text.strip())


def _id(node: Node) -> str:
    found = field_of(node, "id")
    return found.text if isinstance(found, Scalar) else ""


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
