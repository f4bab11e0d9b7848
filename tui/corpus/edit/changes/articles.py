"""Articles taken out of a corpus or given another id; their figures dismissed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.corpus.edit.changes import owners
from tui.corpus.edit.changes.keys import AddItems
from tui.corpus.edit.changes.records import refuse_malformed
from tui.corpus.edit.changes.references import references_to_article
from tui.corpus.edit.rewriting import one_of
from tui.model.messages import msg, number_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.layout import LayoutPart


@dataclass(frozen=True, slots=True)
class RemoveArticle:
    """An article taken out with every quote of it; its text file stays where it is.

    Attributes:
        article: The id of the article.
    """

    article: str
    title: str = msg("Remove this article with what quotes it")
    creates: str = ""

    def told(self, source: str) -> Sequence[str]:
        """How many quotes go with it, of which records; what was a version of it."""
        rewriting = owners.article(self.article).rewriting(source)
        found = references_to_article(rewriting.text.merged, self.article)
        quoting = Counter(one.record for one in found if one.key == "article")
        lines = [
            msg(
                "{record}: {quotes} with it.",
                record=record,
                quotes=number_of(count, "quote goes", "quotes go"),
            )
            for record, count in quoting.items()
        ]
        versions = [one.record for one in found if one.key == "version-of"]
        lines += [msg("{name} is no version of it any more.", name=name) for name in versions]
        return [*lines, msg("Its text file stays where it is.")]

    def edit(self, source: str) -> Edit:
        """The file without the article and its quotes."""
        owner = owners.article(self.article)
        rewriting = owner.rewriting(source)
        owner.find(rewriting)
        lists: dict[int, tuple[LayoutPart, list[LayoutPart]]] = {}
        ignored = []
        for one in references_to_article(rewriting.text.merged, self.article):
            if one.key == "version-of":
                rewriting.remove(one.owner, "version-of")
                continue
            if one.key == "ignore":
                ignored.append(one.owner)
                continue
            holder, _ = rewriting.holder_of(one.owner)
            lists.setdefault(id(holder), (holder, []))[1].append(one.owner)
        for holder, gone in lists.values():
            rewriting.remove_items(holder, "evidence", one_of(gone))
        for root in rewriting.text.roots:
            rewriting.remove_items(root, "ignore", one_of(ignored))
        table = rewriting.text.table_of("articles", self.article)
        assert table is not None
        rewriting.remove(table, self.article)
        return rewriting.edit()


@dataclass(frozen=True, slots=True)
class RenameArticle:
    """An article given another id, which quotes and other versions follow.

    Attributes:
        article: The id of the article.
        name: Its new id.
    """

    article: str
    name: str
    title: str = msg("Change the id of this article")
    creates: str = ""

    def edit(self, source: str) -> Edit:
        """The new id wherever the old one stands."""
        refuse_malformed(self.name)
        owner = owners.article(self.article)
        rewriting = owner.rewriting(source, self.name)
        owner.find(rewriting)
        table = rewriting.text.table_of("articles", self.article)
        assert table is not None
        rewriting.rename_key(table, self.article, self.name)
        pattern = re.compile(rf"(?<![\w.-]){re.escape(self.article)}(?![\w.-])")
        for one in references_to_article(rewriting.text.merged, self.article):
            rewriting.rewrite(one.part, pattern, self.name)
        return rewriting.edit()


def dismiss_figures(article: str, dismissals: Sequence[Mapping[str, str]]) -> AddItems:
    """Notes that several figures of an article are no deals.

    Args:
        article: The id of the article.
        dismissals: `quote`, `prefix`, `suffix` and `because` of each.
    """
    count = len(dismissals)
    title = (
        msg("Dismiss this figure") if count == 1 else msg("Dismiss {count} figures", count=count)
    )
    items = tuple(dict(one) for one in dismissals)
    return AddItems(owners.article(article), "not-a-deal", items, title)
