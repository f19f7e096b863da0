"""Page: where vacancies come from, how that goes, and what could not be seen."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template

from schemas.database import Db
from schemas.source import BY_HAND, CrawlRun
from schemas.source_health import Health
from schemas.tables import source_health, vacancy_sightings
from webapp.record.declaring import unlogged
from webapp.site.access import allow
from webapp.site.request import database, now
from webapp.sources import words as source_words

pages = Blueprint("sources", __name__)
SHOWN_RUNS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """What could not be seen; `recent` is when that was tried, in words."""

    sources: Sequence[Health]
    of: int
    recent: str

    @property
    def names(self) -> str:
        """The first of them by name, and how many more."""
        return source_words.names_of(self.sources)


@pages.get("/bronnen")
@allow("adviser", data="sources")
@unlogged
def index() -> str:
    """Every source, those that need attention first."""
    found = _of_sites(source_health.health(database(), now()))
    return render_template(
        "sources/index.html",
        unseen=_unseen(found),
        on=sorted((one for one in found if one.source.enabled), key=_attention),
        off=[one for one in found if not one.source.enabled],
        added=vacancy_sightings.open_of(database(), BY_HAND),
        shown_runs=SHOWN_RUNS,
        bars=bars,
    )


def unseen_now(db: Db) -> Unseen:
    """The same for the line above a ranking; reads one run per source."""
    return _unseen(_of_sites(source_health.health(db, now(), runs=1)))


def _of_sites(found: Sequence[Health]) -> list[Health]:
    """Without what advisers add themselves."""
    return [one for one in found if one.source.platform != "manual"]


def _unseen(found: Sequence[Health]) -> Unseen:
    sources = source_words.unseen(found)
    return Unseen(
        sources=sources,
        of=sum(one.source.enabled for one in found),
        recent=source_words.how_recent(sources, now()),
    )


def _attention(one: Health) -> tuple[bool, bool, str]:
    trouble = one.last is not None and one.last.status != "ok"
    return not trouble, not one.conditions, source_words.source_name(one.source).lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One run as a bar: where it stands, how high it is, and whether it went well."""

    x: int
    height: int
    run: CrawlRun


WIDTH, STEP, HIGHEST, LOWEST = 8, 11, 40, 2


def bars(runs: Sequence[CrawlRun]) -> Sequence[Bar]:
    """The last runs as bars, oldest first; the highest is what was found most.

    A run that saw nothing is as high as any: it says nothing of how much there is.
    """
    shown = list(reversed(runs[:SHOWN_RUNS]))
    most = max((run.found for run in shown), default=0) or 1
    return [
        Bar(x=n * STEP, height=_height(run, most), run=run)
        for n, run in enumerate(shown)
    ]


def _height(run: CrawlRun, most: int) -> int:
    if run.status != "ok":
        return HIGHEST
    return max(LOWEST, round(HIGHEST * run.found / most))
