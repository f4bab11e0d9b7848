"""A generated corpus for measuring the search: records, parties and articles, from a seed.

Words follow Zipf's law, as in real text: a few are everywhere and most are rare. Names of
parties do too; most of the parties occur in a handful of records.
"""

from __future__ import annotations

import itertools
import pydoc_data.topics
import random
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from tui.model.corpus import ArticleText, Corpus
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Article, Deal, Evidence, Party

if TYPE_CHECKING:
    from collections.abc import Sequence

FRENCH = """le de un être et à il avoir ne je son que se qui ce dans en du elle au pour pas sur on
avec tout faire mais nous mettre autre dire sans après même aussi entre premier donner année
entreprise marché milliard million euro dollar investissement investir tour table levée fonds
capital action dette crédit accord partenariat annonce annoncer engager verser payer participation
actionnaire fondateur dirigeant société groupe géant filiale intelligence artificielle modèle
recherche laboratoire centre données puce serveur énergie électricité réseau nuage calcul
puissance croissance chiffre affaires bénéfice perte valorisation bourse banque assurance
immobilier automobile aéronautique pharmacie santé hôpital industrie usine production commerce
distribution client fournisseur contrat clause rachat fusion acquisition concurrence régulateur
autorité commission européenne gouvernement ministre président conseil administration réunion
décision juillet août septembre octobre novembre décembre janvier février mars avril mai juin
semaine trimestre semestre dernier prochain nouveau grand petit fort faible rapide lent important
stratégique financier économique mondial national régional français américain allemand chinois
japonais britannique italien espagnol jusque environ plusieurs selon source proche dossier projet
plan développement lancement produit service logiciel plateforme application utilisateur abonné
publicité média presse journal agence communiqué conférence question réponse enjeu risque défi
avenir histoire monde pays ville région route chemin voiture train avion navire satellite espace
sécurité défense armée police justice tribunal avocat juge procès plainte amende impôt taxe budget
emploi salarié ouvrier ingénieur chercheur étudiant école université formation compétence talent
jeune pousse licorne incubateur accélérateur subvention garantie prêt obligation convertible
échéance remboursement intérêt taux inflation récession reprise crise choc hausse baisse record
objectif prévision résultat comptes exercice dividende rendement portefeuille gestion actif passif
bilan trésorerie liquidité solvabilité notation audit contrôle fraude enquête sanction procédure
liquidation redressement faillite créancier débiteur banquier courtier notaire expert conseiller
cabinet associé partenaire allié rival adversaire ennemi ami famille héritier succession patrimoine
fondation mécène culture musée théâtre cinéma musique livre édition édition imprimerie papier bois
forêt eau mer océan montagne rivière barrage turbine éolienne solaire panneau batterie lithium
cobalt nickel cuivre acier aluminium ciment verre plastique chimie pétrole gaz charbon nucléaire
réacteur uranium hydrogène carbone climat émission réduction neutralité transition écologie
agriculture ferme blé maïs lait viande poisson légume fruit vin bière café thé sucre sel épice
restaurant hôtel tourisme voyage bagage billet vol passager aéroport gare port douane frontière"""
FRENCH_ENDINGS = (
                  "", "s", "es", "ment", "ation", "ations", "eur", "eurs", "euse", "ier", "iers",
                  "ique", "iques", "able", "ables", "ité", "ités", "ant", "ante", "ants", "er",
                  "é", "ée", "és", "ées", "ait", "aient", "era", "eront", "ons", "ez", "iste",
)  # fmt: skip
FRENCH_STARTS = ("", "re", "dé", "sur", "sous", "inter", "pré", "anti", "co", "auto", "télé")
ENGLISH_ENDINGS = (
    "",
    "s",
    "ed",
    "ing",
    "er",
    "ers",
    "ly",
    "ness",
    "able",
    "ment",
    "ments",
    "ful",
    "less",
    "ation",
    "ations",
    "ive",
    "ity",
    "ities",
    "al",
    "ally",
    "ism",
    "ist",
)
ENGLISH_STARTS = ("", "re", "un", "over", "under", "inter", "pre", "anti", "co", "non", "out")
ONSETS = (
    "b",
    "br",
    "c",
    "cl",
    "cr",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gl",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "pr",
    "qu",
    "r",
    "s",
    "sc",
    "st",
    "str",
    "t",
    "tr",
    "v",
    "w",
    "z",
)
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ei", "io", "ou", "é", "è", "ö", "y")
CODAS = ("", "", "", "l", "m", "n", "r", "s", "t", "x", "nd", "nt", "rt", "sk", "ck")
TRADES = ("Energy", "Capital", "Pharma", "Robotics", "Bank", "Airlines", "Motors", "Foods", "Media",
          "Labs", "Systems", "Cloud", "AI", "Semiconductor", "Telecom", "Logistique", "Énergie",
          "Santé", "Assurances", "Partners", "Ventures", "Networks", "Bio", "Data", "Software",
          "Industries", "Technologies", "Mobility", "Aerospace", "Steel")  # fmt: skip
