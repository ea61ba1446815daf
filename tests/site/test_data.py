"""Can other programs build on the guide? One file of JSON that keeps to its schema, and a feed that readers take."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from macros.content.model import Guide
from macros.render.days import spoken
from macros.site import data
from tests.guide_data import day
from tests.sitepage import page, text

ATOM = "{http://www.w3.org/2005/Atom}"


def read(site: Path, name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((site / name).read_text(encoding="utf-8"))
    return found


def test_the_guide_is_one_file_that_keeps_to_its_schema(site: Path, made_up: Guide) -> None:
    guide, schema = read(site, data.GUIDE), read(site, data.SCHEMA)
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.Draft7Validator(schema).validate(guide)
    assert guide["version"] == made_up.version
    marks, voices = guide["mark"], guide["quotes"]
    assert isinstance(marks, dict) and {key.partition("/")[2] for key in marks} == set(made_up.marks)
    assert isinstance(voices, dict) and set(voices["quotes"]) == set(made_up.voices)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(schema).validate({**guide, "mark": {"process/a": {"title": "A"}}})


@pytest.mark.parametrize("address", ["", "https://example.org/ours/"])
def test_the_feed_has_what_is_new_and_ids_that_outlive_an_address(address: str, made_up: Guide) -> None:
    feed = ET.fromstring(data.feed(made_up, address))
    assert feed.tag == f"{ATOM}feed" and feed.findtext(f"{ATOM}id") == f"urn:guide:{made_up.id}"
    assert feed.findtext(f"{ATOM}updated") == "2025-03-04T00:00:00Z"
    entries = feed.findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}title") for one in entries] == ["Title of a change", "Title of an older change"]
    assert entries[0].findtext(f"{ATOM}id") == f"urn:guide:{made_up.id}:news:a-change"
    links = [one.get("href") for one in feed.findall(f"{ATOM}link")]
    assert links == ([f"{address}news.xml", address] if address else [])


def test_the_page_says_what_is_new_the_newest_first(site: Path) -> None:
    said = text(page(site, "news/index.html").article)
    assert said.index("Title of a change") < said.index(day("2025-03-04")) < said.index("Title of an older change")


def test_a_day_is_said_as_people_say_it() -> None:
    """In a language that nobody has described it is said so that all can read it."""
    said = {tag: spoken("2026-03-04", tag) for tag in ("en-GB", "cy", "de", "xx")}
    assert said == {"en-GB": "4 March 2026", "cy": "4 Mawrth 2026", "de": "4. März 2026", "xx": "2026-03-04"}
