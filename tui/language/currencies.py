"""Currencies: signs, codes, names, and the countries by which one name means several of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tui.language.iso4217 import CURRENCIES
from tui.language.vocabulary import Entry, Table

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


def _codes() -> list[Entry[str]]:
    """The codes of ISO 4217, but for those that are words or well-known names as well."""
    return [Entry(code, signs=code) for code in CURRENCIES if code not in _ALSO_WORDS]


_ALSO_WORDS = frozenset(
    "ALL AMD ANG BAM BOB BSD BTN COP CUP CVE ERN GEL LAK MGA MOP NIO PAB PEN SHP SLE SOS STN "
    "SVC TOP VES WST".split()
)

SIGNS: Table[str] = Table(
    *_codes(),
    Entry("USD", signs="US$|$US|$ US|U.S.$|U$S|$|＄"),
    Entry("CAD", signs="C$|CA$|CAN$|Can$|Cdn$|CDN$|$CA|$ CA|$CAN|$ CAN|$C"),
    Entry("AUD", signs="A$|AU$|AUS$|Aus$"),
    Entry("HKD", signs="HK$"),
    Entry("SGD", signs="S$|SG$"),
    Entry("NZD", signs="NZ$"),
    Entry("TWD", signs="NT$"),
    Entry("BRL", signs="R$"),
    Entry("MXN", signs="Mex$|MX$"),
    Entry("NAD", signs="N$"),
    Entry("JMD", signs="J$"),
    Entry("TTD", signs="TT$"),
    Entry("BBD", signs="BDS$|Bds$"),
    Entry("BZD", signs="BZ$"),
    Entry("FJD", signs="FJ$"),
    Entry("XCD", signs="EC$"),
    Entry("GYD", signs="GY$"),
    Entry("SBD", signs="SI$"),
    Entry("KYD", signs="CI$"),
    Entry("DOP", signs="RD$"),
    Entry("COP", signs="COL$|Col$"),
    Entry("ARS", signs="AR$"),
    Entry("EUR", signs="€"),
    Entry("GBP", signs="£|STG|stg"),
    Entry("IEP", signs="IR£"),
    Entry("CHF", signs="SFr|SwFr|Fr."),
    Entry("JPY", signs="¥"),
    Entry("CNY", signs="CN¥|RMB|Rmb"),
    Entry("INR", signs="₹|Rs|Rs."),
    Entry("RUB", signs="₽"),
    Entry("KRW", signs="₩"),
    Entry("SEK", signs="SKr|Skr"),
    Entry("NOK", signs="NKr|Nkr"),
    Entry("DKK", signs="DKr|Dkr"),
    Entry("PLN", signs="zł"),
    Entry("CZK", signs="Kč"),
    Entry("TRY", signs="₺"),
    Entry("ILS", signs="NIS|₪"),
    Entry("AED", signs="Dh"),
    Entry("MAD", signs="DHS?"),
    Entry("NGN", signs="₦"),
    Entry("KES", signs="Ksh"),
    Entry("UAH", signs="₴"),
    Entry("THB", signs="฿"),
    Entry("PHP", signs="₱"),
    Entry("VND", signs="₫"),
    Entry("GHS", signs="GH¢|GH₵"),
    Entry("XOF", signs="FCFA|F CFA"),
    Entry("BEF", signs="BFr|Bfr"),
    Entry("DEM", signs="DM"),
    Entry("NLG", signs="Dfl|fl"),
    Entry("ESP", signs="Pta|Ptas"),
)
"""Signs and codes, before or behind a number, always in this case."""

DOLLARS_OF = {"NZ": "NZD", "HK": "HKD", "US": "USD", "A": "AUD", "C": "CAD", "S": "SGD",
              "NT": "TWD", "R": "BRL", "Aus": "AUD", "Can": "CAD", "Cdn": "CAD"}  # fmt: skip
"""What stands apart before a dollar sign for its country: "NZ $90"."""

LETTERS: Table[str] = Table(
    Entry("ZAR", signs="R"),
    Entry("NGN", signs="N"),
    Entry("JPY", signs="Y"),
    Entry("MYR", signs="RM"),
    Entry("IDR", signs="Rp"),
    Entry("THB", signs="Bt"),
    Entry("KES", signs="Sh"),
)
"""Signs that are ordinary letters elsewhere: "N820" is a sum in Nigeria and a road in France."""

LETTER_COUNTRIES = {"R": "ZA", "N": "NG", "RM": "MY", "Rp": "ID", "Bt": "TH", "Sh": "KE"}
"""The country near which such a letter is a sign."""

COUNTRIES: Table[str] = Table(
    Entry("EU", "europ(ean|éen~)"),
    Entry("US", "américain~|american|états-unis", "US|U.S.|USA|us"),
    Entry("CA", "canad~", "CAN|Can|CDN|Cdn|CA"),
    Entry("AU", "austral~|aussie", "AU|AUS"),
    Entry("NZ", "néo-zéland~|new zealand~|kiwi", "NZ"),
    Entry("HK", "hong( |-)?kong~", "HK"),
    Entry("SG", "singap~"),
    Entry("TW", "(new )?taiwan~|taïwan~", "NT"),
    Entry("NA", "namibi~"),
    Entry("JM", "jama(i|ï)~"),
    Entry("TT", "trinidad~( (and|et) tobago~)?|trinidadi~"),
    Entry("BB", "barbad~|barbades"),
    Entry("BS", "bahami~|bahamas"),
    Entry("BZ", "b(e|é)liz~"),
    Entry("BM", "bermud~"),
    Entry("KY", "caïmans?|caïmani~|cayman"),
    Entry("GY", "guyan(a|ais|aise|aises|ese|ien~)"),
    Entry("SR", "surinam~"),
    Entry("XC", "(des )?caraïbes orientales|(eastern|east) caribbean|(est|orient~)-carib~"),
    Entry("FJ", "fidji~|fiji~"),
    Entry("SB", "salomon~|solomon( islands?)?"),
    Entry("BN", "brun(e|é)i~"),
    Entry("LR", "lib(e|é)ri(a|an|en|ens|enne|ennes)"),
    Entry("ZW", "zimbabw~"),
    Entry("GB", "britanni~|british|sterling", "UK"),
    Entry("IE", "irland~|irish"),
    Entry("CY", "chypri~|cypriot~|cyprus"),
    Entry("MT", "malt(ais~|ese)|malte|malta"),
    Entry("GI", "gibralt~"),
    Entry("FK", "malouin~|falkland~"),
    Entry("TR", "tur(c|q|k)~"),
    Entry("EG", "(é|e)gypt~"),
    Entry("LB", "liban~|leban~"),
    Entry("SY", "syri~"),
    Entry("SD", "soudan(ais~)?|sudan(ese)?"),
    Entry("SS", "sud-soudan~|south sudan~"),
    Entry("IL", "isra(é|e|ë)l~"),
    Entry("CH", "suisses?|helv(é|e)tiques?|swiss|switzerland|zurich|genève|geneva"),
    Entry("FR", "français~|french"),
    Entry("BE", "belges?|belgi~"),
    Entry("LU", "luxembourg~"),
    Entry("CFA", "cfa"),
    Entry("PF", "pacifique|cfp|polynésien~|calédonien~"),
    Entry("RW", "rwanda~"),
    Entry("BI", "burund~"),
    Entry("CD", "congolais~|congolese"),
    Entry("DJ", "djibouti~"),
    Entry("GN", "guin(é|e)en~|guinean|guin(é|e)e|guinea"),
    Entry("KM", "comor~"),
    Entry("IT", "itali~"),
    Entry("DE", "allemand~|german~|allemagne|deutsche?"),
    Entry("FI", "finland~|finnish"),
    Entry("AT", "autrichi~|austri~"),
    Entry("ES", "espagn~|spanish|spain"),
    Entry("PT", "portugais~|portuguese|portugal"),
    Entry("CV", "cap-verd~|cape verde~"),
    Entry("NL", "néerlandais~|hollandais~|dutch"),
    Entry("AN", "antill~"),
    Entry("GR", "gre(c|cs|cque|cques|ek)|grèce|greece"),
    Entry("JP", "japon~|japan~"),
    Entry("CN", "chin~"),
    Entry("IN", "indien~|indian|india|inde"),
    Entry("ID", "indon(é|e)si~"),
    Entry("PK", "pakistan~"),
    Entry("LK", "sri( |-)lank~"),
    Entry("NP", "n(é|e)pal~"),
    Entry("MU", "maurici(en~)?|mauriti~|maurice"),
    Entry("SC", "seychell~"),
    Entry("MV", "maldiv~"),
    Entry("BD", "bangla~"),
    Entry("BT", "bhout~|bhutan~"),
    Entry("RU", "russ~|moscou|moscow"),
    Entry("BY", "bi(é|e)loruss~|b(é|e)larus~"),
    Entry("UA", "ukrain~"),
    Entry("KR", "(sud-|south )?(coréen~|corée|korea~)"),
    Entry("KP", "nord-coréen~|north korea~"),
    Entry("SE", "su(è|é)d~|swed~|stockholm"),
    Entry("NO", "norv~|norw~|oslo"),
    Entry("DK", "dano~|danemark|danish|denmark|copenh~"),
    Entry("CZ", "tch(è|é)qu~|czech~|prague"),
    Entry("SK", "slova(que~|k~)"),
    Entry("IS", "island~|iceland~"),
    Entry("EE", "eston~"),
    Entry("LV", "letton~|latvi~"),
    Entry("LT", "litua~|lithua~"),
    Entry("PL", "polon~|polish|poland"),
    Entry("HU", "hongr~|hungar~"),
    Entry("RO", "roum~|romani~"),
    Entry("MD", "moldav~|moldov~"),
    Entry("BG", "bulgar~"),
    Entry("RS", "serb~|belgrade"),
    Entry("HR", "croat~"),
    Entry("BA", "bosni~"),
    Entry("MK", "mac(é|e)doni~"),
    Entry("AL", "alban~"),
    Entry("MA", "maroc~|moroc~|casablanca|rabat|tanger"),
    Entry("AE", "(é|e)mirat~|uae|duba(i|ï)|abou?"),
    Entry("SA", "saou~|saudi~|riyad~"),
    Entry("QA", "qatar~"),
    Entry("OM", "oman~"),
    Entry("YE", "y(é|e)m(é|e)n~"),
    Entry("IR", "iran~"),
    Entry("KW", "kowe(i|ï)t~|kuwait~"),
    Entry("DZ", "alg(é|e)ri~|alger|algiers"),
    Entry("TN", "tunisi~|tunis"),
    Entry("IQ", "ira(k|q)~|bagh?dad"),
    Entry("JO", "jordan~|amman"),
    Entry("BH", "bahre(i|ï)n~"),
    Entry("LY", "liby~"),
    Entry("AF", "afghan~"),
    Entry("KZ", "kaza(k|h)~"),
    Entry("UZ", "ou?zb(é|e)k~|uzbek~"),
    Entry("AZ", "az(é|e)r~"),
    Entry("TM", "turkm(é|e)n~"),
    Entry("MX", "mexi~"),
    Entry("CO", "(c|k)olomb~"),
    Entry("CL", "chil~"),
    Entry("AR", "argentin~"),
    Entry("PH", "ph?ilip~"),
    Entry("UY", "urugua~"),
    Entry("CU", "cub(a|ain~|an)"),
    Entry("DO", "dominic~"),
    Entry("BR", "br(é|e|a)(s|z)il~"),
    Entry("PE", "p(é|e)r(u|ou)~"),
    Entry("BO", "boliv~"),
    Entry("VE", "v(é|e)n(é|e)zu~"),
    Entry("PY", "paragua~"),
    Entry("KE", "k(é|e)nya~"),
    Entry("UG", "o?ugand~"),
    Entry("TZ", "tanzani~"),
    Entry("SO", "somal~"),
    Entry("ET", "(é|e)thiop~"),
    Entry("NG", "nig(e|é)ria~|lagos|abuja"),
    Entry("GH", "ghan~"),
    Entry("ZM", "zambi~"),
    Entry("MW", "malawi~"),
    Entry("ZA", "south africa~|sud-africain~|afrique du sud|johannesburg"),
    Entry("MY", "malai?ysi~"),
    Entry("TH", "tha(i|ï)~"),
    Entry("VN", "vi(e|ê)tnam~"),
    Entry("CAF", "cameroun~|cameroon~|gabon~|tchad~|chad|congo"),
    Entry("WAF", "sénégal~|senegal~|ivoir~|abidjan|dakar|mali(en~|an)?|bénin~|togo~|burkina"),
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
    Entry(Family("dollar", "USD", _DOLLARS), "dollars?|dlrs?"),
    Entry(Family("euro", "EUR"), "euros?"),
    Entry(Family("pound", "GBP", _POUNDS), "livres?|pounds?"),
    Entry(Family("sterling", "GBP"), "sterling"),
    Entry(Family("franc", "CHF", _FRANCS, frozenset(("CFA", "CAF", "WAF", "CH"))), "francs?"),
    Entry(Family("yen", "JPY"), "yens?"),
    Entry(Family("yuan", "CNY"), "yuans?|renminbis?"),
    Entry(Family("rupiah", "IDR"), "rupiahs?"),
    Entry(_told("rupee", "INR", _RUPEES), "roupies?|rupees?"),
    Entry(Family("rouble", "RUB", {"RU": "RUB", "BY": "BYN"}), "rou?bles?"),
    Entry(Family("won", "KRW", {"KR": "KRW", "KP": "KPW"}, ordinary=True), "wons?"),
    Entry(_told("krona", "", {"SE": "SEK", "IS": "ISK"}), "kronor|krona"),
    Entry(_told("krone", "", {"NO": "NOK", "DK": "DKK"}), "kroner|krone"),
    Entry(_told("crown", "", _CROWNS, ordinary=True), "couronnes?|crowns?|korunas?"),
    Entry(Family("zloty", "PLN"), "z(l|ł)ot(ys?|ych)"),
    Entry(Family("forint", "HUF"), "forints?"),
    Entry(Family("shekel", "ILS"), "she(k|q)els?"),
    Entry(_told("dirham", "", {"MA": "MAD", "AE": "AED"}), "dirhams?"),
    Entry(_told("riyal", "SAR", _RIYALS), "riyals?"),
    Entry(_told("rial", "", _RIYALS), "rials?"),
    Entry(Family("real", "BRL", ordinary=True), "réaux|reais|r(é|e)als?"),
    Entry(Family("rand", "ZAR", ordinary=True), "rands?"),
    Entry(_told("peso", "", _PESOS), "pesos?"),
    Entry(_told("dinar", "", _DINARS), "dinars?"),
    Entry(Family("naira", "NGN"), "nairas?"),
    Entry(
        _told("shilling", "", {"KE": "KES", "UG": "UGX", "TZ": "TZS", "SO": "SOS"}),
        "shillings?",
    ),
    Entry(Family("baht", "THB"), "bahts?"),
    Entry(Family("ringgit", "MYR"), "ringgits?"),
    Entry(Family("lira", "TRY", {"TR": "TRY", "LB": "LBP", "IT": "ITL", "SY": "SYP"}), "liras?"),
    Entry(Family("lire", "ITL", {"IT": "ITL", "TR": "TRY", "MT": "MTL"}), "lire"),
    Entry(Family("hryvnia", "UAH"), "hryvnias?"),
    Entry(Family("tenge", "KZT"), "tenges?"),
    Entry(Family("leu", "RON", {"RO": "RON", "MD": "MDL"}, ordinary=True), "lei|leu"),
    Entry(Family("lev", "BGN"), "leva|levs?"),
    Entry(Family("dong", "VND"), "dongs?"),
    Entry(Family("cedi", "GHS"), "cedis?"),
    Entry(Family("taka", "BDT"), "takas?"),
    Entry(Family("birr", "ETB"), "birrs?"),
    Entry(Family("kuna", "HRK"), "kunas?"),
    Entry(_told("kwacha", "", {"ZM": "ZMW", "MW": "MWK"}), "kwachas?"),
    Entry(Family("kwanza", "AOA"), "kwanzas?"),
    Entry(Family("lempira", "HNL"), "lempiras?"),
    Entry(Family("quetzal", "GTQ"), "quetzal(s|es)?"),
    Entry(Family("guarani", "PYG"), "guaran(i|í)(s|es)?"),
    Entry(Family("bolivar", "VES"), "bol(i|í)var(s|es)?"),
    Entry(Family("boliviano", "BOB"), "bolivianos?"),
    Entry(Family("sol", "PEN"), "soles"),
    Entry(_told("manat", "", {"AZ": "AZN", "TM": "TMT"}), "manats?"),
    Entry(Family("lari", "GEL"), "laris?"),
    Entry(Family("dram", "AMD"), "drams"),
    Entry(Family("riel", "KHR"), "riels?"),
    Entry(Family("kyat", "MMK"), "kyats?"),
    Entry(Family("kip", "LAK"), "kips"),
    Entry(Family("tugrik", "MNT"), "t(u|ö|o)gri(k|g)s?"),
    Entry(Family("afghani", "AFN"), "afghanis"),
    Entry(Family("pataca", "MOP"), "patacas?"),
    Entry(Family("pula", "BWP"), "pulas?"),
    Entry(Family("metical", "MZN"), "meticals?|meticais"),
    Entry(Family("ariary", "MGA"), "ariarys?"),
    Entry(Family("gourde", "HTG"), "gourdes"),
    Entry(Family("peseta", "ESP"), "pesetas?|ptas?"),
    Entry(Family("escudo", "PTE", {"PT": "PTE", "CV": "CVE"}), "escudos?"),
    Entry(
        Family("mark", "DEM", {"DE": "DEM", "FI": "FIM"}, ordinary=True),
        "marks|deutschmarks?|deutschemarks?|d-marks?",
    ),
    Entry(Family("markka", "FIM"), "markkas?|markkaa"),
    Entry(Family("guilder", "NLG", {"NL": "NLG", "AN": "ANG"}), "guilders?|florins?|gulden"),
    Entry(Family("schilling", "ATS"), "schillings?"),
    Entry(Family("drachma", "GRD"), "drach(ma|me)s?"),
    Entry(Family("punt", "IEP", ordinary=True), "punts"),
    Entry(Family("ecu", "XEU", {"EU": "XEU"}, ordinary=True), "(é|e)cus|currency units?"),
    Entry(Family("buck", "USD", ordinary=True), "bucks"),
    Entry(Family("quid", "GBP", ordinary=True), "quid"),
    Entry(Family("balle", "EUR", ordinary=True), "balles"),
)
"""Names of currencies; which of several a name alone means is not known where `alone` is empty."""

CFA_ZONES = {"CAF": "XAF", "WAF": "XOF"}
"""The code of the CFA franc by the part of Africa."""

CENTS: Table[str] = Table(
    Entry("USD", signs="U.S.|US"),
    Entry("AUD", signs="Australian"),
    Entry("CAD", signs="Canadian"),
    Entry("HKD", signs="Hong Kong"),
    Entry("SGD", signs="Singapore"),
    Entry("NZD", signs="New Zealand"),
    Entry("ZAR", signs="South African"),
    Entry("EUR", signs="euro"),
)
"""What stands before "cents" to tell whose they are."""

SUBUNITS: Table[None] = Table(Entry(None, "centimes?|cents?|cts|pence|penny"))
"""Names of the hundredth of a currency."""
