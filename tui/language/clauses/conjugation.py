"""The forms of a verb by rule: English and French, as far as press sentences use them.

Third persons, the first person plural of quoted speech, infinitives and participles. Each form
carries a tense: `present`, `past` (simple past, passé simple), `imperfect`, `future`,
`conditional`, `participle` (past), `gerund` (present participle) or `infinitive`. The rules are
those of any school grammar; verbs that follow none stand in the tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Tense: TypeAlias = Literal[
    "present", "past", "imperfect", "future", "conditional", "participle", "gerund", "infinitive"
]

_ENGLISH_IRREGULAR = {
    "buy": "bought bought", "sell": "sold sold", "pay": "paid paid", "lend": "lent lent",
    "spend": "spent spent", "lead": "led led", "give": "gave given", "take": "took taken",
    "win": "won won", "put": "put put", "get": "got got", "make": "made made", "say": "said said",
    "hold": "held held", "withdraw": "withdrew withdrawn", "bid": "bid bid", "let": "let let",
    "lay": "laid laid", "forgive": "forgave forgiven", "steal": "stole stolen",
    "withhold": "withheld withheld", "throw": "threw thrown",
    "build": "built built", "bring": "brought brought", "begin": "began begun", "go": "went gone",
    "grow": "grew grown", "rise": "rose risen", "fall": "fell fallen", "lose": "lost lost",
    "know": "knew known", "see": "saw seen", "tell": "told told", "think": "thought thought",
    "find": "found found", "leave": "left left", "keep": "kept kept", "show": "showed shown",
    "run": "ran run", "cut": "cut cut", "set": "set set", "hit": "hit hit", "meet": "met met",
    "write": "wrote written", "draw": "drew drawn", "strike": "struck struck",
    "seek": "sought sought",
    "become": "became become", "come": "came come", "stand": "stood stood", "speak": "spoke spoken",
    "undertake": "undertook undertaken", "overtake": "overtook overtaken", "shed": "shed shed",
    "underwrite": "underwrote underwritten", "offload": "offloaded offloaded", "owe": "owed owed",
    "forgo": "forwent forgone", "tie": "tied tied", "slide": "slid slid", "sink": "sank sunk",
    "shrink": "shrank shrunk", "swell": "swelled swollen", "freeze": "froze frozen",
    "rebuild": "rebuilt rebuilt", "forbid": "forbade forbidden", "arise": "arose arisen",
    "beat": "beat beaten", "rebuff": "rebuffed rebuffed", "outbid": "outbid outbid",
    "break": "broke broken", "fight": "fought fought", "feel": "felt felt", "mean": "meant meant",
    "send": "sent sent", "burst": "burst burst", "bind": "bound bound", "drive": "drove driven",
    "choose": "chose chosen", "read": "read read",
    "deal": "dealt dealt", "bet": "bet bet", "split": "split split", "cost": "cost cost",
    "rid": "rid rid", "resell": "resold resold", "repay": "repaid repaid",
    "shut": "shut shut", "wind": "wound wound", "spin": "spun spun", "wring": "wrung wrung",
    "outlay": "outlaid outlaid",
}  # fmt: skip
_DOUBLED = frozenset(
    """
    plan commit scrap transfer tap step drop top ship refer permit cap slip log plug map net snap
    grab bag nab snag
    dip drum flip flog sit slam slap spin
    prop remit rid strip spot shop trim pop swap
    wrap stop bar chip mop submit admit omit equip occur prefer beg
    grab bag nab snag prop
    strip spot shop trim pop swap wrap stop bar chip mop submit admit omit equip occur prefer beg
    slam slap clap whip hop dip jet pin up
    """.split()
)
"""Verbs that double their last letter: "planned", "committing"."""

_DOUBLED_IN_BRITAIN = frozenset(
    "cancel travel signal fuel total model label level channel funnel shovel".split()
)
"""Verbs whose last letter British spelling doubles and American spelling does not."""

_FRENCH_IRREGULAR = {
    # present singular and plural, imperfect stem, passé simple, future stem, participle, gerund
    "acquérir": "acquiert acquièrent acquér acquit/acquirent acquerr acquis acquérant",
    "conquérir": "conquiert conquièrent conquér conquit/conquirent conquerr conquis conquérant",
    "recevoir": "reçoit reçoivent recev reçut/reçurent recevr reçu recevant",
    "percevoir": "perçoit perçoivent percev perçut/perçurent percevr perçu percevant",
    "devoir": "doit doivent dev dut/durent devr dû devant",
    "pouvoir": "peut peuvent pouv put/purent pourr pu pouvant",
    "vouloir": "veut veulent voul voulut/voulurent voudr voulu voulant",
    "savoir": "sait savent sav sut/surent saur su sachant",
    "valoir": "vaut valent val valut/valurent vaudr valu valant",
    "voir": "voit voient voy vit/virent verr vu voyant",
    "prévoir": "prévoit prévoient prévoy prévit/prévirent prévoir prévu prévoyant",
    "aller": "va vont all alla/allèrent ir allé allant",
    "faire": "fait font fais fit/firent fer fait faisant",
    "dire": "dit disent dis dit/dirent dir dit disant",
    "écrire": "écrit écrivent écriv écrivit/écrivirent écrir écrit écrivant",
    "souscrire": (
        "souscrit souscrivent souscriv "
        "souscrivit/souscrivirent souscrir souscrit souscrivant"
    ),
    "mettre": "met mettent mett mit/mirent mettr mis mettant",
    "remettre": "remet remettent remett remit/remirent remettr remis remettant",
    "émettre": "émet émettent émett émit/émirent émettr émis émettant",
    "promettre": "promet promettent promett promit/promirent promettr promis promettant",
    "prendre": "prend prennent pren prit/prirent prendr pris prenant",
    "reprendre": "reprend reprennent repren reprit/reprirent reprendr repris reprenant",
    "entreprendre": (
        "entreprend entreprennent entrepren "
        "entreprit/entreprirent entreprendr entrepris entreprenant"
    ),
    "conclure": "conclut concluent conclu conclut/conclurent conclur conclu concluant",
    "obtenir": "obtient obtiennent obten obtint/obtinrent obtiendr obtenu obtenant",
    "détenir": "détient détiennent déten détint/détinrent détiendr détenu détenant",
    "soutenir": "soutient soutiennent souten soutint/soutinrent soutiendr soutenu soutenant",
    "retenir": "retient retiennent reten retint/retinrent retiendr retenu retenant",
    "tenir": "tient tiennent ten tint/tinrent tiendr tenu tenant",
    "venir": "vient viennent ven vint/vinrent viendr venu venant",
    "devenir": "devient deviennent deven devint/devinrent deviendr devenu devenant",
    "convenir": "convient conviennent conven convint/convinrent conviendr convenu convenant",
    "offrir": "offre offrent offr offrit/offrirent offrir offert offrant",
    "ouvrir": "ouvre ouvrent ouvr ouvrit/ouvrirent ouvrir ouvert ouvrant",
    "connaître": "connaît connaissent connaiss connut/connurent connaîtr connu connaissant",
    "paraître": "paraît paraissent paraiss parut/parurent paraîtr paru paraissant",
    "construire": (
        "construit construisent construis "
        "construisit/construisirent construir construit construisant"
    ),
    "produire": "produit produisent produis produisit/produisirent produir produit produisant",
    "réduire": "réduit réduisent réduis réduisit/réduisirent réduir réduit réduisant",
    "conduire": "conduit conduisent conduis conduisit/conduisirent conduir conduit conduisant",
    "atteindre": "atteint atteignent atteign atteignit/atteignirent atteindr atteint atteignant",
    "démentir": "dément démentent dément démentit/démentirent démentir démenti démentant",
    "partir": "part partent part partit/partirent partir parti partant",
    "sortir": "sort sortent sort sortit/sortirent sortir sorti sortant",
    "servir": "sert servent serv servit/servirent servir servi servant",
    "suivre": "suit suivent suiv suivit/suivirent suivr suivi suivant",
    "rompre": "rompt rompent romp rompit/rompirent rompr rompu rompant",
    "convaincre": (
        "convainc convainquent convainqu "
        "convainquit/convainquirent convaincr convaincu convainquant"
    ),
    "perdre": "perd perdent perd perdit/perdirent perdr perdu perdant",
    "croire": "croit croient croy crut/crurent croir cru croyant",
    "exclure": "exclut excluent exclu exclut/exclurent exclur exclu excluant",
    "inclure": "inclut incluent inclu inclut/inclurent inclur inclus incluant",
    "falloir": "faut faut fall fallut/fallurent faudr fallu fallant",
    "vivre": "vit vivent viv vécut/vécurent vivr vécu vivant",
    "élire": "élit élisent élis élut/élurent élir élu élisant",
}  # fmt: skip


def english_forms(lemma: str) -> Iterator[tuple[str, Tense]]:
    """Every form of an English verb with its tense."""
    yield lemma, "infinitive"
    yield lemma, "present"
    yield _english_third_person(lemma), "present"
    past, participle = _english_past(lemma)
    yield past, "past"
    yield participle, "participle"
    yield _english_gerund(lemma), "gerund"
    if lemma == "get":
        yield "gotten", "participle"
    if lemma in _DOUBLED_IN_BRITAIN:
        yield lemma + "ed", "past"
        yield lemma + "ed", "participle"
        yield lemma + "ling", "gerund"


_FRENCH_MODELS = {
    # The same parts of verbs that end alike; "~" stands for what is before the ending.
    "vrir": "~vre ~vrent ~vr ~vrit/~vrirent ~vrir ~vert ~vrant",
    "frir": "~fre ~frent ~fr ~frit/~frirent ~frir ~fert ~frant",
    "duire": "~duit ~duisent ~duis ~duisit/~duisirent ~duir ~duit ~duisant",
    "truire": "~truit ~truisent ~truis ~truisit/~truisirent ~truir ~truit ~truisant",
    "tenir": "~tient ~tiennent ~ten ~tint/~tinrent ~tiendr ~tenu ~tenant",
    "venir": "~vient ~viennent ~ven ~vint/~vinrent ~viendr ~venu ~venant",
    "prendre": "~prend ~prennent ~pren ~prit/~prirent ~prendr ~pris ~prenant",
    "mettre": "~met ~mettent ~mett ~mit/~mirent ~mettr ~mis ~mettant",
    "battre": "~bat ~battent ~batt ~battit/~battirent ~battr ~battu ~battant",
    "faire": "~fait ~font ~fais ~fit/~firent ~fer ~fait ~faisant",
    "crire": "~crit ~crivent ~criv ~crivit/~crivirent ~crir ~crit ~crivant",
    "eindre": "~eint ~eignent ~eign ~eignit/~eignirent ~eindr ~eint ~eignant",
    "aindre": "~aint ~aignent ~aign ~aignit/~aignirent ~aindr ~aint ~aignant",
    "oindre": "~oint ~oignent ~oign ~oignit/~oignirent ~oindr ~oint ~oignant",
    "cevoir": "~çoit ~çoivent ~cev ~çut/~çurent ~cevr ~çu ~cevant",
    "quérir": "~quiert ~quièrent ~quér ~quit/~quirent ~querr ~quis ~quérant",
    "suivre": "~suit ~suivent ~suiv ~suivit/~suivirent ~suivr ~suivi ~suivant",
    "vivre": "~vit ~vivent ~viv ~vécut/~vécurent ~vivr ~vécu ~vivant",
    "lire": "~lit ~lisent ~lis ~lut/~lurent ~lir ~lu ~lisant",
    "courir": "~court ~courent ~cour ~courut/~coururent ~courr ~couru ~courant",
    "sentir": "~sent ~sentent ~sent ~sentit/~sentirent ~sentir ~senti ~sentant",
    "mentir": "~ment ~mentent ~ment ~mentit/~mentirent ~mentir ~menti ~mentant",
    "partir": "~part ~partent ~part ~partit/~partirent ~partir ~parti ~partant",
    "sortir": "~sort ~sortent ~sort ~sortit/~sortirent ~sortir ~sorti ~sortant",
    "servir": "~sert ~servent ~serv ~servit/~servirent ~servir ~servi ~servant",
    "cueillir": (
        "~cueille ~cueillent ~cueill ~cueillit/~cueillirent ~cueiller ~cueilli ~cueillant"
    ),
    "croître": "~croît ~croissent ~croiss ~crut/~crurent ~croîtr ~cru ~croissant",
    "aître": "~aît ~aissent ~aiss ~ut/~urent ~aîtr ~u ~aissant",
    "soudre": "~sout ~solvent ~solv ~solut/~solurent ~soudr ~solu ~solvant",
    "rompre": "~rompt ~rompent ~romp ~rompit/~rompirent ~rompr ~rompu ~rompant",
    "clore": "~clôt ~closent ~clos ~clôt/~closent ~clor ~clos ~closant",
}
_OF_SECOND_GROUP = frozenset({"répartir", "assortir", "asservir"})
"""These end like others and are conjugated as "finir" is."""


def _english_third_person(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def _english_past(lemma: str) -> tuple[str, str]:
    if lemma in _DOUBLED_IN_BRITAIN:
        return lemma + "led", lemma + "led"
    if lemma in _ENGLISH_IRREGULAR:
        past, participle = _ENGLISH_IRREGULAR[lemma].split()
        return past, participle
    if lemma.endswith("e"):
        form = lemma + "d"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        form = lemma[:-1] + "ied"
    elif lemma in _DOUBLED:
        form = lemma + lemma[-1] + "ed"
    else:
        form = lemma + "ed"
    return form, form


def _english_gerund(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    if lemma in _DOUBLED or lemma in {
        "put",
        "get",
        "win",
        "run",
        "cut",
        "set",
        "hit",
        "let",
        "bid",
    }:
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"


def french_forms(lemma: str) -> Iterator[tuple[str, Tense]]:
    """Every form of a French verb with its tense; participles in both genders and numbers."""
    yield lemma, "infinitive"
    presents: tuple[str, ...]
    irregular = _FRENCH_IRREGULAR.get(lemma) or _of_model(lemma)
    if irregular:
        one, many, stem, past, future, participle, gerund = irregular.split()
        singular, plural = past.split("/")
        presents, pasts = (one, many, stem + "ons"), (singular, plural)
    elif lemma.endswith("er"):
        presents, stem, pasts, future, participle, gerund = _first_group(lemma)
    elif lemma.endswith("ir"):
        root = lemma[:-2]
        stem, future, participle = root + "iss", lemma, root + "i"
        presents = (root + "it", root + "issent", root + "issons")
        pasts, gerund = (root + "it", root + "irent"), root + "issant"
    else:
        root = lemma[:-2]
        stem, future, participle = root, lemma[:-1], root + "u"
        presents = (root, root + "ent", root + "ons")
        pasts, gerund = (root + "it", root + "irent"), root + "ant"
    for form in presents:
        yield form, "present"
    soft = stem + "e" if lemma.endswith("ger") else stem
    soft = stem[:-1] + "ç" if lemma.endswith("cer") else soft
    for ending in ("ait", "aient"):
        yield soft + ending, "imperfect"
    for form in pasts:
        yield form, "past"
    for stem_of_future in future.split("|"):
        for ending in ("a", "ont", "ons"):
            yield stem_of_future + ending, "future"
        for ending in ("ait", "aient"):
            yield stem_of_future + ending, "conditional"
    masculine = participle[:-1] + "u" if participle == "dû" else participle
    for ending in ("", "e", "s", "es"):
        if not (ending == "s" and participle.endswith("s")):
            yield (participle if not ending else masculine + ending), "participle"
    yield gerund, "gerund"


def _of_model(lemma: str) -> str:
    """The parts of a French verb that ends as one of the irregular ones does; empty for none."""
    if lemma in _OF_SECOND_GROUP:
        return ""
    for ending, parts in _FRENCH_MODELS.items():
        if lemma.endswith(ending):
            return parts.replace("~", lemma[: -len(ending)])
    return ""


_CLUSTERS_AFTER_E = tuple(
    f"é{cluster}" for cluster in "gu qu gl br cr dr fr gr tr vr bl pl ch gn".split()
)
"""Ends of stems of verbs in -er whose "é" becomes "è" over two consonants."""


def _first_group(
    lemma: str,
) -> tuple[tuple[str, ...], str, tuple[str, str], str, str, str]:
    """The parts of a verb in -er, with the changes of spelling before a silent e."""
    stem = lemma[:-2]
    hard = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    silent, future = stem, lemma
    if stem.endswith(("oy", "uy")):
        silent = stem[:-1] + "i"
        future = silent + "er"
    elif stem.endswith("ay"):
        silent = stem[:-1] + "i"
        future = f"{silent}er|{lemma}"
    elif len(stem) > 2 and stem[-2] == "e" and stem[-1] not in "aeiouyx":
        if stem.endswith(("ett", "ell")) or (
            stem.endswith(("el", "et")) and stem not in {"achet", "rachet"}
        ):
            silent = stem + stem[-1]
        else:
            silent = stem[:-2] + "è" + stem[-1]
        future = silent + "er"
    elif stem.endswith(_CLUSTERS_AFTER_E):  # "Règle", "intègre", "délègue"
        silent = stem[:-3] + "è" + stem[-2:]
        future = f"{lemma}|{silent}er"
    elif len(stem) > 2 and stem[-2] == "é":
        silent = stem[:-2] + "è" + stem[-1]
        future = f"{lemma}|{silent}er"
    presents = [silent + "e", silent + "ent", hard + "ons"]
    if stem.endswith("ay"):
        presents += [stem + "e", stem + "ent"]
    return (
        tuple(presents), stem, (hard + "a", stem + "èrent"), future, stem + "é", hard + "ant",
    )  # fmt: skip
