"""What each kind of fact is called, and the words that tell it in a text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.language.clauses.cues import FACT_VERBS, FACT_WORDS
from tui.language.figures.units import named_unit
from tui.model.messages import msg

if TYPE_CHECKING:
    from tui.model.mentions import Mention
    from tui.model.quantities import Quantity

CALLED = {
    "valuation": msg("a valuation"),
    "revenue": msg("a revenue"),
    "profit": msg("a profit"),
    "loss": msg("a loss"),
    "funding": msg("money that was raised"),
    "stake": msg("a stake"),
    "capacity": msg("a capacity"),
    "market-share": msg("a share of a market"),
    "market-size": msg("the size of a market"),
}
FLOWS = frozenset({"revenue", "profit", "loss"})
"""Kinds of facts that a time brings."""
NAMED_FACTS = FLOWS | {"valuation"}
"""Kinds of facts whose nouns are hardly anything else."""
PAYING = frozenset({"buy", "sell", "lend", "borrow", "pay", "order", "spend", "bid", "owe"})
"""Events whose sum is paid for something."""
RAISING = frozenset({"raise", "invest", "put", "receive", "give", "lead"})
"""Events whose sum measures nobody."""
SURE = frozenset({"valuation", "revenue", "market-size", "market-share"})
"""Kinds of facts whose words tell them from others."""


def counts_things(value: Quantity) -> bool:
    """Whether a value is a number of things: without a unit, or with a noun for one: "45 cars"."""
    known = value.currency or value.unit == "%" or named_unit(value.unit) is not None
    return not known or not value.unit


def meets(span: tuple[int, int], mention: Mention) -> bool:
    """Whether a stretch of the text touches a figure."""
    return span[0] < mention.end and mention.start < span[1]


@cache
def nouns_of(kind: str, language: str) -> re.Pattern[str]:
    """What names a kind of fact; nothing matches where it has no names."""
    return _any_of(dict(FACT_WORDS[language]).get(kind, ""))


@cache
def verbs_of(kind: str, language: str) -> re.Pattern[str]:
    """Further words that tell a kind of fact where nothing else is told."""
    return _any_of(FACT_VERBS[language].get(kind, ""))


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)" if words else r"(?!)", re.IGNORECASE)
