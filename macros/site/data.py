"""What can other programs read of a guide? All of it as one file of JSON with its schema, and what is new as a feed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from ..content.json_schema import schema_of
from ..content.layers import read_files
from ..content.model import Guide
from ..content.site_map import FEED

GUIDE, SCHEMA = "guide.json", "guide.schema.json"
_ATOM = "http://www.w3.org/2005/Atom"
# What a program that builds on the guide has no use for: the words of buttons, and lists for those who write.
_LEFT_OUT = ("words", "everyday", "search")


def write(site: Path, root: Path, guide: Guide, address: str) -> None:
    """Write the three files into a built site. `address`: where it will be, or empty."""
    records = {kind: found for kind, found in read_files(root).records.items() if kind not in _LEFT_OUT}
    named = {"version": guide.version, **records}
    _put(site / GUIDE, json.dumps(named, ensure_ascii=False, separators=(",", ":")))
    _put(site / SCHEMA, json.dumps(schema(records), ensure_ascii=False, separators=(",", ":")))
    _put(site / FEED, feed(guide, address))


def schema(records: Mapping[str, Any]) -> dict[str, Any]:
    """What such a file holds: for each kind of record, its name and its fields (JSON Schema, draft 7)."""
    kinds = {kind: {"type": "object", "additionalProperties": schema_of(kind)} for kind in records}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "properties": {"version": {"type": "string"}, **kinds},
        "required": ["version", *kinds],
        "additionalProperties": False,
    }


def feed(guide: Guide, address: str) -> str:
    """What is new, as Atom (RFC 4287). Its ids hang on the guide and the entry, so that they outlive an address."""
    ET.register_namespace("", _ATOM)
    whole = ET.Element(f"{{{_ATOM}}}feed")
    newest = guide.news[0].day if guide.news else "1970-01-01"
    _add(whole, "id", f"urn:guide:{guide.id}")
    _add(whole, "title", guide.name)
    _add(whole, "updated", f"{newest}T00:00:00Z")
    _add(_add(whole, "author"), "name", guide.name)
    if address:
        top = address.rstrip("/")
        _add(whole, "link", rel="self", href=f"{top}/{FEED}")
        _add(whole, "link", rel="alternate", href=f"{top}/")
    for one in guide.news:
        entry = _add(whole, "entry")
        _add(entry, "id", f"urn:guide:{guide.id}:news:{one.id}")
        _add(entry, "title", one.title)
        _add(entry, "updated", f"{one.day}T00:00:00Z")
        _add(entry, "content", f"{one.says} {guide.words['news_upstream']}" if one.is_upstream else one.says)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(whole, encoding="unicode") + "\n"


def _add(parent: ET.Element, name: str, text: str = "", **facts: str) -> ET.Element:
    made = ET.SubElement(parent, f"{{{_ATOM}}}{name}", facts)
    made.text = text or None
    return made


def _put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
