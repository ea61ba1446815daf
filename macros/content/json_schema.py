"""What may an editor's program complete? The field tables as JSON Schema, a file for each of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .field_types import ID, LONGEST_ID, WRITTEN, FieldType, List, Map, Nullable, Number, Object, ShortOrFull, Text
from .files import FILES
from .overlay import ENDS, SIDES
from .sources import LOCAL

FOLDER = Path("marks/schema")
_BESIDE = {"type": "string", "minLength": 1}
_PLACE: dict[str, Any] = {
    "description": "where it stands: first, last, or before or after another of its kind",
    "anyOf": [
        {"enum": list(ENDS)},
        *(
            {"type": "object", "properties": {side: _BESIDE}, "required": [side], "additionalProperties": False}
            for side in SIDES
        ),
    ],
}
_SOURCE_KEY = "^[A-Z0-9]+(-[A-Z0-9]+)*$"


def schemas() -> dict[str, str]:
    """For each kind of file the text of its schema (JSON Schema draft 7, which editors know best)."""
    found = {}
    for name, (of, line) in FILES.items():
        for file, schema in ((name, _schema(of)), (f"{LOCAL}/{name}", _layered(of))):
            whole = {"$schema": "http://json-schema.org/draft-07/schema#", "title": line, **schema}
            found[file] = json.dumps(whole, indent=1, ensure_ascii=False) + "\n"
    return found


def schema_of(kind: str) -> dict[str, Any]:
    """What a record of a kind holds, without what its file may say beside it."""
    return _schema(FILES[kind][0])


def write(root: Path) -> list[Path]:
    """Write them where the files name them; the paths that changed."""
    changed = []
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        path = root / FOLDER / f"{name}.json"
        path.parent.mkdir(exist_ok=True)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed


def _schema(of: FieldType) -> dict[str, Any]:
    if isinstance(of, Text):
        return _text(of)
    if isinstance(of, Number):
        return {"type": "integer", "minimum": of.low, "maximum": of.high}
    if isinstance(of, List):
        return {"type": "array", "items": _schema(of.of), "minItems": of.least, "maxItems": of.most}
    if isinstance(of, ShortOrFull):
        return {"anyOf": [_schema(of.short), _schema(of.full)]}
    if isinstance(of, Nullable):
        return {"anyOf": [_schema(of.of), {"type": "null"}]}
    if isinstance(of, Map):
        return {
            "type": "object",
            "additionalProperties": _schema(of.of),
            "minProperties": of.least,
            "propertyNames": {"pattern": _text(of.key)["pattern"], "maxLength": of.key.limit},
        }
    return _object(of)


def _layered(of: FieldType) -> dict[str, Any]:
    """The same in the layer of a fork: nothing must be there, nothing clears it, and a record says where it stands."""
    if isinstance(of, Nullable):
        return {"anyOf": [_layered(of.of), {"type": "null"}]}
    if isinstance(of, Map):
        entry = {"anyOf": [_layered(of.of), {"type": "null"}]}
        return {"type": "object", "additionalProperties": entry, "propertyNames": _schema(of)["propertyNames"]}
    if isinstance(of, List) and isinstance(of.of, Object) and "id" in of.of.fields:
        return {"anyOf": [_schema(of), {"type": "object", "additionalProperties": _layered(of.of)}]}
    if not isinstance(of, Object):
        return _schema(of)
    properties: dict[str, Any] = {
        name: {"description": field.help, "anyOf": [_layered(field.type), {"type": "null"}]}
        for name, field in of.fields.items()
    }
    beside = {"hide": {"description": "take it out", "type": "boolean"}, "place": _PLACE}
    return {"type": "object", "properties": {**beside, **properties}, "additionalProperties": False}


def _text(of: Text) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "minLength": 1, "maxLength": of.limit}
    if of.choices:
        schema["enum"] = list(of.choices)
    elif of.form == "id":
        schema.update(pattern=f"^{ID.pattern}$", maxLength=LONGEST_ID)
    elif of.form == "source":
        schema["pattern"] = _SOURCE_KEY
    elif of.form == "path":
        schema["pattern"] = "^[a-zA-Z0-9_-]+(\\.[a-zA-Z0-9_-]+)*$"
    elif of.form == "address":
        schema["pattern"] = "^https?://"
    elif of.form in ("colour", "file"):
        schema["pattern"] = f"^{WRITTEN[of.form].pattern}$"
    elif of.form == "email":
        schema["pattern"] = "^[^\\s@:<>]+@[^\\s@:<>]+\\.[^\\s@:<>]+$"
    return schema


def _object(of: Object) -> dict[str, Any]:
    properties = {name: {"description": field.help, **_schema(field.type)} for name, field in of.fields.items()}
    schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    if of.one_of:
        schema.update(minProperties=1, maxProperties=1)
    elif required := [name for name, field in of.fields.items() if field.required]:
        schema["required"] = required
    return schema
