"""Payer and payee are found whatever stands around and between the words of an event."""

from __future__ import annotations

from collections import Counter

import pytest

from tui.model.records import Party
from tui.proof.events import KnownNames, read_events

PARTIES = KnownNames({n.lower(): Party(n.lower(), n) for n in ("Kestrel", "Nordwind", "Halden")})
FIGURE = "4 million"

# {a} pays {b}.
ENGLISH = """
{a} bought {b} for $4 million
{a} will buy {b} for $4 million
{a} agreed to pay {b} $4 million
{a} plans to invest $4 million in {b}
{a} invested $4 million in {b}
{a} lent {b} $4 million
{a} paid $4 million to {b}
{a} awarded {b} a $4 million contract
{a} ordered engines worth $4 million from {b}
{b} sold its ferries to {a} for $4 million
{b} borrowed $4 million from {a}
{b} raised $4 million from {a}
{b} won a $4 million contract from {a}
{b} secured a $4 million loan from {a}
{b} was bought by {a} for $4 million
{b} was paid $4 million by {a}
$4 million was paid to {b} by {a}
{b} agreed to sell its port to {a} for $4 million
{b} raised $4 million in a round led by {a}
{a} led a $4 million round in {b}
the acquisition of {b} by {a} for $4 million was announced
{a} took a stake in {b} for $4 million
{a} completed its $4 million acquisition of {b}
{a} is in talks to buy {b} for $4 million
{b} could be bought by {a} for $4 million
{a} committed $4 million to {b}
{b} provides {a} with $4 million worth of power
{a} contracted to buy $4 million of power from {b}
{a} made a $4 million investment in {b}
{a} spent $4 million on engines from {b}
{a} snapped up {b} for $4 million
{a} injected $4 million into {b}
"""
FRENCH = """
{a} a racheté {b} pour 4 millions d’euros
{a} va acquérir {b} pour 4 millions d’euros
{a} a accepté de verser 4 millions d’euros à {b}
{a} prévoit d’investir 4 millions d’euros dans {b}
{a} a investi 4 millions d’euros dans {b}
{a} a prêté 4 millions d’euros à {b}
{a} a attribué à {b} un contrat de 4 millions d’euros
{a} a commandé pour 4 millions d’euros de moteurs à {b}
{b} a vendu ses ferries à {a} pour 4 millions d’euros
{b} a emprunté 4 millions d’euros à {a}
{b} a levé 4 millions d’euros auprès de {a}
{b} a remporté un contrat de 4 millions d’euros auprès de {a}
{b} a obtenu de {a} un prêt de 4 millions d’euros
{b} a été rachetée par {a} pour 4 millions d’euros
4 millions d’euros ont été versés à {b} par {a}
{b} a accepté de céder son port à {a} pour 4 millions d’euros
{b} a bouclé un tour de table de 4 millions d’euros mené par {a}
l’investissement de {a} dans {b}, d’un montant de 4 millions d’euros, a été annoncé
le rachat de {b} par {a}, pour 4 millions d’euros, a été annoncé
{a} a pris une participation dans {b} pour 4 millions d’euros
{a} est en discussions pour racheter {b} pour 4 millions d’euros
{b} pourrait être rachetée par {a} pour 4 millions d’euros
{a} a accordé à {b} une subvention de 4 millions d’euros
{a} s’est engagée à verser 4 millions d’euros à {b}
{a} a dépensé 4 millions d’euros chez {b}
{a} a réalisé un investissement de 4 millions d’euros dans {b}
{a} s’est offert {b} pour 4 millions d’euros
{a} a mis la main sur {b} pour 4 millions d’euros
{b} a touché 4 millions d’euros de la part de {a}
{a} finance {b} à hauteur de 4 millions d’euros
"""
AROUND = {
    "en": """
{s}.
In March 2023, {s}.
Halden said that {s}.
While Halden cut jobs, {s}.
{s}, while Halden cut jobs.
According to Halden, {s}.
{s}, Halden said.
{s} after Halden walked away.
Halden makes tiles. {S}.
{s}, and Halden followed.
{s}. Halden declined to comment.
{s}, which Halden had predicted.
Halden, a rival, watched as {s}.
{s}, beating Halden.
""",
    "fr": """
{s}.
En mars 2023, {s}.
Halden a indiqué que {s}.
Tandis que Halden licencie, {s}.
{s}, tandis que Halden licencie.
Selon Halden, {s}.
{s}, a indiqué Halden.
{s} après le départ de Halden.
Halden fabrique des tuiles. {S}.
{s}, et Halden suivra.
{s}. Halden n’a pas commenté.
Halden, un rival, explique que {s}.
""",
}
BETWEEN = {
    "en": ["{x}", "{x}, a maker of tiles,", "{x}, which Halden founded in 2001,",
           "{x}, founded by Halden in 2001,", "{x} Inc"],
    "fr": ["{x}", "{x}, un fabricant de tuiles,", "{x}, que Halden a fondée en 2001,",
           "{x}, fondée par Halden en 2001,", "le groupe {x}"],
}  # fmt: skip


def sentences(language: str) -> list[str]:
    """Every event, with something around it and something between its words."""
    found = []
    cores = (ENGLISH if language == "en" else FRENCH).strip().splitlines()
    arounds = AROUND[language].strip().splitlines()
    plain = BETWEEN[language][0]
    pairs = [(around, plain, plain) for around in arounds]
    for between in BETWEEN[language][1:]:
        pairs += [(arounds[0], between, plain), (arounds[4], plain, between)]
    for core in cores:
        for around, payer, payee in pairs:
            event = core.format(a=payer.format(x="Kestrel"), b=payee.format(x="Nordwind"))
            text = around.format(s=event, S=event[0].upper() + event[1:])
            text = text[0].upper() + text[1:]
            text = text.replace(",,", ",").replace(",.", ".")
            found.append(text.replace(" de le ", " du ").replace(" à le ", " au "))
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_stands_around_an_event_never_takes_part_in_it(language: str) -> None:
    verdicts: Counter[str] = Counter()
    wrong = []
    for text in sentences(language):
        at = text.index(FIGURE)
        events = [
            event
            for event in read_events(text, (at, at + len(FIGURE)), PARTIES, language)
            if event.frame and any(start <= at < end for start, end in event.figures)
        ]
        for wanted, found in (
            ("Kestrel", {role.name for event in events for role in event.payers}),
            ("Nordwind", {role.name for event in events for role in event.payees}),
        ):
            verdict = "right" if found == {wanted} else "wrong" if found else "empty"
            verdicts[verdict] += 1
            if verdict == "wrong":
                wrong.append((text, found))
    assert not wrong, wrong[:5]
    assert verdicts["empty"] <= sum(verdicts.values()) // 50, verdicts
