"""The Dutch words for the log: plain to a candidate, short to who works here."""

from collections.abc import Mapping

from flask import Flask

from schemas.log_entry import Act, Thing
from schemas.tables.log_entries import Look

# For the candidate (u, B1) and for who works here.
WHO: Mapping[str, tuple[str, str]] = {
    "adviser": ("Uw adviseur", "De adviseur"),
    "stand_in": ("Een waarnemer van uw adviseur", "Een waarnemer"),
    "candidate": ("U", "De kandidaat"),
    "opdrachtgever": ("Uw werkgever", "De opdrachtgever"),
    "coordinator": ("Een coördinator", "Een coördinator"),
    "admin": ("Een beheerder", "Een beheerder"),
    "program": ("Het programma", "Het programma"),
}
ACTS: Mapping[str, str] = {
    "viewed": "bekeek",
    "changed": "veranderde",
    "exported": "haalde een bestand op met",
    "refused": "mocht niet bij",
    "signed_in": "logde in",
    "signed_out": "logde uit",
    "sign_in_refused": "kon niet inloggen",
    "invited": "stuurde een uitnodiging voor",
    "stood_in": "regelde",
    "erased": "wiste",
}
THINGS: Mapping[str, tuple[str, str]] = {
    "account": ("uw account", "het account"),
    "added_vacancy": ("een nieuwe vacature voor u", "een toegevoegde vacature"),
    "adviser": ("wie uw adviseur is", "wie begeleidt"),
    "answer": ("een antwoord over een vacature", "een antwoord over een vacature"),
    "asked_vacancy": ("uw vragen over vacatures", "vragen over vacatures"),
    "attempt": ("wat wij voor u probeerden", "de pogingen"),
    "capacity": ("wat u kunt en wat niet", "de belastbaarheid"),
    "caseload": ("de lijst met uw naam", "de kandidatenlijst"),
    "changes": ("wat er nieuw is aan uw vacatures", "wat er veranderd is"),
    "company": ("een bedrijf", "een bedrijf"),
    "consent": ("uw toestemming", "de toestemming"),
    "dossier": ("uw dossier", "het dossier"),
    "erasure": ("het wissen van uw dossier", "het wissen van het dossier"),
    "export": ("al uw gegevens", "alle gegevens"),
    "judgement": ("de keuze van een vacature", "het oordeel over een vacature"),
    "log": ("wie er in uw dossier keek", "wie er keek"),
    "overrule": ("de uitkomst bij een vacature", "een uitkomst, met een reden"),
    "profile": ("uw zoekprofiel", "het zoekprofiel"),
    "progress": ("hoe uw zoektocht gaat", "hoe het traject loopt"),
    "proposal": ("een vacature voor u", "een voorgestelde vacature"),
    "reaction": ("uw reactie", "een reactie"),
    "retention": ("hoe lang wij uw gegevens bewaren", "de bewaartermijn"),
    "session": ("", ""),
    "sources": ("de bronnen", "de bronnen"),
    "stand_in": ("wie uw adviseur vervangt", "de waarneming"),
    "task": ("uw taken", "de taken"),
    "traject": ("de gegevens van uw zoektocht", "het traject"),
    "vacancies": ("de lijst met vacatures voor u", "de lijst met vacatures"),
    "vacancy": ("een vacature voor u", "een vacature"),
}
CANDIDATE, STAFF = 0, 1
ASKED = "vroeg om"
# What is asked for and not changed: a file with everything, being erased.
IS_ASKED_FOR = frozenset({("changed", "export"), ("changed", "erasure")})


def look_for_candidate(look: Look) -> str:
    """As in: Uw adviseur bekeek uw dossier, 3 keer."""
    return _sentence(look, CANDIDATE)


def look_for_staff(look: Look) -> str:
    """As in: De adviseur bekeek het dossier, 3 keer."""
    return _sentence(look, STAFF)


def _sentence(look: Look, reader: int) -> str:
    who, thing = WHO[look.who][reader], THINGS[look.thing][reader]
    verb = verb_of(look.act, look.thing)
    times = f", {look.times} keer" if look.times > 1 else ""
    return f"{' '.join(filter(None, (who, verb, thing)))}{times}."


def verb_of(act: Act, thing: Thing) -> str:
    """What was done, as in: bekeek."""
    return ASKED if (act, thing) in IS_ASKED_FOR else ACTS[act]


def init(app: Flask) -> None:
    """Give the templates these words."""
    app.add_template_filter(look_for_candidate)
    app.add_template_filter(look_for_staff)
