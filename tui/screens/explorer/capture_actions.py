"""From a figure in the article to evidence in the file: shown as a diff, confirmed, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.model.quantities import Quantity
from tui.model.records import Fact, field_rows
from tui.model.safe_text import safe_line
from tui.screens.dialogs import ChooseScreen, PromptScreen
from tui.screens.part import ExplorerPart
from tui.widgets.entries import Entry, Target

if TYPE_CHECKING:
    from tui.model.mentions import Mention


_TITLE = 60
"""Characters of a quote that a dialog's title shows."""


class CaptureActions(ExplorerPart):
    """Actions that change the corpus; mixed into the explorer."""

    def captured(self) -> tuple[int, int] | None:
        """The stretch of the article to record: the selection, else the open figure."""
        span = self.article_pane.selection_range
        if span is None and self.figure is not None:
            here = self.article_pane.current
            if here == (self.figure.start, self.figure.end):
                span = here
        return span if span and span[0] < span[1] else None

    def evidence_of(self, span: tuple[int, int], fields: tuple[str, ...]) -> dict[str, Any]:
        """The evidence for a stretch as it is written in the file."""
        from tui.proof.quotes.selector import unique_selector

        quote, prefix, suffix = unique_selector(self.article_pane.text or "", *span)
        mapping: dict[str, Any] = {
            "for": list(fields) if len(fields) > 1 else fields[0],
            "article": self.article_pane.article_id,
            "quote": quote,
        }
        if prefix:
            mapping["prefix"] = prefix
        if suffix:
            mapping["suffix"] = suffix
        return mapping

    def action_adopt(self) -> None:
        """Record the selection, or the open figure, as evidence."""
        span = self.captured()
        if span is None:
            self.dealtui.say("Select text with v, or stand on an open figure with i.")
            return
        words = " ".join((self.article_pane.text or "")[span[0] : span[1]].split())
        words = words if len(words) <= _TITLE else f"{words[: _TITLE - 1].rstrip()}…"
        self.app.push_screen(
            ChooseScreen(
                f"Record “{safe_line(words)}” as …", self._places_for(span), does="records it so"
            ),
            lambda target: self._adopt(span, target),
        )

    def _places_for(self, span: tuple[int, int]) -> list[Entry]:
        entries: list[Entry] = []
        mention = self._mention_in(span)
        if mention is not None:
            value = mention.quantity or mention.date
            entries.append(Entry([(f" reads as {value}  ({mention.kind})", "quiet")]))
        if self.reading is not None:
            record = self.reading.record
            entries.append(Entry([(f" evidence for {safe_line(record.title)}", "title")]))
            entries += [
                Entry(
                    [(f"   {row.path}", ""), (f"  {row.value}", "quiet")], Target("field", row.path)
                )
                for row in field_rows(record)
                if row.value is not None
            ]
            main = "value" if isinstance(record, Fact) else "amount"
            if all(row.path != main for row in field_rows(record)):
                entries.append(
                    Entry(
                        [(f"   {main}", ""), ("  not stated yet", "quiet")], Target("field", main)
                    )
                )
        entries.append(Entry([(" a new record", "title")]))
        entries.append(Entry([("   a deal", "")], Target("new", "deals")))
        entries.append(Entry([("   a fact", "")], Target("new", "facts")))
        return entries

    def _mention_in(self, span: tuple[int, int]) -> Mention | None:
        if self.library is None or self.article_pane.article_id is None:
            return None
        inside = [
            mention
            for mention in self.library.mentions(self.article_pane.article_id)
            if span[0] <= mention.start and mention.end <= span[1]
        ]
        return next((mention for mention in inside if mention.quantity), None) or next(
            iter(inside), None
        )

    def _adopt(self, span: tuple[int, int], target: Target | None) -> None:
        if target is None or self.library is None:
            return
        from tui.corpus.edit import splice

        source = self.library.source
        if target.kind == "field" and self.reading is not None:
            path = target.key
            tranche = None
            if path.startswith("tranches."):
                _, tranche, path = path.split(".", 2)
            edit = splice.add_evidence(
                source, self.reading.record.id, self.evidence_of(span, (path,)), tranche=tranche
            )
        else:
            edit = splice.add_record(source, target.key, self._new_record(span, target.key))
        self.dealtui.changes.propose("Record this evidence", edit)

    def _new_record(self, span: tuple[int, int], kind: str) -> dict[str, Any]:
        """A record prefilled from the mention, the parties near it and the article's date."""
        assert self.library is not None
        article = self.article_pane.article_id or ""
        mention = self._mention_in(span)
        near = self.library.payer_first if kind == "deals" else self.library.parties_near
        parties = near(article, *span)
        main = "value" if kind == "facts" else "amount"
        published = self.library.articles[article].published
        names = [self.library.names.get(party, party) for party in parties[:2]]
        title = " and ".join(names) or "New record"
        record: dict[str, Any] = {"id": self.library.free_id(parties, published), "title": title}
        if kind == "deals":
            if parties:
                record["payer"] = parties[0]
            if len(parties) > 1:
                record["payee"] = parties[1]
            record["status"] = "announced"
        else:
            record["kind"] = "other"
            if parties:
                record["party"] = parties[0]
        if published is not None:
            record["announced" if kind == "deals" else "date"] = str(published)
        if mention is not None and isinstance(mention.quantity, Quantity):
            record[main] = str(mention.quantity)
        record["evidence"] = [self.evidence_of(span, (main, *self._told_beside(span, record)))]
        self.awaited = record["id"]
        return record

    def _told_beside(self, span: tuple[int, int], record: dict[str, Any]) -> list[str]:
        """The prefilled fields that the quote proves too: the parties that its paragraph names.

        The day on which a deal was announced is that of the article, which tells it as news.
        """
        assert self.library is not None
        text = self.article_pane.text or ""
        end = text.find("\n", span[1])
        paragraph = text[text.rfind("\n", 0, span[0]) + 1 : end if end >= 0 else len(text)]
        named = self.library.parties_in(paragraph)
        fields = [name for name in ("payer", "payee", "party") if record.get(name) in named]
        return [*fields, "announced"] if "announced" in record else fields

    def action_dismiss_figure(self) -> None:
        """Say that a figure is no deal, and why."""
        span = self.captured()
        if span is None:
            self.dealtui.say("Stand on an open figure with i, or select text with v.")
            return
        self.app.push_screen(
            PromptScreen(
                "This is no deal, because …",
                check=lambda text: None if text.strip() else "the reason is kept in the file",
            ),
            lambda because: self._dismiss(span, because),
        )

    def _dismiss(self, span: tuple[int, int], because: str | None) -> None:
        if not because or self.library is None:
            return
        from tui.corpus.edit import splice

        evidence = self.evidence_of(span, ("amount",))
        names = ("quote", "prefix", "suffix")
        dismissal: dict[str, str] = {name: evidence[name] for name in names if name in evidence}
        dismissal["because"] = because.strip()
        edit = splice.dismiss(self.library.source, self.article_pane.article_id or "", dismissal)
        self.dealtui.changes.propose("Dismiss this figure", edit)

    def action_undo(self) -> None:
        """Take back the last change that was made here."""
        self.dealtui.changes.undo()
