"""Verbs with their subjects and complements, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.proof.events.syntax.items import Phrase

if TYPE_CHECKING:
    from tui.proof.events.syntax.items import FigureItem, Item, VerbGroup


@dataclass(slots=True, eq=False)
class Argument:
    """A complement: the preposition's argument (empty for an object) and who or what it is.

    Attributes:
        role: The argument that its preposition opens; empty for one without.
        targets: Its phrases or pronouns, several where "and" joins them.
        place: The item it begins at.
        head: The item before it, which it may belong to.
    """

    role: str
    targets: list[Item]
    place: int
    head: Item | None = None


@dataclass(slots=True, eq=False)
class Segment:
    """The complements that go with one figure of a verb, and a subject of its own after "and"."""

    arguments: list[Argument] = field(default_factory=list)
    figures: list[FigureItem] = field(default_factory=list)
    subject: list[Item] = field(default_factory=list)

    @property
    def objects(self) -> list[Item]:
        """What stands without a preposition: the things that the verb is done to."""
        return [
            target
            for argument in self.arguments
            if not argument.role
            for target in argument.targets
        ]


@dataclass(slots=True, eq=False)
class Predicate:
    """A verb with what it was found to say.

    Attributes:
        place: The item of the verb.
        group: The verb group.
        subject: Who does it, or to whom it is done in the passive.
        segments: Its complements by figure; the first has those of the verb itself.
        end: One past the last item that belongs to it.
        governor: The predicate that governs an infinitive or gerund, if any.
        noun: The noun that governs it: "plans to", "l'intention de".
    """

    place: int
    group: VerbGroup
    subject: list[Item] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    end: int = 0
    governor: Predicate | None = None
    noun: Phrase | None = None
    subject_figures: list[FigureItem] = field(default_factory=list)
    relative: str = ""

    @property
    def objects(self) -> list[Item]:
        """What the verb itself is done to."""
        return self.segments[0].objects

    @property
    def object_words(self) -> set[str]:
        """The words of what it is done to."""
        return {word for one in self.objects if isinstance(one, Phrase) for word in one.words}

    @property
    def arguments(self) -> list[Argument]:
        """The complements of the verb itself."""
        return self.segments[0].arguments