FORMS = ("Inc", "Inc.", "SA", "SAS", "GmbH", "AG", "Ltd", "LLC", "plc", "Corp", "SE", "NV", "SpA")
INSTRUMENTS = (
    "equity",
    "convertible-note",
    "debt",
    "credit-facility",
    "stake-purchase",
    "cloud-commitment",
    "supply-agreement",
    "partnership",
    "grant",
    "acquisition",
)
STATUSES = ("rumoured", "announced", "committed", "paid", "cancelled")


@dataclass
class Words:
    """Words of a language in order of frequency, drawn by Zipf's law."""

    words: Sequence[str]
    weights: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.weights = list(
            itertools.accumulate(1 / (rank + 2.7) for rank in range(len(self.words)))
        )

    def draw(self, source: random.Random, count: int) -> list[str]:
        return source.choices(self.words, cum_weights=self.weights, k=count)


def vocabularies(source: random.Random, size: int = 40_000) -> tuple[Words, Words]:
    """French and English words, the frequent ones real, the rare ones built from them."""
    french = list(dict.fromkeys(FRENCH.split()))
    text = " ".join(pydoc_data.topics.topics.values()).lower()
    seen: dict[str, int] = {}
    for word in re.findall(r"[a-z]{2,}", text):
        seen[word] = seen.get(word, 0) + 1
    english = sorted(seen, key=lambda word: (-seen[word], word))
    return (
        Words(_derived(french, FRENCH_STARTS, FRENCH_ENDINGS, size, source)),
        Words(_derived(english, ENGLISH_STARTS, ENGLISH_ENDINGS, size, source)),
    )


def _derived(
    words: list[str], starts: Sequence[str], endings: Sequence[str], size: int,
    source: random.Random,
) -> list[str]:  # fmt: skip
    """The words, then random derivations of them by prefix and ending, `size` in all."""
    vocabulary = dict.fromkeys(words)
    stems = [word for word in words if len(word) > 3]
    derived = [
        start + stem.removesuffix("e") + ending
        for start, stem, ending in itertools.product(starts, stems, endings)
    ]
    source.shuffle(derived)
    for word in derived:
        if len(vocabulary) >= size:
            break
        vocabulary.setdefault(word)
    return list(vocabulary)


def company_names(source: random.Random, count: int) -> list[str]:
    """Names like those of companies: invented words, trades, founders, legal forms."""
    names: dict[str, None] = {}
    while len(names) < count:
        first = _invented_word(source)
        kind = source.random()
        if kind < 0.35:
            name = first
        elif kind < 0.7:
            name = f"{first} {source.choice(TRADES)}"
        elif kind < 0.82:
            name = f"{first} & {_invented_word(source)}"
        elif kind < 0.92:
            name = f"{first} {_invented_word(source)}"
        else:
            name = f"{source.choice(('Banque', 'Société', 'Groupe', 'Open', 'Deep'))} {first}"
        if source.random() < 0.25:
            name = f"{name} {source.choice(FORMS)}"
        names.setdefault(name)
    return list(names)


def _invented_word(source: random.Random) -> str:
    syllables = source.choices((2, 3, 4), (5, 4, 1))[0]
    parts = [
        source.choice(ONSETS)
        + source.choice(VOWELS)
        + source.choice(CODAS if last else ("", "n", "r"))
        for last in (index == syllables - 1 for index in range(syllables))
    ]
    return "".join(parts).capitalize()


