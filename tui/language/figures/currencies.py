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
    Lexeme("FJD", signs="FJ$|F$"),
    Lexeme("XCD", signs="EC$"),
    Lexeme("GYD", signs="GY$"),
    Lexeme("SBD", signs="SI$"),
    Lexeme("KYD", signs="CI$"),
    Lexeme("DOP", signs="RD$"),
    Lexeme("COP", signs="COL$|Col$"),
    Lexeme("ARS", signs="AR$"),
    Lexeme("MOP", signs="MOP$"),
    Lexeme("NIO", signs="C$N"),
    Lexeme("ZWL", signs="Z$|ZW$|ZWL$"),
    Lexeme("EUR", signs="€"),
    Lexeme("GBP", signs="£|STG|stg"),
    Lexeme("EGP", signs="E£|£E"),
    Lexeme("IEP", signs="IR£"),
    Lexeme("CHF", signs="SFr|Sfr|sFr|SFrs|Sfrs|SwFr|Fr."),
    Lexeme("JPY", signs="¥"),
    Lexeme("CNY", signs="CN¥|RMB|Rmb"),
    Lexeme("INR", signs="₹|Rs|Rs.|₨"),
    Lexeme("BDT", signs="৳|Tk|Tk."),
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
    Lexeme("KES", signs="Ksh|KSh|Kshs|KShs|Ksh.|Kshs."),
    Lexeme("UGX", signs="Ush|USh|Ushs|UShs"),
    Lexeme("TZS", signs="Tsh|TSh|Tshs|TShs"),
    Lexeme("AOA", signs="Kz"),
    Lexeme("PEN", signs="S/|S/."),
    Lexeme("CRC", signs="₡"),
    Lexeme("PYG", signs="₲"),
    Lexeme("KZT", signs="₸"),
    Lexeme("GEL", signs="₾"),
    Lexeme("AZN", signs="₼"),
    Lexeme("AMD", signs="֏"),
    Lexeme("MNT", signs="₮"),
    Lexeme("LAK", signs="₭"),
    Lexeme("KHR", signs="៛"),
    Lexeme("UAH", signs="₴"),
    Lexeme("THB", signs="฿"),
    Lexeme("PHP", signs="₱"),
    Lexeme("VND", signs="₫"),
    Lexeme("GHS", signs="GH¢|GH₵|₵|GHC"),
    Lexeme("XOF", signs="FCFA|F CFA"),
    Lexeme("BEF", signs="BFr|Bfr"),
    Lexeme("FRF", signs="FF|FFr|Ffr"),
    Lexeme("DEM", signs="DM"),
    Lexeme("NLG", signs="Dfl|DFl|fl|Fl"),
    Lexeme("ESP", signs="Pta|Ptas|pta|ptas"),
)
"""Signs and codes, before or behind a number, always in this case."""

SIGNS_BEHIND: Table[str] = Table(
    Lexeme("DZD", signs="DA"),
    Lexeme("TND", signs="DT"),
    Lexeme("TRY", signs="TL"),
    Lexeme("HUF", signs="Ft"),
    Lexeme("AED", signs="Dhs"),
    Lexeme("SAR", signs="SR"),
    Lexeme("KWD", signs="KD"),
    Lexeme("LBP", signs="LL"),
    Lexeme("XOF", signs="CFA"),
)
"""Signs that stand behind a number alone, or before one only under the rules of `LETTERS`."""

FAMILY_SIGNS = {"Rs": "rupee", "Rs.": "rupee", "₨": "rupee", "kr": "crown", "kr.": "crown",
                "F": "franc", "frs": "franc", "Frs": "franc"}  # fmt: skip
"""Signs that several countries have, by the name of the currencies that share them."""

DOLLARS_OF = {"NZ": "NZD", "N.Z.": "NZD", "HK": "HKD", "H.K.": "HKD", "US": "USD", "A": "AUD",
              "C": "CAD", "S": "SGD",
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
    Lexeme("SAR", signs="SR"),
    Lexeme("KWD", signs="KD"),
    Lexeme("TRY", signs="TL"),
    Lexeme("AED", signs="Dhs"),
    Lexeme("PHP", signs="Php|PhP"),
    Lexeme("XOF", signs="CFA"),
)
"""Signs that are ordinary letters elsewhere: "N820" is a sum in Nigeria and a road in France."""

