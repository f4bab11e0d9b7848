"""`dealtui check` and `dealtui mentions`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import msgspec

from tui.model.format import counted
from tui.model.messages import msg, shown
from tui.model.safe_text import safe_line
from tui.model.suggestions import did_you_mean
from tui.model.task import Task
from tui.platform.translation import tr
from tui.verbs.corpora import exit_code, open_session, say_what_is_missing
from tui.verbs.grammar import add_verb
from tui.verbs.progress import Progress

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction

    from tui.model.problems import Problem
    from tui.session.checking import Report
    from tui.session.file_session import FileSession

_RANK = {"error": 0, "warning": 1, "note": 2}
_WORDS = {"error": "error", "warning": "warning", "info": "note"}
_GITHUB = {"error": "error", "warning": "warning", "info": "notice"}


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verbs to the grammar."""
    check = add_verb(
        verbs,
        "check",
        summary="what is unproved, disputed, missing or wrong",
        description="Read the corpus, prove every field and list the findings, worst first, each "
        "with its file, line and column. Exit 1 on errors, or from the severity of --fail-on.",
        examples="""
        dealtui check                        the corpus here or above
        dealtui check --fail-on warning      for a stricter build
        dealtui check --format sarif         for a code scanning service
        dealtui check --list                 every check with what it looks for
        """,
    )
    check.add_argument(
        "path",
        nargs="?",
        metavar="PATH",
        help="a deals.yaml, or the folder that holds it; like -c PATH",
    )
    check.add_argument("--select", metavar="NAMES", default="", help="only these checks, a,b,…")
    check.add_argument("--ignore", metavar="NAMES", default="", help="all but these checks")
    check.add_argument(
        "--format", choices=("text", "json", "jsonl", "github", "sarif"), default="text",
        help="how it is printed (text)",
    )  # fmt: skip
    check.add_argument(
        "--fail-on", choices=tuple(_RANK), default="error",
        help="the least severity of a finding that makes the exit code 1 (error)",
    )  # fmt: skip
    check.add_argument(
        "--coverage", action="store_true", help="list the figures that nobody recorded, too"
    )
    check.add_argument("--list", action="store_true", help="name every check and stop")
    check.set_defaults(run=_check)
    mentions = add_verb(
        verbs,
        "mentions",
        summary="the figures that a text states",
        description="Read a text and print every amount and date that it states, with its place "
        "and its exact value. No corpus is needed.",
        examples="""
        dealtui mentions article.txt
        pbpaste | dealtui mentions - --lang fr --format jsonl
        """,
    )
    mentions.add_argument("article", metavar="FILE", help="a text file, or - for standard input")
    mentions.add_argument(
        "--lang", choices=("fr", "en"), help="guessed from the text when left out"
    )
    mentions.add_argument(
        "--published", metavar="DATE",
        help="when it appeared, to resolve relative dates; else the date it carries at its start",
    )  # fmt: skip
    mentions.add_argument(
        "--format", choices=("text", "jsonl"), default="text",
        help="how it is printed (text)",
    )  # fmt: skip
    mentions.set_defaults(run=_mentions)


def _check(options: Namespace) -> int:
    from tui.session.checking import all_rules

    rules = all_rules()
    if options.list:
        for rule in rules.values():
            print(f"{rule.code:<26} {_WORDS[rule.severity]:<8} {tr(rule.title)}")
        return 0
    if options.path is not None:
        if options.corpus is not None:
            words = msg(
                "two corpora are named: {one} and {other}. Name one.",
                one=options.path,
                other=options.corpus,
            )
            print(f"dealtui check: {safe_line(words)}", file=sys.stderr)
            return 2
        options.corpus = options.path
    select, ignore = _names(options.select), _names(options.ignore)
    for name in sorted((select | ignore) - set(rules)):
        hint = did_you_mean(name, rules) or "; --list has all"
        print(f"dealtui check: there is no rule {safe_line(name)!r}{hint}", file=sys.stderr)
        return 2
    session = open_session(options)
    if session is None:
        return 2
    with Progress(sys.stderr) as progress:
        report = session.report(select, ignore, coverage=options.coverage, task=Task(progress))
        if options.format == "text":
            session.proofs.prove_all(Task(progress))
    located = report.located(session.loaded)
    _print(located, str(session.loaded.path), options.format)
    if options.format == "text":
        _summary(report, session, coverage=options.coverage)
    session.save()
    code = int(any(_rank(problem) <= _RANK[options.fail_on] for problem in report.findings))
    ignored = {problem for problem, _ in report.ignored}
    if ignored.issuperset(session.loaded.errors):
        return code
    # Where only some rules were selected, those of reading may not be among them: what the
    # selected ones would find in the rest is not known.
    if {*report.findings, *ignored}.issuperset(session.loaded.errors):
        say_what_is_missing(session.loaded, listed=True)
        return code
    return exit_code(session.loaded, options, code)


