"""Says what was known of a vacancy when something was recorded about it."""

from datetime import date
from typing import Protocol

from flask import Flask

from schemas.match import Verdict
from webapp.capacities.words import document_name
from webapp.changes.words import VERDICTS

NOTHING = "toen nog niet vergeleken"
NOT_KEPT = "toen niet bij de beoordeelde vacatures"
BY_ADVISER = " (zelf beoordeeld)"


class Recorded(Protocol):
    """Whatever was recorded about a vacancy, with what was known then."""

    @property
    def known_verdict(self) -> Verdict | None: ...
    @property
    def known_overruled(self) -> bool: ...
    @property
    def known_document(self) -> str | None: ...
    @property
    def known_assessed_on(self) -> date | None: ...
    @property
    def known_rules(self) -> str | None: ...


def known_then(record: Recorded) -> str:
    """`toen: past, FML 12-03-2026, regels 2026-11-22.3`."""
    if record.known_rules is None:
        return NOTHING
    document = document_name(record.known_document, record.known_assessed_on)
    return f"{_verdict(record)}, {document}, regels {record.known_rules}"


def _verdict(record: Recorded) -> str:
    if record.known_verdict is None:
        return NOT_KEPT
    own = BY_ADVISER if record.known_overruled else ""
    return f"toen: {VERDICTS[record.known_verdict]}{own}"


def init(app: Flask) -> None:
    """Give the templates these words."""
    app.add_template_filter(known_then)