LETTER_COUNTRIES = {"R": "ZA", "N": "NG", "RM": "MY", "Rp": "ID", "Bt": "TH", "Sh": "KE",
                    "SR": "SA", "KD": "KW", "TL": "TR", "Y": "JP", "Dhs": "AE",
                    "Php": "PH", "PhP": "PH", "CFA": "WAF"}  # fmt: skip
"""The country near which such a letter is a sign."""

LOCAL_LETTERS = {
    "DA": {"DZ": "DZD"}, "DT": {"TN": "TND"}, "BD": {"BH": "BHD"}, "JD": {"JO": "JOD"},
    "QR": {"QA": "QAR"}, "RO": {"OM": "OMR"}, "LE": {"EG": "EGP"}, "LL": {"LB": "LBP"},
    "Ft": {"HU": "HUF"}, "W": {"KR": "KRW"}, "P": {"PH": "PHP", "BW": "BWP"}, "B": {"TH": "THB"},
    "K": {"ZM": "ZMW", "MW": "MWK", "PG": "PGK"}, "MT": {"MZ": "MZN"}, "Q": {"GT": "GTQ"},
    "Shs": {"KE": "KES", "UG": "UGX", "TZ": "TZS"}, "L": {"HN": "HNL", "IT": "ITL"},
    "Le": {"SL": "SLE"}, "D": {"GM": "GMD"}, "Lit": {"IT": "ITL"}, "Bs": {"BO": "BOB", "VE": "VES"},
    "Gs": {"PY": "PYG"}, "PEN": {"PE": "PEN"}, "COP": {"CO": "COP"}, "BOB": {"BO": "BOB"},
    "GEL": {"GE": "GEL"}, "AMD": {"AM": "AMD"}, "BAM": {"BA": "BAM"}, "LAK": {"LA": "LAK"},
    "MGA": {"MG": "MGA"}, "MOP": {"MO": "MOP"}, "NIO": {"NI": "NIO"}, "PAB": {"PA": "PAB"},
    "SOS": {"SO": "SOS"}, "VES": {"VE": "VES"}, "ALL": {"AL": "ALL"}, "CUP": {"CU": "CUP"},
}  # fmt: skip
"""Letters and codes that are a sign before a scaled number where one of these countries is named;
codes of ISO 4217 stand here that are words or well-known names as well."""

