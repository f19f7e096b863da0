"""Whom the work is for: residents are cared for only where care is given."""

import re
from collections.abc import Sequence

from matching.demands.phrasing import plain
from matching.demands.reading import Found, Place, Reading

_CARED_FOR, _SERVED = "needs_little_patient_contact", "needs_little_customer_contact"
_EITHER = re.compile(r"\b(?:client|bewoner|deelnemer|spreekuur)\w*")
_ONLY_CARED_FOR = re.compile(
    r"\b(?:patient|ziek|kind|peuter|kleuter|bab(?:y|ie)|dreumes|ouderen|gehandicapt"
    r"|dementer|jongeren|adl\b|was(?:sen|t)\b|douch|aankled|medicat|medicijn)"
)
_CARE = re.compile(
    r"\b(?:de|in|uit) zorg\b|\b\w+zorg\b|(?<!be)zorg(?:instell|organis|verlen|groep"
    r"|centr|team|locatie|huis|tak|vrag|vraag|medewerk|kund|bedrijf|woning|appartement)"
    r"|verple+g|patient|begeleider|woonbegeleid|woongroep|woonlocatie|dagbesteding"
    r"|behandelaar|opvang\b|opvang(?:huis|locat|centr)|jeugdhulp|hulpverlen|thuishulp"
    r"|gehandicapt|dementi|ouderen"
    r"|ziekenhui|therap|hospice|revalid|\bggz\b|kliniek|tandarts|huisarts|apothe"
    r"|beperking|begeleid wonen|wmo\b|maatschappelijk werk|verzorgende|helpende"
)

_ENOUGH_TO_TELL = 300  # letters; in less than that nobody can see what is missing


def addressed(found: Sequence[Found], advert: Sequence[str]) -> Sequence[Found]:
    """Readings with the residents of a painter and a notary's clients as customers."""
    cared_for = [row for row in found if _CARED_FOR in row[1].asks]
    if not any(_is_either(*row) for row in cared_for):
        return found
    if sum(map(len, advert)) < _ENOUGH_TO_TELL:
        return found
    if any(_CARE.search(plain(part)) for part in advert):
        return found
    return [
        (place, _served(said) if _is_either(place, said) else said)
        for place, said in found
    ]


def _is_either(place: Place, said: Reading) -> bool:
    if _CARED_FOR not in said.asks:
        return False
    words = place.wording.easy[slice(*said.span)]
    return bool(_EITHER.search(words)) and not _ONLY_CARED_FOR.search(words)


def _served(said: Reading) -> Reading:
    asks = [_SERVED if field == _CARED_FOR else field for field in said.asks]
    return said._replace(asks=tuple(dict.fromkeys(asks)))
