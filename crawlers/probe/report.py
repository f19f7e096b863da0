"""What a probe tells, as data and as lines for people."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from crawlers.probe.scores import Score
from crawlers.probe.site import SiteRules
from schemas.source import RunStatus, Source
from schemas.vacancy import Posting, Vacancy

Verdict = Literal["recognised", "not_recognised", "unreachable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProbeReport:
    """What is at an address. `source` is ready to be registered, and switched off.

    `status` and `error` say why nothing was recognised. `requests` is what the probe
    cost the site.
    """

    asked_for: str
    verdict: Verdict
    status: RunStatus = "ok"
    error: str | None = None
    source: Source | None = None
    way: str | None = None
    rules: SiteRules | None = None
    announced: int | None = None
    scores: tuple[Score, ...] = ()
    sample: tuple[tuple[Posting, Vacancy], ...] = ()
    soft_404: bool | None = None
    findings: tuple[str, ...] = ()
    requests: int = 0

    def as_json(self) -> dict[str, Any]:
        """The keys of `sources probe --json`."""
        source, rules = self.source, self.rules
        return {
            "asked_for": self.asked_for,
            "verdict": self.verdict,
            "status": self.status,
            "error": self.error,
            "name": source.name if source else None,
            "platform": source.platform if source else None,
            "url": source.url if source else None,
            "employer": source.employer if source else None,
            "way": self.way,
            "robots": asdict(rules.robots) if rules else None,
            "terms_links": list(rules.terms) if rules else [],
            "tdm": asdict(rules.reservation) if rules else None,
            "announced": self.announced,
            "fields": {
                score.field: {
                    "read": score.read,
                    "from_text": score.from_text,
                    "unreadable": score.unreadable,
                    "absent": score.absent,
                }
                for score in self.scores
            },
            "sample": [_in_short(vacancy) for _, vacancy in self.sample],
            "soft_404": self.soft_404,
            "findings": list(self.findings),
            "requests": self.requests,
        }

    def lines(self) -> Iterator[str]:
        """The same for people, in Dutch."""
        if self.source is None or self.rules is None:
            yield f"{self.asked_for}: {self.error}"
            return
        yield from self._of_source(self.source)
        yield from _of_rules(self.rules)
        yield from self._of_sample()
        for finding in self.findings:
            yield f"! {finding}"
        yield f"Dit kostte de site {self.requests} vragen."

    def _of_source(self, source: Source) -> Iterator[str]:
        yield f"Bron: {source.name} ({source.platform}, {self.way})"
        yield f"Adres: {source.url}"
        yield f"Werkgever volgens het bord: {source.employer or 'onbekend'}"
        yield f"Vacatures volgens het bord: {self.announced}"

    def _of_sample(self) -> Iterator[str]:
        yield f"Proef van {len(self.sample)} vacatures:"
        for score in self.scores:
            yield _line(score)


def _line(score: Score) -> str:
    notes = [
        f"{score.from_text} uit de tekst" if score.from_text else "",
        f"{score.unreadable} niet te lezen" if score.unreadable else "",
        f"{score.absent} niet vermeld" if score.absent else "",
    ]
    told = ", ".join(note for note in notes if note)
    share = f"{score.read}/{score.total}"
    return f"  {score.label:<21}{share:>6}{f'  ({told})' if told else ''}"


def _of_rules(rules: SiteRules) -> Iterator[str]:
    robots = rules.robots
    allowed = "staat dit adres toe" if robots.allowed else "laat ons hier niet toe"
    delay = f", {robots.delay:g} seconden tussen vragen" if robots.delay else ""
    yield f"robots.txt: {allowed}{delay}"
    for sitemap in robots.sitemaps:
        yield f"Sitemap: {sitemap}"
    terms = " ".join(rules.terms) or "geen link gevonden, zoek ze zelf op"
    yield f"Voorwaarden (lees ze zelf): {terms}"
    signals = "; ".join(rules.reservation.signals) or "geen signalen"
    yield f"Tekst- en datamining: {signals}"


def _in_short(vacancy: Vacancy) -> dict[str, Any]:
    keys = ("title", "employer", "place", "url", "hours_min", "hours_max")
    return {key: getattr(vacancy, key) for key in keys}
