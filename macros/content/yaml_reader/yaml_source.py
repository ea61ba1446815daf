"""What did the file say, and on which line?

YAML's own events are turned into three plain kinds of node that remember their place. Only the part of
YAML that an editor needs is let in; everything else is a problem with a sentence, never a traceback.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Union

import yaml

from ..problems import Location, Problem, problem
from . import half_merged
from .encoding import decode
from .yaml_errors import explain
from .yaml_slips import UNREADABLE
from .yaml_surprises import Further, Scene, check, further, remark

LONGEST_FILE = 4_000_000  # characters; the longest file of the full guide has about 40,000
DEEPEST = 12  # the deepest real content (a cell of a table of a page) is at 10

# The C parser gives the same events ten times faster; the Python one is always there.
_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = yaml.resolver.Resolver()  # it comes without types
_KINDS = {
    "str": "text",
    "bool": "truth",
    "int": "number",
    "float": "number",
    "timestamp": "date",
    "null": "nothing",
    "merge": "text",
    "value": "text",
}
_NO_NAME = "no name"  # the kind of a key that is not text at all


class Scalar(NamedTuple):
    """One value. `kind` is what YAML takes it for: text, truth, number, date or nothing."""

    text: str
    kind: str
    place: Location
    plain: bool = False  # typed without quotation marks, and in no block
    remark: tuple[Location, str] | None = None  # what a `#` right behind a plain value, or in its place, hides
    further: Sequence[Further] = ()  # the further lines of a plain text
    is_translated: bool = False  # it came from a file of another language


@dataclass
class Listing:
    """A list of nodes."""

    place: Location
    brackets: bool = False
    items: list[Node] = field(default_factory=list)


@dataclass
class Mapping:
    """Fields in the order of the file, each a key and a node."""

    place: Location
    brackets: bool = False
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)


Node = Union[Scalar, Listing, Mapping]


def read(path: Path, name: str, root: Path) -> tuple[Node | None, list[Problem]]:
    """Read one file. `name` is how problems call it; a link may not lead out of `root`.

    Returns the node (None when nothing could be read) and the problems found on the way.
    """
    start = Location(name)
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return None, [problem(start, "outside-link")]
        data = path.read_bytes()
    except (OSError, RuntimeError) as error:
        reasons: dict[type[Exception], str] = {
            IsADirectoryError: "it is a folder",
            PermissionError: "it is locked or is a folder",
        }
        reason = reasons.get(type(error), "it leads to itself or is broken")
        return None, [problem(start, "unreadable", reason=reason)]
    return parse(data, name)


def parse(data: bytes, name: str) -> tuple[Node | None, list[Problem]]:
    """The same for bytes that were read already."""
    if left := half_merged.sign(data):
        return None, [problem(Location(name, left[0]), "half-merged", text=left[1])]
    text, problems = decode(data, name)
    if len(text) > LONGEST_FILE:
        return None, [problem(Location(name), "too-big", size=len(text), limit=LONGEST_FILE)]
    return (None, problems) if problems else _compose(text, name)


def _compose(text: str, name: str) -> tuple[Node | None, list[Problem]]:
    """Build the nodes from events, without recursion: a file of a thousand brackets is only too deep."""
    problems: list[Problem] = []
    lines = text.split("\n")
    top: Node | None = None
    open_nodes: list[Listing | Mapping] = []
    keys: list[Scalar | None] = []  # for each open mapping the key that waits for its value

    def put(node: Node) -> None:
        nonlocal top
        if not open_nodes:
            top = node
            return
        parent = open_nodes[-1]
        if isinstance(parent, Listing):
            parent.items.append(node)
        elif keys[-1] is None:
            if not isinstance(node, Scalar):
                problems.append(
                    problem(
                        node.place,
                        "bad-yaml",
                        reason="a list or a group of fields stands where a name must be",
                        advice="Put text with brackets in double quotes.",
                    )
                )
                node = Scalar("", _NO_NAME, node.place)
            keys[-1] = node
        else:
            if keys[-1].kind != _NO_NAME:  # it has been told of
                parent.pairs.append((keys[-1], node))
            keys[-1] = None

    try:
        documents = 0
        for event in yaml.parse(text, Loader=_FAST):
            mark: Any = event.start_mark  # an event of a file always has one
            place = Location(name, mark.line + 1, mark.column + 1)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    problems.append(problem(place, "second-document"))
                    break
            elif isinstance(event, yaml.AliasEvent):
                problems.append(problem(place, "alias", text=f"*{event.anchor}"))
                put(Scalar(f"*{event.anchor}", "text", place))
            elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
                if event.anchor:
                    problems.append(problem(place, "alias", text=f"&{event.anchor}"))
                if event.tag:
                    problems.append(problem(place, "tag", text=event.tag.replace("tag:yaml.org,2002:", "!!")))
                if isinstance(event, yaml.ScalarEvent):
                    scene = _scene(lines, name, open_nodes[-1:], keys[-1:])
                    put(_scalar(event, place, scene, problems))
                    continue
                if len(open_nodes) >= DEEPEST:
                    return None, [*problems, problem(place, "too-deep", limit=DEEPEST)]
                node: Listing | Mapping = (Mapping if isinstance(event, yaml.MappingStartEvent) else Listing)(
                    place, bool(event.flow_style)
                )
                put(node)
                open_nodes.append(node)
                keys.append(None)
            elif isinstance(event, yaml.CollectionEndEvent):
                _refuse_twins(open_nodes.pop(), problems)
                keys.pop()
    except UNREADABLE as error:
        told = explain(text, name, error)
        first = min(one.place for one in told)
        # What broke the lines says more than that they run on.
        return None, [*(one for one in problems if one.rule != "runs-on" or one.place.line < first.line), *told]
    if top is None or (isinstance(top, Scalar) and top.kind == "nothing" and not top.text):
        top = None
    return top, problems


def _scene(lines: list[str], name: str, holder: Sequence[Listing | Mapping], key: Sequence[Scalar | None]) -> Scene:
    """Where the next value stands, in the innermost list or group of fields, if there is one."""
    if not holder:
        return Scene(lines, name, -1, False, False)
    is_name = isinstance(holder[0], Mapping) and key[0] is None
    return Scene(lines, name, holder[0].place.column - 1, holder[0].brackets, is_name)


def _scalar(event: Any, place: Location, scene: Scene, problems: list[Problem]) -> Scalar:
    """One value, and what an editor did not mean by it."""
    kind = _kind(event)
    if event.anchor or event.tag:  # it has been told of
        return Scalar(event.value, kind, place)
    problems += check(event, kind, scene)
    if event.style:
        return Scalar(event.value, kind, place)
    return Scalar(event.value, kind, place, True, remark(event, scene), further(event, scene))


def _kind(event: yaml.ScalarEvent) -> str:
    """What YAML takes a scalar for; anything in quotes or a block is text."""
    if event.style or event.tag:
        return "text"
    tag = _RESOLVER.resolve(yaml.ScalarNode, event.value, (True, False))
    return _KINDS.get(tag.rpartition(":")[2], "text")


def _refuse_twins(node: Listing | Mapping, problems: list[Problem]) -> None:
    if isinstance(node, Listing):
        return
    first: dict[str, Location] = {}
    for key, _ in node.pairs:
        if key.text in first:
            problems.append(problem(key.place, "duplicate-key", key=key.text, line=first[key.text].line))
        first.setdefault(key.text, key.place)
