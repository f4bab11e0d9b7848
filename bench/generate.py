"""Big corpora for measuring: word frequencies are natural, most quotes stand in their article.

One quote in twenty differs from its article: reworded, with another figure, or missing from it.

Usage: python bench/generate.py FOLDER [records] [articles] [seed]
"""

from __future__ import annotations

import random
import re
import sys
from itertools import accumulate
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "seeds"

FRENCH = """
le de un la et les des en à dans pour par sur avec plus que qui au du une est sont a ont sera
selon groupe société entreprise marché accord contrat investissement investisseur capital actions
dette banque fonds fondateur dirigeant président directeur annonce annoncé mardi mercredi jeudi
vendredi janvier février mars avril mai juin juillet septembre octobre novembre décembre année
trimestre semestre croissance chiffre bénéfice perte résultat cours bourse titre rachat fusion
acquisition participation majorité minorité conseil administration droit vote siège usine centre
données calcul puces processeur modèle apprentissage logiciel service client fournisseur
partenaire concurrent région pays France Europe Allemagne Italie Espagne Chine Inde Japon monde
gouvernement ministre loi règlement autorité enquête justice tribunal décision avis rapport étude
analyse prévision tendance hausse baisse record niveau prix coût dépense budget projet programme
plan calendrier étape suite énergie électricité gaz pétrole solaire éolien réseau transport train
avion voiture batterie acier santé médicament laboratoire essai patient hôpital assurance retraite
emploi salarié grève syndicat ville habitant logement loyer travaux chantier terrain eau
agriculture viande lait blé vin commerce magasin enseigne vente achat ligne livraison colis marque
publicité presse journal télévision cinéma musique jeu sport club joueur match tournoi équipe
stade public école université recherche science très bien encore toujours jamais souvent déjà
depuis pendant avant après entre sous contre sans vers mais ou donc car comme si lorsque alors
ainsi aussi même tout toute tous toutes autre autres chaque petit grand nouveau nouvelle premier
première dernier dernière important principal européen français
"""

ENGLISH = """
the of and to in a for on with that by as from at is are was were has have will its it this said
company group market deal contract investment investor capital shares debt bank fund founder chief
executive president director announced Tuesday Wednesday Thursday Friday January February March
April June July August September October November December year quarter half growth revenue profit
loss results stock exchange buyout merger acquisition stake majority minority board vote seat
plant data centre computing chips processor model training software service customer supplier
partner rival region country Britain America Europe Germany China India Japan world government
minister law regulator inquiry court ruling opinion report study analysis forecast trend rise fall
record level price cost spending budget project programme plan schedule step energy power gas oil
solar wind grid transport rail airline car battery steel health drug laboratory trial patient
hospital insurance pension job worker strike union city resident housing rent building site land
water farming meat milk wheat wine trade shop chain sale purchase online delivery parcel brand
advertising newspaper television film music game sport club player match tournament team stadium
public school university research science very well still always never often already since during
before after between under against without toward but or so because like if when then also even
every each small large new first last important main European American global local private public
former current early late
"""

SYLLABLES = (
    "ar", "bel", "cor", "dan", "el", "fin", "gal", "hel", "in", "jor", "kal", "lum", "mar",
    "nor", "or", "pel", "quo", "ral", "sol", "tan", "ur", "val", "wex", "yor", "zen",
)  # fmt: skip
TAILS = ("", " Group", " Capital", " Labs", " Energy", " Systems", " Holding", " Partners")
STATUSES = ("rumoured", "announced", "committed", "paid", "cancelled")
INSTRUMENTS = ("equity", "debt", "cloud-commitment", "acquisition", "stake-purchase", "grant")
KINDS = ("valuation", "revenue", "stake", "capacity", "market-size")
MONTHS_FR = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
MONTHS_EN = "January February March April May June July August September October November December"


REWORDED = 0.03
"""The share of quotes that their article words differently."""
CHANGED = 0.015
"""The share of quotes whose article gives another figure."""
LOST = 0.005
"""The share of quotes that are not in their article."""


