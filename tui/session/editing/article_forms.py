"""Forms about articles: their keys, another id, the file's own keys, and dismissing figures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from tui.corpus.edit.changes import owners
from tui.corpus.edit.changes.articles import RenameArticle, dismiss_figures
from tui.corpus.edit.changes.keys import SetKeys
from tui.model.messages import msg, shown
from tui.platform.translation import tr
from tui.proof.quotes.prose import paragraph_around
from tui.session.capture import Stretch, evidence_mapping
from tui.session.editing.answers import answer_of, id_problem, keys_of
from tui.session.editing.keys_form import AskedKey, KeysForm, change_title
from tui.session.editing.offered import offered
from tui.session.forms.choices import Choice, Choices
from tui.session.forms.fields import FormField, Verdict, WrongAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.corpus.edit.file_edit import Edit
    from tui.corpus.edit.proposals import Proposal
    from tui.model.mentions import Mention
    from tui.model.records import Article, Dismissal
    from tui.session.forms.fields import Answers
    from tui.session.protocol import Session

_WHICH, _BECAUSE = "which", "because"
_REASONS = (
    msg("not about a deal"),
    msg("a market size"),
    msg("a revenue"),
    msg("a share price"),
    msg("a percentage"),
    msg("a headcount"),
    msg("history, no deal of this corpus"),
)
"""Reasons that are offered beside those that the corpus has."""
_KINDS = {
    "money": msg("all sums of money"),
    "percent": msg("all percentages"),
    "fraction": msg("all fractions"),
    "measure": msg("all measures"),
    "count": msg("all counts"),
    "date": msg("all dates"),
}


def article_form(session: Session, article: Article, first: str = "title") -> KeysForm:
    """All keys of an article but its dismissals."""
    asked = [
        AskedKey(key, answer_of(getattr(article, key.target)), offered(session, key, "article"))
        for key in keys_of("article").values()
    ]
    owner = owners.article(article.id)
    return KeysForm(
        tr("The article {title}").format(title=article.id),
        asked,
        lambda values: SetKeys(owner, values, change_title(values, article.id)),
        first=first,
    )


def corpus_form(held: Mapping[str, str]) -> KeysForm:
    """The keys of the file itself, as `Session.file_keys` has them."""
    asked = [AskedKey(key, held.get(key.name, "")) for key in keys_of("root").values()]
    return KeysForm(
        tr("This corpus"),
        asked,
        lambda values: SetKeys(owners.CORPUS, values, tr("Change the corpus")),
    )


def dismissal_form(session: Session, article: Article, dismissal: Dismissal) -> KeysForm:
    """The keys of a dismissed figure: its words and why it is no deal."""
    asked = [
        AskedKey(key, answer_of(getattr(dismissal, key.target)))
        for key in keys_of("dismissal").values()
    ]
    owner = owners.place(dismissal.line, dismissal.column)
    title = tr("A dismissed figure of {id}").format(id=article.id)
    return KeysForm(title, asked, lambda values: SetKeys(owner, values, title), first=_BECAUSE)


class ArticleIdForm:
    """Asks for another id of an article.

    Attributes:
        title: What the form is for.
        first: The field on which the cursor stands at first.
    """

    first = "id"

    def __init__(self, session: Session, article: str) -> None:
        """Ask for another id of `article`."""
        self._session, self._article = session, article
        self.title = tr("Another id for {article}").format(article=article)

    def fields(self) -> Sequence[FormField]:
        """The id."""
        return [FormField("id", "id", self._article, check=id_problem)]

    def revised(self, answers: Answers, changed: str) -> Sequence[FormField] | None:
        """Nothing follows."""
        return None

    def proposal(self, answers: Answers) -> Proposal | WrongAnswer:
        """The article under the new id."""
        name = answers["id"].strip()
        if name == self._article:
            return WrongAnswer("", tr("it is its id already"))
        if name in self._session.articles:
            return WrongAnswer("id", tr("there is already an article {name}").format(name=name))
        return RenameArticle(self._article, name)

    def verdict(self, answers: Answers, edit: Edit) -> Verdict:
        """What follows the new id."""
        return Verdict(((tr("every quote and every other version follows"), "good"),))


class DismissForm:
    """Asks why a figure is no deal, and which other open figures are none for the same reason.

    Attributes:
        title: What the form is for.
        first: The field on which the cursor stands at first.
    """

    first = _BECAUSE

    def __init__(self, session: Session, stretch: Stretch) -> None:
        """Ask about a stretch of an article."""
        self._session, self._stretch = session, stretch
        self._text = session.article_text(stretch.article) or ""
        self._groups = self._grouped(session.open_figures(stretch.article))
        words = " ".join(self._text[stretch.start : stretch.end].split())
        self.title = tr("“{words}” is no deal").format(words=words[:40])

    def _grouped(self, figures: Sequence[Mention]) -> dict[str, tuple[str, list[Stretch]]]:
        """What may be dismissed at once: words for it, and the stretches."""
        article, here = self._stretch.article, self._stretch
        groups = {"this": (tr("this figure"), [here])}
        at = next((one for one in figures if one.start < here.end and here.start < one.end), None)
        begin, end = paragraph_around(self._text, here.start, here.end)
        found = {
            "paragraph": (tr("all of this paragraph"), [
                one for one in figures if begin <= one.start and one.end <= end
            ]),
            "kind": (shown(_KINDS[at.kind]) if at else "", [
                one for one in figures if at is not None and one.kind == at.kind
            ]),
            "all": (tr("all open figures of this article"), list(figures)),
        }  # fmt: skip
        for name, (words, mentions) in found.items():
            if len(mentions) > 1:
                stretches = [Stretch(article, one.start, one.end) for one in mentions]
                groups[name] = (f"{words} ({len(mentions)})", stretches)
        return groups

    def fields(self) -> Sequence[FormField]:
        """The reason, and which figures."""
        which = Choices(Choice(name, words) for name, (words, _) in self._groups.items())
        return [
            FormField(
                _BECAUSE, _BECAUSE, choices=reasons(self._session), creates="reason",
                if_empty=tr("the reason is kept in the file"), long=True,
            ),
            FormField(_WHICH, msg("which"), "this", which),
        ]  # fmt: skip

    def revised(self, answers: Answers, changed: str) -> Sequence[FormField] | None:
        """Nothing follows."""
        return None

    def proposal(self, answers: Answers) -> Proposal | WrongAnswer:
        """A note for each figure."""
        because = answers[_BECAUSE].strip()
        if not because:
            return WrongAnswer(_BECAUSE, tr("why is it no deal?"))
        _, stretches = self._groups.get(answers[_WHICH]) or self._groups["this"]
        return dismiss_figures(
            self._stretch.article, [_note(self._session, one, because) for one in stretches]
        )

    def verdict(self, answers: Answers, edit: Edit) -> Verdict:
        """Which figures that are."""
        _, stretches = self._groups.get(answers[_WHICH]) or self._groups["this"]
        words = (" ".join(self._text[one.start : one.end].split()) for one in stretches)
        return Verdict(((", ".join(words), "quiet"),))


def _note(session: Session, stretch: Stretch, because: str) -> dict[str, Any]:
    evidence = evidence_mapping(session, stretch, ("amount",))
    names = ("quote", "prefix", "suffix")
    words: dict[str, Any] = {name: evidence[name] for name in names if name in evidence}
    return {**words, "because": because}


def reasons(session: Session) -> Choices:
    """Why figures are no deals: the reasons that the corpus has, the most frequent first."""
    counted = Counter(
        item.because for article in session.articles.values() for item in article.not_a_deal
    )
    own = [
        Choice(why, note="once" if times == 1 else f"{times} times")
        for why, times in counted.most_common()
    ]
    return Choices([*own, *(Choice(why) for why in map(shown, _REASONS) if why not in counted)])
