"""The lists as sheets: an adviser's candidates, and somebody's attempts."""

from collections.abc import Sequence
from datetime import date

from schemas.dossier import Attempt
from schemas.tables.candidates import Caseload
from webapp.attempts.words import CHANNELS, KINDS, OUTCOMES, PHASES
from webapp.exports.sheets import Sheet
from webapp.trajects.weeks import week_words


def caseload_sheet(caseload: Sequence[Caseload], today: date) -> Sheet:
    """The list of candidates as it is on the page."""
    return Sheet(
        name="Kandidaten",
        headings=(
            "Naam", "Fase", "Traject", "Begin", "Gepland einde", "Past", "Uitzoeken",
            "Bewaard", "Pogingen", "Laatste poging", "Open taken", "Taken te laat",
            "Taken die wachten op jou",
        ),
        rows=[
            (
                one.name, PHASES[one.phase],
                week_words(
                    one.traject_start, one.planned_end, today, one.ended_on
                ),
                one.traject_start, one.planned_end, one.past, one.uitzoeken, one.saved,
                one.attempts, one.last_attempt, one.open_tasks, one.late_tasks,
                one.answered_tasks,
            )
            for one in caseload
        ],
    )  # fmt: skip


def attempts_sheet(attempts: Sequence[Attempt]) -> Sheet:
    """The record of attempts; notes are confidential and stay behind."""
    return Sheet(
        name="Pogingen",
        headings=(
            "Datum", "Kanaal", "Bedrijf", "Met wie", "Wat", "Uitkomst", "Vervolgstap",
            "Wanneer", "Vastgelegd op",
        ),
        rows=[
            (
                one.happened_on, CHANNELS[one.channel], one.employer, one.person,
                KINDS[one.kind], OUTCOMES[one.outcome], one.next_step, one.next_on,
                one.made_at.date(),
            )
            for one in attempts
        ],
    )  # fmt: skip
