"""Printed countries to their ISO codes, and whether work lies outside the Netherlands.

The names in Dutch and English are those of Unicode CLDR, as Babel carries them.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from babel import Locale

from schemas.vacancy import PostingPlace

HERE = "NL"
NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}  # unions and test codes of CLDR
ALSO = {
    "america": "US",
    "czech republic": "CZ",
    "deutschland": "DE",
    "engeland": "GB",
    "england": "GB",
    "great britain": "GB",
    "groot-brittannië": "GB",
    "holland": "NL",
    "hong kong": "HK",
    "korea": "KR",
    "nederland (the netherlands)": "NL",
    "netherlands (the)": "NL",
    "netherlands, the": "NL",
    "nld": "NL",
    "northern ireland": "GB",
    "republic of ireland": "IE",
    "russian federation": "RU",
    "schotland": "GB",
    "scotland": "GB",
    "the netherlands": "NL",
    "turkey": "TR",
    "u.k.": "GB",
    "u.s.": "US",
    "u.s.a.": "US",
    "uae": "AE",
    "uk": "GB",
    "united states of america": "US",
    "usa": "US",
    "verenigde staten van amerika": "US",
    "viet nam": "VN",
    "wales": "GB",
}


def country_code(printed: str | None) -> str | None:
    """Read `nl`, `NLD`, `Nederland` or `The Netherlands` as NL; None when unknown."""
    return _codes().get(" ".join((printed or "").split()).casefold())


def abroad(places: Sequence[PostingPlace]) -> str | None:
    """The first country, when every place of work lies in a known other country.

    None for work in the Netherlands, and where a place does not say its country.
    """
    codes = [country_code(place.country) for place in places]
    if not codes or None in codes or HERE in codes:
        return None
    return codes[0]


@cache
def _codes() -> Mapping[str, str]:
    codes = dict(ALSO)
    for language in ("en", "nl"):
        for code, name in Locale(language).territories.items():
            if code.isalpha() and code not in NO_COUNTRY:
                codes[name.casefold()] = codes[code.casefold()] = code
    return codes
