"""The user's own marks on records, saved searches and the like, for all corpora."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Any, Self

import msgspec

from tui.model.messages import msg
from tui.platform.atomic_files import locked
from tui.store import mark_tables
from tui.store.record_mark import CorpusMarks, RecordMark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from tinydb import TinyDB

    from tui.store.backed_up_file import BackedUpFile
    from tui.store.corpus_identity import CorpusIdentity
    from tui.store.mark_tables import Change
    from tui.store.storage import SealedStorage
    from tui.store.table_formats import Tables


class StateError(Exception):
    """The user's marks could not be kept; the message says why and what to do."""


class Marks:
    """Marks and saved searches in a TinyDB file, or in memory where there is no place for one.

    *Changing.* Every change is made under a lock on the newest state of the file, so that two
    instances see each other's marks and lose none; several changes become one write. A change that
    cannot be written stays in memory, and is written with the next one that can.

    *Reading.* A list of records asks for every row that it paints whether it is starred. A query
    of TinyDB walks over all documents, 0.6 µs each, so no key waits for one: what the tables hold
    of a corpus is read once into a frozen value (`CorpusMarks`), which is replaced after every
    change, here and by another instance. The tables stay the one place where marks are changed,
    and nothing but this class makes that value, so that it cannot say anything else than they do.
    TinyDB's own cache of queries would not do: it holds ten queries, and every row asks another.

    May be used from several threads.
    """

    def __init__(self, path: Path | None) -> None:
        """Read the marks in a file, if it is there; `None` keeps them in memory."""
        self._file = mark_tables.stored_marks(path) if path else None
        self._seal: bytes | None = None
        self._database: TinyDB | None = None
        self._unwritten: list[Change] = []
        self._marks: dict[str, CorpusMarks] = {}
        self._identities: dict[str, CorpusIdentity] = {}
        self._changing = threading.RLock()
        self.set_aside: Path | None = None
        """Where a damaged file was put, if one was found."""
        self.refresh()

    @classmethod
    def copy_of(cls, path: Path | None) -> Self:
        """The marks in a file as they are now; changes stay in memory.

        Raises:
            OSError: If the file is there and cannot be read.
        """
        marks = cls(None)
        if path is not None:
            database, _ = marks._newest(mark_tables.stored_marks(path))
            marks._publish(database, None)
        return marks

    def recognize(self, identity: CorpusIdentity) -> str:
        """The key of the marks of a corpus, wherever it lies.

        What was kept of it under another key, as by the first version of the program, is taken
        over. Where it lies and what it names is kept with the next mark.
        """
        with self._changing:
            database = self._tables()
            key = mark_tables.corpus_key(database, identity)
            if identity.names:
                self._identities[key] = identity
                if mark_tables.is_new(database, identity):
                    # What cannot be written is kept, and written with the next mark.
                    with contextlib.suppress(StateError):
                        self._change(mark_tables.take_over(identity))
        return key

    def of(self, corpus: str) -> CorpusMarks:
        """What the user added to a corpus, as it is now."""
        marks = self._marks.get(corpus)
        if marks is None:
            with self._changing:
                marks = self._read(corpus)
                self._marks = {**self._marks, corpus: marks}
        return marks

    def corpora(self) -> Mapping[str, tuple[int, tuple[str, ...]]]:
        """By the key of each corpus: how many marks are on its records, and where its file lay."""
        with self._changing:
            return mark_tables.marked_corpora(self._tables())

    def refresh(self) -> bool:
        """Read what another instance may have written; whether anything was new."""
        file = self._file
        if file is None:
            return False
        with self._changing, contextlib.suppress(OSError):
            if file.seal() == self._seal:
                return False
            # Where nothing can be written, there is no lock, and nobody who would need it.
            with contextlib.suppress(OSError), locked(file.path):
                self.set_aside = file.set_damaged_aside() or self.set_aside
            # Before the content: what is written in between is seen the next time.
            seal = file.seal()
            database, _ = self._newest(file)
            self._publish(database, seal)
            return True
        return False

    # Changing

    def update(self, corpus: str, record: str, **changes: Any) -> None:
        """Change some fields of the mark on a record.

        Raises:
            StateError: If it cannot be kept; memory has the change all the same.
        """
        self._change(mark_tables.mark_record(corpus, record, changes), corpus=corpus)

    def save_search(self, corpus: str, name: str, query: str) -> None:
        """Keep a search under a name; an empty query forgets it.

        Raises:
            StateError: As for `update`.
        """
        self._change(mark_tables.save_search(corpus, name, query), corpus=corpus)

    def remember_place(
        self, corpus: str, record: str, evidence: Mapping[str, str] | None = None
    ) -> None:
        """Keep the record that was read last, and what marked records rest on now.

        Raises:
            StateError: As for `update`.
        """
        changes = [mark_tables.remember_place(corpus, record)]
        for name, digests in (evidence or {}).items():
            changes.append(mark_tables.mark_record(corpus, name, {"evidence": digests}))
        self._change(*changes, corpus=corpus)

    def move(self, corpus: str, record: str, to: str, mark: RecordMark) -> None:
        """Put a mark on another record instead of the one that it was on.

        Raises:
            StateError: As for `update`.
        """
        self._change(mark_tables.move_mark(corpus, record, to, mark), corpus=corpus)

    def dismiss(self, corpus: str, finding: str, *, back: bool = False) -> None:
        """Do not show a finding of the audit any more, or take that back.

        Raises:
            StateError: As for `update`.
        """
        self._change(mark_tables.dismiss(corpus, finding, back=back), corpus=corpus)

    def remember_query(self, corpus: str, query: str) -> None:
        """Keep a query as the newest of the history, each once, at most a hundred.

        Raises:
            StateError: As for `update`.
        """
        self._change(mark_tables.remember_query(corpus, query), corpus=corpus)

    # Taking along

    def export(self, corpus: str) -> Iterator[dict[str, Any]]:
        """Marks, searches, dismissed findings and the last place of a corpus as plain rows."""
        marks = self.of(corpus)
        for record, mark in sorted(marks.records.items()):
            yield {"kind": "mark", "record": record, **msgspec.to_builtins(mark)}
        for name, query in sorted(marks.searches.items()):
            yield {"kind": "search", "name": name, "query": query}
        for finding in sorted(marks.dismissed):
            yield {"kind": "dismissed", "finding": finding}
        if marks.place:
            yield {"kind": "place", "record": marks.place}

    def bring_in(self, corpus: str, rows: Iterable[Mapping[str, Any]]) -> int:
        """Add exported rows, all of them or none; gives how many were understood.

        What a row does not say stays as it is.

        Raises:
            StateError: If they cannot be kept; memory has them all the same.
        """
        changes = [change for row in rows if (change := _change_of(corpus, row))]
        if changes:
            self._change(*changes, corpus=corpus)
        return len(changes)

    # The tables

    def _change(self, *changes: Change, corpus: str = "") -> None:
        with self._changing:
            if (identity := self._identities.get(corpus)) is not None:
                changes = (*changes, mark_tables.remember_corpus(corpus, identity))
            if self._file is None:
                self._change_in_memory(changes)
                return
            try:
                self._change_in_file(self._file, changes)
            except OSError as error:
                self._change_in_memory(changes)
                self._unwritten += changes
                raise StateError(
                    msg(
                        "your mark is kept until you quit, not on disk: {reason}",
                        reason=error.strerror or error,
                    )
                ) from error

    def _change_in_memory(self, changes: Iterable[Change]) -> None:
        database = self._tables()
        for change in changes:
            change(database)
        self._publish(database, self._seal)

    def _change_in_file(self, file: BackedUpFile[Tables], changes: Iterable[Change]) -> None:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        with locked(file.path):
            self.set_aside = file.set_damaged_aside() or self.set_aside
            database, storage = self._newest(file)
            for change in changes:
                change(database)
            storage.flush()
            seal = file.seal()
        self._unwritten.clear()
        self._publish(database, seal)

    def _tables(self) -> TinyDB:
        """The tables as they were published last, empty ones before that."""
        if self._database is not None:
            return self._database
        from tinydb import TinyDB
        from tinydb.storages import MemoryStorage

        return TinyDB(storage=MemoryStorage)

    def _newest(self, file: BackedUpFile[Tables]) -> tuple[TinyDB, SealedStorage]:
        """The tables as the file has them now, with what could not be written so far."""
        from tinydb import TinyDB

        from tui.store.storage import SealedStorage

        storage = SealedStorage(file)
        database = TinyDB(storage=lambda: storage)
        storage.read()
        for change in self._unwritten:
            change(database)
        return database, storage

    def _publish(self, database: TinyDB, seal: bytes | None) -> None:
        """Let everybody see these tables from now on."""
        self._database, self._seal = database, seal
        self._marks = {corpus: self._read(corpus) for corpus in self._marks}

    def _read(self, corpus: str) -> CorpusMarks:
        # A database is false in TinyDB as long as its default table is empty.
        if self._database is None:
            return CorpusMarks()
        return mark_tables.read_marks(self._database, corpus)


def _change_of(corpus: str, row: Mapping[str, Any]) -> Change | None:
    """What an exported row changes; `None` when it is not understood."""
    match dict(row):
        case {"kind": "mark", "record": str(record)}:
            try:
                mark = msgspec.convert(dict(row), RecordMark)
            except msgspec.ValidationError:
                return None
            given = [name for name in RecordMark.__struct_fields__ if name in row]
            changes = {name: getattr(mark, name) for name in given}
            return mark_tables.mark_record(corpus, record, changes)
        case {"kind": "search", "name": str(name), "query": str(query)} if name and query:
            return mark_tables.save_search(corpus, name, query)
        case {"kind": "dismissed", "finding": str(finding)} if finding:
            return mark_tables.dismiss(corpus, finding)
        case {"kind": "place", "record": str(record)} if record:
            return mark_tables.remember_place(corpus, record)
    return None
