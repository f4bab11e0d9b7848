"""The pieces of a sentence that arguments are found among."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from tui.language.clauses.verbs import Stance, Verb, VerbForm
    from tui.model.mentions import Mention
    from tui.proof.events.syntax.names import Name


class NextVerb(NamedTuple):
    """The verb that another one governs directly.

    Attributes:
        form: Its form.
        end: One past its last token.
        stance: What the governing verb does to it.
        passive: Whether it is in the passive: "agreed to be bought".
    """

    form: VerbForm
    end: int
    stance: Stance
    passive: bool


ItemKind: TypeAlias = Literal[
    "phrase", "verb", "figure", "date", "preposition", "conjunction", "relative", "subordinator",
    "pronoun", "sign",
]  # fmt: skip
Voice: TypeAlias = Literal["active", "passive"]


@dataclass(slots=True, eq=False)
class Item:
    """A piece of a sentence.

    Attributes:
        kind: What it is.
        first: Its first token.
        last: One past its last token.
        value: In lower case: the sign, the pronoun, the argument that a preposition opens, the
            last plain word of a noun phrase.
    """

    kind: ItemKind
    first: int
    last: int
    value: str = ""


@dataclass(slots=True, eq=False)
class FigureItem(Item):
    """A figure or a date."""

    mention: Mention | None = None


@dataclass(slots=True, eq=False)
class Phrase(Item):
    """A noun phrase without its prepositional complements.

    Attributes:
        words: Its plain words in lower case.
        name: Whom it names as a whole: "the chip designer Arm" Arm, "Arm's chips" nobody.
        owner: Whose it is: Arm of "Arm's chips".
        compound: A name that stands before a noun as one word with it: "Arm shares".
        owned: Whether a possessive pronoun says that it is somebody's ("its", "sa").
        definite: Whether it points back: "the company", "cette société".
        inner: Names that stand in it and are neither.
        figure: A figure that stands directly before its first word: "a | $4 bn | investment".
    """

    words: tuple[str, ...] = ()
    name: Name | None = None
    owner: Name | None = None
    compound: Name | None = None
    owned: bool = False
    definite: bool = False
    determiner: str = ""
    inner: tuple[Name, ...] = ()
    figure: FigureItem | None = None


@dataclass(slots=True, eq=False)
class VerbGroup(Item):
    """A verb with its auxiliaries and what governs it directly ("has agreed to buy").

    Attributes:
        verb: The last verb, which says what is done.
        frame: The name of its frame, empty where it moves no money.
        stance: What it does to another verb or event.
        voice: `passive` for "was bought", and for a participle that follows its noun.
        tense: Of the finite part: present, past, perfect, future, conditional …
        form: `finite`, `infinitive`, `gerund` or `participle`.
        negative: Whether it is negated.
        maybe: Whether a modal or a conditional makes it a possibility.
        reflexive: "s'engage", "s'offre".
        governors: The stances of the verbs that govern it, outermost first.
        dative: "lui" or "leur" before it: to whom it is done.
        lemmas: The verbs of the chain, outermost first.
    """

    verb: Verb | None = None
    frame: str = ""
    stance: Stance = ""
    voice: Voice = "active"
    tense: str = ""
    form: str = "finite"
    negative: bool = False
    maybe: bool = False
    reflexive: bool = False
    governors: tuple[Stance, ...] = ()
    dative: str = ""
    lemmas: tuple[str, ...] = field(default=())
