"""What changed between two states of a corpus, as text, as Markdown and as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.export.formats.markdown import escaped
from tui.model.format import EN, Locale, counted, format_value
from tui.model.headline import field_words
from tui.model.messages import msg, shown
from tui.model.safe_text import safe_line
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model.records import Value
    from tui.proof.results.fact_diff import (
        ArticleChange,
        FactDiff,
        FieldChange,
        Quote,
        RecordChange,
    )

_SIGNS = {"added": "+", "gone": "-", "changed": "~", "renamed": ">"}
_LONGEST = 100
"""Characters of a quote that are printed."""


def diff_text(diff: FactDiff, locale: Locale = EN) -> str:
    """A line for each record and article that changed, with what changed of it below."""
    return "".join(f"{safe_line(line)}\n" for line in _lines(diff, locale))


def _lines(diff: FactDiff, locale: Locale) -> Iterator[str]:
    for change in diff.records:
        yield f"{_SIGNS[_kind(change)]} {_heading(change)}"
        for field in change.fields:
            yield f"    {_field_words(field, locale)}"
        for sign, quotes in (("+", change.added_quotes), ("-", change.lost_quotes)):
            for quote in quotes:
                yield f"    {sign} {_quote_words(quote)}"
    for article in diff.articles:
        yield f"{_SIGNS[_article_kind(article)]} {_article_words(article, locale)}"


def diff_markdown(diff: FactDiff, locale: Locale = EN) -> str:
    """The same as nested lists for a pull request, with a sentence that sums it up."""
    lines = [f"**{escaped(summary(diff))}**", ""]
    for change in diff.records:
        name = f"`{change.record.id}`"
        if change.former_id:
            name = tr("{record} (was {former})").format(record=name, former=f"`{change.former_id}`")
        heading = tr("{what}: {title}").format(what=name, title=escaped(change.record.title))
        lines.append(f"- {shown(_WORDS[_kind(change)])} {heading}")
        lines += [f"  - {escaped(_field_words(field, locale))}" for field in change.fields]
        for words, quotes in ((_NEW, change.added_quotes), (_GONE, change.lost_quotes)):
            lines += [f"  - {shown(words)} {escaped(_quote_words(quote))}" for quote in quotes]
    for article in diff.articles:
        lines.append(
            f"- {shown(_WORDS[_article_kind(article)])} {escaped(_article_words(article, locale))}"
        )
    return "\n".join(lines).rstrip() + "\n"


def diff_values(diff: FactDiff) -> dict[str, Any]:
    """The same as plain values; values are spelt as in the corpus file."""
    return {
        "records": [
            {
                "id": change.record.id,
                "former_id": change.former_id or None,
                "change": _kind(change),
                "title": change.record.title,
                "fields": [
                    {
                        "field": field.path,
                        "before": plain_value(field.before),
                        "after": plain_value(field.after),
                        "state_before": field.state_before,
                        "state_after": field.state_after,
                        "lost_proof": field.lost_proof,
                        "newly_disputed": field.newly_disputed,
                    }
                    for field in change.fields
                ],
                "added_quotes": [quote._asdict() for quote in change.added_quotes],
                "lost_quotes": [quote._asdict() for quote in change.lost_quotes],
            }
            for change in diff.records
        ],
        "articles": [
            {
                "id": change.article.id,
                "change": _article_kind(change),
                "text_edited": change.text,
                "keys": list(change.keys),
            }
            for change in diff.articles
        ],
    }


_WORDS = {
    "added": msg("added"),
    "gone": msg("gone"),
    "renamed": msg("renamed"),
    "changed": msg("changed"),
}
_NEW, _GONE = msg("new"), msg("gone")
_RECORDS = {
    "added": msg("{records} added"),
    "gone": msg("{records} gone"),
    "renamed": msg("{records} renamed"),
    "changed": msg("{records} changed"),
}
_ARTICLES = {
    "added": msg("{articles} added"),
    "gone": msg("{articles} gone"),
    "changed": msg("{articles} changed"),
}


def summary(diff: FactDiff) -> str:
    """How much changed, in one line."""
    kinds = [_kind(change) for change in diff.records]
    lost = sum(field.lost_proof for field in diff.fields)
    disputed = sum(field.newly_disputed for field in diff.fields)
    words = [
        *(
            tr(_RECORDS[kind]).format(records=counted(kinds.count(kind), "record"))
            for kind in _SIGNS
            if kind in kinds
        ),
        tr("{fields} lost proof").format(fields=counted(lost, "field")) if lost else "",
        tr("{fields} newly disputed").format(fields=counted(disputed, "field")) if disputed else "",
    ]
    articles = [_article_kind(change) for change in diff.articles]
    words += [
        tr(_ARTICLES[kind]).format(articles=counted(articles.count(kind), "article"))
        for kind in ("added", "gone", "changed")
        if kind in articles
    ]
    return ", ".join(filter(None, words)) or tr("nothing changed")


def change_words(before: str, after: str) -> str:
    """Both sides of a change, `4 bn → 9 bn`; of what is on one side alone, that."""
    if before == after or not before or not after:
        return after or before
    return f"{before} → {after}"


def plain_value(value: Value | None) -> str | None:
    """A value as the corpus file spells it."""
    return None if value is None else str(value)


def _kind(change: RecordChange) -> str:
    if change.before is None:
        return "added"
    if change.after is None:
        return "gone"
    return "renamed" if change.former_id else "changed"


def _article_kind(change: ArticleChange) -> str:
    if change.before is None:
        return "added"
    return "gone" if change.after is None else "changed"


def _heading(change: RecordChange) -> str:
    name = change.record.id
    if change.former_id:
        name = tr("{record} (was {former})").format(record=name, former=change.former_id)
    return f"{name}  {change.record.title}"


def _field_words(field: FieldChange, locale: Locale) -> str:
    """`amount: up to $4 bn → $9 bn; proved → contradicted`."""
    values = [
        format_value(one, locale) if one is not None else "" for one in (field.before, field.after)
    ]
    if values[0] and not values[1] and field.state_after:
        values[1] = tr("none")
    states = change_words(tr(field.state_before or ""), tr(field.state_after or ""))
    return f"{field_words(field.path)}: {'; '.join(filter(None, (change_words(*values), states)))}"


def _quote_words(quote: Quote) -> str:
    words = " ".join(quote.words.split())
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition(" ")[0] + " …"
    return tr("quote “{words}” ({article})").format(words=words, article=quote.article)


def _article_words(change: ArticleChange, locale: Locale) -> str:
    """`article some-id  Its title: text edited, published Mar 2024 → Apr 2024`."""
    before, after = change.before, change.after
    parts = [tr("text edited")] if change.text else []
    for key in change.keys:
        values = [
            format_value(value, locale) if (value := getattr(one, key)) else tr("none")
            for one in (before, after)
        ]
        parts.append(f"{tr(key.replace('_', '-'))} {change_words(*values)}")
    heading = f"{tr('article')} {change.article.id}  {change.article.title}".rstrip()
    return f"{heading}: {', '.join(parts)}" if parts else heading
