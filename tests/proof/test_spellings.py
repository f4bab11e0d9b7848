"""The same statement in other signs is moved; the same signs turned round are changed."""

from __future__ import annotations

import pytest

from tui.proof.quotes.locate import Locator

_EN = "The group told its investors that {} and that the rest of the plan is the same as before."
_FR = "Le groupe a fait savoir aux investisseurs que {} et que le reste du plan est inchangé."

SAME_IN_ENGLISH = [
    ("the fund put $3.2 billion into the venture", "the fund put $3,200 million into the venture"),
    ("the fund put $3.2 billion into the venture", "the fund put 3.2bn dollars into the venture"),
    ("it will pay $3 billion, the New York firm said", "it will pay US$3 billion"),
    ("it raised €90 million from a bank", "it raised 90 million euros from a bank"),
    ("it raised €90 million from a bank", "it raised EUR 90m from a bank"),
    ("it raised £45m in a first round", "it raised £45 million in a first round"),
    ("it owes 70 million Swiss francs to a bank", "it owes CHF 70 million to a bank"),
    ("it owns 12 per cent of the lender", "it owns 12% of the lender"),
    ("it owns 12 percent of the lender", "it owns twelve per cent of the lender"),
    ("it owns two-thirds of the lender", "it owns 2/3 of the lender"),
    ("it hired fifteen people in the town", "it hired 15 people in the town"),
    ("it built 340 homes in the town", "it built three hundred and forty homes in the town"),
    ("it shipped 45,300 cars to the port", "it shipped 45300 cars to the port"),
    ("it shipped 45,300 cars to the port", "it shipped 45 300 cars to the port"),
    ("the park supplies 1.8 GW to the grid", "the park supplies 1,800 megawatts to the grid"),
    ("the park needs between 3 and 5 gigawatts", "the park needs 3-5 GW"),
    ("the deal closes on 4 May 2027 in London", "the deal closes on May 4, 2027 in London"),
    ("it will spend up to $9 billion on chips", "it will spend as much as $9 billion on chips"),
    ("it will spend at least $9bn on chips", "it will spend no less than $9bn on chips"),
    ("it will spend $9bn or more on chips", "it will spend at least $9bn on chips"),
    ("it holds more than 400 patents now", "it holds over 400 patents now"),
    ("it holds fewer than 400 patents now", "it holds under 400 patents now"),
    ("it will not sell the mine to a rival", "it won't sell the mine to a rival"),
    ("it is not bound to sell the mine", "it isn't bound to sell the mine"),
    ("it has stopped serving the casinos there", "it no longer serves the casinos there"),
    ("it refused to cover the losses of a rival", "it declined to cover the losses of a rival"),
    ("the judge found that 4 rules were broken", "the judge ruled that 4 rules were broken"),
    ("the venture will run until 2051 at most", "the venture will last until 2051 at most"),
    ("sales fell by 7% over the summer", "sales dropped by 7% over the summer"),
    ("it owns more than a quarter of the bank", "it owns more than 25% of the bank"),
    ("it owns half of the bank", "it owns 50% of the bank"),
    ("it pays $3m per year to the port", "it pays $3 million annually to the port"),
    ("it makes 300 cars a month there", "it makes 300 cars monthly there"),
    ("it paid the tax office A$42 billion", "it paid the tax office 42 billion Australian dollars"),
    ("the lease lasts two years and more", "the lease lasts 24 months and more"),
    ("the margin fell by 320 basis points there", "the margin fell by 3.2 percentage points there"),
    ("the site covers 350,000 square metres there", "the site covers 35 hectares there"),
    ("the fund is capped at $3 billion there", "the fund is limited to $3bn there"),
    ("its sales more than doubled to $3bn", "its sales rose more than twofold to $3bn"),
    ("Contoso paid Fabrikam $30 million", "Fabrikam was paid $30 million by Contoso"),
]
SAME_IN_FRENCH = [
    ("le fonds a versé 4,5 milliards d'euros", "le fonds a versé 4 500 millions d'euros"),
    ("le fonds a versé 4,5 milliards d'euros", "le fonds a versé 4,5 Md€"),
    ("le fonds a versé 320 M€ aux villes", "le fonds a versé 320 millions d'euros aux villes"),
    ("le fonds a versé 600 millions d'euros", "le fonds a versé 0,6 milliard d'euros"),
    ("le fonds a versé 2 750 000 000 euros", "le fonds a versé 2,75 milliards d'euros"),
    ("le fonds a versé 2 750 000 000 euros", "le fonds a versé 2.750.000.000 euros"),
    ("la part est vendue 42,50 euros au fonds", "la part est vendue 42,5 euros au fonds"),
    ("il a reçu sept milliards de dollars", "il a reçu 7 milliards de dollars"),
    ("il emploie quatre-vingt-douze personnes", "il emploie 92 personnes"),
    ("il emploie quatre cent trente personnes", "il emploie 430 personnes"),
    ("il emploie 1 900 personnes en Bretagne", "il emploie 1900 personnes en Bretagne"),
    ("il détient deux tiers du capital", "il détient 2/3 du capital"),
    ("il détient 14 % du capital", "il détient quatorze pour cent du capital"),
    ("sa quatrième usine ouvre à Dunkerque", "sa 4e usine ouvre à Dunkerque"),
    ("il paiera au deuxième trimestre 2026", "il paiera au T2 2026"),
    ("il a payé le 14 mars 2025 à la banque", "il a payé le 14/03/2025 à la banque"),
    ("il produira 16 GWh par an à Dunkerque", "il produira 16 GWh chaque année à Dunkerque"),
    ("il a payé jusqu'à 50 milliards d'euros", "il a payé au maximum 50 milliards d'euros"),
    ("il a payé au moins 50 milliards d'euros", "il a payé un minimum de 50 milliards d'euros"),
    ("il a multiplié par trois ses ventes de mai", "il a triplé ses ventes de mai"),
    ("au total aucune usine ne sera fermée", "au total il n'y aura aucune usine fermée"),
    ("il n'a signé ni accord ni mandat", "il n'a signé aucun accord ni aucun mandat"),
    ("il a démenti tout projet de fusion", "il a nié tout projet de fusion"),
    ("il a cessé de vendre aux casinos", "il ne vend plus aux casinos"),
    ("l'action, dont le prix est de 9 euros, monte", "l'action, au prix de 9 euros, monte"),
    ("il a touché 3 millions d'euros l'an dernier", "il a touché 3 M€ l'année dernière"),
    ("il détient la moitié du capital", "il détient 50 % du capital"),
    ("il détient environ un dixième du capital", "il détient environ 10 % du capital"),
    (
        "il consacre 4,5 milliards d'euros par an aux écoles",
        "il consacre chaque année 4,5 Md€ aux écoles",
    ),
    ("il livre 75 camions par mois à la ville", "il livre 75 camions mensuels à la ville"),
    ("il a payé le 1er mars 3 M€ au port", "il a payé le premier mars 3 M€ au port"),
    (
        "il paie entre 0,5 et 2 milliards d'euros",
        "il paie entre 500 millions et 2 milliards d'euros",
    ),
    ("il a rejeté la proposition du fonds", "il a repoussé la proposition du fonds"),
]
TURNED_IN_ENGLISH = [
    ("the rate on it is minus 0.5%", "the rate on it is 0.5%"),
    ("it will put $3bn into the venture", "it could put $3bn into the venture"),
    (
        "three of the directors voted for the merger",
        "three of the directors voted against the merger",
    ),
    ("it has yet to pay the second £80 million", "it has paid the second £80 million"),
    ("the stake was sold for $3bn to Mubadala", "the stake was sold for $3bn by Mubadala"),
    ("its sales were up 8% to $512 million", "its sales were down 8% to $512 million"),
    ("its net profit was $90m in the year", "its gross profit was $90m in the year"),
    ("it closed at $210m, well above its target", "it closed at $210m, well below its target"),
    ("it lost $99 million", "it earned $99 million"),
    ("it lost $99 million in a single quarter", "it earned $99 million in a single quarter"),
    ("it cut its rate by 25 basis points", "it raised its rate by 25 basis points"),
    ("the margin is the widest in 6 years", "the margin is the narrowest in 6 years"),
    ("it has stopped serving 12 casinos", "it has started serving 12 casinos"),
    ("the venture will run until 2060", "the venture will run from 2060"),
    ("it may sell 9% of it before 2027", "it may sell 9% of it after 2027"),
    ("it passed $500 million in annual sales", "it passed $500 million in monthly sales"),
    ("it bought 4% of the bank from a fund", "it sold 4% of the bank to a fund"),
    ("sales rose by 7% and costs fell by 3%", "sales fell by 7% and costs rose by 3%"),
    ("it shipped 45,300 cars to the port", "it shipped 45,003 cars to the port"),
    ("it paid $1.250 billion to the bank", "it paid $1,250 billion to the bank"),
    ("it needs between 3 and 5 gigawatts", "it needs 3-5 megawatts"),
    ("it will spend at most $9bn on chips", "it will spend at least $9bn on chips"),
    ("it will spend no less than $9bn on it", "it will spend no more than $9bn on it"),
    ("the deal closes on 4 May 2027", "the deal closes on May 5, 2027"),
    ("it owes 70 million Swiss francs to a bank", "it owes EUR 70 million to a bank"),
    ("Contoso paid Fabrikam $30 million", "Fabrikam paid Contoso $30 million"),
    ("Contoso put $30 million into Fabrikam", "Fabrikam put $30 million into Contoso"),
    ("Contoso ended its takeover of Fabrikam", "Fabrikam ended its takeover of Contoso"),
    ("Contoso paid Fabrikam $30 million", "Contoso was paid $30 million by Fabrikam"),
    ("the port paid the city $30 million", "the city paid the port $30 million"),
    ("the port owes the city $30 million", "the city owes the port $30 million"),
    ("the port owes $30 million in rent", "the port is owed $30 million in rent"),
    ("it paid the Danish state $30 million", "the Danish state paid it $30 million"),
    ("it paid $3bn in March and $4bn in May", "it paid $3bn in May and $4bn in March"),
    ("it paid $3bn in March and lost $4bn", "in March it lost $4bn and paid $3bn"),
    ("it paid $3bn before March 2031", "it paid $3bn in March 2031"),
    ("it paid $3bn at the end of March", "at the start of March it paid $3bn"),
    ("it pays the bank $3m a month", "it pays the bank $3m annually"),
    ("it owns a third of the bank", "it owns 33% of the bank"),
    ("it fell by 32 basis points", "it fell by 32 percentage points"),
    ("the lease lasts two years", "the lease lasts 20 months"),
    ("the site covers 35 hectares", "the site covers 35 square metres"),
    ("it paid C$42 million in tax", "it paid 42 million Australian dollars in tax"),
    ("the fund is capped at $3bn", "the fund is at least $3bn"),
    ("it has paid $30 million for the port", "it will pay $30 million for the port"),
    ("it bought the port for $30 million", "it would buy the port for $30 million"),
    ("it will open its mine by 2031", "it will open its mine after 2031"),
    ("it will open its mine by the end of 2031", "it will open its mine after the end of 2031"),
    ("two of them were in favour of the mine", "two of them were against the mine"),
    ("it will open the mine next winter", "it will open the mine next summer"),
    ("it told them on Monday morning", "it told them on Monday evening"),
    ("it sells at $9 a kilogram there", "it sells at $9 a gram there"),
]
TURNED_IN_FRENCH = [
    ("le titre gagne 3 % à 42 euros", "le titre cède 3 % à 42 euros"),
    ("il créera 1 200 emplois en 2027", "il détruira 1 200 emplois en 2027"),
    ("il sera vendu au plus tôt en mars 2026", "il sera vendu au plus tard en mars 2026"),
    ("le groupe va engager 3 milliards d'euros", "le groupe pourrait engager 3 milliards d'euros"),
    (
        "le groupe vaut 3,1 milliards d'euros, hors dette",
        "le groupe vaut 3,1 milliards d'euros, dette comprise",
    ),
    ("sa dette a diminué de 1,2 milliard d'euros", "sa dette a diminué à 1,2 milliard d'euros"),
    ("il a vendu 9 % de la banque à Cerberus", "9 % de la banque ont été vendus par Cerberus"),
    ("près de 2 000 postes seront créés en 2030", "près de 2 000 postes seront supprimés en 2030"),
    (
        "le tribunal a confirmé l'amende de 4 millions",
        "le tribunal a annulé l'amende de 4 millions",
    ),
    ("il a réalisé un bénéfice de 4 millions", "il a réalisé un déficit de 4 millions"),
    ("il a été multiplié par trois, à 52 millions", "il a été divisé par trois, à 52 millions"),
    ("il offre une prime de 28 % par titre", "il offre une décote de 28 % par titre"),
    ("aucun départ ne sera prononcé avant 2026", "aucun départ ne sera prononcé après 2026"),
    ("il a cessé de vendre à 12 clients", "il continue de vendre à 12 clients"),
    ("il a versé 4,5 milliards d'euros", "il a versé 450 millions d'euros"),
    ("il a versé 2 750 000 000 euros", "il a versé 2 750 000 euros"),
    ("il emploie quatre-vingt-douze personnes", "il emploie 82 personnes"),
    ("il ne compte plus que 40 clients", "il ne compte plus 40 clients"),
    ("il ne sera pas vendu au fonds", "il ne sera vendu au fonds"),
    ("il avait promis plus de 3 usines", "il n'avait promis plus de 3 usines"),
    ("il paiera au deuxième trimestre 2026", "il paiera au T3 2026"),
    ("il a payé un billion de dollars", "il a payé un milliard de dollars"),
    ("Contoso a versé 3 M€ à Fabrikam", "Fabrikam a versé 3 M€ à Contoso"),
    ("la ville a versé 3 M€ au port", "le port a versé 3 M€ à la ville"),
    ("la ville doit 3 M€ au port voisin", "le port voisin doit 3 M€ à la ville"),
    (
        "Contoso et Fabrikam versent respectivement 3 et 4 M€",
        "Fabrikam et Contoso versent respectivement 3 et 4 M€",
    ),
    ("il a versé 3 millions d'euros au port", "il versera 3 millions d'euros au port"),
    ("il a versé 3 millions d'euros au port", "il aurait versé 3 millions d'euros au port"),
    ("il a acquis le port pour 3 millions", "il va acquérir le port pour 3 millions"),
    ("il paie 3 M€ par mois au port", "il paie chaque année 3 M€ au port"),
    ("il a repoussé l'accord de 3 M€", "il a rejeté l'accord de 3 M€"),
    ("il livrera le navire d'ici à 2031", "il livrera le navire après 2031"),
    ("trois élus sont en faveur du rachat", "trois élus sont contre le rachat"),
    ("il livrera le navire au printemps", "il livrera le navire à l'automne"),
    ("il vend le litre au prix de 3 euros", "il vend le millilitre au prix de 3 euros"),
]


