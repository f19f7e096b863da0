"""Runs the whole program over a gold set and measures every step of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from typing import Any
from uuid import UUID

from matching.demands import asked_of
from matching.encoder import Encoder
from matching.evaluation.gold import Advert, Gold, Judgement
from matching.evaluation.measures import verdict_measures
from matching.evaluation.ordering import Shown, baselines, measure, unfit_in_top
from matching.evaluation.people import known
from matching.evaluation.reading import (
    Miss,
    Read,
    demands_right,
    facts_right,
    groups_right,
    reading_misses,
)
from matching.judged import Market, ranked
from matching.likeness.comparing import described, vacancy_vectors
from matching.likeness.documents import tasks_of, vacancy_text
from matching.linking import LinkTitles
from matching.scoring.seeker import Seeker, groups_of
from schemas.gazetteer import Gazetteer
from schemas.match import Finding, Match
from schemas.vacancy import Vacancy

# What turns an advert into a vacancy: the crawlers' reading, given from above.
Understand = Callable[[Advert], Vacancy]

# The adverts have no dates; whoever reads them reads them then.
READ_AT = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """Everything from outside that an evaluation needs."""

    understand: Understand
    encoder: Encoder
    link: LinkTitles
    gazetteer: Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The figures by the keys of the command line, and what went wrong where."""

    figures: Mapping[str, Any]
    misses: Sequence[Miss]


def evaluate(gold: Gold, tools: Tools) -> Report:
    """Read all adverts, judge all pairs and rank for all people of a set.

    A set without judgements measures only how adverts are read.
    """
    read = _read(gold, tools)
    figures = {
        "facts": facts_right(read),
        "isco": groups_right(read),
        "demands": demands_right(read),
    }
    if not gold.judgements:
        return Report(figures=figures, misses=tuple(reading_misses(read)))
    ordered = _ordered(gold, read, tools)
    pairs = [(one, ordered[one.candidate][one.vacancy]) for one in gold.judgements]
    verdicts = verdict_measures([(one.verdict, ours.verdict) for one, ours in pairs])
    shown = _shown(gold, ordered)
    judged = {
        "verdicts": asdict(verdicts),
        "ranking": {
            **asdict(measure(shown, gold)),
            "past_niet_in_top_10": unfit_in_top(shown, gold),
            "baselines": baselines(gold),
        },
    }
    return Report(
        figures={**figures, **judged},
        misses=tuple(chain(reading_misses(read), _verdict_misses(pairs))),
    )


def _read(gold: Gold, tools: Tools) -> list[Read]:
    links = tools.link(
        [advert.title for advert in gold.adverts],
        [tasks_of(advert.text) for advert in gold.adverts],
    )
    return [
        _one(advert, gold, tools, linked.isco if linked else None)
        for advert, linked in zip(gold.adverts, links, strict=True)
    ]


def _one(advert: Advert, gold: Gold, tools: Tools, isco: str | None) -> Read:
    asked = asked_of(advert.title, advert.text)
    vacancy = tools.understand(advert)
    return Read(
        advert=advert,
        truth=gold.truths[advert.id],
        vacancy=replace(vacancy, shifts=asked.shifts, isco=isco),
        demands=asked.demands,
    )


def _ordered(
    gold: Gold, read: Sequence[Read], tools: Tools
) -> dict[str, dict[str, Match]]:
    """Per person every advert judged, best first."""
    market = _market(read, tools.encoder)
    ids: dict[UUID, str] = {one.vacancy.id: one.advert.id for one in read}
    found = {}
    for person in gold.people:
        profile, capacity = known(person, tools.gazetteer)
        seeker = Seeker(
            profile=profile, capacity=capacity, groups=groups_of(profile, tools.link)
        )
        matches = ranked(seeker, market, tools.encoder, READ_AT).matches
        found[person.id] = {ids[match.vacancy_id]: match for match in matches}
    return found


def _market(read: Sequence[Read], encoder: Encoder) -> Market:
    vacancies = [one.vacancy for one in read]
    texts = [vacancy_text(vacancy) for vacancy in vacancies]
    return Market(
        vacancies=vacancies,
        demands=[one.demands for one in read],
        described=described(texts, vacancy_vectors(texts, encoder)),
    )


def _shown(gold: Gold, ordered: Mapping[str, Mapping[str, Match]]) -> Shown:
    """What a candidate's adviser is shown of the judged pairs: not what we exclude."""
    judged = {(one.candidate, one.vacancy) for one in gold.judgements}
    return {
        person.id: [
            vacancy
            for vacancy, match in ordered[person.id].items()
            if match.verdict != "past_niet" and (person.id, vacancy) in judged
        ]
        for person in gold.people
    }


def _verdict_misses(pairs: Sequence[tuple[Judgement, Match]]) -> Iterator[Miss]:
    for gold, ours in pairs:
        if gold.verdict != ours.verdict:
            yield {
                "kind": "verdict",
                "candidate": gold.candidate,
                "vacancy": gold.vacancy,
                "ours": ours.verdict,
                "gold": gold.verdict,
                "reason": gold.reason,
                "because": [_told(one) for one in _deciding(ours)],
            }


def _deciding(match: Match) -> Sequence[Finding]:
    return match.objections or match.questions


def _told(found: Finding) -> str:
    return f"{found.field}: {found.quote or found.text}"
