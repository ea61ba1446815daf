"""Do the schemas that editors read say what the checker says?"""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from macros.content import files, loader
from macros.content import json_schema as schemas
from tests.shared import FIXTURES, ROOT, made_up_guide

FILES = sorted((ROOT / "marks").rglob("*.yml"))


def kind_of(path: Path) -> str:
    """The kind of a file of ``marks/``, by where it stands."""
    parts = path.relative_to(ROOT / "marks").parts
    if parts[0] == "local":
        return f"local/{kind_of(ROOT / 'marks' / Path(*parts[1:]))}"
    if parts[0] == "languages":
        return "language" if path.name == "language.yml" else "translation"
    if len(parts) == 1:
        return path.stem
    if parts[0] in ("pages", "lake"):
        return "page" if parts[0] == "pages" else "lake"
    return "stage" if path.name == "stage.yml" else "mark"


def schema(kind: str) -> dict[str, Any]:
    """A schema as it is committed."""
    found: dict[str, Any] = json.loads((ROOT / schemas.FOLDER / f"{kind}.json").read_text(encoding="utf-8"))
    return found


class Editor(yaml.SafeLoader):
    """YAML as editors read it, where `on` is a word: a consent has a field of that name."""


Editor.yaml_implicit_resolvers = {
    sign: [(tag, found) for tag, found in known if not (tag.endswith(":bool") and sign in "oO")]
    for sign, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def content(path: Path) -> Any:
    """What a file says, with every value as YAML takes it."""
    return yaml.load(path.read_text(encoding="utf-8"), Editor)


def test_the_day_of_a_consent_needs_no_quotes_around_its_name(tmp_path: Path) -> None:
    path = tmp_path / "quotes.yml"
    valid = jsonschema.Draft7Validator(schema("local/quotes")).is_valid
    said = 'ours:\n  consent: {by: Person A, on: "1 March 2026", for: this guide}\n'
    path.write_text(said, encoding="utf-8")
    assert valid(content(path)) and not valid(yaml.safe_load(said)), "an editor takes `on` for a word, and not for true"


def test_what_is_committed_is_what_is_written() -> None:
    folder = ROOT / schemas.FOLDER
    there = {
        path.relative_to(folder).with_suffix("").as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.json")
    }
    assert there == schemas.schemas() and set(there) == {one for kind in files.FILES for one in (kind, f"local/{kind}")}


@pytest.mark.parametrize("kind", schemas.schemas())
def test_a_schema_is_one(kind: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema(kind))
    assert schema(kind)["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT / "marks").as_posix())
def test_a_file_keeps_to_its_schema_and_names_no_other(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    # A file without that line is as good: its editor is not helped, that is all.
    assert not named or (path.parent / named[1]).resolve() == ROOT / schemas.FOLDER / f"{kind_of(path)}.json"
    jsonschema.Draft7Validator(schema(kind_of(path))).validate(content(path))


BREAK = {
    "a field of no kind": lambda mark: mark.update(colour="red"),
    "a field is gone": lambda mark: mark.pop("meaning"),
    "a bare no": lambda mark: mark.update(title=False),
    "a number": lambda mark: mark.update(title=5),
    "a list for text": lambda mark: mark.update(meaning=["a"]),
    "text for a list": lambda mark: mark.update(prompts="a"),
    "no line at all": lambda mark: mark.update(ladders=[]),
    "a text too long": lambda mark: mark.update(meaning="a" * 401),
    "an id with a capital": lambda mark: mark.update(id="Listening"),
    "no id as an origin": lambda mark: mark.update(origin="Our own"),
    "nothing": lambda mark: mark.update(title=None),
    "a field of no line": lambda mark: mark["why"].append({"say": "a", "sauce": "b"}),
    "a bad key of a source": lambda mark: mark["why"].append({"say": "a", "source": "small"}),
}


@pytest.mark.parametrize("name", BREAK)
def test_an_editor_and_the_checker_refuse_the_same(name: str, tmp_path: Path) -> None:
    path = FIXTURES / "guide" / "marks" / "later-days" / "listening.yml"
    mark = copy.deepcopy(content(path))
    BREAK[name](mark)
    assert not jsonschema.Draft7Validator(schema("mark")).is_valid(mark)
    project = made_up_guide(tmp_path)
    written = yaml.safe_dump(mark, allow_unicode=True, sort_keys=False, width=4000)
    (project / "marks" / "later-days" / "listening.yml").write_text(written, encoding="utf-8")
    assert {one.place.file for one in loader.check(project)[1]} == {"marks/later-days/listening.yml"}


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    assert len(schemas.write(tmp_path)) == 2 * len(files.FILES)
    assert schemas.write(tmp_path) == []
