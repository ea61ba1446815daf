"""How does somebody put their name on the guide? They are asked for it, and for what else a guide of one's own has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import yaml

from ..content import own_look
from ..content.field_types import Field, Object
from ..content.problems import Location
from ..content.sources import LOCAL
from . import asking, new
from .kinds import RefusedError, fits

FILE = Path("marks") / LOCAL / "guide.yml"
COLOUR = "lake"  # that of links, buttons and the head of each page
# What is asked for, and whether it can wait.
ASKED = {"name": False, "tagline": True, "licence": True, "email": True, "address": True, COLOUR: True}


def write(root: Path, given: Mapping[str, str], hear: Callable[[str], str] | None) -> list[Path]:
    """Begin `guide.yml` of a fork's layer with what was said or, where there is somebody to ask, is said now: the files
    that were written. Raises RefusedError."""
    path = root / FILE
    if path.is_file():
        raise RefusedError(f"{FILE.as_posix()} is there already. Open it, and change what stands in it.")
    said = dict(given)
    if hear:
        print(asking.LATER)
    try:
        for name, can_wait in ASKED.items():
            if name in said:
                if wrong := _wrong(name, said[name]):
                    raise RefusedError(f"{said[name]}: {wrong}")
            elif hear:
                said[name] = _answer(name, can_wait, hear)
            elif not can_wait:
                raise RefusedError(f"Say it with --{name}=…: {_question(name)}")
    except (EOFError, KeyboardInterrupt):
        if "name" not in said:
            raise RefusedError("\nNothing was written.") from None
        print()
    written: new.Given = {"id": new.id_of(said["name"])}
    for name in ASKED:
        if value := said.get(name):
            written["colours" if name == COLOUR else name] = {COLOUR: value} if name == COLOUR else value
    helps = new.table("guide").fields
    lines = [f"# {helps[name].help}\n{_line(name, value)}" for name, value in written.items()]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{new.schema('guide', 0)}{''.join(lines)}", encoding="utf-8", newline="\n")
    return [path]


def _line(name: str, value: object) -> str:
    return yaml.safe_dump({name: value}, allow_unicode=True, sort_keys=False, width=1000)


def _field(name: str) -> Field:
    fields = new.table("guide").fields
    if name != COLOUR:
        return fields[name]
    colours = fields["colours"].type
    if not isinstance(colours, Object):
        raise TypeError(COLOUR)
    return replace(colours.fields[COLOUR], help="the colour of links, buttons and the head, such as #7a1f1f")


def _question(name: str) -> str:
    return asking.question(_field(name))


def _answer(name: str, can_wait: bool, hear: Callable[[str], str]) -> str:
    """What somebody answers; of what cannot wait they are asked till they do."""
    while not (said := asking.answered(f"{_question(name)}:", hear, lambda said: _wrong(name, said), name == COLOUR)):
        if can_wait:
            return ""
        print("Nothing was typed, and this cannot be left out.")
    return said.lower() if name == COLOUR else said


def _wrong(name: str, said: str) -> str:
    """What is wrong with an answer, and what to do."""
    try:
        fits(_field(name), said)
    except RefusedError as refused:
        return str(refused)
    found = own_look.pale(name, said, Location("")) if name == COLOUR else None
    return f"{found.message} {found.fix}" if found else ""
