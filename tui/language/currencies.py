"""Currencies: signs, codes, names, and the countries by which one name means several of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tui.language.vocabulary import Entry, Table

if TYPE_CHECKING:
    from collections.abc import Mapping


class Family(NamedTuple):
    """Currencies that share a name.

    Attributes:
        name: What the family is called here.
        alone: The ISO 4217 code that the name means where no country is told.
        national: The code by country; empty where one country alone has the currency.
        by_context: Whether the country that a text is about decides; a dollar is a US dollar
            even in an article about Canada.
        ordinary: Whether its name is an ordinary word too: "real", "crowns", "quid".
    """

    name: str
    alone: str
    national: Mapping[str, str] = MappingProxyType({})
    by_context: bool = False
    ordinary: bool = False


SIGNS: Table[str] = Table(
    Entry("USD", signs="US$|$US|$ US|USD|$|＄"),
    Entry("CAD", signs="C$|CA$|CAN$|$CA|$ CA|$CAN|$ CAN|CAD"),
    Entry("AUD", signs="A$|AU$|AUD"),
    Entry("HKD", signs="HK$|HKD"),
    Entry("SGD", signs="S$|SGD"),
    Entry("NZD", signs="NZ$|NZD"),
    Entry("TWD", signs="NT$|TWD"),
    Entry("BRL", signs="R$|BRL"),
    Entry("MXN", signs="Mex$|MXN"),
    Entry("EUR", signs="€|EUR"),
    Entry("GBP", signs="£|GBP|STG|stg"),
    Entry("CHF", signs="CHF|SFr|SwFr|Fr."),
    Entry("FRF", signs="FRF"),
    Entry("JPY", signs="¥|JPY"),
    Entry("CNY", signs="CN¥|CNY|RMB|Rmb"),
    Entry("INR", signs="₹|INR|Rs|Rs."),
    Entry("RUB", signs="₽|RUB"),
    Entry("KRW", signs="₩|KRW"),
    Entry("SEK", signs="SEK|SKr|Skr"),
    Entry("NOK", signs="NOK|NKr|Nkr"),
    Entry("DKK", signs="DKK|DKr|Dkr"),
    Entry("ISK", signs="ISK"),
    Entry("PLN", signs="PLN|zł"),
    Entry("CZK", signs="CZK|Kč"),
    Entry("HUF", signs="HUF"),
    Entry("RON", signs="RON"),
    Entry("BGN", signs="BGN"),
    Entry("TRY", signs="TRY|₺"),
    Entry("ILS", signs="ILS|NIS|₪"),
    Entry("AED", signs="AED|Dh"),
    Entry("SAR", signs="SAR"),
    Entry("QAR", signs="QAR"),
    Entry("KWD", signs="KWD"),
    Entry("MAD", signs="MAD|DHS?"),
    Entry("DZD", signs="DZD"),
    Entry("TND", signs="TND"),
    Entry("ZAR", signs="ZAR"),
    Entry("NGN", signs="NGN|₦"),
    Entry("KES", signs="KES|Ksh"),
    Entry("EGP", signs="EGP"),
    Entry("UAH", signs="UAH|₴"),
    Entry("THB", signs="THB|฿"),
    Entry("MYR", signs="MYR"),
    Entry("IDR", signs="IDR"),
    Entry("PHP", signs="PHP|₱"),
    Entry("VND", signs="VND|₫"),
    Entry("XOF", signs="XOF|FCFA|F CFA"),
    Entry("XAF", signs="XAF"),
    Entry("PKR", signs="PKR"),
    Entry("BDT", signs="BDT"),
    Entry("ARS", signs="ARS"),
    Entry("CLP", signs="CLP"),
)
"""Signs and codes, before or behind a number, always in this case."""

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
    Entry("CA", "canad~"),
    Entry("AU", "austral~"),
    Entry("HK", "hong( |-)?kong~"),
    Entry("SG", "singap~"),
    Entry("NZ", "néo-zéland~|new zealand~"),
    Entry("TW", "(new )?taiwan~|taïwan~"),
    Entry("US", "américain~|american|us|u.s.|états-unis"),
    Entry("GB", "britanni~|british|sterling"),
    Entry("CH", "suisses?|swiss|switzerland|zurich|genève|geneva"),
    Entry("CFA", "cfa"),
    Entry("TR", "tur(c|q|k)~"),
    Entry("EG", "(é|e)gypt~"),
    Entry("LB", "liban~|leban~"),
    Entry("JP", "japon~|japan~"),
    Entry("CN", "chin~"),
    Entry("IN", "indien~|indian|india|inde"),
    Entry("ID", "indon(é|e)si~"),
    Entry("PK", "pakistan~"),
    Entry("LK", "sri( |-)lank~"),
    Entry("RU", "russ~|moscou|moscow"),
    Entry("KR", "(sud-|south )?(coréen~|corée|korea~)"),
    Entry("SE", "su(è|é)d~|swed~|stockholm"),
    Entry("NO", "norv~|norw~|oslo"),
    Entry("DK", "dano~|danemark|danish|denmark|copenh~"),
    Entry("CZ", "tch(è|é)qu~|czech~|prague"),
    Entry("IS", "island~|iceland~"),
    Entry("MA", "maroc~|moroc~|casablanca|rabat|tanger"),
    Entry("AE", "(é|e)mirat~|uae|duba(i|ï)|abou?"),
    Entry("SA", "saou~|saudi~|riyad~"),
    Entry("QA", "qatar~"),
    Entry("OM", "oman~"),
    Entry("IR", "iran~"),
    Entry("MX", "mexi~"),
    Entry("CO", "(c|k)olomb~"),
    Entry("CL", "chil~"),
    Entry("AR", "argentin~"),
    Entry("PH", "ph?ilip~"),
    Entry("UY", "urugua~"),
    Entry("KW", "kowe(i|ï)t~|kuwait~"),
    Entry("DZ", "alg(é|e)ri~|alger|algiers"),
    Entry("TN", "tunisi~|tunis"),
    Entry("IQ", "ira(k|q)~|bagh?dad"),
    Entry("JO", "jordan~|amman"),
    Entry("RS", "serb~|belgrade"),
    Entry("BH", "bahre(i|ï)n~"),
    Entry("KE", "k(é|e)nya~"),
    Entry("UG", "o?ugand~"),
    Entry("TZ", "tanzani~"),
    Entry("LY", "liby~"),
    Entry("NG", "nig(e|é)ria~|lagos|abuja"),
    Entry("ZA", "south africa~|sud-africain~|afrique du sud|johannesburg"),
    Entry("MY", "malai?ysi~"),
    Entry("TH", "tha(i|ï)~"),
    Entry("CAF", "cameroun~|cameroon~|gabon~|tchad~|chad|congo~"),
    Entry("WAF", "sénégal~|senegal~|ivoir~|abidjan|dakar|mali~|bénin~|togo~|burkina"),
)
"""Names and adjectives of countries, and the cities that tell them; CFA is a currency zone."""

_CROWNS = {"SE": "SEK", "NO": "NOK", "DK": "DKK", "CZ": "CZK", "IS": "ISK"}
_RIYALS = {"SA": "SAR", "QA": "QAR", "OM": "OMR", "IR": "IRR"}

FAMILIES: Table[Family] = Table(
    Entry(
        Family(
            "dollar",
            "USD",
            {"US": "USD", "CA": "CAD", "AU": "AUD", "HK": "HKD", "SG": "SGD", "NZ": "NZD",
             "TW": "TWD"},
        ),
        "dollars?",
    ),
    Entry(Family("euro", "EUR"), "euros?"),
    Entry(
        Family("pound", "GBP", {"GB": "GBP", "TR": "TRY", "EG": "EGP", "LB": "LBP"}),
        "livres?|pounds?",
    ),
    Entry(Family("sterling", "GBP"), "sterling"),
    Entry(
        Family("franc", "CHF", {"CFA": "XOF", "CAF": "XAF", "WAF": "XOF", "CH": "CHF"}, True),
        "francs?",
    ),
    Entry(Family("yen", "JPY"), "yens?"),
    Entry(Family("yuan", "CNY"), "yuans?|renminbis?"),
    Entry(Family("rupiah", "IDR"), "rupiahs?"),
    Entry(
        Family("rupee", "INR", {"ID": "IDR", "PK": "PKR", "LK": "LKR", "IN": "INR"}, True),
        "roupies?|rupees?",
    ),
    Entry(Family("rouble", "RUB"), "rou?bles?"),
    Entry(Family("won", "KRW", ordinary=True), "wons?"),
    Entry(Family("krona", "SEK", {"SE": "SEK", "IS": "ISK"}, True), "kronor|krona"),
    Entry(Family("krone", "NOK", {"NO": "NOK", "DK": "DKK"}, True), "kroner|krone"),
    Entry(Family("crown", "SEK", _CROWNS, True, ordinary=True), "couronnes?|crowns?|korunas?"),
    Entry(Family("zloty", "PLN"), "z(l|ł)ot(ys?|ych)"),
    Entry(Family("forint", "HUF"), "forints?"),
    Entry(Family("shekel", "ILS"), "she(k|q)els?"),
    Entry(Family("dirham", "AED", {"MA": "MAD", "AE": "AED"}, True), "dirhams?"),
    Entry(Family("riyal", "SAR", _RIYALS, True), "riyals?"),
    Entry(Family("rial", "IRR", _RIYALS, True), "rials?"),
    Entry(Family("real", "BRL", ordinary=True), "réaux|reais|r(é|e)als?"),
    Entry(Family("rand", "ZAR", ordinary=True), "rands?"),
    Entry(
        Family(
            "peso",
            "MXN",
            {"MX": "MXN", "CO": "COP", "CL": "CLP", "AR": "ARS", "PH": "PHP", "UY": "UYU"},
            True,
        ),
        "pesos?",
    ),
    Entry(
        Family(
            "dinar",
            "KWD",
            {"KW": "KWD", "DZ": "DZD", "TN": "TND", "IQ": "IQD", "JO": "JOD", "RS": "RSD",
             "BH": "BHD", "LY": "LYD"},
            True,
        ),
        "dinars?",
    ),
    Entry(Family("naira", "NGN"), "nairas?"),
    Entry(Family("shilling", "KES", {"KE": "KES", "UG": "UGX", "TZ": "TZS"}, True), "shillings?"),
    Entry(Family("baht", "THB"), "bahts?"),
    Entry(Family("ringgit", "MYR"), "ringgits?"),
    Entry(Family("lira", "TRY", {"TR": "TRY", "LB": "LBP"}), "liras?"),
    Entry(Family("hryvnia", "UAH"), "hryvnias?"),
    Entry(Family("tenge", "KZT"), "tenges?"),
    Entry(Family("leu", "RON", ordinary=True), "lei|leu"),
    Entry(Family("lev", "BGN"), "leva|levs?"),
    Entry(Family("dong", "VND"), "dongs?"),
    Entry(Family("cedi", "GHS"), "cedis?"),
    Entry(Family("taka", "BDT"), "takas?"),
    Entry(Family("birr", "ETB"), "birrs?"),
    Entry(Family("buck", "USD", ordinary=True), "bucks"),
    Entry(Family("quid", "GBP", ordinary=True), "quid"),
    Entry(Family("balle", "EUR", ordinary=True), "balles"),
)  # fmt: skip
"""Names of currencies."""

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

SUBUNITS: Table[None] = Table(Entry(None, "centimes?|cents?|pence|penny"))
"""Names of the hundredth of a currency."""
