"""What may somebody ask of the guide? Each command, what it takes, and what it says."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from . import paper_commands
from .content import colours, icons, json_schema, layers, loader, thin_pages
from .content.problems import Problem, counted, report, workflow_commands
from .content.reading_grade import readability
from .content.sources import LOCAL
from .content.yaml_reader import half_merged
from .layer import commands as layer_commands
from .layer import translate
from .site import offline
from .site.build import ENGINES, build, serve

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Exit status 0 when all is well, 1 when the guide has problems."""
    try:
        chosen = parser().parse_args(arguments)
    except KeyboardInterrupt:
        print("\nNothing was written.")
        return 1
    root = chosen.root.resolve()
    if chosen.command == "schema":
        for path in json_schema.write(root):
            print(f"Written: {path.relative_to(root).as_posix()}")
        return 0
    if chosen.command == "icons":
        return bring(root)
    if chosen.command == "pages":
        return write_pages(root)
    if chosen.command in layer_commands.NAMES:
        return layer_commands.run(root, chosen)
    if chosen.command == "serve":
        return serve(root, chosen.engine, loader.check(root)[0], chosen.address, chosen.language)
    status = check(root, chosen.command == "check")
    if status or chosen.command == "check":
        return status
    guide = loader.load(root)
    if chosen.command == "paper":
        return paper_commands.run(root, guide, chosen)
    paper, status = paper_commands.for_site(root, guide)
    status = status or build(root, chosen.engine, root / chosen.site, guide, paper)
    if not status and chosen.command == "offline":
        print(offline.take_out(root / chosen.site, guide, root / chosen.to))
    return status


def parser() -> argparse.ArgumentParser:
    """What may be typed behind `python -m macros`."""
    parser = argparse.ArgumentParser(prog="python -m macros", description="The tools of the guide.")
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder of the project")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="read everything and report every problem")
    commands.add_parser("schema", help="write the schemas that editors complete from")
    commands.add_parser("icons", help="bring the icons that are used into the guide, and take the others out")
    commands.add_parser("pages", help="write the pages of docs/ that are missing, and the menu")
    builder = commands.add_parser("build", help="check, and build the site")
    builder.add_argument("--engine", choices=sorted(ENGINES), default="mkdocs")
    builder.add_argument("--site", type=Path, default=Path("site"), help="where the site goes")
    carrier = commands.add_parser("offline", help="check and build, and make a copy that works from a disk")
    carrier.add_argument("--engine", choices=sorted(ENGINES), default="mkdocs")
    carrier.add_argument("--site", type=Path, default=Path("site"), help="where the site goes")
    carrier.add_argument("--to", type=Path, default=Path("build/offline"), help="where the copy goes")
    paper_commands.add(commands.add_parser("paper", help="make the files that are ready to print: PDF, Word, EPUB"))
    server = commands.add_parser("serve", help="show the guide in a browser, and anew after each edit")
    server.add_argument("--engine", choices=sorted(ENGINES), default="mkdocs")
    server.add_argument("--language", default="", help="another language of the guide, such as cy")
    server.add_argument("--address", default="127.0.0.1:8000", help="where it is shown")
    layer_commands.add(commands)
    return parser


def check(root: Path, measured: bool) -> int:
    """Print what is wrong, or what is there. Only with `measured` is a text that is hard to read a problem."""
    for stream in (sys.stdout, sys.stderr):  # a path or a text may hold letters that a console lacks
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    guide, problems = loader.check(root)
    tags = guide.languages if guide else ()
    translated = [one for tag in tags for one in loader.check(root, language=tag)[1]]
    problems = sorted({*problems, *translated, *colours.check(root), *half_merged.check(root)})
    notes: list[str] = []
    if measured:
        hard, notes = _measure(root)
        problems = sorted({*problems, *hard})
    remarks = set(layers.read_files(root).remarks)
    left_out = sorted(one for one in remarks if one.rule == "left-the-guide")
    if problems or guide is None:
        if left_out:
            print("\n".join(["Written in your layer, and not in the guide:", *map(str, left_out), ""]))
        print(report(problems))
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(workflow_commands(problems))
        return 1
    if measured:
        print("\n".join(line for tag in tags for line in translate.told(root, tag)))
    unseen = loader.unseen(root, guide) if measured else []
    if measured and (looks := [*map(str, sorted({*remarks, *unseen}.difference(left_out))), *notes]):
        print("\n".join([*looks, ""]))
    if only := sorted(loader.pictures(root) - icons.own() - icons.kept(root)):
        print(
            f"Only the theme has these pictures: {', '.join(only)}. To bring them into the guide, run `make icons` "
            "or `python -m macros icons`."
        )
    if left := sum(one.rule == "to-write" for one in remarks):
        print(
            f"Still to be written: {left}. People will read `To do:` there." + ("" if measured else " See make check.")
        )
    if left_out:  # last, where it is seen
        print("\n".join(["Written in your layer, and not in the guide:", *map(str, left_out), ""]))
    things = {"stage": guide.stages, "mark": guide.marks, "voice": guide.voices}
    things |= {"idea": guide.ideas, "word": guide.glossary, "source": guide.sources}
    there = ", ".join(counted(len(records), name) for name, records in things.items())
    print(f"All {'else ' if left_out else ''}is well: {there}.")
    return 0


def bring(root: Path) -> int:
    """Bring in the icons that the guide uses. Exit status 1 when there is no such icon, or none to be had here."""
    lost: list[Problem] = []
    other: list[Problem] = []
    for one in loader.check(root)[1]:
        is_icon = one.rule == "unknown-picture" or one.place.file.startswith(icons.KEPT.as_posix())
        (lost if is_icon else other).append(one)
    if not other:  # a file that cannot be read may name any icon: none is taken out
        for what, names in zip(("Brought in", "Taken out"), icons.bring(root, loader.pictures(root))):
            for name in names:
                print(f"{what}: {(icons.KEPT / name).as_posix()}.svg")
    if lost or other:
        print(report([*other, *lost]))
    return int(bool(lost or other))


def write_pages(root: Path) -> int:
    """Write the pages of ``docs/`` and the menu. Exit status 1 when something else is wrong with the guide."""
    records = layers.read_files(root).records
    guide: dict[str, Any] = records.get("guide", {}).get("guide", {})
    words: dict[str, str] = records.get("words", {}).get("words", {})
    _, problems = loader.check(root)
    other = [one for one in problems if one.rule not in thin_pages.MENDED]
    if not other:
        for line in thin_pages.write(root, list(guide["stages"]), words):
            print(line)
        _, other = loader.check(root)
    if other:
        print(report(other))
    return int(bool(other))


def _measure(root: Path) -> tuple[list[Problem], list[str]]:
    """The texts that are too hard to read, and lines on what is worth a look when nothing is wrong. How the guide
    itself is worded is for who writes it: a fork is told of its own words."""
    files = layers.read_files(root)
    if reason := readability.why_not(files.records):
        return [], [f"How hard the texts are to read was not measured: {reason}."]
    found = readability.check(files.records)
    listed = [one for one in found.listed if not files.is_local or one.place.file.startswith(f"marks/{LOCAL}/")]
    return found.problems, ["Worth a look, and no mistake:", *map(str, listed)] if listed else []
