"""What candidates read, in plain Dutch (B1): short sentences, active, with u."""

from collections.abc import Mapping
from datetime import datetime

from schemas.dossier import AttemptKind, Unreached

NOON, EVENING = 12, 18

CANNOT_REASONS: Mapping[str, str] = {
    "need_help": "Ik heb hulp nodig",
    "no_time": "Ik heb geen tijd",
    "too_heavy": "Het is te zwaar voor mij",
    "other": "Iets anders",
}
EFFORTS: Mapping[AttemptKind, str] = {
    "phone": "Wij belden met {}.",
    "mail": "Wij mailden {}.",
    "visit": "Wij gingen langs bij {}.",
    "application": "Sollicitatie bij {}.",
    "conversation": "Gesprek bij {}.",
    "presented": "Wij gaven uw cv aan {}.",
}
NO_VISIT = "Wij gingen langs bij {}, maar troffen niemand."
NO_TALK = "Ons gesprek met {} ging niet door."
NO_REPLY = "Wij mailden {}, maar kregen geen antwoord."
UNREACHED: Mapping[tuple[AttemptKind, Unreached], str] = {
    ("phone", "voicemail"): "Wij belden {} en kregen de voicemail.",
    ("phone", "no_answer"): "Wij belden {}, maar niemand nam op.",
    ("mail", "voicemail"): NO_REPLY,
    ("mail", "no_answer"): NO_REPLY,
    ("visit", "voicemail"): NO_VISIT,
    ("visit", "no_answer"): NO_VISIT,
    ("conversation", "voicemail"): NO_TALK,
    ("conversation", "no_answer"): NO_TALK,
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
HAS_ENDED = "Uw zoektocht is gestopt. Bel of mail uw adviseur als u iets wilt vragen."
INTERESTED = "Mooi. Uw adviseur ziet dat u dit wilt."
NOT_INTERESTED = "Goed om te weten. Uw adviseur ziet dit."
CHOOSE_REASON = "Kies waarom het niet lukt."
NO_ILLNESS = "Schrijf niet welke ziekte u heeft. Schrijf alleen wat niet lukt."


def effort(kind: AttemptKind, unreached: Unreached | None) -> str:
    """What we did, in a sentence with a place for the company.

    Of an application or a cv it holds whether or not somebody answered.
    """
    if unreached and (kind, unreached) in UNREACHED:
        return UNREACHED[kind, unreached]
    return EFFORTS[kind]


def greeting(now: datetime) -> str:
    """`Goedemorgen`, `Goedemiddag` or `Goedenavond`."""
    if now.hour < NOON:
        return "Goedemorgen"
    return "Goedemiddag" if now.hour < EVENING else "Goedenavond"
