"""What everybody is taken to manage, so that a number is no limit."""

import re

from schemas.capacity import FormVersion
from schemas.capacity_fields import CapacityField

HOURS = ("hours_day", "hours_week")
# hours of the old job are no limit
OLD_JOB = re.compile(
    r"\bwerkte\b|contract|dienstverband|maatgevende|functieomvang|arbeidsovereenkomst"
    r"|eigen (?:functie|werk)|reistijd|oorspronkelijk",
    re.IGNORECASE,
)
ABLE = re.compile(r"belastba|inzetba|urenbeperking|arbeidsduur", re.IGNORECASE)
NO_LIMIT_OF_HOURS = re.compile(
    r"geen\s+(?:sprake\s+van\s+)?(?:een\s+)?urenbeperking"
    r"|volledige?\s+(?:uren|belastba|inzetba)",
    re.IGNORECASE,
)
SAYS_LIMITED = re.compile(
    r"\bbeperk(?:t|ing)\b|\bmax(?:imaal)?\b|\bniet (?:meer|langer|vaker) dan\b",
    re.IGNORECASE,
)
NOT_LIMITED = re.compile(r"\bniet\s+beperkt|\bgeen\s+beperking", re.IGNORECASE)


def is_usual(
    field: CapacityField, value: float, text: str, version: FormVersion
) -> bool:
    """Whether `text` names a number that is no limit in the form of the document."""
    norm = field.norm_in(version)
    if field.name in HOURS:
        return value == 0 or value > (norm or 0) or _is_no_limit_of_hours(text)
    if norm is None:
        return False
    if value == norm:
        return field.scale != "number" and not _says_limited(text)
    return value < norm if field.heavier == "lower" else value > norm


def _says_limited(text: str) -> bool:
    return bool(SAYS_LIMITED.search(text)) and not NOT_LIMITED.search(text)


def _is_no_limit_of_hours(text: str) -> bool:
    old_job = bool(OLD_JOB.search(text)) and not ABLE.search(text)
    return old_job or bool(NO_LIMIT_OF_HOURS.search(text))
