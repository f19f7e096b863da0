"""Fields of several parts: whether an advert asks the part that is limited."""

import re
from collections.abc import Mapping

from schemas.capacity import CapacityItem
from schemas.vacancy import Demand

# Per field its parts, as a document or an advert words them. Where the capacity table
# has keys for the parts (`choices`), the same keys stand here.
PARTS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    field: {key: re.compile(words, re.IGNORECASE) for key, words in parts.items()}
    for field, parts in {
        "ppe_limited": {
            "gloves": r"handschoen|latex",
            "mask": r"masker|adembescherming|mondkap",
            "head": r"helm|haarnet|hoofd",
            "shoes": r"(?<!hand)schoen|laars|laarzen",
            "ears": r"gehoor|oordop|oorkap",
            "eyes": r"bril|gelaat",
        },
        "hand_use": {
            "force": r"kracht|knijp|wring|zwaar gereedschap|schroe",
            "fine_motor": r"fijn|precisie|soldeer|soldere|pipet|priegel|minutieus",
            "repetitive": r"repeter|herhal|steeds dezelfde|lopende band|inpak|sorter"
            r"|scann|assembl|tempo",
            "keyboard_mouse": r"toetsenbord|muis|typ|invoer|data",
        },
        "independence_daily": {
            "initiative": r"initiatief|zelfstarter|pro-?actief|ondernemend",
            "goals": r"doelen|plannen|organiser",
            "solutions": r"oploss|improvis|pionier",
            "choosing": r"keuze|beslis|beslui|prioriteit",
            "persisting": r"doorzett|volhoud",
            "asking_help": r"zelfstandig|weinig aansturing|zonder begeleiding",
        },
    }.items()
}
# Protection that takes a demand away for those who may wear it.
PROTECTED_BY: Mapping[str, str] = {
    "skin_contact_limited": "gloves",
    "skin_barrier": "gloves",
    "allergy": "gloves",
    "airborne_limited": "mask",
    "infection_risk": "mask",
    "noise_limited": "ears",
}


def asks_another_part(item: CapacityItem, demand: Demand) -> bool:
    """Whether the advert asks parts of a field, and none of them is limited.

    Only where both say which: a limit on gloves is no limit on a helmet.
    """
    limited = _limited(item)
    asked = _parts(demand.field, demand.quote)
    if item.field == "ppe_limited":  # any protection may be more than the advert names
        return bool(limited) and not limited & asked
    return bool(limited) and bool(asked) and not limited & asked


def rules_out(item: CapacityItem | None, demand: Demand) -> bool:
    """Whether the protection that relieves a demand may itself not be worn."""
    needed = PROTECTED_BY.get(demand.field)
    if item is None or needed is None:
        return False
    if not PARTS["ppe_limited"][needed].search(demand.quote):
        return False
    limited = _limited(item)
    return not limited or needed in limited


def _limited(item: CapacityItem) -> set[str]:
    chosen = set(item.choices) & set(PARTS.get(item.field, ()))
    return chosen or _parts(item.field, item.sentence)


def _parts(field: str, words: str) -> set[str]:
    known = PARTS.get(field, {})
    return {key for key, pattern in known.items() if pattern.search(words)}
