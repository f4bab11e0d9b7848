"""Generates the JSON Schema of `deals.yaml` from the one description of its keys."""

from __future__ import annotations

from typing import Any

from tui.corpus.schema.shapes import ID_PATTERN, SHAPES, Key, Shape, field_names, main_field


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft-07) of a corpus file, for editors."""
    root = _object(SHAPES["root"])
    definitions = {name: _object(shape) for name, shape in SHAPES.items() if name != "root"}
    definitions["quantity"]["additionalProperties"] = False
    for owner in ("deal", "total", "fact", "tranche"):
        names = {"enum": list(field_names(owner))}
        about = {
            "description": SHAPES["evidence"].keys["for"].doc,
            "default": main_field(owner),
            "anyOf": [names, {"type": "array", "items": names, "minItems": 1}],
        }
        evidence = _object(SHAPES["evidence"])
        evidence["properties"]["for"] = about
        definitions[f"{owner}-evidence"] = evidence
        items = {"$ref": f"#/definitions/{owner}-evidence"}
        definitions[owner]["properties"]["evidence"]["items"] = items
    del definitions["evidence"]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "deals.yaml",
        **root,
        "definitions": definitions,
    }


def _object(shape: Shape) -> dict[str, Any]:
    required = [key.name for key in shape.keys.values() if key.required]
    return {
        "description": shape.doc,
        "type": "object",
        "additionalProperties": False,
        "properties": {
            key.name: {"description": key.doc, **_value_schema(key)} for key in shape.keys.values()
        },
        **({"required": required} if required else {}),
    }


# Editors read `2023` and `6` as numbers; for this program they are the text that was typed.
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
_ID_TEXT: dict[str, Any] = {"type": ["string", "integer"], "pattern": f"^{ID_PATTERN}$"}
_ONE_DATE = (
    r"(\d{4}|\d{3}X|\d{2}XX)(-(Q[1-4]|H[12]|XX|0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01])"
    r"(-(0[1-9]|[12]\d|3[01]|XX))?)?[~?%]?"
)
_END = rf"({_ONE_DATE}|\.\.)?"
_DATE: dict[str, Any] = {
    "anyOf": [
        {
            "type": "string",
            "pattern": rf"^({_ONE_DATE}|({_END}/{_END}))$",
        },
        {"type": "integer", "minimum": 1, "maximum": 9999},
    ]
}


def _value_schema(key: Key) -> dict[str, Any]:
    """The schema of the value of a key."""
    match key.kind:
        case "version":
            return {"enum": [1, "1"]}
        case "folder":
            return {"type": "string", "pattern": r"^(?!/)", "default": "."}
        case "enum":
            return {"enum": list(key.choices)}
        case "id" | "party" | "article" | "deal":
            return _ID_TEXT
        case "parties":
            return {"type": "array", "items": _ID_TEXT}
        case "members":
            return {"type": "array", "items": _ID_TEXT, "uniqueItems": True}
        case "texts":
            return {"type": "array", "items": _TEXT}
        case "fields":
            return {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}
        case "date":
            return _DATE
        case "quantity":
            return {"anyOf": [{"type": ["string", "number"]}, {"$ref": "#/definitions/quantity"}]}
        case "offsets":
            return {"type": "array", "items": {"type": "integer", "minimum": 0}}
        case "flag":
            return {"enum": [True, False, "true", "false"]}
        case "shapes":
            return {"type": "array", "items": {"$ref": f"#/definitions/{key.shape}"}}
        case "table":
            return {
                "type": "object",
                "propertyNames": {"pattern": f"^{ID_PATTERN}$"},
                "additionalProperties": {"$ref": f"#/definitions/{key.shape}"},
            }
        case "text" | "number" | "value":
            return _TEXT
