"""The passages of articles that a record rests on, each once, with its words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.export.html.markup import link, tag, words
from tui.model.article_places import address_at, page_at
from tui.model.format import format_when
from tui.model.headline import field_words, value_words
from tui.model.messages import shown
from tui.platform.translation import tr
from tui.proof.claim.sentences import paragraph_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.export.selection import Selection
    from tui.model.proofs import Anchor, RecordProof, Statement
    from tui.model.records import Evidence

_CONTEXT = 400
"""Characters of the paragraph on either side of a quote; more is cut at a word."""


class Passage(NamedTuple):
    """A quote with all that it says about the fields of one record.

    Attributes:
        number: Its number within the record, from 1.
        statements: What it says about each field, in the order of the fields.
    """

    number: int
    statements: list[Statement]

    @property
    def evidence(self) -> Evidence:
        """The quote as it is recorded for the first of the fields."""
        return self.statements[0].evidence


def passages_of(proof: RecordProof) -> list[Passage]:
    """The quotes of a record, each once however many fields it speaks about."""
    found: dict[tuple[str, str, str], Passage] = {}
    for field in proof.fields:
        for statement in field.statements:
            evidence = statement.evidence
            key = evidence.article, evidence.quote, evidence.prefix
            passage = found.setdefault(key, Passage(len(found) + 1, []))
            passage.statements.append(statement)
    return list(found.values())


def passage_html(passage: Passage, anchor: str, selection: Selection) -> str:
    """A passage as an item of a list: the words in their paragraph, what they say, the source."""
    said = "".join(tag("li", _statement(statement, selection)) for statement in passage.statements)
    quote = _paragraph(passage, selection)
    source = tag("footer", _source(passage, selection))
    return tag("li", f"<blockquote>{quote}</blockquote><ul>{said}</ul>{source}", id=anchor)


def _paragraph(passage: Passage, selection: Selection) -> str:
    """The quote in its paragraph; alone where it is not in the article."""
    evidence, anchor = passage.evidence, passage.statements[0].anchor
    text = selection.corpus.texts.get(evidence.article)
    if text is None or not anchor.found:
        lost = tr("the article could not be read") if text is None else tr("not in the article")
        return f"<p><mark class=lost>{words(evidence.quote)}</mark> <small>({lost})</small></p>"
    begin, stop = paragraph_around(text.text, anchor.start, anchor.end)
    before = _tail(text.text[begin : anchor.start])
    after = _head(text.text[anchor.end : stop])
    quoted = text.text[anchor.start : anchor.end]
    return f"<p>{before}<mark>{words(quoted)}</mark>{after}</p>"


def _tail(text: str) -> str:
    """The end of what stands before a quote, with the space that parts them."""
    cut = text if len(text) <= _CONTEXT else "… " + text[-_CONTEXT:].partition(" ")[2]
    return words(cut) + " " * cut[-1:].isspace()


def _head(text: str) -> str:
    """The start of what stands behind a quote."""
    cut = text if len(text) <= _CONTEXT else text[:_CONTEXT].rpartition(" ")[0] + " …"
    return " " * cut[:1].isspace() + words(cut)


def _statement(statement: Statement, selection: Selection) -> str:
    """`supports amount: $4 bn`, and why not where it does not state that."""
    evidence, anchor = statement.evidence, statement.anchor
    said = f"{tr(evidence.stance)} <b>{words(field_words(statement.path))}</b>"
    if statement.value is not None:
        field = statement.path.rpartition(".")[2]
        value = value_words(statement.value, field, selection.names, selection.locale)
        said = tr("{field}: {what}").format(field=said, what=words(value))
    remarks = (
        _anchor_words(anchor),
        shown(statement.detail),
        tr("judged: {reason}").format(reason=evidence.judged) if evidence.judged else "",
        tr("deprecated: {reason}").format(reason=evidence.because)
        if evidence.rank == "deprecated"
        else "",
    )
    told = [words(remark) for remark in remarks if remark]
    return said + (f" <small>({'; '.join(told)})</small>" if told else "")


def _anchor_words(anchor: Anchor) -> str:
    """How a quote was found that does not stand in its article word for word."""
    if anchor.state == "exact":
        return ""
    state = tr(f"quote {anchor.state}")
    return f"{state}: {shown(anchor.detail)}" if anchor.detail else state


def _source(passage: Passage, selection: Selection) -> str:
    evidence, anchor = passage.evidence, passage.statements[0].anchor
    article = selection.corpus.articles.get(evidence.article)
    if article is None:
        return words(evidence.article)
    page = None
    if anchor.found:
        page = page_at(article, selection.corpus.texts.get(article.id), anchor.start)
    title = tag("cite", words(article.title or article.file))
    parts: Sequence[str] = (
        words(article.publisher),
        link(f"#article-{article.id}", title),
        words(article.author),
        words(format_when(article.published, selection.locale)),
        tr("p. {page}").format(page=page) if page else "",
    )
    address = address_at(article, evidence.quote, evidence.prefix, evidence.suffix)
    opened = " · " + link(address, tr("open at the quote")) if address else ""
    return ", ".join(filter(None, parts)) + opened
