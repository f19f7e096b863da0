"""The Dutch words for ends, terms, postponing and removing."""

from collections.abc import Mapping

from schemas.retention import terms
from schemas.tables.kept import Kind
from schemas.traject_end import EndReason, PostponeReason

END_WORDS: Mapping[EndReason, str] = {
    "placed": "Plaatsing",
    "waiting_time": "Einde van de wachttijd",
    "recovered": "Hersteld bij de eigen werkgever",
    "stopped": "Gestopt",
    "other": "Anders",
}
POSTPONE_WORDS: Mapping[PostponeReason, str] = {
    "objection": "Er loopt een bezwaar",
    "loonsanctie": "Er loopt een loonsanctie",
    "other": "Anders",
}
KIND_WORDS: Mapping[Kind, str] = {
    "notes": "Notities van gesprekken",
    "rejected": "Afgewezen vacatures, met de reden",
    "file": "Het hele dossier",
}
OWN_KIND_WORDS: Mapping[Kind, str] = {
    "notes": "Wat wij opschreven van gesprekken",
    "rejected": "Vacatures die niet bij u pasten",
    "file": "Uw hele dossier",
}
# For the admin; by the names of schemas/tables/removals.py.
RULE_WORDS: Mapping[str, str] = {
    "requests": "Dossiers waarvan om wissen gevraagd is",
    "file": "Hele dossiers",
    "notes": "Notities van gesprekken",
    "rejected": "Afgewezen vacatures",
    "contacts": "Contactpersonen bij bedrijven",
    "calls": "Gesprekken met bedrijven, voor niemand in het bijzonder",
    "pages": "Bladzijden van gesloten vacatures",
    "invitations": "Uitnodigingen",
    "sessions": "Sessies",
    "sign_ins": "Halve inlogpogingen",
    "devices": "Bekende apparaten",
    "links": "Gemailde links",
    "tries": "Mislukte inlogpogingen",
    "looks": "Hoe vaak er om nakijken gevraagd is",
    "mails": "Mails",
    "exports": "Bestanden met alle gegevens",
    "jobs": "Werk dat klaar is",
    "rounds": "Werk dat elke nacht terugkomt",
    "erasures": "Bewijzen dat er gewist is",
}


def term_words(kind: Kind) -> str:
    """`6 maanden na het einde van het traject`."""
    return f"{terms()[kind].months} maanden na het einde van het traject"
