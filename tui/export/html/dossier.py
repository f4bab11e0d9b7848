"""The dossier: one HTML file with every record, the sentences that prove it, and the sources.

It asks nothing of a network (a content security policy forbids it), is read without scripts, and is
made to be printed. With scripts it can be searched.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from tui.export.html.markup import link, tag, words
from tui.export.html.passages import passage_html, passages_of
from tui.export.svg.flows_svg import flows_svg
from tui.export.svg.timeline_svg import timeline_svg
from tui.model.format import counted, format_quantity, format_when
from tui.model.format_dates import full_day
from tui.model.headline import field_words, headline, kind_words, value_words
from tui.model.messages import msg, shown
from tui.model.proofs import PROOF_STATES
from tui.model.records import Deal, Total, all_evidence, field_rows, record_amount
from tui.platform.translation import language, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tui.export.html.passages import Passage
    from tui.export.selection import Selection
    from tui.model.proofs import FieldProof, ProofState, Statement
    from tui.model.records import Article, Record

STATES: dict[ProofState, str] = {
    "proved": msg("The quote was found in its article, and its sentence says so."),
    "judged": msg("A person read it so; the words alone do not say it."),
    "derived": msg("Computed from figures that the quotes state."),
    "moved": msg("The article has the quote in slightly other words of the same meaning."),
    "ambiguous": msg("The article has the quote more than once, and they differ."),
    "unclear": msg("Something in the sentence may turn its meaning."),
    "unsourced": msg("No quote is recorded for it."),
    "disputed": msg("Sources disagree."),
    "contradicted": msg("The quote says otherwise."),
    "missing": msg("The quote is not in the article."),
    "changed": msg("The article says it with other figures or words."),
}
"""What each state means, in a sentence for a reader who has not seen the program."""


class Dossier(NamedTuple):
    """What a dossier is made of.

    Attributes:
        title: Its heading.
        query: The search that chose the records; empty for all.
        day: When it was made.
        reviews: Who checked a record and when, in words, by its id.
        sign_off: Whether there are columns to sign.
    """

    title: str
    query: str
    day: date
    reviews: Mapping[str, str]
    sign_off: bool = False


def dossier_html(selection: Selection, dossier: Dossier) -> str:
    """The dossier as one page."""
    records = list(selection.corpus.records.values())
    style, script = _resource("dossier.css"), _resource("dossier.js")
    sections = [
        _summary(selection, dossier),
        _contents(records),
        *_pictures(selection),
        _disputes(selection),
        tag("h2", tr("Records"), id="records", **_search_words(len(records))),
        *(_record(record, selection, dossier) for record in records),
        tag("h2", tr("Sources"), id="sources"),
        *(_article(article, selection) for article in selection.corpus.articles.values()),
    ]
    policy = (
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        '<meta name="generator" content="dealtui">'
        f"<title>{words(dossier.title)}</title><style>{style}</style>"
    )
    body = "\n".join(sections)
    return (
        f'<!doctype html>\n<html lang="{language()}"><head>{head}</head>\n'
        f"<body><main>{body}</main>\n<script>{script}</script></body></html>\n"
    )


def _search_words(records: int) -> dict[str, str]:
    """What the search in the page says, which its script takes from the heading of the records."""
    return {
        "data_search": tr("Search these records"),
        "data_found": tr("{found} of {all} records").format(found="{found}", all=records),
    }


def _resource(name: str) -> str:
    return files("tui.export.html").joinpath(name).read_text("utf-8")


def _summary(selection: Selection, dossier: Dossier) -> str:
    """The heading, what was chosen, and how many fields are in which state."""
    corpus = selection.corpus
    counts = Counter(
        field.state for record in corpus.records for field in selection.proof(record).fields
    )
    about = [
        counted(len(corpus.records), "record"),
        counted(len(corpus.articles), "article"),
        tr("made on {day}").format(day=full_day(dossier.day, selection.locale)),
    ]
    if dossier.query:
        about.insert(0, tr("chosen by “{query}”").format(query=dossier.query))
    rows = (
        f"<tr><td>{_state(state)}<td class=number>{counts[state]}<td>{words(shown(STATES[state]))}"
        for state in reversed(PROOF_STATES)
        if counts[state]
    )
    caption = tr("Fields by the state of their proof")
    table = _table("states", (tr("state"), tr("fields"), tr("meaning")), rows, caption)
    heading = f"<h1>{words(dossier.title)}</h1><p>{words(' · '.join(about))}</p>"
    return f"<header>{heading}{table}</header>"


def _contents(records: Sequence[Record]) -> str:
    items = "".join(
        tag("li", link(f"#record-{record.id}", words(record.title))) for record in records
    )
    return f'<nav aria-label="{tr("Records")}"><h2>{tr("Contents")}</h2><ol>{items}</ol></nav>'


def _pictures(selection: Selection) -> Iterator[str]:
    """Timeline and flows, on the ground of the reader's theme; paper has the light one."""
    corpus, locale = selection.corpus, selection.locale
    records = list(corpus.records.values())
    if not records:
        return
    for title, draw in ((tr("Timeline"), timeline_svg), (tr("Who pays whom"), flows_svg)):
        light, dark = (
            f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
            for svg in (
                draw(corpus, records, title=title, light=light, locale=locale)
                for light in (True, False)
            )
        )
        about = tr("{picture} of the records below").format(picture=title)
        dark_screen = "(prefers-color-scheme: dark) and (not print)"
        yield (
            f"<figure><h2 class=unseen>{title}</h2><picture>"
            f'<source media="{dark_screen}" srcset="{dark}">'
            f'<img alt="{words(about)}" src="{light}"></picture></figure>'
        )


