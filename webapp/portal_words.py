"""What candidates read, in plain Dutch (B1): short sentences, active, with u."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from schemas.capacity_fields import capacity_fields

NOON, EVENING = 12, 18
MOST_REASONS = 4

CANNOT_REASONS: Mapping[str, str] = {
    "need_help": "Ik heb hulp nodig",
    "no_time": "Ik heb geen tijd",
    "too_heavy": "Het is te zwaar voor mij",
    "other": "Iets anders",
}
EFFORTS: Mapping[str, str] = {
    "phone": "Wij belden met",
    "mail": "Wij mailden met",
    "visit": "Wij gingen langs bij",
    "application": "Sollicitatie bij",
    "conversation": "Gesprek bij",
}
ROADS: Mapping[str, str] = {
    "own_network": "via ons netwerk",
    "candidate_network": "via uw netwerk",
    "cold_acquisition": "uit onszelf",
    "public": "door een vacature",
}
PLAIN_REASONS: Mapping[str, str] = {
    "distance": "Het werk is dichtbij genoeg.",
    "hours_min": "De uren passen bij u.",
    "hours_day": "De uren passen bij u.",
    "hours_week": "De uren passen bij u.",
    "licences": "U heeft het rijbewijs dat nodig is.",
    "certificates": "U heeft het certificaat dat nodig is.",
    "education_min": "Uw opleiding past.",
    "dutch_level": "Uw Nederlands is goed genoeg.",
    "likeness": "Het werk lijkt op wat u zoekt.",
}
SHIFTS_FIT = "De werktijden passen bij u."
DONE = "Goed gedaan. Uw adviseur kijkt ernaar."
CANNOT = "Goed dat u het zegt. Uw adviseur leest het."
UNDONE = "De taak staat weer bij wat u nog doet."
INTERESTED = "Mooi. Uw adviseur ziet dat u dit wilt."
NOT_INTERESTED = "Goed om te weten. Uw adviseur ziet dit."
CHOOSE_REASON = "Kies waarom het niet lukt."
NO_ILLNESS = "Schrijf niet welke ziekte u heeft. Schrijf alleen wat niet lukt."


def greeting(now: datetime) -> str:
    """`Goedemorgen`, `Goedemiddag` or `Goedenavond`."""
    if now.hour < NOON:
        return "Goedemorgen"
    return "Goedemiddag" if now.hour < EVENING else "Goedenavond"


def plain_reasons(findings: Iterable[Mapping[str, Any]]) -> list[str]:
    """The first few reasons of a match in plain words; one we cannot say is left out.

    They tell that something fits, never what somebody cannot do.
    """
    said = (_plain(str(finding.get("field"))) for finding in findings)
    return list(dict.fromkeys(one for one in said if one))[:MOST_REASONS]


def _plain(field: str) -> str | None:
    if field.startswith("shift_"):
        return SHIFTS_FIT
    if field in PLAIN_REASONS:
        return PLAIN_REASONS[field]
    known = capacity_fields().get(field)
    return f"Past bij wat u kunt: {known.label.lower()}." if known else None