class Words:
    """Words drawn as in real texts: the n-th most frequent one about 1/n as often (Zipf)."""

    def __init__(self, words: list[str], rng: random.Random) -> None:
        self._words = list(dict.fromkeys(words))
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self._words) + 1)))
        self._rng = rng

    def draw(self, count: int) -> list[str]:
        return self._rng.choices(self._words, cum_weights=self._weights, k=count)

    def sentence(self) -> str:
        words = self.draw(self._rng.randint(8, 24))
        return f"{words[0].capitalize()} {' '.join(words[1:])}."


def _word_lists() -> tuple[list[str], list[str]]:
    """The word lists, lengthened by the words of the shipped articles and by made-up names."""
    seeds = " ".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))
    shipped = re.findall(r"[^\W\d_]{2,}", seeds)
    rare = [
        first + second + third
        for first in SYLLABLES
        for second in SYLLABLES[::2]
        for third in ("ique", "ment", "tion", "age")
    ]
    rare_english = [word.replace("ique", "ical").replace("ment", "ness") for word in rare]
    return FRENCH.split() + shipped + rare, ENGLISH.split() + rare_english


def _amount(rng: random.Random, french: bool) -> tuple[str, str]:
    """A sum as recorded and as printed."""
    currency = rng.choice(("USD", "USD", "EUR"))
    name = {"USD": ("dollars", "dollars"), "EUR": ("euros", "euros")}[currency][not french]
    space = rng.choice((" ", " ", "\u00a0"))
    if rng.random() < 0.4:
        number = f"{rng.randint(1, 90)}.{rng.randint(1, 9)}"
        scale, word = "bn", "milliards" if french else "billion"
    else:
        number = str(rng.randint(2, 990))
        scale, word = "M", "millions" if french else "million"
    bound, printed_bound = "", ""
    if rng.random() < 0.3:
        bound, printed_bound = "up to ", "jusqu'à " if french else "up to "
    printed = number.replace(".", ",") if french else number
    tail = f" de{space}{name}" if french else f" {name}"
    return f"{bound}{number} {scale} {currency}", f"{printed_bound}{printed}{space}{word}{tail}"


def _date(rng: random.Random, french: bool) -> tuple[str, str]:
    year, month = rng.randint(2012, 2025), rng.randint(1, 12)
    name = (MONTHS_FR if french else MONTHS_EN).split()[month - 1]
    return f"{year}-{month:02d}", f"{name} {year}"


def _perhaps_altered(quote: str, number: int, french: bool) -> str:
    """A quote as it is in the article, or altered, with the probabilities above."""
    rng = random.Random(number)
    draw = rng.random()
    if draw < LOST:
        return "Rien de tel n'y fut écrit" if french else "Nothing of the kind was printed there"
    if draw < LOST + CHANGED:
        return re.sub(r"\d", lambda match: str((int(match[0]) + 1) % 9 + 1), quote, count=1)
    if draw < LOST + CHANGED + REWORDED:
        old, new = ("investir", "placer") if french else ("invest", "put some")
        return quote.replace(old, new) if old in quote else quote.replace(" ", " , ", 1)
    return quote