def _rank(problem: Problem) -> int:
    """How bad a finding is, the worst first."""
    return _RANK[_WORDS[problem.severity]]


def _names(text: str) -> set[str]:
    return {name.strip() for name in text.split(",") if name.strip()}


def _print(report: Report, file: str, form: str) -> None:
    from tui.corpus.load import format_problem

    findings = report.findings
    if form == "jsonl":
        from tui.export.tables.writers import write_jsonl

        write_jsonl((msgspec.to_builtins(finding.plain()) for finding in findings), sys.stdout)
        return
    if form in ("json", "sarif"):
        import json

        from tui.export.tables.sarif import sarif_log

        rows = [msgspec.to_builtins(finding.plain()) for finding in findings]
        ignored = [(problem, rule.because) for problem, rule in report.ignored]
        document = sarif_log(findings, ignored, file) if form == "sarif" else rows
        print(json.dumps(document, indent=2))
        return
    for problem in findings:
        if form == "github":
            place = f"file={_property(problem.file or file)},line={max(1, problem.line)}"
            level = _GITHUB[problem.severity]
            words = safe_line(f"{shown(problem.sentence)} {shown(problem.hint)}".strip())
            place += f",col={max(1, problem.column)},title={problem.code}"
            print(f"::{level} {place}::{words.replace('%', '%25')}")
        else:
            print(format_problem(problem))


def _property(text: str) -> str:
    """A value in a workflow command may hold neither `:`, `,` nor a line break."""
    safe = safe_line(text).replace("%", "%25")
    return safe.replace(":", "%3A").replace(",", "%2C")


def _summary(report: Report, session: FileSession, *, coverage: bool) -> None:
    from collections import Counter

    states = Counter(session.proof_counts())
    words = " · ".join(f"{number} {tr(state)}" for state, number in states.most_common() if number)
    summary = tr("{records}, {articles}; fields: {states}; {findings}").format(
        records=counted(session.record_count, "record"),
        articles=counted(len(session.articles), "article"),
        states=words or tr("none"),
        findings=counts_in_words(report),
    )
    print(summary, file=sys.stderr)
    if coverage:
        for article in session.articles:
            print(f"{safe_line(article)}: {shown(session.coverage(article))}", file=sys.stderr)


def counts_in_words(report: Report) -> str:
    """How many findings there are of each severity, and how many are ignored."""
    words = [
        counted(report.count("error"), "error"),
        counted(report.count("warning"), "warning"),
        counted(report.count("info"), "note"),
    ]
    if report.ignored:
        words.append(tr("{count} ignored").format(count=len(report.ignored)))
    return ", ".join(words)


def _mentions(options: Namespace) -> int:
    from pathlib import Path

    from tui.corpus.articles import ArticleError, decode, read_article
    from tui.model.dates import DateError, Edtf
    from tui.proof.extract import find_mentions
    from tui.proof.extract.language_detection import guess_language
    from tui.proof.extract.report import mention_rows
    from tui.proof.verify.byline import stamp

    try:
        if options.article == "-":
            text = decode(sys.stdin.buffer.read()).text
        else:
            text = read_article(Path(options.article)).text
        published = Edtf.parse(options.published) if options.published else stamp(text)
    except (ArticleError, DateError) as error:
        print(f"dealtui mentions: {safe_line(shown(str(error)))}", file=sys.stderr)
        return 2
    language = options.lang or guess_language(text)
    mentions = find_mentions(text, language=language, published=published)
    if options.format == "jsonl":
        from tui.export.tables.writers import write_jsonl

        write_jsonl(mention_rows(mentions), sys.stdout)
        return 0
    for mention in mentions:
        value = mention.quantity if mention.quantity is not None else mention.date
        flags = f"  [{', '.join(mention.flags)}]" if mention.flags else ""
        words = safe_line(" ".join(mention.text.split()))
        print(f"{mention.start:>6}  {mention.kind:<9} {value!s:<24} {words}{flags}")
    return 0
