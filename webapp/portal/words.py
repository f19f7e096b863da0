"""What candidates read, in plain Dutch (B1): short sentences, active, with u."""

from collections.abc import Mapping
from datetime import datetime

NOON, EVENING = 12, 18

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
    "presented": "Wij gaven uw cv aan",
}
ROADS: Mapping[str, str] = {
    "own_network": "via ons netwerk",
    "candidate_network": "via uw netwerk",
    "cold_acquisition": "uit onszelf",
    "public": "door een vacature",
}
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
