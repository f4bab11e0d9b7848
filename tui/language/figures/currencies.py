"""Currencies: signs, codes, names, and the countries by which one name means several of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tui.language.figures.iso4217 import CURRENCIES
from tui.language.vocabulary import Lexeme, Table

if TYPE_CHECKING:
    from collections.abc import Mapping


class Family(NamedTuple):
    """Currencies that share a name.

    Attributes:
        name: What the family is called here.
        alone: The ISO 4217 code that the name means where no country is told; empty where it may
            be any of several.
        national: The code by country; empty where one country alone has the currency.
        by_context: The countries of which one named near by decides; none for the dollar, which
            is a US dollar even in an article about Canada.
        ordinary: Whether its name is an ordinary word too: "real", "crowns", "quid".
    """

    name: str
    alone: str
    national: Mapping[str, str] = MappingProxyType({})
    by_context: frozenset[str] = frozenset()
    ordinary: bool = False


def _codes() -> list[Lexeme[str]]:
    """The codes of ISO 4217, but for those that are words or well-known names as well."""
    return [Lexeme(code, signs=code) for code in CURRENCIES if code not in _ALSO_WORDS]


_ALSO_WORDS = frozenset(
    "ALL AMD ANG BAM BOB BSD BTN COP CUP CVE ERN GEL LAK MGA MOP NIO PAB PEN SHP SLE SOS STN "
    "SVC TOP VES WST".split()
)

SIGNS: Table[str] = Table(
    *_codes(),
    Lexeme("USD", signs="US$|$US|$ US|U.S.$|U$S|$|＄"),
    Lexeme("CAD", signs="C$|CA$|CAN$|Can$|Cdn$|CDN$|$CA|$ CA|$CAN|$ CAN|$C"),
    Lexeme("AUD", signs="A$|AU$|AUS$|Aus$"),
    Lexeme("HKD", signs="HK$"),
    Lexeme("SGD", signs="S$|SG$"),
    Lexeme("NZD", signs="NZ$"),
    Lexeme("TWD", signs="NT$"),
    Lexeme("BRL", signs="R$"),
    Lexeme("MXN", signs="Mex$|MX$"),
    Lexeme("NAD", signs="N$"),
    Lexeme("JMD", signs="J$"),
    Lexeme("TTD", signs="TT$"),
    Lexeme("BBD", signs="BDS$|Bds$"),
    Lexeme("BZD", signs="BZ$"),
    Lexeme("FJD", signs="FJ$"),
    Lexeme("XCD", signs="EC$"),
    Lexeme("GYD", signs="GY$"),
    Lexeme("SBD", signs="SI$"),
    Lexeme("KYD", signs="CI$"),
    Lexeme("DOP", signs="RD$"),
    Lexeme("COP", signs="COL$|Col$"),
    Lexeme("ARS", signs="AR$"),
    Lexeme("EUR", signs="€"),
    Lexeme("GBP", signs="£|STG|stg"),
    Lexeme("IEP", signs="IR£"),
    Lexeme("CHF", signs="SFr|SwFr|Fr."),
    Lexeme("JPY", signs="¥"),
    Lexeme("CNY", signs="CN¥|RMB|Rmb"),
    Lexeme("INR", signs="₹|Rs|Rs."),
    Lexeme("RUB", signs="₽"),
    Lexeme("KRW", signs="₩"),
    Lexeme("SEK", signs="SKr|Skr"),
    Lexeme("NOK", signs="NKr|Nkr"),
    Lexeme("DKK", signs="DKr|Dkr"),
    Lexeme("PLN", signs="zł"),
    Lexeme("CZK", signs="Kč"),
    Lexeme("TRY", signs="₺"),
    Lexeme("ILS", signs="NIS|₪"),
    Lexeme("AED", signs="Dh"),
    Lexeme("MAD", signs="DHS?"),
    Lexeme("NGN", signs="₦"),
    Lexeme("KES", signs="Ksh"),
    Lexeme("UAH", signs="₴"),
    Lexeme("THB", signs="฿"),
    Lexeme("PHP", signs="₱"),
    Lexeme("VND", signs="₫"),
    Lexeme("GHS", signs="GH¢|GH₵"),
    Lexeme("XOF", signs="FCFA|F CFA"),
    Lexeme("BEF", signs="BFr|Bfr"),
    Lexeme("DEM", signs="DM"),
    Lexeme("NLG", signs="Dfl|fl"),
    Lexeme("ESP", signs="Pta|Ptas"),
)
"""Signs and codes, before or behind a number, always in this case."""

DOLLARS_OF = {"NZ": "NZD", "HK": "HKD", "US": "USD", "A": "AUD", "C": "CAD", "S": "SGD",
              "NT": "TWD", "R": "BRL", "Aus": "AUD", "Can": "CAD", "Cdn": "CAD"}  # fmt: skip
"""What stands apart before a dollar sign for its country: "NZ $90"."""

LETTERS: Table[str] = Table(
    Lexeme("ZAR", signs="R"),
    Lexeme("NGN", signs="N"),
    Lexeme("JPY", signs="Y"),
    Lexeme("MYR", signs="RM"),
    Lexeme("IDR", signs="Rp"),
    Lexeme("THB", signs="Bt"),
    Lexeme("KES", signs="Sh"),
)
"""Signs that are ordinary letters elsewhere: "N820" is a sum in Nigeria and a road in France."""

LETTER_COUNTRIES = {"R": "ZA", "N": "NG", "RM": "MY", "Rp": "ID", "Bt": "TH", "Sh": "KE"}
"""The country near which such a letter is a sign."""

COUNTRIES: Table[str] = Table(
    Lexeme("EU", "europ(ean|éen~)"),
    Lexeme("US", "américain~|american|états-unis", "US|U.S.|USA|us"),
    Lexeme("CA", "canad~", "CAN|Can|CDN|Cdn|CA"),
    Lexeme("AU", "austral~|aussie", "AU|AUS"),
    Lexeme("NZ", "néo-zéland~|new zealand~|kiwi", "NZ"),
    Lexeme("HK", "hong( |-)?kong~", "HK"),
    Lexeme("SG", "singap~"),
    Lexeme("TW", "(new )?taiwan~|taïwan~", "NT"),
    Lexeme("NA", "namibi~"),
    Lexeme("JM", "jama(i|ï)~"),
    Lexeme("TT", "trinidad~( (and|et) tobago~)?|trinidadi~"),
    Lexeme("BB", "barbad~|barbades"),
    Lexeme("BS", "bahami~|bahamas"),
    Lexeme("BZ", "b(e|é)liz~"),
    Lexeme("BM", "bermud~"),
    Lexeme("KY", "caïmans?|caïmani~|cayman"),
    Lexeme("GY", "guyan(a|ais|aise|aises|ese|ien~)"),
    Lexeme("SR", "surinam~"),
    Lexeme("XC", "(des )?caraïbes orientales|(eastern|east) caribbean|(est|orient~)-carib~"),
    Lexeme("FJ", "fidji~|fiji~"),
    Lexeme("SB", "salomon~|solomon( islands?)?"),
    Lexeme("BN", "brun(e|é)i~"),
    Lexeme("LR", "lib(e|é)ri(a|an|en|ens|enne|ennes)"),
    Lexeme("ZW", "zimbabw~"),
    Lexeme("GB", "britanni~|british|sterling", "UK"),
    Lexeme("IE", "irland~|irish"),
    Lexeme("CY", "chypri~|cypriot~|cyprus"),
    Lexeme("MT", "malt(ais~|ese)|malte|malta"),
    Lexeme("GI", "gibralt~"),
    Lexeme("FK", "malouin~|falkland~"),
    Lexeme("TR", "tur(c|q|k)~"),
    Lexeme("EG", "(é|e)gypt~"),
    Lexeme("LB", "liban~|leban~"),
    Lexeme("SY", "syri~"),
    Lexeme("SD", "soudan(ais~)?|sudan(ese)?"),
    Lexeme("SS", "sud-soudan~|south sudan~"),
    Lexeme("IL", "isra(é|e|ë)l~"),
    Lexeme("CH", "suisses?|helv(é|e)tiques?|swiss|switzerland|zurich|genève|geneva"),
    Lexeme("FR", "français~|french"),
    Lexeme("BE", "belges?|belgi~"),
    Lexeme("LU", "luxembourg~"),
    Lexeme("CFA", "cfa"),
    Lexeme("PF", "pacifique|cfp|polynésien~|calédonien~"),
    Lexeme("RW", "rwanda~"),
    Lexeme("BI", "burund~"),
    Lexeme("CD", "congolais~|congolese"),
    Lexeme("DJ", "djibouti~"),
    Lexeme("GN", "guin(é|e)en~|guinean|guin(é|e)e|guinea"),
    Lexeme("KM", "comor~"),
    Lexeme("IT", "itali~"),
    Lexeme("DE", "allemand~|german~|allemagne|deutsche?"),
    Lexeme("FI", "finland~|finnish"),
    Lexeme("AT", "autrichi~|austri~"),
    Lexeme("ES", "espagn~|spanish|spain"),
    Lexeme("PT", "portugais~|portuguese|portugal"),
    Lexeme("CV", "cap-verd~|cape verde~"),
    Lexeme("NL", "néerlandais~|hollandais~|dutch"),
    Lexeme("AN", "antill~"),
    Lexeme("GR", "gre(c|cs|cque|cques|ek)|grèce|greece"),
    Lexeme("JP", "japon~|japan~"),
    Lexeme("CN", "chin~"),
    Lexeme("IN", "indien~|indian|india|inde"),
    Lexeme("ID", "indon(é|e)si~"),
    Lexeme("PK", "pakistan~"),
    Lexeme("LK", "sri( |-)lank~"),
    Lexeme("NP", "n(é|e)pal~"),
    Lexeme("MU", "maurici(en~)?|mauriti~|maurice"),
    Lexeme("SC", "seychell~"),
    Lexeme("MV", "maldiv~"),
    Lexeme("BD", "bangla~"),
    Lexeme("BT", "bhout~|bhutan~"),
    Lexeme("RU", "russ~|moscou|moscow"),
    Lexeme("BY", "bi(é|e)loruss~|b(é|e)larus~"),
    Lexeme("UA", "ukrain~"),
    Lexeme("KR", "(sud-|south )?(coréen~|corée|korea~)"),
    Lexeme("KP", "nord-coréen~|north korea~"),
    Lexeme("SE", "su(è|é)d~|swed~|stockholm"),
    Lexeme("NO", "norv~|norw~|oslo"),
    Lexeme("DK", "dano~|danemark|danish|denmark|copenh~"),
    Lexeme("CZ", "tch(è|é)qu~|czech~|prague"),
    Lexeme("SK", "slova(que~|k~)"),
    Lexeme("IS", "island~|iceland~"),
    Lexeme("EE", "eston~"),
    Lexeme("LV", "letton~|latvi~"),
    Lexeme("LT", "litua~|lithua~"),
    Lexeme("PL", "polon~|polish|poland"),
    Lexeme("HU", "hongr~|hungar~"),
    Lexeme("RO", "roum~|romani~"),
    Lexeme("MD", "moldav~|moldov~"),
    Lexeme("BG", "bulgar~"),
    Lexeme("RS", "serb~|belgrade"),
    Lexeme("HR", "croat~"),
    Lexeme("BA", "bosni~"),
    Lexeme("MK", "mac(é|e)doni~"),
    Lexeme("AL", "alban~"),
    Lexeme("MA", "maroc~|moroc~|casablanca|rabat|tanger"),
    Lexeme("AE", "(é|e)mirat~|uae|duba(i|ï)|abou?"),
    Lexeme("SA", "saou~|saudi~|riyad~"),
    Lexeme("QA", "qatar~"),
    Lexeme("OM", "oman~"),
    Lexeme("YE", "y(é|e)m(é|e)n~"),
    Lexeme("IR", "iran~"),
    Lexeme("KW", "kowe(i|ï)t~|kuwait~"),
    Lexeme("DZ", "alg(é|e)ri~|alger|algiers"),
    Lexeme("TN", "tunisi~|tunis"),
    Lexeme("IQ", "ira(k|q)~|bagh?dad"),
    Lexeme("JO", "jordan~|amman"),
    Lexeme("BH", "bahre(i|ï)n~"),
    Lexeme("LY", "liby~"),
    Lexeme("AF", "afghan~"),
    Lexeme("KZ", "kaza(k|h)~"),
    Lexeme("UZ", "ou?zb(é|e)k~|uzbek~"),
    Lexeme("AZ", "az(é|e)r~"),
    Lexeme("TM", "turkm(é|e)n~"),
    Lexeme("MX", "mexi~"),
    Lexeme("CO", "(c|k)olomb~"),
    Lexeme("CL", "chil~"),
    Lexeme("AR", "argentin~"),
    Lexeme("PH", "ph?ilip~"),
    Lexeme("UY", "urugua~"),
    Lexeme("CU", "cub(a|ain~|an)"),
    Lexeme("DO", "dominic~"),
    Lexeme("BR", "br(é|e|a)(s|z)il~"),
    Lexeme("PE", "p(é|e)r(u|ou)~"),
    Lexeme("BO", "boliv~"),
    Lexeme("VE", "v(é|e)n(é|e)zu~"),
    Lexeme("PY", "paragua~"),
    Lexeme("KE", "k(é|e)nya~"),
    Lexeme("UG", "o?ugand~"),
    Lexeme("TZ", "tanzani~"),
    Lexeme("SO", "somal~"),
    Lexeme("ET", "(é|e)thiop~"),
    Lexeme("NG", "nig(e|é)ria~|lagos|abuja"),
    Lexeme("GH", "ghan~"),
    Lexeme("ZM", "zambi~"),
    Lexeme("MW", "malawi~"),
    Lexeme("ZA", "south africa~|sud-africain~|afrique du sud|johannesburg"),
    Lexeme("MY", "malai?ysi~"),
    Lexeme("TH", "tha(i|ï)~"),
    Lexeme("VN", "vi(e|ê)tnam~"),
    Lexeme("CAF", "cameroun~|cameroon~|gabon~|tchad~|chad|congo"),
    Lexeme("WAF", "sénégal~|senegal~|ivoir~|abidjan|dakar|mali(en~|an)?|bénin~|togo~|burkina"),
)
"""Names and adjectives of countries, and the cities that tell them; CFA is a currency zone."""

_CROWNS = {"SE": "SEK", "NO": "NOK", "DK": "DKK", "CZ": "CZK", "IS": "ISK", "SK": "SKK",
           "EE": "EEK"}  # fmt: skip
_RIYALS = {"SA": "SAR", "QA": "QAR", "OM": "OMR", "IR": "IRR", "YE": "YER"}
_DOLLARS = {
    "US": "USD", "CA": "CAD", "AU": "AUD", "HK": "HKD", "SG": "SGD", "NZ": "NZD", "TW": "TWD",
    "NA": "NAD", "JM": "JMD", "TT": "TTD", "BB": "BBD", "BS": "BSD", "BZ": "BZD", "BM": "BMD",
    "KY": "KYD", "GY": "GYD", "SR": "SRD", "XC": "XCD", "FJ": "FJD", "SB": "SBD", "BN": "BND",
    "LR": "LRD", "ZW": "ZWL",
}  # fmt: skip
_POUNDS = {
    "GB": "GBP", "IE": "IEP", "CY": "CYP", "MT": "MTL", "GI": "GIP", "FK": "FKP", "TR": "TRY",
    "EG": "EGP", "LB": "LBP", "SY": "SYP", "SD": "SDG", "SS": "SSP",
}  # fmt: skip
_FRANCS = {
    "CFA": "XOF", "CAF": "XAF", "WAF": "XOF", "CH": "CHF", "FR": "FRF", "BE": "BEF", "LU": "LUF",
    "PF": "XPF", "RW": "RWF", "BI": "BIF", "CD": "CDF", "DJ": "DJF", "GN": "GNF", "KM": "KMF",
}  # fmt: skip
_DINARS = {
    "KW": "KWD", "DZ": "DZD", "TN": "TND", "IQ": "IQD", "JO": "JOD", "RS": "RSD", "BH": "BHD",
    "LY": "LYD", "MK": "MKD", "SD": "SDD",
}  # fmt: skip
_PESOS = {
    "MX": "MXN", "CO": "COP", "CL": "CLP", "AR": "ARS", "PH": "PHP", "UY": "UYU", "CU": "CUP",
    "DO": "DOP",
}  # fmt: skip
_RUPEES = {
    "ID": "IDR", "PK": "PKR", "LK": "LKR", "IN": "INR", "NP": "NPR", "MU": "MUR", "SC": "SCR",
}  # fmt: skip


def _told(name: str, alone: str, national: dict[str, str], *, ordinary: bool = False) -> Family:
    """A family of which any country that is named near by tells the currency."""
    return Family(name, alone, national, frozenset(national), ordinary)


FAMILIES: Table[Family] = Table(
    Lexeme(Family("dollar", "USD", _DOLLARS), "dollars?|dlrs?"),
    Lexeme(Family("euro", "EUR"), "euros?"),
    Lexeme(Family("pound", "GBP", _POUNDS), "livres?|pounds?"),
    Lexeme(Family("sterling", "GBP"), "sterling"),
    Lexeme(Family("franc", "CHF", _FRANCS, frozenset(("CFA", "CAF", "WAF", "CH"))), "francs?"),
    Lexeme(Family("yen", "JPY"), "yens?"),
    Lexeme(Family("yuan", "CNY"), "yuans?|renminbis?"),
    Lexeme(Family("rupiah", "IDR"), "rupiahs?"),
    Lexeme(_told("rupee", "INR", _RUPEES), "roupies?|rupees?"),
    Lexeme(Family("rouble", "RUB", {"RU": "RUB", "BY": "BYN"}), "rou?bles?"),
    Lexeme(Family("won", "KRW", {"KR": "KRW", "KP": "KPW"}, ordinary=True), "wons?"),
    Lexeme(_told("krona", "", {"SE": "SEK", "IS": "ISK"}), "kronor|krona"),
    Lexeme(_told("krone", "", {"NO": "NOK", "DK": "DKK"}), "kroner|krone"),
    Lexeme(_told("crown", "", _CROWNS, ordinary=True), "couronnes?|crowns?|korunas?"),
    Lexeme(Family("zloty", "PLN"), "z(l|ł)ot(ys?|ych)"),
    Lexeme(Family("forint", "HUF"), "forints?"),
    Lexeme(Family("shekel", "ILS"), "she(k|q)els?"),
    Lexeme(_told("dirham", "", {"MA": "MAD", "AE": "AED"}), "dirhams?"),
    Lexeme(_told("riyal", "SAR", _RIYALS), "riyals?"),
    Lexeme(_told("rial", "", _RIYALS), "rials?"),
    Lexeme(Family("real", "BRL", ordinary=True), "réaux|reais|r(é|e)als?"),
    Lexeme(Family("rand", "ZAR", ordinary=True), "rands?"),
    Lexeme(_told("peso", "", _PESOS), "pesos?"),
    Lexeme(_told("dinar", "", _DINARS), "dinars?"),
    Lexeme(Family("naira", "NGN"), "nairas?"),
    Lexeme(
        _told("shilling", "", {"KE": "KES", "UG": "UGX", "TZ": "TZS", "SO": "SOS"}),
        "shillings?",
    ),
    Lexeme(Family("baht", "THB"), "bahts?"),
    Lexeme(Family("ringgit", "MYR"), "ringgits?"),
    Lexeme(Family("lira", "TRY", {"TR": "TRY", "LB": "LBP", "IT": "ITL", "SY": "SYP"}), "liras?"),
    Lexeme(Family("lire", "ITL", {"IT": "ITL", "TR": "TRY", "MT": "MTL"}), "lire"),
    Lexeme(Family("hryvnia", "UAH"), "hryvnias?"),
    Lexeme(Family("tenge", "KZT"), "tenges?"),
    Lexeme(Family("leu", "RON", {"RO": "RON", "MD": "MDL"}, ordinary=True), "lei|leu"),
    Lexeme(Family("lev", "BGN"), "leva|levs?"),
    Lexeme(Family("dong", "VND"), "dongs?"),
    Lexeme(Family("cedi", "GHS"), "cedis?"),
    Lexeme(Family("taka", "BDT"), "takas?"),
    Lexeme(Family("birr", "ETB"), "birrs?"),
    Lexeme(Family("kuna", "HRK"), "kunas?"),
    Lexeme(_told("kwacha", "", {"ZM": "ZMW", "MW": "MWK"}), "kwachas?"),
    Lexeme(Family("kwanza", "AOA"), "kwanzas?"),
    Lexeme(Family("lempira", "HNL"), "lempiras?"),
    Lexeme(Family("quetzal", "GTQ"), "quetzal(s|es)?"),
    Lexeme(Family("guarani", "PYG"), "guaran(i|í)(s|es)?"),
    Lexeme(Family("bolivar", "VES"), "bol(i|í)var(s|es)?"),
    Lexeme(Family("boliviano", "BOB"), "bolivianos?"),
    Lexeme(Family("sol", "PEN"), "soles"),
    Lexeme(_told("manat", "", {"AZ": "AZN", "TM": "TMT"}), "manats?"),
    Lexeme(Family("lari", "GEL"), "laris?"),
    Lexeme(Family("dram", "AMD"), "drams"),
    Lexeme(Family("riel", "KHR"), "riels?"),
    Lexeme(Family("kyat", "MMK"), "kyats?"),
    Lexeme(Family("kip", "LAK"), "kips"),
    Lexeme(Family("tugrik", "MNT"), "t(u|ö|o)gri(k|g)s?"),
    Lexeme(Family("afghani", "AFN"), "afghanis"),
    Lexeme(Family("pataca", "MOP"), "patacas?"),
    Lexeme(Family("pula", "BWP"), "pulas?"),
    Lexeme(Family("metical", "MZN"), "meticals?|meticais"),
    Lexeme(Family("ariary", "MGA"), "ariarys?"),
    Lexeme(Family("gourde", "HTG"), "gourdes"),
    Lexeme(Family("peseta", "ESP"), "pesetas?|ptas?"),
    Lexeme(Family("escudo", "PTE", {"PT": "PTE", "CV": "CVE"}), "escudos?"),
    Lexeme(
        Family("mark", "DEM", {"DE": "DEM", "FI": "FIM"}, ordinary=True),
        "marks|deutschmarks?|deutschemarks?|d-marks?",
    ),
    Lexeme(Family("markka", "FIM"), "markkas?|markkaa"),
    Lexeme(Family("guilder", "NLG", {"NL": "NLG", "AN": "ANG"}), "guilders?|florins?|gulden"),
    Lexeme(Family("schilling", "ATS"), "schillings?"),
    Lexeme(Family("drachma", "GRD"), "drach(ma|me)s?"),
    Lexeme(Family("punt", "IEP", ordinary=True), "punts"),
    Lexeme(Family("ecu", "XEU", {"EU": "XEU"}, ordinary=True), "(é|e)cus|currency units?"),
    Lexeme(Family("buck", "USD", ordinary=True), "bucks"),
    Lexeme(Family("quid", "GBP", ordinary=True), "quid"),
    Lexeme(Family("balle", "EUR", ordinary=True), "balles"),
)
"""Names of currencies; which of several a name alone means is not known where `alone` is empty."""

CFA_ZONES = {"CAF": "XAF", "WAF": "XOF"}
"""The code of the CFA franc by the part of Africa."""

CENTS: Table[str] = Table(
    Lexeme("USD", signs="U.S.|US"),
    Lexeme("AUD", signs="Australian"),
    Lexeme("CAD", signs="Canadian"),
    Lexeme("HKD", signs="Hong Kong"),
    Lexeme("SGD", signs="Singapore"),
    Lexeme("NZD", signs="New Zealand"),
    Lexeme("ZAR", signs="South African"),
    Lexeme("EUR", signs="euro"),
)
"""What stands before "cents" to tell whose they are."""

SUBUNITS: Table[None] = Table(Lexeme(None, "centimes?|cents?|cts|pence|penny"))
"""Names of the hundredth of a currency."""
