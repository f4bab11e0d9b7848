"""Which mapping of a corpus file a change is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.corpus.edit.file_edit import SpliceError
from tui.corpus.edit.insertion import with_id
from tui.corpus.edit.rewriting import Rewriting
from tui.model.messages import msg

if TYPE_CHECKING:
    from tui.corpus.edit.layout import LayoutPart

OwnerKind: TypeAlias = Literal["corpus", "party", "article", "record", "tranche", "place"]
_TABLES = {"party": "parties", "article": "articles"}


@dataclass(frozen=True, slots=True)
class Owner:
    """A mapping of a corpus file.

    Attributes:
        kind: What it is: the whole file, an entry of a table, a record, a tranche, or whatever
            begins at a place, as evidence and dismissals do, which have no id.
        id: Its id; that of the record for a tranche.
        tranche: The id of the tranche.
        line: The line of a place, from 1.
        column: Its column, from 1.
    """

    kind: OwnerKind
    id: str = ""
    tranche: str = ""
    line: int = 0
    column: int = 0

    def rewriting(self, source: str, *about: str) -> Rewriting:
        """A text, to change this mapping in it.

        Args:
            source: The text.
            about: Words of whatever else matters for the change.

        Raises:
            SpliceError: If the text cannot be read as it is.
        """
        return Rewriting(source, self.id, *about, line=self.line)

    def find(self, rewriting: Rewriting) -> LayoutPart:
        """The mapping in a text.

        Raises:
            SpliceError: If it is not there.
        """
        text = rewriting.text
        match self.kind:
            case "corpus":
                return text.root
            case "place":
                return text.mapping_at(self.line, self.column)
            case "party" | "article":
                table = text.table_of(_TABLES[self.kind], self.id)
                found = table.get(self.id) if table is not None else None
                if found is None or found.entries is None:
                    raise SpliceError(
                        msg("there is no {kind} {id}", kind=msg(self.kind), id=self.id)
                    )
                return found
            case "record":
                return text.record(self.id)
            case "tranche":
                found = with_id(text.record(self.id).get("tranches"), self.tranche)
                if found is None:
                    raise SpliceError(
                        msg("{id} has no tranche {tranche}", id=self.id, tranche=self.tranche)
                    )
                return found


CORPUS = Owner("corpus")
"""The file itself."""


def record(record_id: str, tranche: str = "") -> Owner:
    """A record, or one of its tranches."""
    return Owner("tranche" if tranche else "record", record_id, tranche)


def article(article_id: str) -> Owner:
    """An article."""
    return Owner("article", article_id)


def party(party_id: str) -> Owner:
    """A party."""
    return Owner("party", party_id)


def place(line: int, column: int) -> Owner:
    """Whatever mapping begins at a place of the file, both counted from 1."""
    return Owner("place", line=line, column=column)