@pytest.mark.parametrize(
    ("frame", "old", "new"),
    [(_EN, *pair) for pair in SAME_IN_ENGLISH] + [(_FR, *pair) for pair in SAME_IN_FRENCH],
)
def test_a_statement_spelt_otherwise_is_moved(frame: str, old: str, new: str) -> None:
    for said, quote in ((old, new), (new, old)):
        anchor = Locator(frame.format(said)).locate(quote)
        assert anchor.state == "moved", (quote, anchor)


@pytest.mark.parametrize(
    ("frame", "old", "new"),
    [(_EN, *pair) for pair in TURNED_IN_ENGLISH] + [(_FR, *pair) for pair in TURNED_IN_FRENCH],
)
def test_a_statement_turned_round_is_changed(frame: str, old: str, new: str) -> None:
    for said, quote in ((old, new), (new, old)):
        anchor = Locator(frame.format(said)).locate(quote)
        assert anchor.state in {"changed", "missing"}, (quote, anchor)


def test_a_figure_before_a_full_stop_is_not_cut() -> None:
    text = "La marge dépasse 40 %. Le groupe a reçu 320 M€. Il a payé 3 $."
    for quote in ("dépasse 40 %", "reçu 320 M€", "payé 3 $"):
        assert Locator(text).locate(quote).state == "exact", quote