COUNTRIES: Table[str] = Table(
    Lexeme("EU", "europ(ean|éen~)"),
    Lexeme("US", "américain~|american|états-unis", "US|U.S.|USA|us"),
    Lexeme("CA", "canad~", "CAN|Can|CDN|Cdn|CA"),
    Lexeme("AU", "austral~|aussie", "AU|AUS"),
    Lexeme("NZ", "néo-zéland~|new zealand~|kiwi", "NZ|N.Z."),
    Lexeme("HK", "hong( |-)?kong~", "HK|H.K."),
    Lexeme("SG", "singap~"),
    Lexeme("TW", "(new )?taiwan~|taïwan~", "NT"),
    Lexeme("NA", "namibi~"),
    Lexeme("JM", "jama(i|ï)~"),
    Lexeme("TT", "trinit(é|e)(-et-tobago)?|trinidad~( (and|et) tobago~)?|trinidadi~"),
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
    Lexeme("GB", "britanni~|british|sterling|anglais~|english|écoss~|scottish", "UK"),
    Lexeme("IE", "irland~|irish"),
    Lexeme("CY", "chypri~|cypriot~|cyprus"),
    Lexeme("MT", "malt(ais~|ese)|malte|malta"),
    Lexeme("GI", "gibralt~"),
    Lexeme("FK", "malouin~|falkland~"),
    Lexeme("TR", "tur(c|q|k)~"),
    Lexeme("EG", "(é|e)gypt~|cairo|le caire"),
    Lexeme("LB", "liban~|leban~|beyrouth|beirut"),
    Lexeme("SY", "syri~|damas|damascus"),
    Lexeme("SD", "soudan(ais~)?|sudan(ese)?|khartoum"),
    Lexeme("SS", "sud-soudan~|south sudan~"),
    Lexeme("IL", "isra(é|e|ë)l~"),
    Lexeme(
        "CH",
        "suisses?|helv(é|e)tiques?|swiss|switzerland|zurich~|genève|geneva|genevois~|lausann~"
        "|bernois~|bâl(e|ois~)|basel|vaud(ois~)?|valaisan~|fribourg~|neuchâtel~|tessin~|lucerne"
        "|romand~|saint-gall~|argovi~|cantons?|conseil fédéral|confédération",
    ),
    Lexeme("FR", "français~|french"),
    Lexeme("FRANCE", "france|paris"),
    Lexeme("BE", "belges?|belgi~"),
    Lexeme("LU", "luxembourg~"),
    Lexeme("CFA", "cfa"),
    Lexeme("PF", "pacifi(que|ques|c)|cfp|polynésien~|calédonien~"),
    Lexeme("RW", "rwanda~"),
    Lexeme("BI", "burund~"),
    Lexeme("CD", "congolais~|congolese"),
    Lexeme("DJ", "djibouti~"),
    Lexeme("GN", "guin(é|e)en~|guinean|guin(é|e)e|guinea"),
    Lexeme("KM", "comor~"),
    Lexeme("IT", "itali~"),
    Lexeme("DE", "(ouest-)?allemand~|(west )?german~|allemagne|deutsche?"),
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
    Lexeme(
        "IN",
        "indien~|indian|india|inde"
        "|delhi|mumbai|bombay|bangalore|bengaluru|chennai|kolkata|hyderabad",
    ),
    Lexeme("ID", "indon(é|e)si~|d?jakarta"),
    Lexeme("PK", "pakistan~|karachi|islamabad|lahore|rawalpindi"),
    Lexeme("LK", "sri( |-)?lank~|colombo"),
    Lexeme("NP", "n(é|e)pal~|kat(h)?mandu|katmandou"),
    Lexeme("MU", "maurici(en~)?|mauriti~|maurice|port(-| )louis"),
    Lexeme("SC", "seychell~"),
    Lexeme("MV", "maldiv~"),
    Lexeme("BD", "bangla~|dhaka|dacca|chittagong"),
    Lexeme("BT", "bhout~|bhutan~"),
    Lexeme("RU", "russ~|moscou|moscow"),
    Lexeme("BY", "bi(é|e)loruss~|b(é|e)larus~"),
    Lexeme("UA", "ukrain~"),
    Lexeme("KR", "(sud-|south )?(coréen~|corée|korea~)|s(é|e)oul"),
    Lexeme("KP", "nord-coréen~|north korea~"),
    Lexeme("SE", "su(è|é)d~|swed~|stockholm|göteborg|gothenburg|malmö"),
    Lexeme("NO", "norv~|norw~|oslo|bergen|stavanger|trondheim"),
    Lexeme("DK", "dano~|danemark|danish|denmark|copenh~|aarhus"),
    Lexeme("CZ", "tch(è|é)qu~|czech~|prague"),
    Lexeme("SK", "slova(que~|k~)"),
    Lexeme("IS", "island~|iceland~|reykjav~"),
    Lexeme("EE", "eston~"),
    Lexeme("LV", "letton~|latvi~"),
    Lexeme("LT", "litua~|lithua~"),
    Lexeme("PL", "polon~|polish|poland"),
    Lexeme("HU", "hongr~|hungar~|budapest"),
    Lexeme("RO", "roum~|romani~"),
    Lexeme("MD", "moldav~|moldov~"),
    Lexeme("BG", "bulgar~"),
    Lexeme("RS", "serb~|belgrade"),
    Lexeme("HR", "croat~"),
    Lexeme("BA", "bosni~"),
    Lexeme("MK", "mac(é|e)doni~"),
    Lexeme("AL", "alban~"),
    Lexeme("MA", "maroc~|moroc~|casablan(ca|cais~)|rabat|tanger|marrakech|agadir|chérifien~"),
    Lexeme("AE", "(é|e)mir(at|i)~|uae|duba(i|ï)|ab(o)?u( |-)dhabi|sharjah|charjah"),
    Lexeme("SA", "saou~|saudi( arabi(a|an))?|riyad~|djeddah|jeddah"),
    Lexeme("QA", "qatar~|doha"),
    Lexeme("OM", "oman~|mascate|muscat"),
    Lexeme("YE", "y(é|e)m(é|e)n~|sanaa"),
    Lexeme("IR", "iran~|t(é|e)h(é|e)ran"),
    Lexeme("KW", "kowe(i|ï)t~|kuwait~"),
    Lexeme("DZ", "alg(é|e)ri~|alger|algiers|oran|annaba"),
    Lexeme("TN", "tunisi~|tunis|sfax|sousse"),
    Lexeme("IQ", "ira(k|q)~|bagh?dad"),
    Lexeme("JO", "jordan~|amman"),
    Lexeme("BH", "bahr(e|a)(i|ï)n~|manama"),
    Lexeme("LY", "liby~|tripoli"),
    Lexeme("AF", "afghan~"),
    Lexeme("KZ", "kaza(k|h)~"),
    Lexeme("UZ", "ou?zb(é|e)k~|uzbek~"),
    Lexeme("AZ", "az(é|e)r~|bakou|baku"),
    Lexeme("TM", "turkm(é|e)n~"),
    Lexeme("MX", "mexi~|monterrey"),
    Lexeme("CO", "(c|k)olomb~|bogot(a|á)|medell(i|í)n"),
    Lexeme("CL", "chil~|santiago|antofagasta|valpara(i|í)so"),
    Lexeme("AR", "argentin~|buenos( |-)aires"),
    Lexeme("PH", "(ph|p|f)ilip~|manil(a|le)|cebu"),
    Lexeme("UY", "urugua~|montevideo"),
    Lexeme("CU", "cub(a|ain~|an)|havana|la havane"),
    Lexeme("DO", "dominic~|saint-domingue"),
    Lexeme("BR", "br(é|e|a)(s|z)il~"),
    Lexeme("PE", "p(é|e)r(u|ou)~|lima"),
    Lexeme("BO", "boliv~|la paz"),
    Lexeme("VE", "v(é|e)n(é|e)zu~|caracas"),
    Lexeme("PY", "paragua~|asunci(o|ó)n"),
    Lexeme("KE", "k(é|e)nya~|nairobi|mombasa"),
    Lexeme("UG", "o?ugand~|kampala"),
    Lexeme("TZ", "tanzani~|dodoma|dar es salaam"),
    Lexeme("SO", "somal~|mogadis~"),
    Lexeme("ET", "(é|e)thiop~"),
    Lexeme("NG", "nig(e|é)ria~|lagos|abuja|kano"),
    Lexeme("GH", "ghan~|accra"),
    Lexeme("ZM", "zambi~|lusaka"),
    Lexeme("MW", "malawi~|lilongwe|blantyre"),
    Lexeme(
        "ZA",
        "south africa~|sud-africain~|afrique du sud|johannesburg|pretoria|cape town|durban|le cap",
    ),
    Lexeme("MY", "malai?ysi~|kuala lumpur"),
    Lexeme("TH", "tha(i|ï)~|bangkok"),
    Lexeme("VN", "vi(e|ê)tnam~"),
    Lexeme("BW", "botswan~|gaborone"),
    Lexeme("PG", "papua~|papouas~|port moresby"),
    Lexeme("MZ", "mo(z|ç)ambi~|maputo"),
    Lexeme("GT", "guatemal~"),
    Lexeme("HN", "hondur~"),
    Lexeme("SL", "sierra( |-)leone~|sierra-léon~|freetown"),
    Lexeme("GM", "gambi~|banjul"),
    Lexeme("GE", "g(é|e)orgi(a|e|en~|an~)|tbilis(s)?i"),
    Lexeme("AM", "arm(é|e)ni~|erevan|yerevan"),
    Lexeme("LA", "laos|lao|laotien~|laotian~|vientiane"),
    Lexeme("MG", "madagas~|malagas~|malgaches?|antananarivo"),
    Lexeme("MO", "maca(u|o)"),
    Lexeme("NI", "nicarag~|managua"),
    Lexeme("PA", "panam~"),
    Lexeme("KG", "kirghiz~|kyrgyz~|bichkek|bishkek"),
    Lexeme(
        "CAF",
        "central african( cfa)?|cameroun~|cameroon~|gabon~|tchad~|chad|congo|centrafri~|yaoundé"
        "|douala|libreville|brazzaville|n'djamena|guinée équatoriale|equatorial guinea",
    ),
    Lexeme(
        "WAF",
        "west african( cfa)?|sénégal~|senegal~|ivoir~|abidjan|dakar|mali(en~|an)?|bénin~|togo~"
        "|burkina~|ouagadougou|bamako|cotonou|niamey|lomé|niger|nigérien~",
    ),
)
"""Names and adjectives of countries, and the cities that tell them; CFA is a currency zone.

France and Paris stand apart from "French": they tell whose francs are meant only where no country
is named that has francs today.
"""

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
_LIRAS = {"TR": "TRY", "LB": "LBP", "IT": "ITL", "SY": "SYP"}
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
    Lexeme(Family("dollar", "USD", _DOLLARS), "dollars?|dlrs?|greenbacks?"),
    Lexeme(Family("euro", "EUR"), "euros?"),
    Lexeme(Family("pound", "GBP", _POUNDS), "livres?|pounds?"),
    Lexeme(Family("sterling", "GBP"), "sterling"),
    Lexeme(Family("franc", "CHF", _FRANCS, frozenset(("CFA", "CAF", "WAF", "CH"))), "francs?"),
    Lexeme(Family("yen", "JPY"), "yens?"),
    Lexeme(Family("yuan", "CNY"), "yuans?|renminbis?"),
    Lexeme(Family("rupiah", "IDR"), "rupiahs?"),
    Lexeme(_told("rupee", "INR", _RUPEES), "roupies?|rupees?"),
    Lexeme(Family("rouble", "RUB", {"RU": "RUB", "BY": "BYN"}), "ro?ubles?"),
    Lexeme(Family("won", "KRW", {"KR": "KRW", "KP": "KPW"}, ordinary=True), "wons?"),
    Lexeme(_told("krona", "", {"SE": "SEK", "IS": "ISK"}), "krona"),
    Lexeme(_told("kronor", "SEK", {"SE": "SEK", "IS": "ISK"}), "kronor"),
    Lexeme(Family("krónur", "ISK", {"IS": "ISK"}), "krónur|krónum|kronur"),
    Lexeme(_told("krone", "", {"NO": "NOK", "DK": "DKK"}), "kroner|krone"),
    Lexeme(_told("crown", "", _CROWNS, ordinary=True), "couronnes?|crowns?|korun(as?|y)?"),
    Lexeme(Family("zloty", "PLN"), "z(l|ł)ot(ys?|ych)"),
    Lexeme(Family("forint", "HUF"), "forints?"),
    Lexeme(Family("shekel", "ILS"), "((new|nouveaux) )?she(k|q)els?"),
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
    Lexeme(Family("lira", "TRY", _LIRAS, frozenset(_LIRAS)), "liras?"),
    Lexeme(Family("lire", "ITL", {"IT": "ITL", "TR": "TRY", "MT": "MTL"}), "lires?"),
    Lexeme(Family("hryvnia", "UAH"), "hryvn(i|y)as?"),
    Lexeme(Family("tenge", "KZT"), "teng(e|ué|ue)s?"),
    Lexeme(Family("leu", "RON", {"RO": "RON", "MD": "MDL"}, ordinary=True), "leis?|leu"),
    Lexeme(Family("lev", "BGN"), "levas?|levs?"),
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
    Lexeme(Family("sol", "PEN"), "(nuevos )?soles|sols péruviens"),
    Lexeme(_told("manat", "", {"AZ": "AZN", "TM": "TMT"}), "manats?"),
    Lexeme(Family("lari", "GEL"), "laris?"),
    Lexeme(Family("dram", "AMD"), "drams"),
    Lexeme(Family("riel", "KHR"), "riels?"),
    Lexeme(Family("kyat", "MMK"), "kyats?"),
    Lexeme(Family("kip", "LAK", ordinary=True), "kips?"),
    Lexeme(Family("tugrik", "MNT"), "t(u|ö|o)gri(k|g)s?|tögrögs?"),
    Lexeme(Family("afghani", "AFN"), "afghanis"),
    Lexeme(Family("pataca", "MOP"), "patacas?"),
    Lexeme(Family("pula", "BWP"), "pulas?"),
    Lexeme(Family("metical", "MZN"), "meticals?|meticais"),
    Lexeme(Family("ariary", "MGA"), "ariarys?"),
    Lexeme(Family("gourde", "HTG"), "gourdes"),
    Lexeme(Family("lek", "ALL"), "leks?|lekë"),
    Lexeme(Family("colon", "CRC", ordinary=True), "col(o|ó)nes|colons costaric(ai|ie)ns"),
    Lexeme(Family("cordoba", "NIO"), "c(o|ó)rdobas"),
    Lexeme(Family("balboa", "PAB"), "balboas"),
    Lexeme(Family("leone", "SLE"), "leones"),
    Lexeme(Family("dalasi", "GMD"), "dalasis?"),
    Lexeme(Family("ouguiya", "MRU"), "ouguiyas?"),
    Lexeme(Family("kina", "PGK"), "kinas?"),
    Lexeme(Family("somoni", "TJS"), "somonis?"),
    Lexeme(Family("denar", "MKD"), "denars?"),
    Lexeme(_told("som", "", {"KG": "KGS", "UZ": "UZS"}), "soms?|soums?"),
    Lexeme(Family("kroon", "EEK"), "kroons?|krooni"),
    Lexeme(Family("peseta", "ESP"), "pesetas?|ptas?"),
    Lexeme(Family("escudo", "PTE", {"PT": "PTE", "CV": "CVE"}), "escudos?"),
    Lexeme(
        Family("mark", "DEM", {"DE": "DEM", "FI": "FIM", "BA": "BAM"}, ordinary=True),
        "marks|deutschmarks?|deutschemarks?|d-marks?",
    ),
    Lexeme(Family("convertible mark", "BAM"), "convertible marks?|marks? convertibles?"),
    Lexeme(Family("markka", "FIM"), "markkas?|markkaa"),
    Lexeme(Family("guilder", "NLG", {"NL": "NLG", "AN": "ANG"}), "guilders?|florins?|gulden"),
    Lexeme(Family("schilling", "ATS"), "schillings?"),
    Lexeme(Family("drachma", "GRD"), "drach(ma|me)s?"),
    Lexeme(Family("punt", "IEP", ordinary=True), "punts"),
    Lexeme(Family("ecu", "XEU", {"EU": "XEU"}, ordinary=True), "(é|e)cus|currency units?"),
    Lexeme(Family("buck", "USD", ordinary=True), "bucks|greenbacks?|billets? verts?"),
    Lexeme(Family("quid", "GBP", ordinary=True), "quid"),
    Lexeme(Family("balle", "EUR", ordinary=True), "balles"),
)
"""Names of currencies; which of several a name alone means is not known where `alone` is empty."""

