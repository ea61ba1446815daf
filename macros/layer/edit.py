"""How is something taken out of a fork's guide, or called otherwise? A line in the fork's own layer."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import yaml

from ..content import loader
from ..content.field_types import Object
from ..content.files import FILES
from ..content.model import LONGEST_SHORT, Guide
from ..content.sources import LOCAL
from . import gone, inside, taken, trial
from .kinds import INSIDE, RefusedError, called, fits, known

KINDS = ("mark", "stage", "idea", "voice", "word", "source", *INSIDE)
_FILES = {"voice": "quotes.yml", "word": "glossary.yml", "source": "references.yml"}


def hide(root: Path, kind: str, name: str) -> Path:
    """Take a record out of the guide, and all that leads to it: the file that says so. Raises RefusedError."""
    guide = trial.guide(root)
    if reason := gone.why(root, kind, gone.meant(root, kind, name), show):
        raise RefusedError(reason)
    name = called(guide, kind, name)
    if kind in INSIDE:
        return _inside(root, kind, name, inside.hidden)
    path = _file(root, guide, kind, name)
    is_own_file = kind in ("mark", "stage")
    there = path.read_text(encoding="utf-8") if path.is_file() else ""
    if is_own_file:
        text = f"{there}hide: true\n" if there else "hide: true\n"
    elif key := re.search(rf"^{re.escape(name)}:[ \t]*\n", there, re.MULTILINE):
        text = f"{there[: key.end()]}  hide: true\n{there[key.end() :]}"
    elif re.search(rf"^{re.escape(name)}:", there, re.MULTILINE):
        raise RefusedError(f"Write `hide: true` among the fields of `{name}` in {path.relative_to(root).as_posix()}.")
    else:
        text = f"{there}{name}:\n  hide: true\n"
    _write(path, text)
    return path


def show(root: Path, kind: str, name: str) -> Path:
    """Bring back what was hidden: the file that said so. Raises RefusedError."""
    name = gone.meant(root, kind, name)
    if kind in INSIDE:
        return _inside(root, kind, name, inside.shown)
    paths = sorted((root / "marks" / LOCAL).rglob("*.yml"))
    line = re.compile(r"^hide: *(?:true|yes)[^\n]*\n", re.MULTILINE)
    entry = re.compile(
        rf"^({re.escape(name)}:[ \t]*\n(?:[ \t][^\n]*\n)*?)[ \t]+hide: *(?:true|yes)[^\n]*\n", re.MULTILINE
    )
    for path in paths:
        text = path.read_text(encoding="utf-8")
        is_file = path.stem == name or (kind == "stage" and path.name == "stage.yml" and path.parent.name == name)
        if kind in ("mark", "stage") and is_file and line.search(text):
            left = line.sub("", text)
        elif kind not in ("mark", "stage") and (found := entry.search(text)):
            left = f"{text[: found.start()]}{found[1]}{text[found.end() :]}"
            left = re.sub(rf"^{re.escape(name)}:[ \t]*\n(?=\S|\Z)", "", left, flags=re.MULTILINE)
        else:
            continue
        if yaml.safe_load(left):
            _write(path, left)
        else:
            path.unlink()
        return path
    raise RefusedError(gone.why(root, kind, name, show) or f"No {kind} `{name}` is hidden.")


def _inside(root: Path, kind: str, name: str, change: Callable[[str, str, str], str]) -> Path:
    """The same for what stands inside a file with others."""
    file, group = INSIDE[kind]
    page, _, part = name.rpartition("#")
    path = root / "marks" / LOCAL / file.format(page=page)
    there = path.read_text(encoding="utf-8") if path.is_file() else ""
    try:
        left = change(there, group, part)
    except ValueError:
        shown = path.relative_to(root).as_posix()
        raise RefusedError(
            f"`{group}` in {shown} is written on one line. Write it with a line for each, or change it there by hand: "
            f"`{part}`, and two spaces further in `{inside.HIDE}`."
        ) from None
    if left == there:
        raise RefusedError(gone.why(root, kind, name, show) or f"No {kind} `{name}` is hidden.")
    if left.strip() and yaml.safe_load(left):
        _write(path, left)
    else:
        path.unlink()
    return path


def title(root: Path, name: str, words: str) -> Path:
    """Give a mark or a stage another title, or a button or a label another word; its id, its links and the answers to
    it stay. Raises RefusedError."""
    guide = trial.guide(root)
    field = "title"
    name = _meant(guide, name)
    if name in (*guide.marks, *guide.stages):
        path = _file(root, guide, "mark" if name in guide.marks else "stage", name)
    elif name in guide.words:
        path, field = root / "marks" / LOCAL / "words.yml", name
    else:
        raise RefusedError(
            f"Nothing is called `{name}`: no mark, no stage and no word of a button. `python -m macros list marks` "
            "names the marks, and `python -m macros list labels` the words of buttons."
        )
    table = FILES["mark" if name in guide.marks else "stage" if field == "title" else "words"][0]
    if isinstance(table, Object):
        fits(table.fields[field], words)
    text = _with(path.read_text(encoding="utf-8") if path.is_file() else "", field, words)
    stage = guide.stages.get(name)
    if stage and stage.short in (stage.title, stage.title[:LONGEST_SHORT]) and len(words) <= LONGEST_SHORT:
        text = _with(text, "short", words)
    _write(path, text)
    return path


def _with(text: str, field: str, words: str) -> str:
    """A file that says these words in a field of its own."""
    line = f"{field}: {yaml.safe_dump([words], width=10_000, allow_unicode=True)[2:].strip()}\n"
    old = re.compile(rf"^{field}:[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.MULTILINE)
    return old.sub(lambda _: line, text, count=1) if old.search(text) else text + line


def still(before: Guide, after: Guide) -> list[str]:
    """A line for each stage that has another title, and its short one is still that of before."""
    return [
        f"Buttons, the Lake and the downloads still say “{stage.short}”: that is `short` of this stage. Write "
        f"`short:` into marks/{LOCAL}/{name}/stage.yml too, in at most {LONGEST_SHORT} letters."
        for name, stage in after.stages.items()
        if name in before.stages and stage.title != before.stages[name].title and stage.short != stage.title
        if stage.short == before.stages[name].short
    ]


def _meant(guide: Guide, words: str) -> str:
    """The id of a mark or a stage, or the key of a word, of which somebody said the title or what they see on a button.
    RefusedError where several are called so."""
    marks = {name: one.title for name, one in guide.marks.items()}
    shown = {**marks, **{name: one.title for name, one in guide.stages.items()}, **guide.words}
    if words in shown:
        return words
    found = [name for name, text in shown.items() if text.casefold() == words.casefold()]
    if len(found) > 1:
        listed = ", ".join(f"`{name}`" for name in found)
        raise RefusedError(
            f"Several are called “{words}”: {listed}. Say which: python -m macros rename {found[0]} --title='…'"
        )
    return found[0] if found else words


def rename(root: Path, old: str, new: str) -> list[Path]:
    """Give a mark of the fork's own another id: its file, what names it, and the list by which old links and answers
    find it. Raises RefusedError."""
    guide = trial.guide(root)
    if old in guide.stages:
        raise RefusedError(f"A stage keeps its id. For another title: python -m macros rename {old} --title='…'")
    known(guide, "mark", old)
    if not new:
        raise RefusedError(f"Say what it is to be called: python -m macros rename {old} --title='…', or a new id.")
    if old in loader.base(root).marks:
        raise RefusedError(
            f"`{old}` is a mark of the guide, and its id stays, so that links, answers and the next edition find it. "
            f"For another title: python -m macros rename {old} --title='…'"
        )
    if (
        not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", new)
        or len(new) > 60
        or taken.holder(root, guide, "mark", new)
        or new in guide.marks
        or guide.retired.get(new, old) != old
    ):
        raise RefusedError(
            f"`{new}` cannot be its id: it is taken, or has other signs than small letters, digits and hyphens."
        )
    changed = []
    token = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    for path in sorted((root / "marks" / LOCAL).rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        left = token.sub(new, text)
        is_its_own = path.stem == old
        if is_its_own or left != text:
            goal = path.with_name(f"{new}.yml") if is_its_own else path
            _write(goal, left)
            changed.append(goal)
        if is_its_own:
            path.unlink()
    retired = root / "marks" / LOCAL / "retired.yml"
    there = retired.read_text(encoding="utf-8") if retired.is_file() else ""
    head = there if re.search(r"^marks:[ \t]*\n", there, re.MULTILINE) else f"{there}marks:\n"
    head = re.sub(rf"^  {re.escape(new)}:[^\n]*\n", "", head, flags=re.MULTILINE)  # it had that name before
    _write(retired, re.sub(r"^marks:[ \t]*\n", f"marks:\n  {old}: {new}\n", head, count=1, flags=re.MULTILINE))
    return [*changed, retired]


def _file(root: Path, guide: Guide, kind: str, name: str) -> Path:
    """The file of the layer that a record stands in, there or not."""
    local = root / "marks" / LOCAL
    if kind == "stage":
        return local / name / "stage.yml"
    if kind == "mark":
        there = [*local.glob(f"*/{name}.yml"), *(root / "marks").glob(f"*/{name}.yml")]
        return local / there[0].parent.name / f"{name}.yml"
    return local / "lake" / f"{guide.ideas[name].stage}.yml" if kind == "idea" else local / _FILES[kind]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