def corpus(records: int, seed: int = 7, *, article_every: int = 20) -> Corpus:
    """A corpus of so many deals of about 40 words, and an article for each `article_every`."""
    source = random.Random(seed)
    french, english = vocabularies(source)
    names = company_names(source, max(40, records // 4))
    parties = {
        f"p{number}": Party(f"p{number}", name, _aliases(source, name))
        for number, name in enumerate(names)
    }
    keys = list(parties)
    popular = list(itertools.accumulate(1 / (rank + 5) for rank in range(len(keys))))
    pairs = source.choices(keys, cum_weights=popular, k=records * 2)
    articles: dict[str, Article] = {}
    texts: dict[str, ArticleText] = {}
    for number in range(max(1, records // article_every)):
        key, language = f"a{number}", source.choice(("fr", "en"))
        words = french if language == "fr" else english
        body = _sentences(source, words, 250, language)
        published = date(2015, 1, 1) + timedelta(days=source.randrange(4000))
        articles[key] = Article(
            key, f"{key}.txt", title=" ".join(words.draw(source, 8)).capitalize(),
            publisher=source.choice(("Reuters", "Le Monde", "Les Échos", "Financial Times")),
            published=Edtf.parse(published.isoformat()), language=language,
        )  # fmt: skip
        texts[key] = ArticleText(body)
    article_keys = list(articles)
    deals = {}
    for number in range(records):
        payer, payee = pairs[2 * number], pairs[2 * number + 1]
        deals[f"d{number}"] = _deal(source, number, payer, payee, parties, article_keys, articles,
                                   texts, french, english)  # fmt: skip
    return Corpus(parties, articles, deals, texts)


def _aliases(source: random.Random, name: str) -> tuple[str, ...]:
    if source.random() >= 0.1:
        return ()
    return (f"{name.split(maxsplit=1)[0]} {source.choice(TRADES)}",)


def _sentences(source: random.Random, words: Words, count: int, language: str) -> str:
    drawn = words.draw(source, count)
    for at in range(10, count, 25):
        figure = source.choice((1, 2, 4, 7, 10, 25, 400)) + source.choice((0, 0.25, 0.5))
        if language == "fr":
            drawn[at] = f"{figure:g} milliards d’euros".replace(".", ",")
        else:
            drawn[at] = f"${figure:g} billion"
    return "\n".join(" ".join(drawn[at : at + 40]).capitalize() + "." for at in range(0, count, 40))


def _deal(
    source: random.Random, number: int, payer: str, payee: str, parties: dict[str, Party],
    article_keys: list[str], articles: dict[str, Article], texts: dict[str, ArticleText],
    french: Words, english: Words,
) -> Deal:  # fmt: skip
    words = source.choice((french, english))
    cited = source.choices(article_keys, k=source.choice((1, 1, 1, 2)))
    evidence = []
    for article in cited:
        text = texts[article].text
        start = source.randrange(max(1, len(text) - 80))
        quote = text[start : start + 48].strip() or text[:48]
        evidence.append(Evidence(("amount",), article, quote))
    amount = source.choice((100, 125, 200, 240, 400, 700, 3000, 25_000))
    day = date(2015, 1, 1) + timedelta(days=source.randrange(4000))
    when = day.isoformat()[: source.choice((4, 7, 7, 10))]
    verb = source.choice(("invests in", "investit dans", "backs", "finance", "buys", "rachète"))
    return Deal(
        f"d{number}",
        f"{parties[payer].name} {verb} {parties[payee].name}",
        payer=payer, payee=payee,
        instrument=source.choice(INSTRUMENTS), status=source.choice(STATUSES),
        announced=Edtf.parse(when),
        amount=Quantity(source.choice(("USD", "USD", "EUR")),
                        value=Decimal(amount) * 10 ** source.choice((4, 5, 7))),
        evidence=tuple(evidence),
        note=" ".join(words.draw(source, 12)),
        tags=tuple(words.draw(source, 1)),
    )  # fmt: skip
