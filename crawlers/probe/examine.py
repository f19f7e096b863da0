"""Trying out an address from begin to end, through nothing but questions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from crawlers.collecting.fetched import Fetched
from crawlers.collecting.lessons import nonsense_address
from crawlers.normalise import normalise
from crawlers.probe.findings import Evidence, findings_of, is_soft_404
from crawlers.probe.lists import Pages, read_pages, spread
from crawlers.probe.questions import NoAnswerError, Questions
from crawlers.probe.recognised import NotRecognisedError, Recognised
from crawlers.probe.report import ProbeReport
from crawlers.probe.scores import scores_of
from crawlers.probe.site import rules_of
from crawlers.recognise import recognise
from schemas.gazetteer import Gazetteer
from schemas.vacancy import Posting, Vacancy

SAMPLE = 10  # vacancies
MOST_PAGES = 14  # asked for, to get that many


@dataclass(frozen=True, slots=True, kw_only=True)
class Examiner:
    """Examines addresses; `agent` is our name in robots.txt."""

    questions: Questions
    gazetteer: Gazetteer
    agent: str
    now: datetime

    async def examine(self, address: str) -> ProbeReport:
        """The report; also of an address that is no source at all."""
        try:
            found = await recognise(address, self.questions)
        except NotRecognisedError as nothing:
            return self._without(address, nothing)
        pages = await self._pages(found)
        sample = self._understood(found, pages)
        example = self._example(found, sample)
        rules = await rules_of(found.url, example, self.questions, agent=self.agent)
        evidence = Evidence(
            asked_for=address,
            found=found,
            rules=rules,
            sample=sample,
            pages=pages,
            nonsense=await self._nonsense(example),
        )
        return self._report(evidence)

    def _without(self, address: str, nothing: NotRecognisedError) -> ProbeReport:
        reached = self.questions.reached
        return ProbeReport(
            asked_for=address,
            verdict="not_recognised" if reached else "unreachable",
            status=nothing.status,
            error=str(nothing),
            requests=self.questions.asked,
        )

    async def _pages(self, found: Recognised) -> Pages:
        missing = SAMPLE - len(found.lists.postings)
        if missing <= 0:
            return Pages()
        visits = spread(list(found.lists.details.values()), MOST_PAGES)
        # What recognition read already costs nothing more.
        visits.sort(key=lambda visit: not self.questions.knows(visit.url))
        return await read_pages(found.platform, visits, self.questions, wanted=missing)

    def _understood(
        self, found: Recognised, pages: Pages
    ) -> tuple[tuple[Posting, Vacancy], ...]:
        listed = spread(list(found.lists.postings.values()), SAMPLE)
        chosen = [*listed, *pages.postings][:SAMPLE]
        named = [
            replace(posting, employer=posting.employer or found.employer)
            for posting in chosen
        ]
        return tuple(
            (
                posting,
                normalise(posting, gazetteer=self.gazetteer, fetched_at=self.now),
            )
            for posting in named
        )

    def _example(
        self, found: Recognised, sample: Sequence[tuple[Posting, Vacancy]]
    ) -> str | None:
        """The page of one vacancy, on the source's own host, preferably read before."""
        urls = [*found.lists.details, *(posting.url for posting, _ in sample)]
        here = urlsplit(found.url).netloc
        own = [url for url in urls if urlsplit(url).netloc == here]
        return next((u for u in own if self.questions.knows(u)), next(iter(own), None))

    async def _nonsense(self, example: str | None) -> Fetched | None:
        """What the site answers for an address beside the example that has no page."""
        url = nonsense_address(example, len(example)) if example else None
        if url is None:
            return None
        try:
            return await self.questions.whatever(url)
        except NoAnswerError:
            return None

    def _report(self, evidence: Evidence) -> ProbeReport:
        found = evidence.found
        names = Counter(v.employer for _, v in evidence.sample if v.employer)
        employer = found.employer or next(iter(dict(names.most_common(1))), None)
        nonsense = evidence.nonsense
        return ProbeReport(
            asked_for=evidence.asked_for,
            verdict="recognised",
            source=replace(found.source, employer=employer, enabled=False),
            way=found.way,
            rules=evidence.rules,
            announced=found.lists.expected,
            scores=scores_of(evidence.sample),
            sample=tuple(evidence.sample),
            soft_404=is_soft_404(nonsense) if nonsense else None,
            findings=findings_of(evidence),
            requests=self.questions.asked,
        )
