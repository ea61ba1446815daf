"""Do the tables for who makes the guide their own say what the checker takes? Each field, and whether it must be there."""

from __future__ import annotations

import json

from macros.content.files import FILES
from macros.content.json_schema import schemas
from macros.content.model import Guide
from macros.render.field_tables import KINDS, tables
from macros.render.pages import Pages


def test_each_field_of_each_kind_has_its_row(made_up: Guide) -> None:
    found = tables(made_up.words)
    assert [table.id for table in found] == list(KINDS) and set(KINDS) <= set(FILES)
    written = schemas()
    for table in found:
        schema = json.loads(written[table.id])
        record = schema.get("additionalProperties") or schema
        assert [row.name for row in table.fields] == list(record["properties"])
        assert {row.name for row in table.fields if row.required} == set(record["required"])
        assert all(row.help and "`" not in row.help for row in table.fields)  # a page has no such signs


def test_the_page_shows_them(made_up: Guide) -> None:
    page = Pages(made_up, lambda goal: goal).fields()
    for table in tables(made_up.words):
        assert table.title in page
        for row in table.fields:
            assert f'<th scope="row">{row.name}</th>' in page
