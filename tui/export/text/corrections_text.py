"""What is to be corrected where it was used: as text, as Markdown and as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tui.export.formats.markdown import escaped
from tui.export.text.diff_text import change_words, plain_value
from tui.model.format import EN, Locale, format_date, format_value, format_when
from tui.model.headline import field_words
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.proof.verify.statements import counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tui.model.corpus import Corpus
    from tui.model.proofs import RecordProof, Statement
    from tui.proof.results.corrections import Correction
    from tui.proof.results.fact_diff import FieldChange


class Sources(NamedTuple):
    """What proves the values of today.

    Attributes:
        corpus: The corpus of today.
        proof: The proof of a record of it by its id.
        locale: How figures and dates are written.
    """

    corpus: Corpus
    proof: Callable[[str], RecordProof]
    locale: Locale = EN

    def of(self, correction: Correction, path: str) -> Sequence[Statement]:
        """The statements about a field that count today."""
        if correction.gone:
            return ()
        fields = self.proof(correction.record.id).fields
        found = next((field for field in fields if field.path == path), None)
        return [one for one in found.statements if counts(one)] if found is not None else []


def corrections_text(found: Sequence[Correction], sources: Sources) -> str:
    """A paragraph for each use: what was printed, what is so now, and who says it."""
    paragraphs = []
    for one in found:
        lines = [
            f"{one.record.id}  {one.record.title}",
            "    " + tr("used in {use}").format(use=_use_words(one, sources)),
        ]
        if one.gone:
            lines.append(f"    {tr('the record is gone')}")
        for field in one.fields:
            lines.append(f"    {_field_words(field, sources.locale)}")
            for statement in sources.of(one, field.path):
                lines += [f"        {line}" for line in _source_words(statement, sources)]
        paragraphs.append("".join(f"{safe_line(line)}\n" for line in lines))
    return "\n".join(paragraphs)


def corrections_markdown(found: Sequence[Correction], sources: Sources) -> str:
    """The same as a list to be ticked off."""
    lines = []
    for one in found:
        title = escaped(one.record.title)
        lines.append(f"- [ ] **{title}** (`{one.record.id}`), {escaped(_use_words(one, sources))}")
        if one.gone:
            lines.append(f"  - {tr('the record is gone')}")
        for field in one.fields:
            lines.append(f"  - {escaped(_field_words(field, sources.locale))}")
            for statement in sources.of(one, field.path):
                words = " ".join(_source_words(statement, sources))
                lines.append(f"    - {escaped(words)}")
    return "\n".join(lines) + "\n" if lines else ""


def correction_values(found: Sequence[Correction], sources: Sources) -> Iterator[dict[str, Any]]:
    """The same as plain values, one for each use."""
    for one in found:
        use = one.use
        yield {
            "record": one.record.id,
            "title": one.record.title,
            "gone": one.gone,
            "used_in": {
                "title": use.title,
                "url": use.url or None,
                "date": plain_value(use.date),
                "figure": plain_value(use.figure),
            },
            "fields": [
                {
                    "field": field.path,
                    "before": plain_value(field.before),
                    "after": plain_value(field.after),
                    "state_before": field.state_before,
                    "state_after": field.state_after,
                    "sources": [_source(each, sources) for each in sources.of(one, field.path)],
                }
                for field in one.fields
            ],
        }


def _use_words(one: Correction, sources: Sources) -> str:
    """`“The mill money”, 12 Apr 2024, as $3 bn, https://…`."""
    use, locale = one.use, sources.locale
    parts = (
        tr("“{words}”").format(words=use.title),
        format_date(use.date, locale) if use.date is not None else "",
        tr("as {figure}").format(figure=format_value(use.figure, locale))
        if use.figure is not None
        else "",
        use.url,
    )
    return ", ".join(filter(None, parts))


def _field_words(field: FieldChange, locale: Locale) -> str:
    values = [
        format_value(one, locale) if one is not None else tr("none")
        for one in (field.before, field.after)
    ]
    states = change_words(tr(field.state_before or ""), tr(field.state_after or ""))
    return f"{field_words(field.path)}: {'; '.join(filter(None, (change_words(*values), states)))}"


def _source_words(statement: Statement, sources: Sources) -> Iterator[str]:
    """Who says what, in which words; below it where that can be read."""
    evidence = statement.evidence
    article = sources.corpus.articles.get(evidence.article)
    says = format_value(statement.value, sources.locale) if statement.value is not None else ""
    stance = tr(evidence.stance) if evidence.stance != "supports" else ""
    parts = (
        (article.publisher if article else "") or evidence.article,
        format_when(article.published if article else None, sources.locale),
        " ".join(filter(None, (stance, says))),
    )
    yield f"{', '.join(filter(None, parts))}: “{' '.join(evidence.quote.split())}”"
    if article is not None and article.url:
        yield article.url


def _source(statement: Statement, sources: Sources) -> dict[str, Any]:
    evidence = statement.evidence
    article = sources.corpus.articles.get(evidence.article)
    return {
        "article": evidence.article,
        "publisher": (article.publisher if article else "") or None,
        "published": plain_value(article.published if article else None),
        "url": (article.url if article else "") or None,
        "stance": evidence.stance,
        "value": plain_value(statement.value),
        "quote": evidence.quote,
    }
