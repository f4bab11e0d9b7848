"""The names under which tables have the fields of a record, in four languages."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Sequence

Field: TypeAlias = Literal[
    "id", "title", "payer", "payee", "parties", "amount", "currency", "date", "instrument",
    "status", "note", "url",
]  # fmt: skip
FIELDS: tuple[Field, ...] = get_args(Field)

_NAMES: dict[Field, str] = {
    "id": "id|deal id|record id|identifier|identifiant|reference|ref|uuid|deal "
    "number|transaction id",
    "title": "title|titre|deal name|deal|headline|operation|opération|name of "
    "deal|transaction|bezeichnung|"
    "transaction name|intitulé|intitule",
    "payer": "payer|investor|investors|investor name|investor names|investor s|lead "
    "investor|lead investors|"
    "lead|investisseur|investisseurs|investisseur "
    "s|lender|lenders|acquirer|acquiror|buyer|purchaser|"
    "acquéreur|acheteur|donor|funder|funders|funding "
    "source|from|payeur|financeur|financeurs|bailleur|"
    "backer|backers|investor "
    "company|bidder|investoren|käufer|geldgeber|inversor|inversores|fund|fonds|"
    "preteur|prêteur|debiteur",
    "payee": "payee|company|company name|startup|start up|recipient|recipients|target|target "
    "company|"
    "organisation|organization|organization name|organisation name|borrower|beneficiary|to|société|"
    "societe|entreprise|cible|bénéficiaire|beneficiaire|jeune pousse|issuer|investee|portfolio "
    "company|"
    "unternehmen|empfänger|firma|ziel|empresa|beneficiario|grantee|seller|vendor|nom de la société",
    "parties": "parties|other investors|co investors|coinvestors|other parties|participants|co "
    "investisseurs|"
    "autres investisseurs|syndicate|partners|partenaires|also participating",
    "amount": "amount|montant|value|deal value|deal size|sum|raised|amount raised|money "
    "raised|funding|"
    "funding amount|investment|investment amount|price|size|round size|total|total "
    "raised|somme|valeur|"
    "levée|levee|montant levé|betrag|summe|volumen|importe|monto|cantidad|amount usd|amount eur|"
    "raised amount|transaction value|purchase price|prix|montant de la levée",
    "currency": "currency|devise|ccy|curr|cur|currency code|monnaie|währung|moneda|divisa",
    "date": "date|announced|announced date|announcement date|date announced|deal date|closing "
    "date|closed|"
    "closed on|close date|funded date|funding date|date of deal|year|année|annee|month|mois|period|"
    "date d annonce|date de l opération|datum|fecha|jahr|announced on|date annonce|round date|when",
    "instrument": "instrument|type|deal type|round|round type|funding type|funding "
    "round|series|série|stage|"
    "type d opération|type de deal|tour|tour de table|investment type|nature|art|runde|tipo|kind",
    "status": "status|statut|deal status|state|état|stand|estado",
    "note": "note|notes|comment|comments|commentaire|commentaires|remark|remarks|description|"
    "details|"
    "remarques|bemerkung|notas",
    "url": "url|link|source url|source|sources|lien|article|press release|website "
    "source|quelle|fuente",
}  # fmt: skip
_BY_NAME = {name: field for field, names in _NAMES.items() for name in names.split("|")}


def column_key(name: str) -> str:
    """The name of a column without units, signs and underscores."""
    text = unicodedata.normalize("NFKC", name)
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text)
    text = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", text)
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def field_of(name: str) -> Field | None:
    """The field that the name of a column means; `None` where it means none that is known."""
    key = column_key(name)
    if not key:
        return None
    if key in _BY_NAME:
        return _BY_NAME[key]
    # "Amount in USD", "Investor (lead)", "Montant en M€": the name and what it is given in.
    for words in (re.sub(r"\s(?:in|en|of|de)\s.*$", "", key), key.rpartition(" ")[0]):
        if words in _BY_NAME and _BY_NAME[words] in ("amount", "date"):
            return _BY_NAME[words]
    return None


def header_at(rows: Sequence[Sequence[object]]) -> int:
    """Which of the first rows names the columns; 0 where none has two names that are known."""
    for at, cells in enumerate(rows):
        known = {field_of(cell) for cell in cells if isinstance(cell, str)} - {None}
        if len(known) > 1:
            return at
    return 0
