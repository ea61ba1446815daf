"""Has each page its file in ``docs/`` and its line in the menu? Both follow from the site map and the stages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from .problems import Location, Problem, did_you_mean, problem
from .site_map import MENU, PAGES, Shown, pages

SETTINGS = "mkdocs.yml"
MENDED = ("page-missing", "page-of-no-stage", "page-not-in-menu", "menu-unlike-words")  # the rules that `write` mends
# What both builders read the menu from: from this line to the next that is not indented.
_MENU = re.compile(r"^nav:[^\n]*\n(?:(?:[ #-][^\n]*)?\n)*", re.MULTILINE)
_CALLS = re.compile(r'\{\{ (?:stage|easy|sheet|paper|my_scores|my_scores_easy)\("([a-z0-9-]+)"\) \}\}')


def text(shown: Shown, stage: str) -> str:
    """What the file of a page holds: settings, and what it calls."""
    settings = f"---\n{shown.settings}---\n\n" if shown.settings else ""
    return settings + "\n\n".join("{{ " + call.format(stage=stage) + " }}" for call in shown.calls) + "\n"


def menu(stages: Iterable[str], words: Mapping[str, str], others: Iterable[Any] = (), own: Iterable[str] = ()) -> str:
    """The menu as both builders read it. `others`: what is no page of the site map, and stays at its end; `own`: the
    pages of words that only this guide has, which end the last group."""
    listed: list[Any] = []
    for entry in MENU:
        name, group = entry if isinstance(entry, tuple) else ("", (entry,))
        files = [f"{one}.md" for form in group for one in _each(form, stages)]
        listed += [{words[name]: files + [f"{one}.md" for one in own] * (entry == MENU[-1])}] if name else files
    dumped: str = yaml.dump(
        {"nav": [*listed, *others]}, Dumper=_Indented, allow_unicode=True, sort_keys=False, width=1000
    )
    return dumped


class _Indented(yaml.SafeDumper):
    """Lists stand further to the right than what they belong to."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def check(root: Path, stages: Iterable[str], words: Mapping[str, str]) -> list[Problem]:
    """Pages without a file, files of stages that left, and a menu that lacks a page or a word of the guide.

    A guide without ``docs/`` is content alone, and nothing is asked of it.
    """
    if not (root / "docs").is_dir():
        return []
    return [*_files(root, stages), *_menu(root, stages, words)]


def write(root: Path, stages: Iterable[str], words: Mapping[str, str]) -> list[str]:
    """Write the pages that are missing, take those of stages that left, and bring the menu up to date.

    What is no page of the site map stays as it is, in ``docs/`` and at the end of the menu. Gives what was done, a
    line each.
    """
    done = []
    for path, _ in of_no_stage(root, stages):
        path.unlink()
        done.append(f"Taken out: docs/{path.name}")
    for name, (shown, stage) in pages(stages).items():
        path = root / "docs" / f"{name}.md"
        if not path.exists():
            path.write_text(text(shown, stage), encoding="utf-8", newline="\n")
            done.append(f"Written: docs/{name}.md")
    settings = root / SETTINGS
    before = settings.read_text(encoding="utf-8")
    found = _MENU.search(before)
    there = yaml.safe_load(found.group())["nav"] or [] if found else []
    new = menu(stages, words, others(root, there, stages))
    after = before[: found.start()] + new + before[found.end() :] if found else f"{before.rstrip()}\n\n{new}"
    if after != before:
        settings.write_text(after, encoding="utf-8", newline="\n")
        done.append(f"Written: the menu in {SETTINGS}")
    return done


def _each(form: str, stages: Iterable[str]) -> list[str]:
    return [form.format(stage=stage) for stage in stages] if "{stage}" in form else [form]


def _files(root: Path, stages: Iterable[str]) -> Iterator[Problem]:
    for name, (shown, stage) in pages(stages).items():
        if not (root / "docs" / f"{name}.md").is_file():
            calls = " and ".join(f"`{{{{ {call.format(stage=stage)} }}}}`" for call in shown.calls)
            yield problem(Location(f"docs/{name}.md"), "page-missing", calls=calls)
    for path, stage in of_no_stage(root, stages):
        otherwise = "Run `make pages` or `python -m macros pages`, or take the file out."
        advice = did_you_mean(stage, stages, 1, otherwise)
        yield problem(Location(f"docs/{path.name}"), "page-of-no-stage", text=stage, advice=advice)


def of_no_stage(root: Path, stages: Iterable[str]) -> list[tuple[Path, str]]:
    """The files that only call a page of a stage that there is not, and the name of that stage."""
    found = []
    for path in sorted((root / "docs").glob("*.md")):
        words = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8", errors="replace"), flags=re.DOTALL)
        called = _CALLS.fullmatch(words.strip())
        if called and called[1] not in stages:
            found.append((path, called[1]))
    return found


def _menu(root: Path, stages: Iterable[str], words: Mapping[str, str]) -> Iterator[Problem]:
    try:
        settings = (root / SETTINGS).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return  # a builder has its own words for that
    found = _MENU.search(settings)
    place = Location(SETTINGS, settings.count("\n", 0, found.start()) + 1 if found else 1)
    try:
        there = yaml.safe_load(found.group())["nav"] if found else None
    except yaml.YAMLError:
        yield problem(place, "menu-unreadable")
        return
    listed = set(every_page(there))
    for name in pages(stages):
        if f"{name}.md" not in listed:
            yield problem(place, "page-not-in-menu", text=f"{name}.md")
    groups = {name for one in there or () if isinstance(one, dict) for name in one}
    for entry in MENU:
        if isinstance(entry, tuple) and listed and words[entry[0]] not in groups:
            yield problem(place, "menu-unlike-words", text=words[entry[0]])


def every_page(menu_part: Any) -> Iterator[str]:
    """Every file that a menu lists, however deep."""
    if isinstance(menu_part, str):
        yield menu_part
    elif isinstance(menu_part, (list, dict)):
        for one in menu_part.values() if isinstance(menu_part, dict) else menu_part:
            yield from every_page(one)


def others(root: Path, there: list[Any], stages: Iterable[str]) -> list[Any]:
    """What a menu lists that is no page of the site map and no group of them."""
    known = {f"{name}.md" for name in pages(stages)}
    gone = {path.name for path, _ in of_no_stage(root, stages)}
    ours = {*known, *gone, *(f"{name}.md" for name in PAGES)}
    others: list[Any] = []
    for one in there:
        paths = list(every_page(one))
        left = [path for path in paths if (path not in ours and (root / "docs" / path).is_file()) or "://" in path]
        if len(left) == len(paths):
            others.append(one)
        else:
            others += left
    return others