def generate(
    folder: Path, records: int, articles: int, seed: int = 1, article_size: int = 5000
) -> Path:
    """Write a corpus of so many records and articles; the same seed gives the same bytes.

    Args:
        folder: Made if missing; gets `deals.yaml` and a folder `articles`.
        records: How many; three in four are deals, the others facts.
        articles: How many; records are spread over them.
        seed: Of the pseudo-random numbers.
        article_size: Characters of an article, at least.

    Returns:
        The path of `deals.yaml`.
    """
    rng = random.Random(seed)
    french_words, english_words = _word_lists()
    languages = {
        "fr": Words(french_words, rng),
        "en": Words(english_words, rng),
    }
    parties = _parties(rng, max(20, min(5000, records // 20)))
    names = list(parties.items())
    proofs: list[list[str]] = [[] for _ in range(articles)]
    deals: list[str] = []
    facts: list[str] = []
    for number in range(records):
        at = rng.randrange(articles)
        language = "fr" if at % 2 == 0 else "en"
        text = _record(number, at, language, rng, names, proofs[at], languages[language])
        (facts if number % 4 == 3 else deals).append(text)
    store = folder / "articles"
    store.mkdir(parents=True, exist_ok=True)
    entries = []
    for at in range(articles):
        language = "fr" if at % 2 == 0 else "en"
        (store / f"{at:06d}.txt").write_bytes(
            _article(proofs[at], languages[language], rng, article_size).encode()
        )
        title = " ".join(languages[language].draw(6))
        entries.append(
            f"  article-{at}: {{file: {at:06d}.txt, title: {title}, published: "
            f"{rng.randint(2012, 2025)}-{rng.randint(1, 12):02d}, language: {language}}}\n"
        )
    people = [f"  {name}: {{name: {shown}}}\n" for name, shown in names]
    path = folder / "deals.yaml"
    text = "".join(
        ["version: 1\narticles_dir: articles\nparties:\n", *people, "articles:\n", *entries,
         "deals:\n", *deals, "facts:\n", *facts]
    )  # fmt: skip
    path.write_bytes(text.encode())
    return path


def _parties(rng: random.Random, count: int) -> dict[str, str]:
    parties: dict[str, str] = {}
    while len(parties) < count:
        name = "".join(rng.choices(SYLLABLES, k=rng.randint(2, 3))).capitalize()
        shown = name + rng.choice(TAILS)
        parties[shown.lower().replace(" ", "-")] = shown
    return parties


def _record(
    number: int,
    at: int,
    language: str,
    rng: random.Random,
    names: list[tuple[str, str]],
    proofs: list[str],
    words: Words,
) -> str:
    """A record as YAML; the sentences that prove it are added to its article's."""
    french = language == "fr"
    (payer, payer_name), (payee, payee_name) = rng.sample(names, 2)
    recorded, printed = _amount(rng, french)
    date, when = _date(rng, french)
    quote = f"{printed} {'dans' if french else 'in'} {payee_name}"
    who = f"{payer_name} {'va investir' if french else 'will invest'}"
    dated = f"{who} {quote}, {'en' if french else 'in'} {when}"
    proofs.append(f"{dated}.")
    amount = _quoted(_perhaps_altered(quote, 2 * number, french))
    deal = _quoted(_perhaps_altered(dated, 2 * number + 1, french))
    title = f"{payer_name} {' '.join(words.draw(3))} {payee_name}"
    note = " ".join(words.draw(14))
    if number % 4 == 3:
        return (
            f"  - id: fact-{number}\n    title: {title}\n    kind: {rng.choice(KINDS)}\n"
            f"    party: {payee}\n    holder: {payer}\n    value: {recorded}\n    date: {date}\n"
            "    evidence:\n"
            f"      - {{for: value, article: article-{at}, quote: {amount}}}\n"
            f"      - {{for: [holder, party, date], article: article-{at},\n"
            f"         quote: {deal}}}\n    note: {note}\n"
        )
    return (
        f"  - id: deal-{number}\n    title: {title}\n    payer: {payer}\n    payee: {payee}\n"
        f"    instrument: {rng.choice(INSTRUMENTS)}\n    status: {rng.choice(STATUSES)}\n"
        f"    announced: {date}\n    amount: {recorded}\n"
        "    evidence:\n"
        f"      - {{for: amount, article: article-{at}, quote: {amount}}}\n"
        f"      - {{for: [payer, payee, announced], article: article-{at},\n"
        f"         quote: {deal}}}\n"
        f"    note: {note}\n    tags: [{words.draw(1)[0].lower()}]\n\n"
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _article(proofs: list[str], words: Words, rng: random.Random, size: int) -> str:
    """Paragraphs of about five sentences, with the proving sentences spread among them."""
    sentences = list(proofs)
    length = sum(map(len, sentences))
    while length < size:
        sentence = words.sentence()
        sentences.append(sentence)
        length += len(sentence) + 1
    rng.shuffle(sentences)
    paragraphs = [" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5)]
    return "\n\n".join(paragraphs) + "\n"


def main() -> None:
    """Generate from the command line."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    numbers = [int(argument) for argument in sys.argv[2:5]]
    records, articles, seed = (numbers + [20_000, 20_000, 1][len(numbers) :])[:3]
    path = generate(Path(sys.argv[1]), records, articles, seed)
    print(f"{path}: {records} records, {articles} articles, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