CFA_ZONES = {"CAF": "XAF", "WAF": "XOF"}
"""The code of the CFA franc by the part of Africa."""

CENTS: Table[str] = Table(
    Lexeme("USD", signs="U.S.|US|American"),
    Lexeme("AUD", signs="Australian|Aussie"),
    Lexeme("CAD", signs="Canadian"),
    Lexeme("HKD", signs="Hong Kong|H.K.|HK"),
    Lexeme("SGD", signs="Singapore"),
    Lexeme("NZD", signs="New Zealand|N.Z.|NZ"),
    Lexeme("ZAR", signs="South African"),
    Lexeme("EUR", signs="euro"),
)
"""What stands before "cents" to tell whose they are."""

OWN_SUBUNITS: Table[str] = Table(
    Lexeme("RUB", "kope(c|ck|k)s?|kopeyeks?"),
    Lexeme("INR", "paise|paisas?"),
    Lexeme("PLN", "groszy|grosz"),
    Lexeme("NGN", "kobos?"),
    Lexeme("TRY", "kuruş|kurush"),
    Lexeme("ILS", "agorot"),
    Lexeme("SAR", "halalas?"),
    Lexeme("GHS", "pesewas?"),
    Lexeme("THB", "satangs?"),
    Lexeme("DEM", "pfennigs?|pfennige"),
    Lexeme("SEK", "öre"),
    Lexeme("EGP", "piast(re|er)s?"),
)
"""Names of the hundredth of one currency."""

SUBUNITS: Table[None] = Table(Lexeme(None, "centimes?|cents?|cts|pence|penny"))
"""Names of the hundredth of a currency."""
