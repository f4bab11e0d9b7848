"""Checks of single answers, and choices that the schema gives."""

from __future__ import annotations

import re
from typing import get_args

from tui.corpus.schema.shapes import ID_PATTERN
from tui.model.dates import DateError, Edtf
from tui.model.quantities import Quantity, QuantityError
from tui.model.records import FactKind, Instrument, Stance, Status
from tui.platform.translation import tr
from tui.session.forms.choices import Choices

INSTRUMENTS = Choices.of(*get_args(Instrument))
STATUSES = Choices.of(*get_args(Status))
FACT_KINDS = Choices.of(*get_args(FactKind))
STANCES = Choices.of(*get_args(Stance))


def amount_problem(answer: str) -> str:
    """What is wrong with an amount; nothing when it is one, or empty."""
    try:
        if answer:
            Quantity.parse(answer)
    except QuantityError as error:
        return str(error)
    return ""


def date_problem(answer: str) -> str:
    """What is wrong with a date; nothing when it is one, or empty."""
    try:
        if answer:
            Edtf.parse(answer)
    except DateError as error:
        return str(error)
    return ""


def id_problem(answer: str) -> str:
    """What is wrong with an id; nothing when it can be one."""
    if re.fullmatch(ID_PATTERN, answer):
        return ""
    return tr("small letters, digits, - and . make an id")


def title_problem(answer: str) -> str:
    """What is wrong with a title; nothing when there is one."""
    return "" if answer.strip() else tr("a record needs a title")
