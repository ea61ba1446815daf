"""What do people change who make the guide their own? Each change as they would make it, on a copy of the project: in
a layer of their own (`marks/local/`), which nothing of the next edition can meet, or in the files of the guide itself.

`make forks` makes a copy with each change, checks it and runs its tests; `make forks ARGS="'a stage less'"` one of them.
Where only the guide changed, these are the tests that look at it (own_guide.py): no other can tell the difference.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.own_guide import MARKER
from tests.shared import CODE, ROOT, run

Fork = Callable[[Path], None]
PARTS = ("marks", "macros", "docs", "overrides", "tests", ".github", ".ci")
FILES = (
    "mkdocs.yml",
    "Makefile",
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "CITATION.cff",
    "constraints.txt",
)


# What makes another stage of the one that it is copied from.
KEEP_GOING = {
    "title": "Keep going",
    "short": "Keep going",
    "easy_title": "We keep going",
    "purpose": "Meet again when the work is done.",
    "introduction": ["Do not stop when the work is done. Meet again and tell each other how it goes."],
    "marks": ["meet-again"],
}


CARRY_ON = {
    "title": "Carry on",
    "short": "Carry on",
    "easy_title": "We carry on",
    "purpose": "Look after what you made.",
    "introduction": ["Somebody looks after what you made. Meet once more and say who that is."],
    "marks": ["meet-once-more"],
}


def copy(folder: Path) -> Path:
    """All of the project but for what its commands made."""
    for part in PARTS:
        ignored = shutil.ignore_patterns("__pycache__", "node_modules")
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    for path in (
        *(ROOT / name for name in FILES),
        *ROOT.glob("requirements*.txt"),
        *ROOT.glob("*.json*"),
        *ROOT.glob(".*.y*ml"),
    ):
        if path.is_file():
            shutil.copy(path, folder / path.name)
    for name in (".editorconfig", ".gitattributes", ".gitignore"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "tests" / "content" / "test_edition.py").unlink(missing_ok=True)  # as its first line says
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Put `new` in place of the first `old` (a pattern), which must be there."""
    words, count = re.subn(old, new, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert count, (path, old)
    path.write_text(words, encoding="utf-8")


def read(path: Path) -> Any:
    """A file of YAML."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


class Whole(yaml.SafeDumper):
    """What stands in two places is written out in both."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def write(path: Path, data: object) -> None:
    """The same the other way."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    head = "".join(line for line in old.splitlines(keepends=True)[:1] if line.startswith("#"))  # it names the schema
    text = yaml.dump(data, Dumper=Whole, allow_unicode=True, sort_keys=False, width=4000)
    path.write_text(head + text, encoding="utf-8")


def first_stage(project: Path) -> str:
    """The id of the first stage, whatever it is."""
    name: str = read(project / "marks" / "guide.yml")["stages"][0]
    return name


def name_and_look(project: Path) -> None:
    """Another name, another logo, other colours."""
    edit(project / "marks" / "guide.yml", r"^name: .*$", "name: Ours to share")
    edit(project / "mkdocs.yml", r"^site_name: .*$", "site_name: Ours to share")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9"/></svg>\n'
    (project / "overrides" / "assets" / "pictures" / "logo.svg").write_text(drawing, encoding="utf-8")
    edit(project / "overrides" / "assets" / "css" / "tokens.css", "--mk-leaf: #[0-9a-f]{6};", "--mk-leaf: #004d40;")


def other(words: str) -> str:
    """The same words in another way; in a copy of a copy they are that already."""
    return words if words.startswith("Our ") else f"Our {words[:1].lower()}{words[1:]}"


def words_of_buttons(project: Path) -> None:
    """Another word on every button and over every part."""
    path = project / "marks" / "words.yml"
    write(path, {name: other(words) for name, words in read(path).items()})
    settle(project)


def a_mark_reworded(project: Path) -> None:
    """The first mark says something else, under another title."""
    stage = first_stage(project)
    mark = read(project / "marks" / stage / "stage.yml")["marks"][0]
    path = project / "marks" / stage / f"{mark}.yml"
    write(path, {**read(path), "title": "We are all glad to come", "meaning": "We look at who is here, and are glad."})


def a_mark_more(project: Path) -> None:
    """A mark of their own at the end of the first stage."""
    stage = first_stage(project)
    order = project / "marks" / stage / "stage.yml"
    listed = read(order)
    old = read(project / "marks" / stage / f"{listed['marks'][0]}.yml")
    write(order, {**listed, "marks": [*listed["marks"], "there-is-tea"]})
    write(project / "marks" / stage / "there-is-tea.yml", {**old, "id": "there-is-tea", "title": "There is tea"})


def a_mark_less(project: Path) -> None:
    """The first mark goes, and what led to it."""
    stage = first_stage(project)
    order = project / "marks" / stage / "stage.yml"
    listed = read(order)
    mark, *rest = listed["marks"]
    write(order, {**listed, "marks": rest})
    (project / "marks" / stage / f"{mark}.yml").unlink()
    forget(project, marks={mark})


def a_voice(project: Path) -> None:
    """Words as they were said, with consent."""
    stage = first_stage(project)
    mark = read(project / "marks" / stage / "stage.yml")["marks"][0]
    path = project / "marks" / "quotes.yml"
    voice = {
        "says": "I was asked first, and then we began.",
        "who": "Person A",
        "kind": "verbatim",
        "consent": {"by": "Person A", "on": "1 March 2026", "for": "this guide, on the web and on paper"},
        "marks": [mark],
    }
    write(path, {**read(path), "asked-first": voice})


def an_idea(project: Path) -> None:
    """Something of their own to try."""
    stage = first_stage(project)
    path = project / "marks" / "lake" / f"{stage}.yml"
    ideas = read(path)
    own = {
        **next(iter(ideas.values())),
        "title": "A walk to the lake",
        "what": "Walk to the lake, and talk on the way.",
    }
    write(path, {**ideas, "a-walk-to-the-lake": own})


def a_stage_more(project: Path) -> None:
    """A stage of their own, with a mark and an idea."""
    marks, stage = project / "marks", first_stage(project)
    guide = read(marks / "guide.yml")
    listed = read(marks / stage / "stage.yml")
    old = read(marks / stage / f"{listed['marks'][0]}.yml")
    ideas = read(marks / "lake" / f"{stage}.yml")
    write(marks / "guide.yml", {**guide, "stages": [*guide["stages"], "keep-going"]})
    (marks / "keep-going").mkdir()
    write(marks / "keep-going" / "stage.yml", {**listed, **KEEP_GOING})
    write(
        marks / "keep-going" / "meet-again.yml",
        {**old, "id": "meet-again", "title": "Meet again", "easy_title": "We meet again"},
    )
    idea = {
        **next(iter(ideas.values())),
        "title": "A date at once",
        "marks": ["meet-again"],
        "what": "Set a date at once.",
    }
    idea.pop("also", None)
    write(marks / "lake" / "keep-going.yml", {"a-date-at-once": idea})
    settle(project)


def a_stage_less(project: Path) -> None:
    """The last stage goes, with its marks and its ideas, and what led to them."""
    marks = project / "marks"
    guide = read(marks / "guide.yml")
    *rest, stage = guide["stages"]
    gone = set(read(marks / stage / "stage.yml")["marks"])
    ideas = set(read(marks / "lake" / f"{stage}.yml"))
    write(marks / "guide.yml", {**guide, "stages": rest})
    shutil.rmtree(marks / stage)
    (marks / "lake" / f"{stage}.yml").unlink()
    for there in (marks / "languages").glob("*/"):  # in every language that the guide speaks
        shutil.rmtree(there / stage, ignore_errors=True)
        (there / "lake" / f"{stage}.yml").unlink(missing_ok=True)
    forget(project, marks=gone, stages={stage}, ideas=ideas)
    settle(project)


def another_language(project: Path) -> None:
    """The guide says that it is in Welsh; its texts are whatever they are."""
    edit(project / "marks" / "guide.yml", r"^language: .*$", "language: cy")
    edit(project / "mkdocs.yml", r"^  language: en$", "  language: cy")


def own(project: Path, name: str, data: object) -> None:
    """A file of the fork's own layer, with what stands there already."""
    path = project / "marks" / "local" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    there = read(path) if path.exists() else {}
    write(path, {**there, **data} if isinstance(data, dict) else data)


def stage_and_mark(project: Path, at: int = 0) -> tuple[str, str]:
    """The first stage, and one of its marks."""
    stage = first_stage(project)
    return stage, read(project / "marks" / stage / "stage.yml")["marks"][at]


def own_name_and_look(project: Path) -> None:
    """Another name, another logo, other colours, an address and a licence line; and browsers keep no pages."""
    look = {"name": "Ours to share", "logo": "logo.svg", "colours": {"lake": "#7a1f1f", "leaf": "#004d40"}}
    own(project, "guide.yml", {"kept_pages": "none"})
    own(project, "guide.yml", {**look, "address": "https://example.org/ours/", "licence": "Made by Person A."})
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9"/></svg>\n'
    (project / "marks" / "local" / "logo.svg").write_text(drawing, encoding="utf-8")


def own_words(project: Path) -> None:
    """Another word on every button and over every part."""
    words = read(project / "marks" / "words.yml")
    own(project, "words.yml", {name: other(said) for name, said in words.items()})


def own_mark(project: Path) -> None:
    """A mark that says something else, one that is hidden, one that moves, and one more."""
    stage, first = stage_and_mark(project)
    _, second = stage_and_mark(project, 1)
    _, third = stage_and_mark(project, 2)
    own(project, f"{stage}/{first}.yml", {"title": "We are all glad to come", "ladders": ["Tea for everybody"]})
    own(project, f"{stage}/{second}.yml", {"hide": True})
    own(project, f"{stage}/{third}.yml", {"place": "first"})
    old = read(project / "marks" / stage / f"{first}.yml")
    own(project, f"{stage}/there-is-tea.yml", {**old, "id": "there-is-tea", "title": "There is tea"})


def own_voice(project: Path) -> None:
    """Words as they were said, with consent."""
    _, mark = stage_and_mark(project)
    consent = {"by": "Person A", "on": "1 March 2026", "for": "this guide, on the web and on paper"}
    voice = {"says": "I was asked first, and then we began.", "who": "Person A", "kind": "verbatim", "marks": [mark]}
    own(project, "quotes.yml", {"asked-first": {**voice, "consent": consent}})


def own_stage(project: Path) -> None:
    """A stage more, with a mark and an idea, and one that is hidden."""
    marks, stage = project / "marks", first_stage(project)
    last = read(marks / "guide.yml")["stages"][-1]
    head = read(marks / stage / "stage.yml")
    mark = read(marks / stage / f"{head['marks'][0]}.yml")
    own(project, "carry-on/stage.yml", {**head, **CARRY_ON})
    own(project, "carry-on/meet-once-more.yml", {**mark, "id": "meet-once-more", "title": "Meet once more"})
    idea = {**next(iter(read(marks / "lake" / f"{stage}.yml").values())), "title": "A day at once"}
    idea.pop("also", None)
    own(project, "lake/carry-on.yml", {"a-day-at-once": {**idea, "marks": ["meet-once-more"], "what": "Set a day."}})
    own(project, f"{last}/stage.yml", {"hide": True})


def own_language(project: Path) -> None:
    """A language more, which is begun, and those of the guide."""
    stage, mark = stage_and_mark(project)
    there = read(project / "marks" / "guide.yml").get("languages", [])
    own(project, "guide.yml", {"languages": [*there, "eo"]})
    title = read(project / "marks" / stage / f"{mark}.yml")["title"]
    own(project, f"languages/eo/{stage}/{mark}.yml", {"title": {"of": title, "say": "Kun ĝojo"}})


def all_of_it(project: Path) -> None:
    """Every change of these files at once, but for the language, of which no reading grade is asked."""
    for name, fork in FORKS.items():
        if fork not in (all_of_it, all_of_a_layer, another_language) and not name.startswith(LAYER):
            fork(project)


def all_of_a_layer(project: Path) -> None:
    """Every change of a layer at once."""
    for name, fork in FORKS.items():
        if fork is not all_of_a_layer and name.startswith(LAYER):
            fork(project)


LAYER = "a layer: "
FORKS: dict[str, Fork] = {
    f"{LAYER}name and look": own_name_and_look,
    f"{LAYER}words": own_words,
    f"{LAYER}marks": own_mark,
    f"{LAYER}a voice": own_voice,
    f"{LAYER}stages": own_stage,
    f"{LAYER}a language": own_language,
    f"{LAYER}all of it": all_of_a_layer,
    "name and look": name_and_look,
    "words of buttons": words_of_buttons,
    "a mark reworded": a_mark_reworded,
    "a mark more": a_mark_more,
    "a voice": a_voice,
    "an idea": an_idea,
    "a stage more": a_stage_more,
    "a mark less": a_mark_less,
    "a stage less": a_stage_less,
    "another language": another_language,
    "all of it": all_of_it,
}


def forget(
    project: Path,
    marks: frozenset[str] | set[str] = frozenset(),
    stages: frozenset[str] | set[str] = frozenset(),
    ideas: frozenset[str] | set[str] = frozenset(),
) -> None:
    """Take every name of what is gone out of voices, ideas and texts: a link becomes its words."""
    names = "|".join(sorted({*marks, *stages, *ideas, *(f"{stage}-(?:sheet|easy)" for stage in stages)}))
    link = re.compile(rf"\[([^\[\]]*)\]\((?:mark|stage|idea|page):(?:{names})(?:#[\w-]*)?\)")

    def left(value: Any) -> Any:
        if isinstance(value, str):
            return link.sub(r"\1", value)
        if isinstance(value, list):
            return [left(one) for one in value if not isinstance(one, dict) or one.get("stage") not in stages]
        return {key: left(one) for key, one in value.items()} if isinstance(value, dict) else value

    for path in sorted((project / "marks").rglob("*.yml")):
        data = read(path)
        if path.name == "quotes.yml" or path.parent.name == "lake":
            kept = {}
            for name, record in data.items():
                own = [mark for mark in record.get("marks", ()) if mark not in marks]
                opens = record.get("opens") if record.get("opens") not in stages else None
                if own or opens:
                    fields = {**record, "marks": own, "opens": opens}
                    kept[name] = {key: value for key, value in fields.items() if value}
            data = kept
        elif path.name == "guide.yml" and path.parent.name == "marks":
            continue
        elif path.name == "example.yml" and path.parent.name == "marks":
            data = {**data, "marks": {name: said for name, said in data["marks"].items() if name not in marks}}
        new = left(data)
        for holder in new.values() if isinstance(new, dict) else ():
            if isinstance(holder, dict) and holder.get("also") == []:
                del holder["also"]
        if new != read(path):
            write(path, new)


def settle(project: Path) -> None:
    """Bring pages and menu up to date, by the command that the check names."""
    done = run("-m", "macros", "pages", cwd=project)
    assert done.returncode == 0, done.stdout


def is_of_the_guide(project: Path) -> bool:
    """Whether a fork has the code, the look and the words of the interface as they are here; a menu is the guide's."""

    def texts(folder: Path) -> Iterator[tuple[str, bytes]]:
        for part in (*CODE, "marks/words.yml"):
            for path in [folder / part] if (folder / part).is_file() else sorted((folder / part).rglob("*")):
                if path.is_file() and "__pycache__" not in path.parts:
                    before_menu, _, _ = path.read_bytes().partition(
                        b"\nnav:\n" if path.name == "mkdocs.yml" else b"\0\0"
                    )
                    yield path.relative_to(folder).as_posix(), before_menu

    return dict(texts(project)) == dict(texts(ROOT))


def main(names: list[str]) -> int:
    """Make a copy with each change and run its tests; how many were not green."""
    failed = []
    for name in names or FORKS:
        with tempfile.TemporaryDirectory() as folder:
            project = copy(Path(folder) / "fork")
            FORKS[name](project)
            checked = run("-m", "macros", "check", cwd=project)
            print(f"== {name}: {checked.stdout.splitlines()[-1]}", flush=True)
            tests = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "worksteal", "--tb=short"]
            which = ["-m", MARKER] if is_of_the_guide(project) else []
            if checked.returncode or subprocess.run([*tests, *which], cwd=project, check=False).returncode:
                failed.append(name)
    print("\n".join(["Not green:", *failed] if failed else ["Every copy is green."]))
    return len(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
