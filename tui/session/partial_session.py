"""The first records of a large corpus, shown while the rest and the articles are still read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.model.proofs import RecordProof
from tui.session.file_session import FileSession

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.mentions import Mention
    from tui.model.proofs import ProofState
    from tui.session.protocol import Place


class PartialSession(FileSession):
    """Proves nothing: an article that has not been read yet is not a missing quote."""

    partial: ClassVar[bool] = True

    def proof(self, record_id: str) -> RecordProof:
        """No field is checked yet."""
        return RecordProof(record_id, "unsourced")

    def known_state(self, record_id: str) -> ProofState | None:
        """No record is checked yet."""
        return None

    def places(self, article_id: str) -> Sequence[Place]:
        """No quote is located yet."""
        return ()

    def open_figures(self, article_id: str) -> Sequence[Mention]:
        """No figure is read yet."""
        return ()
