"""The one description of `deals.yaml`: every key, its kind, and what it means.

The record builder checks files against it, and the JSON Schema for editors is generated from it, so
that the two cannot drift apart.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

import msgspec

from tui.model.records import FactKind, Instrument, Rank, Stance, Status

Kind: TypeAlias = Literal[
    "version",
    "folder",
    "text",
    "texts",
    "id",
    "party",
    "parties",
    "article",
    "deal",
    "members",
    "fields",
    "enum",
    "date",
    "quantity",
    "number",
    "flag",
    "offsets",
    "value",
    "shapes",
    "table",
]

ID_PATTERN = "[a-z0-9][a-z0-9.-]*"
_FIGURE = "A short text such as `1.25 bn USD`, `up to 4 bn USD`, `more than 3 bn USD`, "
AMOUNT_DOC = (
    _FIGURE + "`about 400 M EUR`, `1-2 bn USD`, `several bn USD` or `undisclosed`, or a mapping "
    "of bounds. Leave it out when no source tells it."
)
DATE_DOC = "EDTF: 2023, 2023-09, 2023-09-25, 2024-Q1, 2025-H1, 2023-09~, 2023-10/2024-03, ../2024."


class Key(msgspec.Struct, frozen=True):
    """One key of a mapping.

    Attributes:
        name: As it is typed.
        kind: How its value is read.
        doc: What it means, in a sentence for the user.
        required: Whether the mapping makes no sense without it.
        choices: The words allowed, for `enum`.
        shape: The name of the mapping that is nested, for `shapes` and `table`.
        attribute: Its name in the model where that differs from `name`.
    """

    name: str
    kind: Kind
    doc: str
    required: bool = False
    choices: tuple[str, ...] = ()
    shape: str = ""
    attribute: str = ""

    @property
    def target(self) -> str:
        """Its name in the model."""
        return self.attribute or self.name


class Shape(msgspec.Struct, frozen=True):
    """A mapping of the corpus file: its keys by name."""

    name: str
    doc: str
    keys: dict[str, Key]


def _shape(name: str, doc: str, *keys: Key) -> Shape:
    return Shape(name, doc, {key.name: key for key in keys})


def _enum(name: str, alias: object, doc: str, *, required: bool = False) -> Key:
    return Key(name, "enum", doc, required, get_args(alias))


_ID = Key("id", "id", "Unique among all records: small letters, digits, `-` and `.`.", True)
_TITLE = Key("title", "text", "What happened, in a few words.", True)
_NOTE = Key("note", "text", "Anything a reader should know.")
_TAGS = Key("tags", "texts", "Words to find it by.")
_USED_IN = Key("used-in", "shapes", "Where it was used; `dealtui corrections` watches over it.",
               shape="use", attribute="used_in")  # fmt: skip
_STATUS = _enum("status", Status, "How far it has come, on IATI's ladder.")
_PAYER = Key("payer", "party", "The party that the money comes from.")
_PAYEE = Key("payee", "party", "The party that the money goes to.")
_EVIDENCE = Key("evidence", "shapes", "The quotes that speak about it.", shape="evidence")

SHAPES: dict[str, Shape] = {
    shape.name: shape
    for shape in (
        _shape(
            "root", "A corpus: parties, articles, and what the articles say about deals.",
            Key("version", "version", "The version of this spelling: 1.", True),
            Key("corpus", "text",
                "What tells this corpus from others, wherever it lies; made by `dealtui init`."),
            Key("articles_dir", "folder",
                "Where the articles lie, relative to this file; may begin with `../`."),
            Key("include", "texts",
                "More files of the corpus, relative to this one and in its folder or below it."),
            Key("parties", "table", "Companies, funds and people by id.", shape="party"),
            Key("articles", "table", "Press articles by id.", shape="article"),
            Key("deals", "shapes", "Agreements and announced intentions.", shape="deal"),
            Key("totals", "shapes", "Sums that an article states over several deals.",
                shape="total"),
            Key("facts", "shapes", "Figures about one party that are no deals.", shape="fact"),
            Key("ignore", "shapes", "Findings of `dealtui check` to leave out, with the reason.",
                shape="ignored"),
        ),
        _shape(
            "ignored", "Findings that are known and accepted.",
            Key("rule", "text",
                "Their code, in brackets behind each finding; `dealtui check --list` has all.",
                True),
            Key("because", "text", "Why they are accepted.", True),
            Key("record", "text", "Only those of the record with this id."),
            Key("article", "text", "Only those of the article with this id."),
        ),
        _shape(
            "party", "A company, fund or person.",
            Key("name", "text", "The name to show.", True),
            Key("aliases", "texts", "Other names that articles use."),
            _NOTE,
            Key("distinct-from", "parties",
                "Ids of parties with a similar name that are others: no likely duplicates.",
                attribute="distinct_from"),
        ),
        _shape(
            "article", "A press article.",
            Key("file", "text", "The text file, relative to `articles_dir`.", True),
            Key("title", "text", "Its headline."),
            Key("publisher", "text", "Who published it."),
            Key("published", "date", "When it appeared. " + DATE_DOC),
            Key("language", "text", "The language of the text, as in ISO 639-1: `fr`, `en`."),
            Key("url", "text", "Where it can be found."),
            Key("author", "text", "Who wrote it."),
            Key("retrieved", "date", "When it was fetched from `url`. " + DATE_DOC),
            Key("sha256", "text",
                "The SHA-256 of the text file when it was taken in; `check` compares it."),
            Key("original", "text",
                "The file it was read from, relative to `articles_dir`, named by its SHA-256."),
            Key("page", "text", "The page of the original or of the paper on which it begins."),
            Key("pages", "offsets",
                "Where the following pages begin in the text, in characters: [1833, 4021]."),
            Key("version-of", "article",
                "The id of the article that this is another version of.",
                attribute="version_of"),
            _NOTE,
            Key("not-a-deal", "shapes", "Figures in it that are no deal.", shape="dismissal",
                attribute="not_a_deal"),
        ),
        _shape(
            "dismissal", "A figure that the curator judged to be no deal.",
            Key("quote", "text", "The exact words.", True),
            Key("because", "text", "Why it is no deal.", True),
            Key("prefix", "text", "The words just before, where the quote is not unique."),
            Key("suffix", "text", "The words just after, where the quote is not unique."),
        ),
        _shape(
            "evidence", "A quote that speaks about fields of its record.",
            Key("for", "fields",
                "The field it speaks about, or a list; the amount or value when left out.",
                attribute="fields"),
            Key("article", "article", "The id of the article.", True),
            Key("quote", "text", "The exact words, as short as proves the value.", True),
            Key("prefix", "text", "The words just before, where the quote is not unique."),
            Key("suffix", "text", "The words just after, where the quote is not unique."),
            _enum("stance", Stance, "What the quote does to the recorded value (CiTO)."),
            _enum("rank", Rank, "`deprecated` stays visible but no longer counts."),
            Key("says", "value", "The value this source gives, where it differs."),
            Key("because", "text", "Why it departs from the record, or is deprecated."),
            Key("derived", "text",
                "A formula over named fields, where the quote gives only the operands."),
            Key("judged", "text",
                "Why you take it for proof where the program cannot tell: `unclear`."),
        ),
        _shape(
            "tranche", "A part of a deal.",
            Key("id", "id", "Unique within the deal.", True),
            Key("title", "text", "What it is, in a few words."),
            Key("amount", "quantity", AMOUNT_DOC),
            _STATUS,
            Key("date", "date", "When it was or is paid. " + DATE_DOC),
            _EVIDENCE,
            _NOTE,
        ),
        _shape(
            "deal", "An agreement or announced intention between parties.",
            _ID, _TITLE, _PAYER, _PAYEE,
            Key("parties", "parties",
                "Others who take part, or all where no money flows in one direction."),
            Key("subject", "party",
                "Whose shares change hands, where it is neither payer nor payee."),
            _enum("instrument", Instrument, "What kind of deal it is."),
            _STATUS,
            Key("announced", "date", "When it became public. " + DATE_DOC),
            Key("date", "date", "When it was signed, paid or took effect. " + DATE_DOC),
            Key("due", "date", "By when or over which period it is fulfilled. " + DATE_DOC),
            Key("amount", "quantity", AMOUNT_DOC),
            Key("tranches", "shapes", "Its parts.", shape="tranche"),
            Key("same-as", "deal",
                "The id of the same deal in another currency; only that one is counted.",
                attribute="same_as"),
            _EVIDENCE, _NOTE, _TAGS, _USED_IN,
        ),
        _shape(
            "total", "A sum that an article states over several deals.",
            _ID, _TITLE, _PAYER, _PAYEE,
            Key("period", "date", "The time it counts. " + DATE_DOC),
            _STATUS,
            Key("count", "quantity", "How many operations the article counts."),
            Key("amount", "quantity", AMOUNT_DOC),
            Key("members", "members", "Ids of deals, or `deal.tranche` for one tranche."),
            _EVIDENCE, _NOTE, _TAGS, _USED_IN,
        ),
        _shape(
            "fact", "A figure about one party that is no deal.",
            _ID, _TITLE,
            _enum("kind", FactKind, "What the figure measures.", required=True),
            Key("party", "party", "The party that the figure describes."),
            Key("holder", "party", "For a stake: who holds it."),
            Key("value", "quantity", _FIGURE + "`70 %`, `2.2 GW` or `less than 1/3`."),
            Key("date", "date", "When it was so. " + DATE_DOC),
            _EVIDENCE, _NOTE, _TAGS, _USED_IN,
        ),
        _shape(
            "use", "Where a record was used: a story, a memo, a slide.",
            Key("title", "text", "What it is called.", True),
            Key("url", "text", "Where it can be found."),
            Key("date", "date", "When it appeared. " + DATE_DOC),
            Key("figure", "quantity",
                "The amount or value as it was used there. " + _FIGURE + "…"),
        ),
        _shape(
            "quantity", "A figure by its bounds, as in the standard BODS.",
            Key("value", "number", "The number, when it is stated exactly."),
            Key("min", "number", "At least this.", attribute="minimum"),
            Key("max", "number", "At most this.", attribute="maximum"),
            Key("exclusive_min", "number", "More than this.", attribute="exclusive_minimum"),
            Key("exclusive_max", "number", "Less than this.", attribute="exclusive_maximum"),
            Key("approx", "flag", "`true` where the source says about.", attribute="approximate"),
            Key("currency", "text", "The ISO 4217 code: `USD`, `EUR`.", attribute="unit"),
            Key("unit", "text", "`%` or a unit such as `GW`, for what is no money."),
        ),
    )
}  # fmt: skip

RECORD_SECTIONS = {"deals": "deal", "totals": "total", "facts": "fact"}
"""The sections of the file that contain records, with the shape of their items."""

_NOT_FIELDS = frozenset(
    ("id", "title", "tranches", "same-as", "evidence", "note", "tags", "used-in")
)


def field_names(shape: str) -> tuple[str, ...]:
    """The keys of a record or tranche that evidence can speak about."""
    return tuple(name for name in SHAPES[shape].keys if name not in _NOT_FIELDS)


def main_field(shape: str) -> str:
    """The field that evidence speaks about when it names none."""
    return "value" if shape == "fact" else "amount"