def test_a_participle_that_opens_a_sentence_is_no_name() -> None:
    text = "Créée en 2017 par trois ingénieurs, la société exploite sept usines."
    quote = "Fondée en 2017 par trois ingénieurs, la société exploite sept usines."
    assert Locator(text).locate(quote).state == "moved"


TIME_MOVED = [
    (
        "At the end of March the fund held 3 billion kroner.",
        "The fund held 3 billion kroner at the end of March.",
    ),
    (
        "In March 2031, the port sold 3 of its cranes.",
        "The port sold 3 of its cranes in March 2031.",
    ),
    ("En mars 2031, la ville a prêté 3 M€ au port.", "La ville a prêté 3 M€ au port en mars 2031."),
    (
        "Au deuxième trimestre, ses ventes atteignent 3 M€, en hausse de 2 %.",
        "Ses ventes atteignent 3 M€ au deuxième trimestre, en hausse de 2 %.",
    ),
]


@pytest.mark.parametrize(("old", "new"), TIME_MOVED)
def test_a_time_may_stand_in_front_of_its_sentence_or_behind_its_sum(old: str, new: str) -> None:
    for said, quote in ((old, new), (new, old)):
        assert Locator(f"{said} That is all.").locate(quote).state == "moved", quote


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "In March 2031 it paid $3bn, and sold a mine.",
            "It paid $3bn, and in March 2031 sold a mine.",
        ),
        ("It paid $3bn to a fund. In March 2031 it left.", "In March 2031 it paid $3bn to a fund."),
        ("In March 2031 it paid $3bn to a fund.", "It paid $3bn to a fund. In March 2031 it left."),
        ("Since 2031 it has paid $3bn to a fund.", "It has paid $3bn to a fund until 2031."),
        ("It paid $3bn and sold $4bn in March.", "In March it paid $3bn and sold $4bn."),
    ],
)
def test_a_time_of_another_clause_is_not_taken_for_the_one_that_moved(
    text: str, quote: str
) -> None:
    assert Locator(f"All is quiet. {text} That is all.").locate(quote).state == "changed"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The firm says that only two banks funded the mine.", "two banks financed the mine"),
        ("Elle dit que seuls deux fonds ont financé la mine.", "deux fonds ont payé la mine"),
        ("They funded the mine for two years ago.", "They financed the mine for two years"),
    ],
)
def test_a_word_beside_a_passage_that_limits_it_is_a_change(text: str, quote: str) -> None:
    assert Locator(text).locate(quote).state == "changed"


def test_a_common_noun_that_opens_a_sentence_is_no_name() -> None:
    text = "It is warm. Production averaged 3 million barrels a day."
    quote = "Output averaged 3 million barrels per day."
    assert Locator(text).locate(quote).state == "moved"
    assert Locator(text.replace("Production", "Profit")).locate(quote).state == "changed"
