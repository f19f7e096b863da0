"""How a source is doing: what is wrong now, and what changed since the run before.

A blocked source is not an empty one. Nothing here is a matter of taste: a source is
compared with what it gave itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from schemas.source import CrawlRun, RunStatus, Source
from schemas.source_history import found, read_share, share, usual

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SILENT = timedelta(days=3)  # the nightly crawl missed it twice
DAY = timedelta(days=1)
STATUS_WORDS: dict[RunStatus, str] = {
    "running": "bezig",
    "ok": "goed",
    "suspect": "verdacht",
    "blocked": "geweigerd",
    "changed": "site veranderd",
    "gone": "weg",
    "failed": "mislukt",
}
STATUS_SENTENCES: dict[RunStatus, str] = {
    "suspect": "Wat de site gaf is verdacht",
    "blocked": "De site weigert ons",
    "changed": "De site is veranderd: wij lezen er geen vacature meer",
    "gone": "De site of het bord bestaat niet meer",
    "failed": "Het ophalen is mislukt",
}
SHARES = {  # key in a run's quality: what a vacancy has, and the word for all of them
    "hours": ("uren", "De uren"),
    "salary": ("een salaris", "De salarissen"),
    "place": ("een plaats", "De plaatsen"),
    "text": ("een volledige tekst", "De teksten"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Something that needs attention; `key` names it, `sentence` tells it in Dutch."""

    key: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became better, or worse, since the run before."""

    key: str
    better: bool
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How one source is doing. `runs` are those that ended, newest first."""

    source: Source
    runs: tuple[CrawlRun, ...]
    conditions: tuple[Condition, ...]
    changes: tuple[Change, ...]

    @property
    def last(self) -> CrawlRun | None:
        """The last run that came to its end."""
        return self.runs[0] if self.runs else None

    @property
    def last_ok(self) -> datetime | None:
        """When it last went well."""
        return next((run.finished_at for run in self.runs if run.status == "ok"), None)

    @property
    def word(self) -> str:
        """One or two words for a table."""
        if not self.source.enabled:
            return "uit"
        return STATUS_WORDS[self.last.status] if self.last else "nog niet opgehaald"


def health_of(source: Source, runs: Sequence[CrawlRun], now: datetime) -> Health:
    """How a source is doing, given its runs, newest first."""
    ended = _ended(runs)
    return Health(
        source=source,
        runs=ended,
        conditions=conditions(source, ended, now),
        changes=changes(source, ended, now),
    )


def conditions(
    source: Source, runs: Sequence[CrawlRun], now: datetime
) -> tuple[Condition, ...]:
    """What needs attention now; nothing for a source that is off."""
    if not source.enabled:
        return ()
    ended = _ended(runs)
    return (*_unvisited(source, ended, now), *_of_last_run(ended))


def changes(
    source: Source, runs: Sequence[CrawlRun], now: datetime
) -> tuple[Change, ...]:
    """What the last run changed, for better or worse; nothing when all is as it was.

    That a source is not visited is told on the day that this begins.
    """
    if not source.enabled:
        return ()
    ended = _ended(runs)
    known = {each.key for each in _unvisited(source, ended, now - DAY)}
    silences = [e for e in _unvisited(source, ended, now) if e.key not in known]
    before = {each.key: each for each in _of_last_run(ended[1:])}
    after = {each.key: each for each in _of_last_run(ended)}
    worse = [after[key] for key in after if key not in before] if ended else []
    return (
        *(
            Change(key=each.key, better=False, sentence=each.sentence)
            for each in (*silences, *worse)
        ),
        *_better(ended, [key for key in before if key not in after]),
    )


def _ended(runs: Sequence[CrawlRun]) -> tuple[CrawlRun, ...]:
    return tuple(run for run in runs if run.status != "running")


