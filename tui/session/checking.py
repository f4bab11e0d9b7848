"""All findings about a corpus, as everybody counts them, without what its file says to ignore."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tui.model.messages import msg
from tui.model.problems import IgnoredRule, Problem, Severity
from tui.model.suggestions import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tui.corpus.load import Loaded

RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}
"""The worst first."""
_IGNORING: dict[str, str] = {
    "ignore-unused": msg("Findings are to be ignored, and there are none"),
    "ignore-unknown": "Findings of a rule that is not known are to be ignored",
}


class Rule(msgspec.Struct, frozen=True):
    """A kind of finding.

    Attributes:
        code: Its stable name.
        severity: How bad it is, as a rule.
        title: What is wrong, as a heading.
    """

    code: str
    severity: Severity
    title: str


class Report(msgspec.Struct, frozen=True):
    """What is wrong with a corpus.

    Attributes:
        findings: The worst first; what is ignored is not among them. The lines of records are
            counted over all files of the corpus.
        ignored: What is ignored, with what the corpus file says about it.
    """

    findings: tuple[Problem, ...] = ()
    ignored: tuple[tuple[Problem, IgnoredRule], ...] = ()

    def located(self, loaded: Loaded) -> Report:
        """The same, each with the file that it is in and the line there."""
        return Report(
            tuple(map(loaded.localized, self.findings)),
            tuple((loaded.localized(one), rule) for one, rule in self.ignored),
        )

    def count(self, severity: Severity) -> int:
        """How many findings are so bad."""
        return sum(one.severity == severity for one in self.findings)


def all_rules() -> dict[str, Rule]:
    """Every kind of finding that is ever reported, by its code."""
    from tui.corpus.rules import READING_RULES, reading_severity
    from tui.intake.corpus.provenance import ORIGINAL_CHECKS
    from tui.proof.audit.registry import CHECKS

    rules = [Rule(check.name, check.severity, check.title) for check in CHECKS.values()]
    rules += [Rule(code, "error", title) for code, title in ORIGINAL_CHECKS.items()]
    rules += [Rule(code, "warning", title) for code, title in _IGNORING.items()]
    rules += [Rule(code, reading_severity(code), words) for code, words in READING_RULES.items()]
    return {rule.code: rule for rule in rules}


def report(
    found: Iterable[Problem],
    loaded: Loaded,
    *,
    ran: Collection[str],
    wanted: Collection[str] | None = None,
) -> Report:
    """Take out of what was found what the corpus file says to ignore.

    Args:
        found: All findings.
        loaded: The corpus.
        ran: The rules that were looked for; only of these can be said that nothing was found.
        wanted: The rules to report; `None` for all.
    """
    kept: list[Problem] = []
    ignored: list[tuple[Problem, IgnoredRule]] = []
    for problem in found:
        rule = next((one for one in loaded.ignored if one.covers(problem)), None)
        if rule is None:
            kept.append(problem)
        else:
            ignored.append((problem, rule))
    used = {id(rule) for _, rule in ignored}
    kept += [
        one
        for rule in loaded.ignored
        if id(rule) not in used and (one := _needless(rule, loaded, ran)) is not None
    ]
    findings = [one for one in kept if wanted is None or one.code in wanted]
    findings.sort(key=lambda one: RANK[one.severity])
    return Report(tuple(findings), tuple(ignored))


def without_ignored(found: Iterable[Problem], loaded: Loaded) -> list[Problem]:
    """The findings that the corpus file does not say to ignore."""
    ignored = loaded.ignored
    return [one for one in found if not any(rule.covers(one) for rule in ignored)]


def _needless(rule: IgnoredRule, loaded: Loaded, ran: Collection[str]) -> Problem | None:
    """What is wrong with a rule that covers no finding."""
    rules = all_rules()
    if rule.rule not in rules:
        code, words = (
            "ignore-unknown",
            msg("there is no rule {rule!r} to ignore", rule=rule.rule),
        )
        meant = nearest(rule.rule, rules)
        hint = (
            msg("Did you mean {word}?", word=meant)
            if meant
            else msg("`dealtui check --list` has all.")
        )
    elif rule.because and rule.rule in ran:
        code, words = (
            "ignore-unused",
            msg("nothing is found of {rule} that could be ignored", rule=rule.rule),
        )
        hint = msg("Take the entry away.")
    else:
        return None
    return Problem(
        code, words, hint, "warning", str(loaded.path), rule.line, rule.column,
        record=rule.record, article=rule.article,
    )  # fmt: skip
