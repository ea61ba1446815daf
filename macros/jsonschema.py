"""What may an editor's program complete? The field tables as JSON Schema, a file for each kind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .fields import FILES
from .kinds import ID, LONGEST_ID, Either, Group, Keyed, Kind, Many, Nullable, Number, Text

FOLDER = Path("marks/schema")
_SOURCE_KEY = "^[A-Z0-9]+(-[A-Z0-9]+)*$"


def schemas() -> dict[str, str]:
    """For each kind of file the text of its schema (JSON Schema draft 7, which editors know best)."""
    found = {}
    for name, (kind, doc) in FILES.items():
        schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": doc, **_schema(kind)}
        found[name] = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
    return found


def write(root: Path) -> list[Path]:
    """Write them where the files name them; the paths that changed."""
    changed = []
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        path = root / FOLDER / f"{name}.json"
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed


def _schema(kind: Kind) -> dict[str, Any]:
    if isinstance(kind, Text):
        return _text(kind)
    if isinstance(kind, Number):
        return {"type": "integer", "minimum": kind.low, "maximum": kind.high}
    if isinstance(kind, Many):
        return {"type": "array", "items": _schema(kind.of), "minItems": kind.least, "maxItems": kind.most}
    if isinstance(kind, Either):
        return {"anyOf": [_schema(kind.short), _schema(kind.full)]}
    if isinstance(kind, Nullable):
        return {"anyOf": [_schema(kind.of), {"type": "null"}]}
    if isinstance(kind, Keyed):
        return {"type": "object", "additionalProperties": _schema(kind.of), "minProperties": kind.least,
                "propertyNames": {"pattern": _text(kind.key)["pattern"], "maxLength": kind.key.limit}}
    return _group(kind)


def _text(kind: Text) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": kind.limit}
    if kind.choices:
        schema["enum"] = list(kind.choices)
    elif kind.form == "id":
        schema.update(pattern=f"^{ID.pattern}$", maxLength=LONGEST_ID)
    elif kind.form == "source":
        schema["pattern"] = _SOURCE_KEY
    elif kind.form == "address":
        schema["pattern"] = "^https?://"
    return schema


def _group(kind: Group) -> dict[str, Any]:
    properties = {name: {"description": field.doc, **_schema(field.kind)} for name, field in kind.fields.items()}
    schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    if kind.one_of:
        schema.update(minProperties=1, maxProperties=1)
    elif required := [name for name, field in kind.fields.items() if field.required]:
        schema["required"] = required
    return schema