def _unvisited(
    source: Source, runs: Sequence[CrawlRun], now: datetime
) -> Iterator[Condition]:
    if not runs:
        since = source.terms_on  # the day it was switched on
        if since is None or since < now.astimezone(AMSTERDAM).date():
            yield Condition(key="never", sentence="Staat aan, maar is nooit opgehaald.")
        return
    last = runs[0].finished_at or runs[0].started_at
    if (silence := now - last) >= SILENT:
        day = last.astimezone(AMSTERDAM)
        sentence = (
            f"Al {silence.days} dagen niet opgehaald, voor het laatst op"
            f" {day.day}-{day.month}-{day.year}."
        )
        yield Condition(key="silent", sentence=sentence)


def _of_last_run(runs: Sequence[CrawlRun]) -> Iterator[Condition]:
    if not runs:
        return
    last, earlier = runs[0], runs[1:]
    if last.status != "ok":
        why = f" ({last.error})" if last.error else ""
        sentence = f"{STATUS_SENTENCES[last.status]}{why}."
        yield Condition(key=f"status {last.status}", sentence=sentence)
        return
    yield from _number(last, earlier)
    yield from _unread(last, earlier)
    for key in SHARES:
        yield from _share(key, last, earlier)
    yield from _repairs(last, earlier)


def _number(last: CrawlRun, earlier: Sequence[CrawlRun]) -> Iterator[Condition]:
    """Many less than usual, or so many more that they may stand there twice."""
    custom = usual(earlier, found, floor=1.0)
    if custom is None or not custom.middle:
        return
    told = f"{last.found} vacatures gevonden, gewoonlijk {custom.middle:.0f}"
    if custom.is_far_below(last.found, at_least=max(0.2 * custom.middle, 2.0)):
        yield Condition(key="fewer", sentence=f"{told}.")
    if custom.is_far_above(last.found, at_least=max(custom.middle, 5.0)):
        yield Condition(key="more", sentence=f"{told}: staan ze er dubbel?")


def _unread(last: CrawlRun, earlier: Sequence[CrawlRun]) -> Iterator[Condition]:
    """More than usual of what the source announces could not be read."""
    expected = last.expected or 0
    part, custom = read_share(last), usual(earlier, read_share, floor=0.03)
    if part is None or expected - last.found < 3:
        return
    sentence = f"De bron noemt {expected} vacatures, wij lazen er {last.found}."
    if (custom.is_far_below(part, at_least=0.1)) if custom else part < 0.5:
        yield Condition(key="unread", sentence=sentence)


def _share(
    key: str, last: CrawlRun, earlier: Sequence[CrawlRun]
) -> Iterator[Condition]:
    value, custom = share(key)(last), usual(earlier, share(key), floor=0.03)
    if value is None or custom is None:
        return
    if custom.is_far_below(value, at_least=0.2):
        what, _ = SHARES[key]
        sentence = (
            f"Nog {value:.0%} van de vacatures heeft {what}, gewoonlijk"
            f" {custom.middle:.0%}."
        )
        yield Condition(key=key, sentence=sentence)


def _repairs(last: CrawlRun, earlier: Sequence[CrawlRun]) -> Iterator[Condition]:
    value = share("repaired")(last)
    custom = usual(earlier, share("repaired"), floor=0.03)
    if value is not None and custom and custom.is_far_above(value, at_least=0.2):
        sentence = (
            f"Van {value:.0%} van de vacatures moesten de gegevens worden hersteld,"
            f" gewoonlijk van {custom.middle:.0%}."
        )
        yield Condition(key="repaired", sentence=sentence)


def _better(runs: Sequence[CrawlRun], keys: Sequence[str]) -> Iterator[Change]:
    """What is no longer wrong; a run that failed itself mends nothing."""
    last = runs[0] if runs else None
    if last is None or last.status != "ok":
        return
    for key in keys:
        yield Change(key=key, better=True, sentence=_relief(key, last))


def _relief(key: str, last: CrawlRun) -> str:
    if key.startswith("status"):
        return f"De bron is weer goed opgehaald: {last.found} vacatures."
    if key in SHARES:
        return f"{SHARES[key][1]} zijn weer te lezen."
    if key in {"fewer", "more"}:
        return f"{last.found} vacatures: dat is weer gewoon voor deze bron."
    if key == "unread":
        return "Wat de bron noemt, is weer te lezen."
    return "De gegevens hoeven niet meer te worden hersteld."
