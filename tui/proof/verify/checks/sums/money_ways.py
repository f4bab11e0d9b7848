"""Where a sum goes that is itself the subject: "4 million went from Nordwind to Kestrel"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clause_words import FROM
from tui.language.figures import sum_words
from tui.model.records import Deal

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim
    from tui.proof.verify.checks.asked import Asked


def way_of(claim: Claim, figure: int, asked: Asked) -> str:
    """Where money goes that is the subject of "go": "over" to the one who is paid, or "astray".

    Empty where nothing is said of it: "4 M sont passés de Nordwind à Kestrel".
    """
    record, sentence = asked.record, claim.sentence
    near = sentence.low[figure + 1 : figure + 1 + _GOING_REACH]
    if ":" in near:
        near = near[: near.index(":")]  # "… for 4 million: the navy passed an order"
    going = next((at for at, word in enumerate(near) if word in sum_words.GOING), -1)
    if going < 0 or not isinstance(record, Deal):
        return ""
    verb = figure + 1 + going
    if sentence.low[verb] in {"va", "vont"} and sentence.low[verb + 1 : verb + 2] not in (
        [], ["à"], ["aux"], ["au"],
    ):  # fmt: skip
        return ""  # "Sumly va ouvrir un bureau"
    behind = sentence.low[verb + 1 : verb + 2]
    if behind in (["towards"], ["toward"]):
        return ""  # "Will go towards the pension deficit": what it is used for.
    if not behind or behind[0] not in _WAYS:
        return "astray"
    ends: dict[str, str] = {}
    place = verb
    for one in asked.names.find(sentence.source, sentence.words[verb].end, sentence.end):
        number = sentence.number_at(one.start)
        if claim.clauses.all[claim.clauses.of[number]].kind == "instead":
            return "astray"  # "To Circ, not to Brava"
        between = sentence.low[place:number]
        if not _TOWARDS.isdisjoint(between):
            ends.setdefault(one.party, "to")
        elif not FROM.isdisjoint(between):
            ends.setdefault(one.party, "from")
        place = number
    if ends.get(record.payer) == "to" or ends.get(record.payee) == "from":
        return "astray"
    both = ends.get(record.payer) == "from" and ends.get(record.payee) == "to"
    return "over" if both else ""


_TOWARDS = frozenset({"to", "into", "\u00e0", "au", "aux", "dans"})
_WAYS = FROM | _TOWARDS | {"straight", "directly", "directement", "on", "for"}
_GOING_REACH = 4
"""Words behind a figure among which the verb stands by which it goes somewhere."""
