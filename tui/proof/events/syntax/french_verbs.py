"""French verb groups: "n'a pas été rachetée", "va investir", "s'est engagée à verser"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.clauses.function_words import (
    CLITICS,
    DETERMINERS,
    FRENCH_AUXILIARIES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from tui.language.clauses.verbs import IDIOMS, Verb, VerbForm
from tui.proof.events.syntax.items import NextVerb, VerbGroup
from tui.proof.events.syntax.words import composed

if TYPE_CHECKING:
    from tui.language.clauses.verbs import Stance
    from tui.proof.events.syntax.words import WordLookup

_FINITE = frozenset({"present", "past", "imperfect", "future", "conditional"})
_FINITE_ENDINGS = ("aient", "èrent", "eront", "erait", "eraient", "issent", "irent")
_LINKS = frozenset({"de", "d", "à"})
"""Prepositions before an infinitive that a verb governs."""
_INFINITIVE_AFTER = frozenset(
    """
    devoir pouvoir vouloir aller compter entendre prévoir espérer faire laisser souhaiter venir
    ambitionner projeter
    """.split()
)
"""French verbs that take an infinitive without a preposition."""
_INTO = frozenset({"au", "à", "dans", "en"})
_INTRANSITIVE = frozenset(
    "aller venir partir arriver entrer sortir devenir revenir rester tomber monter passer".split()
)
"""French verbs with "être" in the perfect: no passive."""
_FRENCH_NOUNS = frozenset(
    """
    offre commande finance aide prête engage verse livre porte vise compte marche place mise reprise
    prise levée cède loue montre garde marque liste cote charge demande baisse hausse estime lance
    mène dirige pilote forme tranche note signe cause reste trace fixe tire entre sort part juge
    marche limite place mesure mise passe pratique présente recherche rencontre réforme réserve
    dépense crédite charge somme société dette rente fonde base relance ferme voie vente tente
    achète collecte récolte transforme transfère change échange voit suit double triple contrôle
    calcule couvre estime équipe étude facture gère gagne garantie heure perte presse prime produit
    série source suite taxe tour usine valide visite vote
    """.split()
)
"""French verb forms that are nouns or adjectives as well."""
_GOVERNING = frozenset(
    "venir commencer continuer parvenir chercher finir décider avoir permettre".split()
)
"""French verbs that take an infinitive with a preposition, besides those with a stance."""


class FrenchVerbs:
    """Reads the French verbs of one sentence."""

    def __init__(self, words: WordLookup) -> None:
        """Keep the words of the sentence."""
        self._words = words

    def at(self, place: int) -> VerbGroup | None:
        """The verb group that begins at a token, without what it governs."""
        at, negative, reflexive = place, False, False
        while True:
            low = self._words.low(at)
            if low in {"n", "ne"}:
                negative = True
            elif low in CLITICS and (self._clitic(at) or self._clitic_follows(place, at)):
                reflexive = reflexive or low in {"s", "se"}
            else:
                break
            at += 1
        low = self._words.low(at)
        if (
            low == "soit"
            and at + 1 < len(self._words.tokens)
            and self._words.tokens[at + 1].kind == "figure"
        ):
            return None
        if low in FRENCH_AUXILIARIES and not self._not_auxiliary(at):
            group = self._auxiliary(place, at)
        else:
            form = self._main(at, place)
            if form is None:
                return None
            group = composed(place, at + 1, form)
            group.tense = form.tense if form.tense in _FINITE else ""
            if form.tense in {"infinitive", "gerund", "participle"}:
                group.form = form.tense
            placed = form.verb.lemma == "passer" and self._words.low(at + 1) == "par"
            if form.tense == "participle" and (form.verb.lemma not in _INTRANSITIVE or placed):
                group.voice = "passive"  # "Le contrat passé par N", but "passé chez N"
            group.maybe = form.tense == "conditional"
            after, denied = self._words.after_adverbs(group.last)
            if negative and denied:
                group.last = after
        group.reflexive = reflexive
        group.dative = next(
            (
                word
                for word in map(self._words.low, range(place, group.last))
                if word in {"lui", "leur"}
            ),
            "",
        )
        if negative:
            group.negative = self._denies(place, group.last)
        return group

    def _clitic_follows(self, place: int, at: int) -> bool:
        """Whether a pronoun stands before an infinitive or behind "ne": "lui vendre"."""
        low = self._words.low(at)
        if low not in {"le", "la", "les", "l", "lui", "leur"}:
            return False
        if at > place and self._words.tensed(at + 1, *_FINITE) is not None:
            return True
        form = self._words.tensed(at + 1, "infinitive", "gerund")
        return form is not None and low in {"lui", "leur"}

    def _denies(self, first: int, last: int) -> bool:
        """Whether a word goes with "ne" that makes it a negation: "ne … pas", "personne ne …".

        Alone it negates nothing ("avant que Kermadec ne rachète"), and "ne … que" limits.
        """
        around = {self._words.low(place) for place in range(first, last + 2)}
        before = {self._words.low(first - 1), self._words.low(first - 2)}
        if around & {
            "pas",
            "jamais",
            "point",
            "guère",
            "nullement",
            "rien",
            "aucun",
            "aucune",
            "plus",
        }:
            return True
        if before & {"personne", "rien", "aucun", "aucune", "nul", "nulle"}:
            return True
        return self._words.low(last) in {"ni", "personne"} and not self._restricts(last)

    def _restricts(self, place: int) -> bool:
        """Whether "ne … que" limits instead of negating."""
        return any(self._words.low(at) in {"que", "qu"} for at in range(place, place + 3))

    def _clitic(self, at: int) -> bool:
        """Whether a small word is a pronoun before a verb, not an article."""
        low = self._words.low(at)
        if low in {"s", "se", "y", "n", "ne"}:
            return True
        following = self._words.low(at + 1)
        if following in FRENCH_AUXILIARIES and not self._not_auxiliary(at + 1):
            return low not in {"en"} or following in {"a", "ont", "aurait", "avait", "est"}
        if following in CLITICS and low in {"le", "la", "les", "l", "lui", "leur"}:
            return (
                following in {"y", "en", "lui", "leur"}
                and self._words.tensed(at + 2, *_FINITE) is not None
            )
        form = self._words.tensed(at + 1, *_FINITE)
        if form is None:
            return False
        subject = self._words.low(at - 1)
        before_subject = at > 0 and (
            self._words.named[at - 1] >= 0
            or subject in PRONOUNS["fr"]
            or subject in RELATIVES["fr"]
        )
        return before_subject and low in {"le", "la", "les", "l", "lui", "leur", "en"}

    def _not_auxiliary(self, at: int) -> bool:
        token = self._words.tokens[at]
        previous = self._words.low(at - 1)
        if token.text == "A" and (at == 0 or self._words.tokens[at - 1].kind == "sign"):
            return True
        if token.low == "est" and previous in {"l", "d"}:
            return True
        return token.low == "être" and previous in DETERMINERS["fr"]

    def _auxiliary(self, first: int, at: int) -> VerbGroup:
        lemma, tense = FRENCH_AUXILIARIES[self._words.low(at)]
        after, negative = self._words.after_adverbs(at + 1)
        passive = lemma == "être"
        been = compound_of_motion = False
        if self._words.low(after) == "été":
            passive = been = True
            after, denied = self._words.after_adverbs(after + 1)
            negative = negative or denied
        if self._words.low(after) == "eu" and self._words.tensed(after + 1, "participle"):
            after += 1
        form = self._words.tensed(after, "participle")
        if form is None:
            group = VerbGroup(
                "verb",
                first,
                after if negative else at + 1,
                verb=Verb(lemma, "", ""),
                lemmas=(lemma,),
            )
        else:
            group = composed(first, after + 1, form)
            if passive and form.verb.lemma not in _INTRANSITIVE:
                group.voice = "passive"
            elif passive:
                compound_of_motion = True
        if any(self._words.low(place) in {"s", "se"} for place in range(first, at)):
            # "s'est offert": reflexive verbs take "être" in the perfect.
            group.voice = "active"
            passive = False
        compound = form is not None and (
            lemma == "avoir" or been or compound_of_motion or group.voice == "active"
        )
        group.tense = tense
        if compound:
            group.tense = {
                "present": "perfect",
                "imperfect": "pluperfect",
                "past": "pluperfect",
            }.get(tense, tense)
        group.maybe = tense == "conditional"
        group.negative = negative
        if tense in {"infinitive", "gerund", "participle"}:
            group.form = tense
            if compound:
                group.tense = "perfect"
        return group

    def _main(self, at: int, first: int) -> VerbForm | None:
        readings = self._words.readings(at)
        if self._words.low(at) in PREPOSITIONS["fr"] and not self._enters(at):
            return None
        if not readings:
            negated = first < at and self._words.low(at - 1) in {"n", "ne", "se", "s"}
            if negated or self._words.low(at).endswith(_FINITE_ENDINGS):
                return self._words.guess(at, "present")
            return None
        previous = self._words.tokens[first - 1] if first else None
        low = previous.low if previous is not None and self._words.named[first - 1] < 0 else ""
        tenses = {form.tense for form in readings}
        if "infinitive" in tenses:
            if low in DETERMINERS["fr"] and low not in {"des", "d", "de"} and first == at:
                return None
            return self._words.tensed(at, "infinitive")
        if first == at and (
            low in DETERMINERS["fr"]
            or (low in PREPOSITIONS["fr"] and low not in {"en", "notamment", "dont"})
            or (previous is not None and previous.kind == "number")
        ):
            return None
        if "gerund" in tenses:
            return self._words.tensed(at, "gerund")
        if low == "en" and first == at:
            return None
        finite = self._words.tensed(at, *_FINITE)
        participle = self._words.tensed(at, "participle")
        if finite is None:
            return participle
        if participle is not None and (previous is None or low or previous.kind == "sign"):
            # "fait", "dit", "conclut": finite after a subject.
            if previous is not None and previous.kind == "figure" and self._agent_follows(at + 1):
                return participle
            after_subject = low in PRONOUNS["fr"] or low in RELATIVES["fr"] or first < at
            if not after_subject and self._words.low(at + 1) == "par":
                return participle
        if first == at and previous is not None and low and self._words.named[first - 1] < 0:
            word_before = (
                previous.kind == "word"
                and low not in PRONOUNS["fr"]
                and low not in RELATIVES["fr"]
                and low not in {"que", "qu"}  # "Que dirige depuis 2011 Ida Holm"
            )
            noun_like = self._words.tokens[at].low in _FRENCH_NOUNS
            if word_before and noun_like and not self._opens_object(at + 1, prepositions=False):
                return None
        return finite

    def _enters(self, at: int) -> bool:
        """Whether "entre" is the verb: "Kestrel entre au capital de"."""
        return self._words.low(at) == "entre" and self._words.low(at + 1) in _INTO

    def _agent_follows(self, place: int) -> bool:
        """Whether "par" follows within a few words: "souscrit pour l'essentiel par Kestrel"."""
        for at in range(place, min(place + 5, len(self._words.tokens))):
            low = self._words.low(at)
            if low == "par":
                return True
            if self._words.named[at] >= 0 or self._words.tokens[at].kind in {"figure", "sign"}:
                return False
        return False

    def _opens_object(self, place: int, *, prepositions: bool = True) -> bool:
        place, _ = self._words.after_adverbs(place)
        if place >= len(self._words.tokens):
            return False
        token = self._words.tokens[place]
        return (
            self._words.named[place] >= 0
            or token.kind in {"figure", "number"}
            or token.low in DETERMINERS["fr"]
            or (prepositions and token.low in PREPOSITIONS["fr"])
        )

    def complete(self, group: VerbGroup) -> None:
        """Take in a fixed complement: "mettre la main sur"."""
        if group.verb is None:
            return
        place, _ = self._words.after_adverbs(group.last)
        for words, frame in IDIOMS.get(group.verb.lemma, ()):
            wanted = words.split()
            if [self._words.low(place + step) for step in range(len(wanted))] == wanted:
                if group.verb.lemma == "compter":
                    # "Peut compter sur 4 millions" tells that they come, "compte sur" is hope.
                    if group.lemmas[:-1] != ("pouvoir",):
                        return
                    group.maybe = False
                group.frame, group.last = frame, place + len(wanted)
                return

    def next(self, place: int, group: VerbGroup, stance: Stance) -> NextVerb | None:
        """The infinitive that a verb governs: "prévoit d'investir", "va racheter"."""
        assert group.verb is not None
        lemma = group.verb.lemma
        low = self._words.low(place)
        if (
            low in _LINKS
            or (low == "pour" and stance == "talk")
            or (low in {"en"} and self._words.low(place + 1) == "vue")
        ):
            governs = bool(stance) or group.reflexive or lemma in _GOVERNING
            skip = place + (3 if low == "en" else 1)
            while self._words.low(skip) in CLITICS:
                skip += 1
            form = self._words.tensed(skip, "infinitive")
            if form is None or not governs:
                return self._passive_infinitive(skip, stance) if governs else None
            if lemma == "venir":
                group.tense = "perfect"
            if lemma == "engager" and group.reflexive:
                stance = "agree"
            if lemma == "décider":
                stance = "agree"
            return self._infinitive(skip, form, stance)
        if lemma in _INFINITIVE_AFTER or (lemma == "voir" and group.reflexive):
            while self._words.low(place) in CLITICS:
                place += 1
            form = self._words.tensed(place, "infinitive")
            if form is None:
                return self._passive_infinitive(place, stance)
            if lemma == "aller":
                group.tense = "future" if group.tense == "present" else group.tense
            if lemma == "pouvoir":
                group.maybe = True
            if lemma == "voir":
                return NextVerb(form, place + 1, stance, True)
            return self._infinitive(place, form, stance)
        return None

    def _infinitive(self, place: int, form: VerbForm, stance: Stance) -> NextVerb:
        if self._words.low(place) in {"être", "avoir"}:
            participle = self._words.tensed(place + 1, "participle")
            if participle is not None:
                return NextVerb(participle, place + 2, stance, self._words.low(place) == "être")
        return NextVerb(form, place + 1, stance, False)

    def _passive_infinitive(self, place: int, stance: Stance) -> NextVerb | None:
        if self._words.low(place) in {"être", "avoir"}:
            participle = self._words.tensed(place + 1, "participle")
            if participle is not None:
                return NextVerb(participle, place + 2, stance, self._words.low(place) == "être")
            if (
                self._words.low(place) == "avoir"
                and self._words.low(place + 1) == "été"
                and (form := self._words.tensed(place + 2, "participle"))
            ):
                return NextVerb(form, place + 3, stance, True)
        return None
