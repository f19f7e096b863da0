"""How a source is doing, in the words of an adviser."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from flask import Flask

from schemas.source import CrawlRun, Platform, RunStatus, Source
from schemas.source_health import Health
from webapp.site.addresses import site_name
from webapp.site.formats import day, number
from webapp.vacancies.standing import when

UNSEEN: dict[RunStatus, str] = {
    "suspect": "gaf iets vreemds",
    "blocked": "geblokkeerd",
    "changed": "veranderd",
    "gone": "verdwenen",
    "failed": "niet bereikbaar",
}
PLATFORMS: dict[Platform, str] = {
    "jobposting": "eigen site",
    "feed": "eigen site",
    "bamboohr": "BambooHR",
    "smartrecruiters": "SmartRecruiters",
    "successfactors": "SuccessFactors",
}
LAST_NIGHT = timedelta(hours=30)
NAMED = 5


def source_name(source: Source) -> str:
    """The employer, else the site."""
    return source.employer or site_name(source.url)


def source_words(health: Health) -> str:
    """What the last crawl said, in one line; blocked is not zero."""
    run = health.last
    if not health.source.enabled:
        return f"staat uit{_why_off(health.source)}"
    if run is None:
        return "nog niet opgehaald"
    if silence := _silence(health):
        return silence
    if run.status == "ok":
        return f"in orde, {_vacancies(run.found)}, {when(_ended(run))}"
    since = day(_since(health.runs))
    word = UNSEEN.get(run.status, health.word)
    return f"{word} sinds {since}: {run.error or 'geen reden bekend'}"


def before_that(health: Health) -> str | None:
    """What it had the last time it went well, when now it does not."""
    run = health.last
    if run is None or run.status == "ok":
        return None
    good = last_good(health)
    if good is None:
        return "nog nooit gelukt"
    return (
        f"de laatste keer dat het lukte: {_vacancies(good.found)}, {day(_ended(good))}"
    )


def unseen(found: Iterable[Health]) -> list[Health]:
    """Sources that are on and could not be read the last time, or not for days."""
    return [one for one in found if one.source.enabled and _is_unseen(one)]


def _is_unseen(one: Health) -> bool:
    if _silence(one):
        return True
    return one.last is not None and one.last.status != "ok"


def _silence(one: Health) -> str | None:
    """That nobody has asked it for days."""
    silent = (c.sentence for c in one.conditions if c.key == "silent")
    return next((s[:1].lower() + s[1:].rstrip(".") for s in silent), None)


def last_good(health: Health) -> CrawlRun | None:
    """The last run that went well."""
    return next((one for one in health.runs if one.status == "ok"), None)


def how_recent(found: Sequence[Health], moment: datetime) -> str:
    """`vannacht`, unless one of them was last tried earlier than that."""
    moments = [_ended(one.last) for one in found if one.last]
    recent = all(moment - tried < LAST_NIGHT for tried in moments)
    return "vannacht" if recent else "de laatste keer"


def names_of(found: Sequence[Health]) -> str:
    """`A, B en 3 andere`."""
    names = [source_name(one.source) for one in found[:NAMED]]
    rest = len(found) - len(names)
    return f"{', '.join(names)} en {rest} andere" if rest else ", ".join(names)


def platform_word(platform: Platform) -> str:
    """Whose software the site is made with, as far as that tells something."""
    return PLATFORMS.get(platform, platform.capitalize())


def share_words(value: float | None) -> str:
    """`80%`, or a dash where nothing was measured."""
    return "–" if value is None else f"{value:.0%}"


def run_words(run: CrawlRun) -> str:
    """One run of a series: what came of it."""
    if run.status == "ok":
        return "in orde"
    return UNSEEN.get(run.status, run.status)


def _vacancies(count: int) -> str:
    return f"{number(count)} {'vacature' if count == 1 else 'vacatures'}"


def _ended(run: CrawlRun) -> datetime:
    return run.finished_at or run.started_at


def _since(runs: Sequence[CrawlRun]) -> datetime:
    """When this began: the first of the bad runs in a row."""
    began = runs[0]
    for run in runs:
        if run.status == "ok":
            break
        began = run
    return _ended(began)


def _why_off(source: Source) -> str:
    if source.terms == "forbidden":
        return ": de voorwaarden van de site verbieden het"
    if source.terms == "unknown":
        return ": de voorwaarden zijn nog niet gelezen"
    return ""


def init(app: Flask) -> None:
    """Give the templates these words."""
    words = (source_name, source_words, before_that, last_good)
    for filter_ in (*words, platform_word, share_words, run_words):
        app.add_template_filter(filter_)
