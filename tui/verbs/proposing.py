"""`dealtui propose`: what capture would record for every open figure of an article."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.verbs.corpora import exit_code, open_session
from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction
    from collections.abc import Sequence

    from tui.model.dates import Edtf
    from tui.model.mentions import Mention
    from tui.proof.events.record_proposals import RecordProposal
    from tui.session.file_session import FileSession


class _Source(NamedTuple):
    """What is proposed from: a text, what it is known to be, the figures to look at, its quotes."""

    text: str
    language: str
    published: Edtf | None
    mentions: Sequence[Mention]
    open: Sequence[Mention]
    quoted: Sequence[tuple[int, int]] = ()


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    propose = add_verb(
        verbs,
        "propose",
        summary="what would be recorded for every open figure",
        description="Read who pays whom around every figure: of an article of the corpus those "
        "that nobody recorded, of a file all. What the words do not show is left empty.",
        examples="""
        dealtui propose draft.txt
        dealtui propose some-article --format jsonl
        """,
    )
    propose.add_argument(
        "article", help="the id of an article, a text file, or - for standard input"
    )
    propose.add_argument("--lang", choices=("fr", "en"), help="guessed from the text when left out")
    propose.add_argument(
        "--published", metavar="DATE",
        help="when it appeared, to resolve relative dates; else the date it carries at its start",
    )  # fmt: skip
    propose.add_argument(
        "--format", choices=("text", "jsonl"), default="text",
        help="how it is printed (text)",
    )  # fmt: skip
    propose.set_defaults(run=_propose)


def _propose(options: Namespace) -> int:
    from tui.corpus.articles import ArticleError
    from tui.model.dates import DateError
    from tui.proof.events.record_proposals import propose, propose_headcounts
    from tui.proof.events.report import proposal_rows

    session = open_session(options)
    if session is None:
        return 2
    try:
        source = _source(options, session)
    except (ArticleError, DateError) as error:
        print(f"dealtui propose: {safe_line(shown(str(error)))}", file=sys.stderr)
        return 2
    proposals = propose(
        source.text,
        source.mentions,
        session.corpus.parties,
        source.language,
        published=source.published,
        only=source.open,
    )
    headcounts = propose_headcounts(
        source.text,
        (0, len(source.text)),
        source.mentions,
        session.corpus.parties,
        source.language,
        published=source.published,
    )
    proposals += [
        one
        for one in headcounts
        if not any(start <= one.start < end for start, end in source.quoted)
    ]
    proposals.sort(key=lambda one: one.start)
    session.save()
    if options.format == "jsonl":
        from tui.export.tables.writers import write_jsonl

        write_jsonl(proposal_rows(proposals, source.text), sys.stdout)
    else:
        for proposal in proposals:
            _print(proposal, source.text)
    return exit_code(session.loaded, options)


def _source(options: Namespace, session: FileSession) -> _Source:
    """The article of the corpus, else the file, that is meant.

    Raises:
        ArticleError: If there is no such article and no such file, or it cannot be read.
        DateError: If `--published` is no date.
    """
    from tui.corpus.articles import decode, read_article
    from tui.model.dates import Edtf
    from tui.proof.extract import find_mentions
    from tui.proof.extract.language_detection import guess_language
    from tui.proof.verify.byline import stamp

    told = Edtf.parse(options.published) if options.published else None
    article = session.corpus.articles.get(options.article)
    stored = session.article_text(options.article) if article is not None else None
    if article is not None and stored is not None:
        language = options.lang or article.language
        published = told or article.published
        mentions = find_mentions(stored, language=language, published=published)
        figures = session.open_figures(options.article)
        quoted = [(one.anchor.start, one.anchor.end) for one in session.places(options.article)]
        return _Source(stored, language, published, mentions, figures, quoted)
    if options.article == "-":
        text = decode(sys.stdin.buffer.read()).text
    else:
        text = read_article(Path(options.article)).text
    language = options.lang or guess_language(text)
    published = told or stamp(text)
    mentions = find_mentions(text, language=language, published=published)
    return _Source(text, language, published, mentions, mentions)


def _print(proposal: RecordProposal, text: str) -> None:
    from tui.proof.events.report import proposal_row

    row = proposal_row(proposal, text)
    words = safe_line(" ".join(proposal.text.split()))
    print(f"{proposal.start:>6}  {proposal.kind:<5} {words}")
    for name in _SHOWN:
        value = row[name]
        if not value:
            continue
        shown = ", ".join(value) if isinstance(value, list) else str(value)
        shown_by = row["because"].get(name, "")
        because = f"  “{safe_line(' '.join(shown_by.split()))}”" if shown_by else ""
        print(f"        {name:<12} {safe_line(shown)}{because}")


_SHOWN: tuple[str, ...] = (
    "payer", "payee", "parties", "new_parties", "status", "instrument", "date", "fact_kind",
    "about",
)  # fmt: skip
