"""Values of a corpus file as answers of a form, and answers as values of the file.

How a key is asked, checked and written follows from its kind in the one description of the file
(`corpus.schema.shapes`), so that a new key is editable without a line here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tui.corpus.edit.scalar_writer import as_text
from tui.corpus.schema.scalars import Scalars
from tui.corpus.schema.shapes import ID_PATTERN, SHAPES, Key
from tui.corpus.yaml.nodes import ListNode, MapNode, ScalarNode
from tui.model.messages import shown
from tui.platform.translation import tr

if TYPE_CHECKING:
    from tui.corpus.yaml.nodes import Node
    from tui.model.problems import Problem

_BREAK = "⏎"
"""Stands for a line break in a field of one line."""
_LIST_KINDS = frozenset(("texts", "parties", "members", "fields", "offsets"))
_BOUNDS = re.compile(r"\{(.*)\}", re.DOTALL)


def is_list(key: Key) -> bool:
    """Whether a key has several values."""
    return key.kind in _LIST_KINDS


def answer_of(value: object) -> str:
    """What a form holds for a value of the model."""
    if value is None:
        return ""
    if isinstance(value, tuple | list):
        return ", ".join(as_text(item) for item in value)
    return as_text(value).replace("\n", _BREAK)


def written(key: Key, answer: str) -> Any:
    """An answer as it is written in the file; `None` where it is empty."""
    answer = answer.strip()
    if not answer:
        return None
    if is_list(key):
        items = [item.strip() for item in answer.split(",")]
        found = [item for item in dict.fromkeys(items) if item]
        if key.kind == "fields" and len(found) == 1:
            return found[0]
        return found
    if key.kind == "quantity" and answer.startswith("{"):
        return _bounds(answer)
    return re.sub(rf" *{_BREAK} ?", "\n", answer) if key.kind == "text" else answer


def problem(key: Key, answer: str) -> str:
    """What is wrong with an answer, in the words of the check of files; empty when it will do."""
    answer = answer.strip()
    if not answer:
        if not key.required:
            return ""
        return tr("{name} is needed: {what}").format(name=key.name, what=shown(key.doc))
    found: list[Problem] = []
    scalars = Scalars("", found)
    node = ScalarNode(0, answer)
    match key.kind:
        case "date":
            scalars.date(node, key)
        case "quantity":
            scalars.quantity(_quantity_node(answer), key)
        case "enum":
            scalars.choice(node, key)
        case "id":
            scalars.identifier(answer, 0, key)
        case "offsets":
            items: list[Node] = [ScalarNode(0, one.strip()) for one in answer.split(",")]
            scalars.offsets(ListNode(0, items), key)
        case _:
            return ""
    return _words(found[0]) if found else ""


def id_problem(answer: str) -> str:
    """What is wrong with an id; empty when it can be one."""
    if re.fullmatch(ID_PATTERN, answer.strip()):
        return ""
    return tr("small letters, digits, - and . make an id")


def _words(found: Problem) -> str:
    return f"{shown(found.message)}. {shown(found.hint)}" if found.hint else shown(found.message)


def _quantity_node(answer: str) -> Node:
    bounds = _bounds(answer)
    if bounds is None:
        return ScalarNode(0, answer)
    values: dict[str, Node] = {name: ScalarNode(0, value) for name, value in bounds.items()}
    return MapNode(0, values, [0] * len(values))


def _bounds(answer: str) -> dict[str, str] | None:
    """`{min: 1 bn, exclusive_max: 2 bn, currency: USD}`; `None` where it is no such mapping."""
    found = _BOUNDS.fullmatch(answer.strip())
    if found is None:
        return None
    pairs = [piece.partition(":") for piece in found[1].split(",")]
    return {name.strip(): value.strip() for name, _, value in pairs if name.strip()}


def keys_of(shape: str) -> dict[str, Key]:
    """The keys of a mapping that a form asks for: all but its parts, and what is never changed."""
    apart = ("shapes", "table", "version", "flag", "number")
    return {name: key for name, key in SHAPES[shape].keys.items() if key.kind not in apart}