def _disputes(selection: Selection) -> str:
    """What sources say otherwise, beside what is recorded."""
    rows = []
    for record in selection.corpus.records.values():
        values = {row.path: row.value for row in field_rows(record)}
        for field in selection.proof(record.id).fields:
            others = [
                one for one in field.statements if one.evidence.stance in ("disputes", "corrects")
            ]
            if others:
                name = field.path.rpartition(".")[2]
                value = value_words(values.get(field.path), name, selection.names, selection.locale)
                where = link(f"#record-{record.id}", words(record.title))
                said = "".join(_otherwise(one, name, selection) for one in others)
                rows.append(
                    f"<tr><th scope=row>{where}, {words(field_words(field.path))}"
                    f"<td>{words(value)} {_state(field.state)}<td><ul>{said}</ul>"
                )
    if not rows:
        return ""
    return tag("h2", tr("Where sources disagree"), id="disputes") + _table(
        "disputes", (tr("field"), tr("recorded"), tr("said otherwise")), rows
    )


def _otherwise(statement: Statement, field: str, selection: Selection) -> str:
    """What one source says otherwise, and why it does not count where it was set aside."""
    evidence = statement.evidence
    value = value_words(statement.value, field, selection.names, selection.locale)
    quoted = tr("{value}: “{words}”").format(value=words(value), words=words(evidence.quote))
    source = words(_publisher(evidence.article, selection))
    if evidence.rank == "deprecated":
        source += "; " + tr("set aside: {reason}").format(reason=words(evidence.because))
    return f"<li>{quoted} <small>{source}</small></li>"


def _table(kind: str, columns: Iterable[str], rows: Iterable[str], caption: str = "") -> str:
    """A table of rows that are HTML already."""
    heading = f"<caption>{caption}</caption>" if caption else ""
    head = "".join(f"<th scope=col>{column}" for column in columns)
    return f"<table class={kind}>{heading}<thead><tr>{head}<tbody>{''.join(rows)}</table>"


