"""The codes in a candidate's own file, column by column, in words for the candidate."""

from collections.abc import Mapping
from typing import Any

from webapp.attempts.words import KINDS, OUTCOMES, PHASES
from webapp.capacities.form import VERSIONS
from webapp.changes.words import VERDICTS
from webapp.mail.words import MAILS
from webapp.managing.words import RESET_WORDS
from webapp.portal.words import CANNOT_REASONS, ROADS
from webapp.record.consents import TEXTS
from webapp.record.words import CANDIDATE, THINGS
from webapp.retention.words import END_WORDS, POSTPONE_WORDS
from webapp.vacancies.searching import WIDTHS
from webapp.vacancies.why_here import HELD_BACK
from webapp.writing import words

CHOSEN = {"saved": "gekozen", "rejected": "niet gekozen"}
STATES = {
    "open": "u moet dit nog doen",
    "done": "u zei: klaar",
    "cannot": "u zei: dit lukt niet",
    "approved": "klaar en goed",
    "withdrawn": "hoeft niet meer",
}
ADDED = {
    "waiting": "moet nog worden gelezen",
    "done": "toegevoegd",
    "refused": "niet toegevoegd",
}
LINKS = {"password": "een nieuw wachtwoord", "email": "een ander e-mailadres"}
PERSONAS = {
    "adviser": "adviseur",
    "candidate": "kandidaat",
    "opdrachtgever": "werkgever of opdrachtgever",
    "coordinator": "coördinator",
    "admin": "beheerder",
}
SEARCHED = {one.width: one.name for one in WIDTHS}
CODES: Mapping[tuple[str, str], Mapping[Any, str]] = {
    ("account_link", "kind"): LINKS,
    ("added_vacancy", "state"): ADDED,
    ("attempt", "channel"): ROADS,
    ("attempt", "kind"): KINDS,
    ("attempt", "outcome"): OUTCOMES,
    ("attempt", "unreached"): OUTCOMES,
    ("candidate", "dutch_level"): dict(words.DUTCH_LEVELS),
    ("candidate", "education"): words.EDUCATION,
    ("candidate", "excluded_shifts"): words.SHIFTS,
    ("candidate", "licences"): dict(words.LICENCES),
    ("candidate", "phase"): PHASES,
    ("candidate", "search_width"): SEARCHED,
    ("candidate", "travel_modes"): dict(words.TRAVEL_MODES),
    ("capacity_document", "author_role"): dict(words.AUTHOR_ROLES),
    ("capacity_document", "kind"): words.DOCUMENT_KINDS,
    ("capacity_document", "version"): VERSIONS,
    ("consent", "item"): {item: asked[-1].title for item, asked in TEXTS.items()},
    ("factor_reset", "reason"): RESET_WORDS,
    ("judgement", "decision"): CHOSEN,
    ("judgement", "reason"): {
        **words.REJECT_REASONS,
        "candidate_declines": "U wilt dit niet",
    },
    ("log_entry", "thing"): {one: said[CANDIDATE] for one, said in THINGS.items()},
    ("match", "held_back"): HELD_BACK,
    ("match_run", "search_width"): SEARCHED,
    ("outbox", "kind"): {kind: said.subject for kind, said in MAILS.items()},
    ("postponement", "reason"): POSTPONE_WORDS,
    ("task", "cannot_reason_sealed"): CANNOT_REASONS,
    ("task", "status"): STATES,
    ("traject_end", "reason"): END_WORDS,
}
SAME_CODES: Mapping[str, Mapping[Any, str]] = {
    "persona": PERSONAS,
    "verdict": VERDICTS,
    "machine": VERDICTS,
    "known_verdict": VERDICTS,
    "known_document": words.DOCUMENT_KINDS,
}
