"""Is each field of the model the field of its name in the file? Every field holds its own name and is looked for by it."""

from __future__ import annotations

import dataclasses
import html
import re
from pathlib import Path
from typing import Any

import pytest

from macros.content import loader, model
from macros.content.construct import construct
from macros.content.field_types import Field, FieldType, List, Map, Nullable, Number, Object, ShortOrFull, Text, fields
from macros.content.loader import load
from macros.content.model import Guide
from macros.content.model_parts import lines, page_model, scale
from macros.render.pages import Pages
from tests.packs import pack
from tests.shared import small_guide

RECORDS = sorted(
    (
        one
        for one in (*vars(model).values(), *vars(scale).values())
        if dataclasses.is_dataclass(one)
        and isinstance(one, type)
        and one.__module__ in (model.__name__, scale.__name__)
        and fields(one).fields
    ),
    key=lambda one: one.__name__,
)


def sample(of: FieldType, name: str) -> Any:
    """A checked value of a type, in which every text is the names of the fields that it stands in."""
    if isinstance(of, Text):
        return name
    if isinstance(of, Number):
        return of.high
    if isinstance(of, Nullable):
        return sample(of.of, name)
    if isinstance(of, ShortOrFull):
        return sample(of.full, name)
    if isinstance(of, List):
        return [sample(of.of, name), sample(of.of, name)]
    if isinstance(of, Map):
        return {f"key-{n}": sample(of.of, name) for n in "ab"}
    assert isinstance(of, Object)
    names = list(of.fields)[:1] if of.one_of else list(of.fields)
    return {one: sample(of.fields[one].type, f"{name}{one}") for one in names}


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: one.__name__)
def test_each_field_goes_where_its_name_says(record: type) -> None:
    of = fields(record)
    given = {one.name: "given" for one in dataclasses.fields(record) if "field" not in one.metadata}
    made = construct(sample(of, ""), of, **given)
    for name, field in of.fields.items():
        value = getattr(made, field.attribute)
        if isinstance(field.type, Text):
            assert value == name
        elif isinstance(field.type, List) and isinstance(field.type.of, Text):
            assert value == (name, name)
        else:
            assert value == construct(sample(field.type, name), field.type)
    assert all(getattr(made, name) == "given" for name in given)


def test_a_field_has_the_same_name_in_a_file_and_in_the_model() -> None:
    """But for words that Python keeps for itself, and names of records that stand beside the records."""
    other = {
        (name, field.attribute)
        for record in RECORDS
        for name, field in fields(record).fields.items()
        if field.attribute != name
    }
    assert other == {
        *(("from", "low"), ("to", "high"), ("for", "for_what"), ("in", "place"), ("source", "sources")),
        *(("stages", "stage_ids"), ("marks", "mark_ids"), ("three_steps", "steps")),
    }


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: one.__name__)
def test_what_may_be_left_out_is_empty(record: type) -> None:
    of = fields(record)
    given = {one.name: "given" for one in dataclasses.fields(record) if "field" not in one.metadata}
    whole = sample(of, "")
    made = construct({name: whole[name] for name, field in of.fields.items() if field.required}, of, **given)
    assert all(
        getattr(made, field.attribute) in ("", (), None, "comma", "all")
        for field in of.fields.values()
        if not field.required
    )


@pytest.mark.parametrize(
    ("kind", "inside"),
    [
        ("text", "lines"),
        ("note", "lines"),
        ("list", "lines"),
        ("steps", "lines"),
        ("easy", "easy"),
        ("table", "rows"),
    ],
)
def test_each_block_of_a_page_keeps_its_kind(kind: str, inside: str) -> None:
    body = fields(page_model.Section).fields["body"].type
    assert isinstance(body, List) and isinstance(body.of, Object)
    made = construct({kind: sample(body.of.fields[kind].type, kind)}, body.of)
    assert made.kind == kind and getattr(made, inside)


def test_words_alone_are_a_line_without_a_source() -> None:
    line = lines.statement(10)
    assert construct("Tea", line) == lines.Statement(say="Tea")
    assert construct({"say": "Tea", "source": "A-1"}, line) == lines.Statement(say="Tea", sources=("A-1",))
    assert construct({"say": "Tea", "source": ["A-1", "B-2"]}, line).sources == ("A-1", "B-2")


def test_a_map_keeps_its_keys_or_tells_them() -> None:
    of = Map(Object({"name": Field(Text(), "a name")}))
    assert construct({"a": {"name": "A"}}, of) == {"a": {"name": "A"}}
    listed = fields(scale.Scale).fields["bands"].type
    bands = construct({"low": {"from": 1, "to": 2, "name": "A", "means": "B"}}, listed)
    assert [(band.id, band.low, band.high) for band in bands] == [("low", 1, 2)]


def test_a_made_up_guide_of_any_size_is_whole(tmp_path: Path) -> None:
    """The benchmark measures with them; and two stages may hold what one may not."""
    guide, problems = loader.check(pack(tmp_path / "two", 102, 2))
    assert not problems and guide and [len(stage.marks) for stage in guide.stages.values()] == [51, 51]
    guide, problems = loader.check(pack(tmp_path / "one", 102, 1))
    assert [str(one) for one in problems] == [
        "marks/stage-1/stage.yml:8:1: There are 102 here, and the most is 100. Take out 2. A longer sheet is slow to open "
        "on a telephone: make two stages of this one."
    ]


def items_of(drawn: str) -> list[str]:
    """The text of each line of a drawn list, without the numbers of its sources."""
    items: list[str] = re.findall(r"<li[^>]*>(.*?)</li>", drawn, re.DOTALL)
    return [html.unescape(re.sub(r"<sup.*?</sup>|<[^>]*>", "", item, flags=re.DOTALL)).strip() for item in items]


def test_ladders_stand_under_ladders_and_snakes_under_snakes(made_up: Guide) -> None:
    """From the file to the page, and to what a sheet offers below each question."""
    guide = made_up
    pages = Pages(guide, lambda goal: goal)
    offered = {one.offers: one.id for one in guide.questions if one.offers}
    assert set(offered) == {"ladders", "snakes"}
    for stage in guide.stages.values():
        drawn, sheet = pages.stage(stage.id), pages.sheet(stage.id)
        for name in ("ladders", "snakes"):
            written = [[one.say for one in getattr(mark, name)] for mark in stage.marks]
            boxes = re.findall(rf'<div class="mk-{name}">\n(.*?)\n</div>', drawn, re.DOTALL)
            assert [items_of(box) for box in boxes] == written
            asked = re.findall(rf'data-field="{offered[name]}"(?:(?!data-field).)*</details>', sheet, re.DOTALL)
            assert [items_of(one) for one in asked] == written
            assert all(guide.words[f"{name}_title"] in box for box in boxes)
            assert all(guide.words[f"ask_take_{name}"] in one for one in asked)


def test_each_mark_holds_what_its_own_file_says(tmp_path: Path) -> None:
    guide = load(small_guide(tmp_path))
    (mark,) = guide.marks.values()
    said = {name: [one.say for one in getattr(mark, name)] for name in ("easy", "why", "ladders", "snakes")}
    assert said == {"easy": ["We say hello."], "why": ["It is kind."], "ladders": ["A smile."], "snakes": ["A frown."]}
    assert mark.prompts == ("Who says it first?",) and mark.meaning == "Somebody says hello."
