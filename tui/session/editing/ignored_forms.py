"""Forms about findings that the corpus file says to leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.corpus.edit.changes import owners
from tui.corpus.edit.changes.keys import AddItems, SetKeys
from tui.model.messages import shown
from tui.platform.translation import tr
from tui.session.editing.answers import answer_of, keys_of
from tui.session.editing.keys_form import AskedKey, KeysForm
from tui.session.forms.choices import Choice, Choices
from tui.session.forms.fields import WrongAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.corpus.edit.proposals import Proposal
    from tui.model.problems import IgnoredRule, Problem

_FIRST = "because"


def ignore_form(finding: Problem) -> KeysForm:
    """A finding, or all like it, left out with a reason."""
    held = {"rule": finding.code, "record": finding.record, "article": finding.article}

    def propose(values: Mapping[str, Any]) -> Proposal | WrongAnswer:
        item = {name: value for name, value in {**held, **values}.items() if value}
        if not item.get(_FIRST):
            return WrongAnswer(_FIRST, tr("why is it accepted?"))
        title = tr("Leave {rule} out").format(rule=finding.code)
        return AddItems(owners.CORPUS, "ignore", [item], title)

    title = tr("Leave out: {finding}").format(finding=shown(finding.message))
    return KeysForm(title, _asked(held), propose, first=_FIRST)


def ignored_form(rule: IgnoredRule) -> KeysForm:
    """The keys of an entry of `ignore`."""
    held = {name: answer_of(getattr(rule, key.target)) for name, key in keys_of("ignored").items()}
    owner = owners.place(rule.line, rule.column)
    title = tr("Change what {rule} is ignored for").format(rule=rule.rule)
    return KeysForm(
        tr("Left out: {rule}").format(rule=rule.rule),
        _asked(held),
        lambda values: SetKeys(owner, values, title),
        first=_FIRST,
    )


def _asked(held: Mapping[str, str]) -> list[AskedKey]:
    from tui.session.checking import all_rules

    rules = Choices(Choice(rule.code, note=rule.title) for rule in all_rules().values())
    return [
        AskedKey(key, held.get(name, ""), rules if name == "rule" else Choices())
        for name, key in keys_of("ignored").items()
    ]
