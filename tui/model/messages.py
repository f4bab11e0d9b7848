"""Sentences of the program with values in them, which every reader gets in their language.

What is found out about a corpus is kept, compared and handed to other programs in English, and
shown to people in the language of the interface. A `Message` is such a sentence: the English text,
which also knows the template it was made from and the values filled in. A translation is made from
these, never from the text: the template is looked up in the catalogue, and each value is written as
the language writes it, a quantity, a date, or another message.

What a message keeps of itself through a file is packed into a text, and unpacked from it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from tui.model.dates import Edtf
from tui.model.format import counted, format_value
from tui.model.locales import LOCALES
from tui.model.quantities import Quantity
from tui.platform.translation import language, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


Filled: TypeAlias = "str | int | Quantity | Edtf"
"""What is kept of a value: messages and data are texts."""

_NO_BREAK = "\u00a0"

_MARK = "\x1e"
"""Begins a packed message: the record separator of ASCII, which no text of the program has."""


class Message(str):
    """A text of the program in English, with what is needed to say it in another language.

    Attributes:
        template: As the catalogues have it, with the names of values in braces.
        values: What is filled in, by name. A message is translated, other text is data and stays.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, Filled]

    def __new__(cls, template: str, values: Mapping[str, Filled]) -> Message:
        """Fill the values into the template."""
        text = template.format(**values) if values else template
        made = super().__new__(cls, text)
        made.template, made.values = template, values
        return made

    def __str__(self) -> str:
        """The message itself, so that an error that is raised with it gives it back."""
        return self

    def translated(self, *, on_screen: bool = False) -> str:
        """The sentence in the language of the interface.

        Args:
            on_screen: Whether figures and dates are written as on the screen, held together by
                spaces that break no line; else in English as the file has them.
        """
        template = tr(self.template)
        if not self.values:
            return template
        values = {name: _written(value, on_screen=on_screen) for name, value in self.values.items()}
        return template.format(**values)


class CountedMessage(Message):
    """A number of things: `1 article`, `1,200 articles`.

    Its template is the singular; `values` has the number and the plural.
    """

    __slots__ = ()

    def __new__(cls, template: str, values: Mapping[str, Filled]) -> CountedMessage:
        """Write the number in front of the word."""
        number, several = int(str(values["number"])), str(values["several"])
        made = str.__new__(cls, f"{number:,} {template if number == 1 else several}")
        made.template, made.values = template, values
        return made

    def translated(self, *, on_screen: bool = False) -> str:
        """The number and the word in the form that goes with it."""
        return counted(int(str(self.values["number"])), self.template, str(self.values["several"]))


def msg(template: str, **values: object) -> str:
    """A sentence of the program; its template is collected into the catalogues.

    Args:
        template: The sentence in English, the names of its values in braces.
        values: What is filled in. What is neither a number, a quantity nor a date is filled in as
            its text.
    """
    return Message(template, {name: _kept(value) for name, value in values.items()})


def number_of(number: int, one: str, several: str = "") -> str:
    """A number of things, to be filled into a message; collected into the catalogues."""
    return CountedMessage(one, {"number": number, "several": several or f"{one}s"})


def all_of(values: Iterable[object]) -> object:
    """Values to be filled into a message as one, each once: "a, b and c"."""
    several = list({str(value): value for value in values}.values())
    if len(several) < 2:
        return several[0] if several else ""
    before = several[0]
    for value in several[1:-1]:
        before = msg("{these}, {another}", these=before, another=value)
    return msg("{these} and {last}", these=before, last=several[-1])


def in_turn(*remarks: str) -> str:
    """Remarks behind each other: "a; b"; empty ones are left out."""
    joined = ""
    for remark in filter(None, remarks):
        joined = msg("{first}; {then}", first=joined, then=remark) if joined else remark
    return joined


def shown(text: str, *, on_screen: bool = False) -> str:
    """A text of the program, be it a message or a plain one, in the language of the interface.

    Args:
        text: The text.
        on_screen: Whether figures and dates are written as on the screen, held together by
            that break no line; else those of an English sentence are as the file has them.
    """
    return text.translated(on_screen=on_screen) if isinstance(text, Message) else tr(text)


def plain_text(text: str) -> str:
    """A text in English as other programs take it, which is nothing but a text."""
    return str.__str__(text)


def pack_text(text: str) -> str:
    """A text with what it was made from, as a file can hold it; other text is as it is."""
    if not isinstance(text, Message):
        return text
    return _MARK + json.dumps(_parts(text), ensure_ascii=False, separators=(",", ":"))


def unpack_text(text: str) -> str:
    """What was packed.

    Raises:
        ValueError: If the text is damaged.
    """
    if not text.startswith(_MARK):
        return text
    try:
        return _of_parts(json.loads(text[1:]))
    except (
        TypeError,
        ValueError,
        KeyError,
        IndexError,
        AttributeError,
        msgspec.ValidationError,
    ) as error:
        raise ValueError("a damaged message") from error


def _kept(value: object) -> Filled:
    return value if isinstance(value, str | int | Quantity | Edtf) else str(value)


def _written(value: Filled, *, on_screen: bool) -> str | int:
    """A value as the language of the interface writes it."""
    if isinstance(value, Message):
        return value.translated(on_screen=on_screen)
    if isinstance(value, Quantity | Edtf):
        if on_screen:
            return format_value(value, LOCALES[language()]).replace(" ", _NO_BREAK)
        return format_value(value, LOCALES[language()]) if language() != "en" else str(value)
    return value


def _parts(text: Message) -> list[Any]:
    kind = "counted" if isinstance(text, CountedMessage) else "message"
    return [kind, text.template, {name: _value_parts(one) for name, one in text.values.items()}]


def _value_parts(value: Filled) -> object:
    if isinstance(value, Message):
        return _parts(value)
    if isinstance(value, Quantity | Edtf):
        return ["value", msgspec.to_builtins(value, builtin_types=())]
    return value


def _of_parts(parts: list[Any]) -> Message:
    kind, template, values = parts
    make = CountedMessage if kind == "counted" else Message
    return make(template, {name: _value_of(value) for name, value in values.items()})


def _value_of(value: Any) -> Filled:
    if isinstance(value, list):
        if value[0] == "value":
            return msgspec.convert(value[1], Quantity | Edtf, strict=False)
        return _of_parts(value)
    return str(value) if isinstance(value, str) else int(value)
