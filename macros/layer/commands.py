"""What may somebody ask for who makes the guide their own? python -m macros new | hide | show | rename | list | diff"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from ..content import layers, loader
from ..content.model import Guide
from ..content.problems import report
from . import asking, consent, diff, edit, gone, new, own_name, translate, trial, update
from .kinds import INSIDE, RECORDS, SAME, RefusedError

LISTS = {f"{kind}s": kind for kind in (*RECORDS, *INSIDE, "label")}
# What is asked of somebody who did not say it, by the names of the options.
QUESTIONS = {
    "title": "What is its title?",
    "stage": "In which stage does it stand? (its title, or the name of its folder in marks/)",
    "mark": "What is the title of its first mark?",
    "marks": "Which marks is it for? (titles or ids, commas between them; `python -m macros list marks` names them)",
    "says": "What did the person say?",
    "who": "Who are they, in general terms? (no name)",
    "word": "Which word?",
    "means": "What does it mean here?",
    "id": "Something else has the id that is made of this. Which id shall it have? (small letters, digits, hyphens)",
}
NAMES = ("name", "new", "hide", "show", "rename", "list", "diff", "consent", "update", "translate")
TRIED = ("name", "new", "hide", "rename")  # what is taken back when it does not fit the guide


def add(commands: Any) -> None:
    """Name each command and what it takes."""
    one = commands.add_parser("name", help="put your name on the guide, and your colour: it asks for them")
    for name in own_name.ASKED:
        one.add_argument(f"--{name}", default="")
    maker = commands.add_parser("new", help="write a new mark, stage, idea, voice, word or page into marks/local/")
    kinds = maker.add_subparsers(dest="kind", required=True)
    for kind, asked in new.ASKED.items():
        names = [name for name, other in SAME.items() if other == kind]
        one = kinds.add_parser(kind, help=f"write a new {kind}", aliases=names)
        for name in (*asked, *new.MORE[kind], "id"):
            one.add_argument(f"--{name}", default="", help=QUESTIONS.get(name))
    for name, line in (("hide", "take something out, and all that leads to it"), ("show", "bring it back")):
        one = commands.add_parser(name, help=line)
        one.add_argument("kind", type=_hideable, help=f"what it is: {', '.join(edit.KINDS)}")
        one.add_argument("id", help="its id; of a part of a page the page as well: use#on-paper")
    one = commands.add_parser(
        "rename", help="give a mark of your own another id, or any mark, stage or button another title"
    )
    one.add_argument("id")
    one.add_argument("new_id", nargs="?", default="")
    one.add_argument("--title", default=None, help="the new title")
    one = commands.add_parser(
        "list",
        help="name all stages, marks, voices, ideas, words, sources, pages, parts of pages, "
        "questions, sides, or words of buttons (labels)",
    )
    one.add_argument("what", choices=LISTS, type=_kind)
    commands.add_parser("diff", help="say what your layer changes")
    one = commands.add_parser("update", help="take the next edition of the guide; what you changed stays")
    one.add_argument("address", nargs="?", default="", help="where the guide is: the address of its repository")
    one.add_argument("--edition", default="HEAD", help="a tag or a branch; without it the newest")
    one = commands.add_parser("translate", help="begin a language, or bring it up to date, and say how far it is")
    one.add_argument("tag", help="its sign: cy, pl, pt-BR")
    one.add_argument("file", nargs="?", default="", help="a file to translate, such as planning/stage; write it whole")
    commands.add_parser("consent", help="list whose words are printed with their leave, and which leave ends soon")


def _kind(word: str) -> str:
    return SAME.get(word, word)


def _hideable(word: str) -> str:
    """A kind of thing that can be hidden."""
    if _kind(word) not in edit.KINDS:
        message = f"`{word}` is no kind of thing. Say first what it is, such as `mark {word}`: {', '.join(edit.KINDS)}."
        raise argparse.ArgumentTypeError(message)
    return _kind(word)


def run(root: Path, chosen: argparse.Namespace) -> int:
    """Do what was asked. Exit status 1 when it cannot be done, or when something is wrong with the guide after it."""
    try:
        return _run(root, chosen)
    except KeyboardInterrupt:
        if chosen.command not in TRIED or getattr(chosen, "is_done", False):
            raise
        print("\nNothing was written.")  # a change is whole, or taken back
        return 1


def _run(root: Path, chosen: argparse.Namespace) -> int:
    if chosen.command in ("show", "update"):  # what is wrong now may be what they mend
        return _told(root, chosen)
    problems = loader.check(root)[1]
    if chosen.command == "consent":  # a leave that has ended is a problem itself, and listed all the same
        voices = layers.read_files(root).one("quotes")
        print(
            "\n".join(consent.told(voices, datetime.now(timezone.utc).date()))
            or "No voice is printed with a consent: all are reported."
        )
        return int(bool(problems))
    if problems and not (chosen.command in TRIED and trial.may_stay(problems)):
        if chosen.command == "list" and (base := loader.check(root, with_local=False)[0]):
            print("\n".join(diff.listed(base, LISTS[chosen.what])))
            print("\nThis is what the guide has without your layer, in which something is wrong:")
        print(report(problems))
        if chosen.command not in ("list", "diff"):
            print("So nothing was written. Mend this first.")
        return 1
    return _told(root, chosen)


def _told(root: Path, chosen: argparse.Namespace) -> int:
    """Do it, and say what came of it."""
    before = loader.check(root, forgiven=trial.TO_FILL)[0]
    try:
        if chosen.command == "list":
            print("\n".join(diff.listed(loader.load(root), LISTS[chosen.what], loader.base(root), gone.said(root))))
            return 0
        if chosen.command == "diff":
            return _diff(root)
        if chosen.command == "update":
            return _update(root, chosen.address, chosen.edition)
        if chosen.command == "translate":
            for path in translate.write(root, chosen.tag, chosen.file):
                print(f"Written: {path.relative_to(root).as_posix()}")
            print("\n".join(translate.told(root, chosen.tag)))
            return 0
        if chosen.command not in TRIED:
            done = _edited(root, chosen)
            problems = loader.check(root)[1]
        else:
            done, problems = trial.tried(root, lambda: _edited(root, chosen))
            chosen.is_done = trial.may_stay(problems)
    except RefusedError as refused:
        print(refused)
        return 1
    if chosen.command in TRIED and not trial.may_stay(problems):
        end = "So nothing was written."
        if chosen.command == "hide":
            end = f"So the {chosen.kind} `{chosen.id}` stays in the guide, and nothing was changed."
        elif chosen.command == "new" and any(one.rule in trial.OF_IDS for one in problems):
            end += f" {new.ANOTHER}"
        print("\n".join([*trial.told(root, problems, done), end]))
        return 1
    for path in done:
        print(f"Written: {path.relative_to(root).as_posix()}" if path.exists() else f"Gone: {path.relative_to(root)}")
    after = loader.check(root, forgiven=trial.TO_FILL)[0]
    if before and after and chosen.command == "hide":
        out = [line.removesuffix(": hidden") for line in diff.changes(before, after) if line.endswith(": hidden")]
        print("\n  ".join(["Out of the guide now:", *(out or [f"{chosen.kind} {chosen.id}"])]))
    if before and after and chosen.command == "rename":
        print("".join(f"{line}\n" for line in edit.still(before, after)), end="")
    if chosen.command == "show" and (still := gone.why(root, chosen.kind, chosen.id, edit.show)):
        print(still)  # its own line is gone, and it needs another that is hidden
    if problems:
        print(report(problems))
        return 1
    written = {path.relative_to(root).as_posix() for path in done}
    there = [one for one in layers.read_files(root).remarks if one.place.file in written]
    for one in there:
        if chosen.command == "rename" and one.rule in ("easy-title-stays", "same-title"):
            print(one)
    if left := [one for one in there if one.rule == "to-write"]:
        print(f"Still to be written there: {len(left)}. Open it, and put your words in the place of each `To do:`.")
    return 0


def _edited(root: Path, chosen: argparse.Namespace) -> list[Path]:
    kind = _kind(getattr(chosen, "kind", ""))
    if chosen.command == "hide":
        return [edit.hide(root, kind, chosen.id)]
    if chosen.command == "show":
        return [edit.show(root, kind, chosen.id)]
    if chosen.command == "rename":
        if chosen.title is not None:
            return [edit.title(root, chosen.id, chosen.title)]
        return edit.rename(root, chosen.id, chosen.new_id)
    given = {name.replace("_", "-"): value for name, value in vars(chosen).items() if isinstance(value, str) and value}
    if chosen.command == "name":
        return own_name.write(root, given, input if sys.stdin.isatty() else None)
    guide = trial.guide(root)
    for name in new.ASKED[kind]:
        given[name] = given.get(name) or _answer(root, guide, kind, name)
    if not given.get("id") and sys.stdin.isatty():
        try:
            new.fitting(root, guide, kind, "id", new.made_id(kind, given))
        except RefusedError as refused:
            print(refused)
            given["id"] = _answer(root, guide, kind, "id")
    words: dict[str, new.Given] = {}
    if sys.stdin.isatty():
        print(asking.LATER)
        words = asking.more(guide, kind, given, input)
    return new.write(root, kind, given, words)


def _answer(root: Path, guide: Guide, kind: str, name: str) -> str:
    """What somebody types when they are asked. Where it does not fit they are told why, and asked again."""
    if not sys.stdin.isatty():
        raise RefusedError(f"Say it with --{name}=…: {QUESTIONS[name]}")
    while True:
        try:
            answer = input(f"{QUESTIONS[name]} ").strip()
        except (EOFError, KeyboardInterrupt) as left:
            raise RefusedError("\nNothing was written.") from left
        try:
            return new.fitting(root, guide, kind, name, answer)
        except RefusedError as refused:
            print(refused)


def _update(root: Path, address: str, edition: str) -> int:
    address = address or str(layers.read_files(root).one("guide").get("updates", ""))
    if not address:
        raise RefusedError(
            "Where is the guide that yours was made from? Say it once in marks/local/guide.yml, "
            "`updates: https://…`, or behind the command."
        )
    done = update.update(root, address, edition)
    print("\n".join(update.told(done, root)))
    problems = loader.check(root)[1]
    remarks = layers.read_files(root).remarks
    print(report(problems) if problems else "Your layer fits the new edition.")
    if remarks:
        print("\n".join(["Worth a look in your layer:", *map(str, remarks)]))
    if done != update.Updated() and (root / ".git").exists():
        print("Look at the guide, and then commit this (GitHub Desktop: Commit): the next update wants it so.")
    return int(bool(problems))


def _diff(root: Path) -> int:
    lines = diff.told(loader.base(root), loader.load(root), diff.written(root), gone.said(root))
    print("\n".join(lines) or "Your layer changes nothing.")
    for one in layers.read_files(root).remarks:
        print(one)
    return 0
