"""How sure we are that a vacancy is open, in a few Dutch words."""

from datetime import datetime, timedelta

from flask import Flask

from schemas.tables.vacancy_checks import Standing
from schemas.tables.vacancy_events import VacancyEvent
from schemas.vacancy import StatusReason
from webapp.site.formats import DAYS_IN_WORDS, day
from webapp.site.request import AMSTERDAM, now

GONE: dict[StatusReason, str] = {
    "page_missing": "de pagina bestaat niet meer",
    "page_says_so": "de site zegt dat de vacature gesloten is",
    "redirected": "de site stuurt door naar een andere pagina",
    "expired": "de sluitingsdatum is voorbij",
    "unlisted": "staat niet meer in de lijst van de site",
    "unseen": "al een half jaar niet meer gezien",
}
DOUBTED: dict[StatusReason, str] = {
    "unlisted": "stond de laatste keer niet in de lijst van de site",
    "unseen": "al een tijd niet gezien",
}
NO_SOURCE = "er is geen bron om te controleren"
STALE_AFTER = timedelta(hours=4)
FRESH = timedelta(days=2)  # the nightly crawl missed it at most once


def is_stale(standing: Standing, moment: datetime) -> bool:
    """Whether to look again before it is used; what is gone is not looked at."""
    looked = max(standing.last_seen, standing.checked_at or standing.last_seen)
    gone = standing.status == "gone"
    return bool(standing.url) and not gone and looked < moment - STALE_AFTER


def when(moment: datetime) -> str:
    """`vandaag 06:12`, `gisteren 14:03`, `di 24 nov`."""
    local = moment.astimezone(AMSTERDAM)
    days = (local.date() - now().date()).days
    if days in DAYS_IN_WORDS:
        return f"{DAYS_IN_WORDS[days]} {local:%H:%M}"
    return day(local)


def standing_words(standing: Standing) -> str:
    """Open, in doubt or gone, since when and why."""
    if standing.status == "gone":
        return f"niet meer open sinds {day(standing.status_since)}{_why(standing)}"
    seen = when(standing.last_seen)
    if standing.status == "unconfirmed":
        return f"niet bevestigd{_why(standing)} (laatst gezien {seen})"
    if standing.by_hand and not standing.url:
        return f"ingevoerd {seen}; {NO_SOURCE}"
    if now() - standing.last_seen > FRESH:
        return f"laatst gezien {seen}, daarna niet bevestigd"
    return f"nog open, gezien {seen}"


def why_gone(standing: Standing) -> str:
    """`: de pagina bestaat niet meer`; empty when no reason is known."""
    return _why(standing)


def _why(standing: Standing) -> str:
    if standing.status == "unconfirmed" and standing.by_hand and not standing.url:
        return f": {NO_SOURCE}"
    known = GONE if standing.status == "gone" else DOUBTED
    reason = standing.status_reason
    return f": {known[reason]}" if reason and reason in known else ""


def history_words(event: VacancyEvent) -> str:
    """One line of a vacancy's history, without its day."""
    if event.was is None:
        return "gevonden"
    if event.became == "gone":
        reason = f": {GONE[event.reason]}" if event.reason else ""
        return f"verdwenen{reason}"
    if event.became == "unconfirmed":
        reason = DOUBTED.get(event.reason, "") if event.reason else ""
        return f"niet bevestigd: {reason}" if reason else "niet bevestigd"
    return "terug" if event.was == "gone" else "weer bevestigd"


def init(app: Flask) -> None:
    """Give the templates these words."""
    for filter_ in (standing_words, why_gone, history_words, when):
        app.add_template_filter(filter_)
