"""Words that may stand for each other in a statement without changing it, form by form.

Only what says the same of a deal in the press is listed: "bought" is "acquired", but "agreed" is
not "tried", and a loan is no grant. Lower case, without accents; forms of one verb stand in groups
of their own, since another tense is another statement.
"""

from __future__ import annotations

_GROUPS = """
bought acquired purchased
buys acquires purchases
buy acquire purchase
buying acquiring purchasing
buyout takeover acquisition
said stated declared announced told
says states declares announces
will shall
fell dropped declined slid
falls drops declines slides
fall drop decline
rose climbed increased grew gained
rises climbs increases grows gains
rise climb increase grow
invested put injected
invest put inject
invests puts injects
sold divested
sell divest
company firm group business
companies firms groups businesses
startup start-up
deal agreement pact accord
deals agreements pacts accords
investors backers
received got obtained
receive get obtain
receives gets obtains
provide supply
provides supplies
provided supplied
found ruled
run last
runs lasts
owns holds
own hold
owned held
began started
begin start
begins starts
ended finished
declined refused
declines refuses
decline refuse
roughly about approximately around
completed finalised finalized closed
employees workers staff
output production
revenue revenues sales turnover
shareholders stockholders
stake shareholding
shares stock
capped limited
whole entire
also too
yearly annual
big large
huge enormous
rest remainder
plan project
help aid
while as
with between
avec entre
because since
twofold doubled
achete acquis
achete rachete acquiert
acheter acquerir
achetera acquerra
verse paye
versera paiera
verser payer
dit declare indique affirme precise annonce
disent declarent indiquent affirment precisent annoncent
societe entreprise groupe firme compagnie
societes entreprises groupes firmes compagnies
jeune-pousse startup start-up
salaries employes
actionnaires associes
demarre commence debute
obtenu recu
obtient recoit
cede vendu
ceder vendre
environ approximativement
baisse recule diminue
augmente progresse cru
fournir livrer
rejete repousse refuse
dementi nie
accord entente
aussi egalement
gros grand
detient possede
detenir posseder
total global
montant somme
ensemble totalite
triple multiplie
fondee creee
fonde cree
"""
EQUAL: dict[str, tuple[str, ...]] = {}
"""For each word the groups that it stands in, named by their first word."""
for _group in _GROUPS.strip().splitlines():
    for _word in _group.split():
        EQUAL[_word] = (*EQUAL.get(_word, ()), _group.split()[0] + "/" + str(len(_group)))

IDLE = frozenset(
    """
    a an the its his her their our this that these those such of and or as it he she they them which
    who whose there here also too then now so very both
    le la les l un une des du de d son sa ses leur leurs ce cet cette ces qui que qu dont et ou il
    elle ils elles on y en se s c lui cela ainsi donc aussi
    s t have has had having ayant est a ont avait y
    do does did m ll ve re
    """.split()
)
"""Words that may come and go without changing a statement."""
BE = frozenset(
    "is are was were be been being sont etait etaient sera seront ete fut furent serait".split()
)
MODALS = frozenset(
    """
    will would could may might can shall should must wo
    va vont peut peuvent pourrait pourraient pourra devrait devraient doit doivent
    """.split()
)
PREPOSITIONS = {
    "to": "to", "à": "to", "au": "to", "aux": "to", "from": "from", "by": "by", "par": "by",
    "for": "for", "pour": "for", "at": "to", "against": "against", "contre": "against",
    "into": "in", "in": "in", "within": "in", "dans": "in", "chez": "in",
    "after": "after", "apres": "after", "before": "before", "avant": "before",
}  # fmt: skip
"""Prepositions by what they do to a party; those that do the same may stand for each other."""