def _record(record: Record, selection: Selection, dossier: Dossier) -> str:
    """A record: its fields, the passages that they rest on, and who checked it."""
    proof = selection.proof(record.id)
    passages = passages_of(proof)
    status = record.status if isinstance(record, Deal | Total) else ""
    about = ", ".join(
        filter(
            None,
            (
                record.id,
                kind_words(record, selection.locale),
                selection.locale.word(status or ""),
                *record.tags,
            ),
        )
    )
    quotes = "".join(
        passage_html(passage, f"{record.id}-{passage.number}", selection) for passage in passages
    )
    columns = [tr("field"), tr("value"), tr("proof"), tr("passages")]
    if dossier.sign_off:
        columns += [tr("checked by"), tr("on")]
    rows = (_field(field, record, passages, selection, columns) for field in proof.fields)
    parts = [
        f"<h3>{words(record.title)}</h3>",
        f"<p>{words(headline(record, selection.names))} <small>{words(about)}</small></p>",
        _table("fields", columns, rows),
        f"<ol class=passages>{quotes}</ol>" if quotes else "",
        _members(record, selection) if isinstance(record, Total) and record.members else "",
        f"<p class=note>{words(record.note)}</p>" if record.note else "",
    ]
    if review := dossier.reviews.get(record.id):
        parts.append(f"<p class=review>{words(review)}</p>")
    name = f"record-{record.id}"
    return tag("article", "".join(parts), id=name, class_="record", data_state=proof.state)


def _field(
    field: FieldProof,
    record: Record,
    passages: Sequence[Passage],
    selection: Selection,
    columns: Sequence[str],
) -> str:
    """A field as a row; each cell has its column's name, for screens too narrow for columns."""
    values = {row.path: row.value for row in field_rows(record)}
    label = field.path.rpartition(".")[2]
    value = value_words(values.get(field.path), label, selection.names, selection.locale)
    numbers = " ".join(
        link(f"#{record.id}-{passage.number}", f"[{passage.number}]")
        for passage in passages
        if any(statement.path == field.path for statement in passage.statements)
    )
    why = f" <small>{words(shown(field.detail))}</small>" if field.detail else ""
    cells = (words(value), f"{_state(field.state)}{why}", numbers)
    told = (
        f'<td data-label="{words(name)}">{cell}'
        for name, cell in zip(columns[1:], cells, strict=False)
    )
    signed = (f'<td class=sign data-label="{words(name)}">' for name in columns[len(cells) + 1 :])
    heading = f"<tr><th scope=row>{words(field_words(field.path))}"
    return "".join((heading, *told, *signed))


def _members(total: Total, selection: Selection) -> str:
    """The deals that a total is said to add up, with their amounts."""
    rows = []
    for member in total.members:
        deal_id, _, tranche_id = member.partition(".")
        record = selection.corpus.records.get(member) or selection.corpus.records.get(deal_id)
        amount = record_amount(record) if record else None
        if isinstance(record, Deal) and tranche_id and record.id != member:
            parts = {part.id: part.amount for part in record.tranches}
            amount = parts.get(tranche_id)
        name = link(f"#record-{record.id}", words(record.title)) if record else words(member)
        figure = format_quantity(amount, selection.locale) if amount else tr("no figure")
        rows.append(f"<tr><td>{name}<td class=number>{words(figure)}")
    return _table("members", (tr("deal"), tr("amount")), rows, tr("What it adds up"))


def _article(article: Article, selection: Selection) -> str:
    """A source: where it is found, and by which hash its text is told to be the same."""
    text = selection.corpus.texts.get(article.id)
    records = [
        record
        for record in selection.corpus.records.values()
        if any(evidence.article == article.id for _, evidence in all_evidence(record))
    ]
    facts = {
        tr("publisher"): words(article.publisher),
        tr("author"): words(article.author),
        tr("published"): words(format_when(article.published, selection.locale)),
        tr("address"): link(article.url, words(article.url)),
        tr("retrieved"): words(article.retrieved.text) if article.retrieved else "",
        tr("file"): words(article.file),
        "SHA-256": f"<code>{words(text.digest)}</code>" if text and text.digest else "",
        tr("original"): f"<code>{words(article.original)}</code>" if article.original else "",
        tr("note"): words(article.note),
        tr("quoted by"): ", ".join(link(f"#record-{one.id}", words(one.title)) for one in records),
    }
    rows = "".join(f"<dt>{name}<dd>{value}" for name, value in facts.items() if value)
    return tag(
        "article",
        f"<h3>{words(article.title or article.file)}</h3><dl>{rows}</dl>",
        id=f"article-{article.id}",
        class_="source",
    )


def _state(state: ProofState) -> str:
    return f'<span class="state {state}">{tr(state)}</span>'


def _publisher(article_id: str, selection: Selection) -> str:
    article = selection.corpus.articles.get(article_id)
    return (article.publisher or article.title if article else "") or article_id
