"""Capitalised words that are part of a name, or that are none: titles, places, first names."""

from __future__ import annotations

from tui.language.plain_words import words_of

LEGAL_FORMS = words_of(
    """
    inc inc. corp corp. corporation ltd ltd. limited llc llp lp plc ag se sa s.a. sas sarl nv n.v.
    bv
    gmbh kgaa ab asa oyj spa s.p.a. co co. kk pty group groupe holding holdings cie
    """
)
"""Words at the end of a company's name that make it no other company."""
TITLES = words_of(
    """
    ceo cfo cto coo chief executive chairman president chair director officer founder co-founder
    cofounder minister pdg dg mr mrs ms m. mme sir dr lord senator judge professor
    """
)
NOT_NAMES = words_of(
    """
    ai ia cloud gpu gpus cpu company borrower board group etat état société adjusted pretax gaap
    compensation ipo ebitda pib gdp ceo cfo esg saas llm llms eps arr tva vat series série
    round tour nasdaq nyse cac dax ftse s&p euronext dow nikkei stoxx bourse internet usd eur gbp
    chf
    jpy us$ rmb series-a q1 q2 q3 q4 h1 h2 t1 t2 t3 t4 r&d b2b it iot 5g 4g pme eti etf rnd lbo opa
    """
)
"""Capitalised words that name no party."""
NATIONALITIES = words_of(
    """
    american british french german italian spanish chinese japanese korean indian canadian
    australian
    swiss dutch swedish norwegian danish finnish belgian irish israeli russian ukrainian polish
    austrian portuguese greek turkish brazilian mexican emirati saudi qatari singaporean taiwanese
    european asian african western parisian californian texan nordic arab latin swedish-based
    vietnamese thai indonesian malaysian egyptian moroccan nigerian kenyan argentine chilean czech
    hungarian romanian estonian latvian lithuanian icelandic luxembourgish scottish welsh english
    français américain allemand anglais britannique chinois japonais italien espagnol
    """
)
PLACES = words_of(
    """
    france germany italy spain portugal belgium netherlands luxembourg switzerland austria ireland
    britain england scotland wales uk u.k. norway sweden denmark finland iceland poland ukraine
    russia
    turkey greece hungary romania bulgaria croatia serbia slovakia slovenia estonia latvia lithuania
    china japan india korea taiwan singapore malaysia indonesia thailand vietnam philippines
    australia
    canada mexico brazil argentina chile peru colombia egypt morocco algeria tunisia nigeria kenya
    israel qatar dubai iran iraq syria lebanon jordan kuwait america europe asia africa oceania
    us u.s. usa u.s.a. eu washington london paris berlin madrid rome milan munich frankfurt hamburg
    brussels amsterdam geneva zurich vienna dublin oslo stockholm copenhagen helsinki warsaw prague
    budapest lisbon barcelona moscow kyiv istanbul athens tokyo beijing shanghai shenzhen seoul
    taipei
    mumbai delhi bengaluru bangalore sydney melbourne toronto montreal vancouver boston chicago
    houston dallas austin seattle denver atlanta miami detroit california texas florida nevada
    arizona
    ohio virginia indiana michigan oregon utah georgia illinois louisiana tennessee pennsylvania
    manhattan brooklyn hollywood leeds manchester birmingham glasgow edinburgh cambridge oxford
    bristol liverpool
    allemagne italie espagne belgique pays-bas suisse autriche irlande grande-bretagne angleterre
    écosse royaume-uni norvège suède danemark finlande pologne russie turquie grèce hongrie roumanie
    chine japon inde corée taïwan singapour malaisie indonésie thaïlande australie mexique brésil
    argentine chili pérou colombie égypte maroc algérie tunisie israël émirats amérique asie afrique
    etats-unis états-unis ue londres bruxelles genève zurich vienne varsovie lisbonne moscou athènes
    pékin séoul lausanne anvers gand liège namur fribourg neuchâtel luxembourg-ville kiev alger
    caire pretoria dakar abidjan ottawa québec varsovie lyon marseille toulouse nantes bordeaux
    lille strasbourg rennes nice grenoble
    montpellier dresde turin minsk baghdad kabul riyadh doha manama muscat tunis tripoli accra
    lagos nairobi kampala harare lusaka luanda maputo kigali addis johannesburg pretoria lima
    bogota quito caracas santiago montevideo havana kingston hanoi jakarta manila bangkok rangoon
    yangon dhaka colombo kathmandu islamabad karachi lahore tashkent astana baku tbilisi yerevan
    ankara nicosia valletta sofia bucharest belgrade sarajevo zagreb ljubljana bratislava riga
    vilnius tallinn reykjavik canberra perth brisbane adelaide auckland wellington nagoya osaka
    kyoto yokohama fukuoka hiroshima busan incheon guangzhou wuhan chengdu tianjin hangzhou
    nanjing pune hyderabad chennai kolkata ahmedabad gujarat karnataka maharashtra kerala ontario
    alberta manitoba quebec saskatchewan ottawa calgary edmonton winnipeg halifax rotterdam
    antwerp ghent stuttgart cologne düsseldorf leipzig bremen hanover nuremberg salzburg graz linz
    basel bern lucerne lugano florence naples venice bologna genoa palermo seville valencia bilbao
    malaga porto gothenburg malmö bergen aarhus tampere gdansk krakow wroclaw poznan brno debrecen
    cluj varna thessaloniki bretagne normandie alsace lorraine provence occitanie vosges hexagone
    californie floride hong kong new york matignon bercy élysée kremlin
    """
)
PLACES_OF_SEVERAL_WORDS = frozenset(
    {
        "new york",
        "hong kong",
        "los angeles",
        "san francisco",
        "silicon valley",
        "north america",
        "south america",
        "latin america",
        "middle east",
        "saudi arabia",
        "south korea",
        "north korea",
        "united states",
        "united kingdom",
        "united arab emirates",
        "south africa",
        "new zealand",
        "new jersey",
        "new mexico",
        "new delhi",
        "north carolina",
        "south carolina",
        "abu dhabi",
        "abou dhabi",
        "arabie saoudite",
        "corée du sud",
        "émirats arabes unis",
        "emirats arabes unis",
        "côte d’ivoire",
        "union européenne",
        "european union",
        "wall street",
        "west virginia",
        "costa rica",
        "sri lanka",
        "las vegas",
        "rio de janeiro",
        "sao paulo",
        "cape town",
        "tel aviv",
        "kuala lumpur",
        "southeast asia",
        "eastern europe",
        "western europe",
    }
)
COUNTRY_CODES = frozenset({"e.u.", "u.s.", "u.k.", "u.n.", "u.s.a."})
GIVEN_NAMES = words_of(
    """
    adam alain alan alex alexander alexandre alice alistair amanda amy andrea andrew andy
    angela ann anna anne anthony antoine arnaud arthur aurélie baptiste barbara ben benjamin
    benoît bernard bertrand betty bill bob brenda brian brigitte bruno camille carl carlos
    carol caroline catherine chantal charles chloe chris christian christine christophe claire
    claude claudia colette colin corinne craig cynthia cédric daniel daniela dario david dean
    deborah denis dennis derek diana diane didier dominique donald doris dorothy doug duncan
    edward eileen elizabeth elon emily emma emmanuel eric erik ernest eva evan fabien fiona
    florian francis franck frank françois françoise fred frédéric gareth gary george georges
    gilles gillian graham greg grégoire guillaume gwynne gérard hannah hans harry heather
    helen henri henry hugo ian isabelle jack jacob jacqueline jacques james jamie jan jane
    janet jason jean jean-claude jean-marc jean-paul jean-pierre jeff jeffrey jennifer jensen
    jeremy jim joan joe johan john jonathan joseph joshua joyce judith julia julie julien
    jérôme karen karl kate kathleen keith ken kenneth kevin larry laura laurent lawrence leo
    linda lisa louis loïc luc luca lucas lucie manon marc marco margaret marguerite maria
    marie mario mark martin mary masayoshi mathieu matt matthew maureen maurice max melissa
    michael michel michelle mike mohamed mohammed moira monique nadia nancy natalie nathalie
    neil nick nicolas nicole nigel odile olivier oscar pamela pascal patrice patricia patrick
    paul pauline pedro peter phil philip philippe pierre rachel ralph raphaël rebecca richard
    rob robert robin roger roland romain ron rose ruth ryan rémi sam samuel sandra sandrine
    sara sarah satya scott serge sharon sheila simon sophie stefan stephanie stephen steve
    steven stuart stéphane sundar susan sylvie sébastien thibault thierry thomas tim timothy
    tom tony trevor valérie vincent volodymyr walter warren wendy william xavier yann yannick
    yves zhang élodie
    """
)
"""Common first names: a run that begins with one is a person."""
PERSON_NOUNS = words_of(
    """
    ailier attaquant milieu défenseur gardien joueur buteur footballeur entraîneur striker
    midfielder
    defender winger goalkeeper player forward footballer coach batter pitcher quarterback driver
    brothers frères sœurs sisters
    executive chairman chairwoman chair boss chief founder co-founder spokesman spokeswoman
    spokesperson analyst economist lawyer minister mayor judge professor heiress
    """
)
"""Nouns before the name of a person."""
PUBLISHERS = words_of(
    """
    reuters afp bloomberg cnbc cnn bbc techcrunch axios politico forbes fortune nikkei wired
    numerama
    maddyness boursorama zonebourse franceinfo bfmtv libération
    """
) | {
    "financial times", "wall street journal", "new york times", "washington post", "guardian",
    "the information", "economist", "le monde", "le figaro", "les echos", "les échos", "la tribune",
    "le parisien", "associated press", "business insider", "the verge", "bfm business", "la croix",
    "ouest-france", "usine nouvelle", "usine digitale", "dow jones", "sky news", "le point",
    "l’express", "times", "telegraph",
}  # fmt: skip
INSTITUTIONS = words_of(
    """
    bank university ministry department house bureau board commission fund city state republic
    institute school college museum council court chamber federation kingdom office port league
    banque caisse fonds société compagnie crédit groupe laboratoires ministère université conseil
    autorité ville région métropole institut école musée cour chambre fédération commission agence
    régie union bureau port hôpital cité
    """
)
"""Words after which "of" or "de" goes on with a name: "Bank of Norland", "Caisse des dépôts"."""
COMMON_HEADS: dict[str, frozenset[str]] = {
    "en": words_of(
        """
        shareholders investors analysts banks regulators officials sources people companies firms
        executives customers users employees workers lawyers creditors sales shares revenue revenues
        headcount workforce staff turnover borrowings income liabilities takings membership
        profits profit earnings net operating total global annual quarterly monthly orders
        deliveries
        stocks bonds prices costs losses debt cash capital venture private public chief senior
        former
        new last first second third early late earlier later recent recently today yesterday
        tomorrow
        meanwhile however moreover also still yet now then once only even just both each every all
        some many most several few other another such about around over under up down more less than
        since until while although though because if unless when where whether why how what which
        who
        whose after before during between among against without within through across along despite
        according based founded backed led owned known born asked given following including using
        talks negotiations plans terms details funding financing funds money proceeds demand supply
        production growth data developers founders partners rivals competitors suppliers lenders
        insurers retailers consumers businesses governments ministers lawmakers experts economists
        trading shipments exports imports tech technology artificial cloud chip chips software
        wheat gold oil brent crude copper gas coffee bitcoin ether spot current free
        one two three four five six seven eight nine ten hundreds thousands millions billions dozens
        half nearly almost roughly approximately exactly separately together instead finally
        initially
        previously currently additionally furthermore nevertheless thus hence so or nor but and as
        at
        by for from in into of off on onto out to toward towards under upon via with the a an this
        that
        these those it its he she they we you i his her their our your my there here no not none
        nothing
        good bad great big small long short high low rich poor strong weak happy sad wrong right
        fresh quick slow hard easy true false no-brainer
        yes please no-one everyone anyone someone something anything everything further overall
        """
    ),
    "fr": words_of(
        """
        bon bonne bons bonnes mauvais mauvaise grand grande petit petite gros grosse beau belle
        nouveau nouvelle nouvel rude triste heureux heureuse fausse faux vrai vraie même dernier
        dernière premier première long longue fort forte
        selon depuis après avant pendant durant entre parmi contre sans avec chez dans sur sous vers
        par pour malgré outre hormis sauf dès jusque afin lors lorsque quand si comme puisque parce
        tandis alors ainsi aussi enfin puis ensuite cependant pourtant toutefois néanmoins mais et
        ou
        or donc car ni aujourd hier demain désormais déjà encore toujours jamais bientôt récemment
        actuellement auparavant autrefois résultat objectif conséquence côté seul seule seuls cette
        ce cet ces le la les l un une des du de d à au aux en y il elle ils elles on nous vous je tu
        son sa ses leur leurs notre nos votre vos mon ma mes qui que quoi dont où lequel laquelle
        certains certaines plusieurs quelques tous toutes tout toute chaque aucun aucune autre
        autres
        même mêmes tel telle près environ plus moins très trop peu beaucoup voilà voici pas non oui
        effectif effectifs chiffre recettes dette dettes bénéfices capitalisation endettement
        rachat acquisition investissement levée cession vente bénéfice pertes ventes cours total
        montant prix coût face faute grâce suite quant loin fin début mi moyennant via là rien
        premier
        première deuxième dernier dernière nouveau nouvelle grand grande gros petite petit
        """
    ),
}
"""Words at the head of a sentence that are no names."""
