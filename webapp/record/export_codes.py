"""The codes in a candidate's own file, column by column, in words for the candidate."""

from collections.abc import Mapping
from typing import Any

from webapp.attempts.words import KINDS, OUTCOMES, PHASES
from webapp.capacities.form import VERSIONS
from webapp.changes.words import VERDICTS
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
SEARCHED = {one.width: one.name for one in WIDTHS}
CODES: Mapping[tuple[str, str], Mapping[Any, str]] = {
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
    ("judgement", "decision"): CHOSEN,
    ("judgement", "reason"): {
        **words.REJECT_REASONS,
        "candidate_declines": "U wilt dit niet",
    },
    ("log_entry", "thing"): {one: said[CANDIDATE] for one, said in THINGS.items()},
    ("match", "held_back"): HELD_BACK,
    ("match_run", "search_width"): SEARCHED,
    ("postponement", "reason"): POSTPONE_WORDS,
    ("task", "cannot_reason_sealed"): CANNOT_REASONS,
    ("task", "status"): STATES,
    ("traject_end", "reason"): END_WORDS,
}
SAME_CODES: Mapping[str, Mapping[Any, str]] = {
    "verdict": VERDICTS,
    "machine": VERDICTS,
    "known_verdict": VERDICTS,
    "known_document": words.DOCUMENT_KINDS,
}
