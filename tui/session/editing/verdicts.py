"""What a check says of a change of a record before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.headline import field_words
from tui.model.messages import shown
from tui.platform.translation import tr
from tui.session.forms.fields import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.corpus.edit.file_edit import Edit
    from tui.model.proofs import ProofState
    from tui.session.protocol import Session

_GOOD: frozenset[ProofState] = frozenset({"proved", "judged", "derived", "moved"})
_BAD: frozenset[ProofState] = frozenset({"contradicted", "disputed", "missing", "changed"})


def record_check(session: Session, record_id: str) -> Callable[[Edit], Verdict]:
    """A check of a record as a change would have it: what is wrong, and what is proved of it.

    Args:
        session: The corpus before the change.
        record_id: The record, as it is called before and afterwards.
    """

    def check(edit: Edit) -> Verdict:
        after = session.changed_record(edit.after_text, record_id)
        if after is None:
            return Verdict(((tr("the change could not be checked"), "warn"),))
        # What was wrong before does not keep anything else from being changed.
        known = {(one.code, one.field, one.message) for one in session.problems}
        found = [one for one in after.problems if (one.code, one.field, one.message) not in known]
        wrong = [one for one in found if one.severity == "error"]
        if wrong:
            words = f"{shown(wrong[0].message)}. {shown(wrong[0].hint)}".strip()
            return Verdict(
                tuple((shown(one.message), "bad") for one in wrong), words, wrong[0].field
            )
        lines = [(shown(one.message), "warn") for one in found]
        before = {field.path: field.state for field in session.proof(record_id).fields}
        for field in after.proof.fields:
            was = before.get(field.path)
            if was == field.state:
                continue
            words = f"{field_words(field.path)}: {tr(field.state)}"
            if was is not None:
                words = tr("{field}: {was} before, {now} with this").format(
                    field=field_words(field.path), was=tr(was), now=tr(field.state)
                )
            lines.append(
                (f"{words} ({shown(field.detail)})" if field.detail else words, _style(field.state))
            )
        return Verdict(tuple(lines) or ((tr("every field is proved as before"), "quiet"),))

    return check


def _style(state: ProofState) -> str:
    return "good" if state in _GOOD else "bad" if state in _BAD else "warn"
