"""How well vacancies are ordered for a person, beside plain rankings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from matching.evaluation.baselines import BASELINES, wish_of
from matching.evaluation.gold import Gold, Judgement, Person
from matching.evaluation.measures import ndcg, precision

# Per person the ids of the adverts that they are shown, best first.
Shown = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering:
    """Means over the people of the set."""

    ndcg_at_10: float
    precision_at_5: float


def measure(shown: Shown, gold: Gold) -> Ordering:
    """Over the pairs that may be shown; a pair that may not be counts as nothing.

    What a program leaves out costs it the relevance of what it left out.
    """
    kept = [person.id for person in gold.people if _of(gold, person.id)]
    gains = {key: _relevances(shown[key], _of(gold, key)) for key in kept}
    available = {key: _available(_of(gold, key)) for key in kept}
    if not kept:
        return Ordering(ndcg_at_10=0.0, precision_at_5=0.0)
    return Ordering(
        ndcg_at_10=round(fmean(ndcg(gains[key], available[key]) for key in kept), 4),
        precision_at_5=round(fmean(precision(gains[key]) for key in kept), 4),
    )


def unfit_in_top(shown: Shown, gold: Gold, cut: int = 10) -> int:
    """How many pairs that an expert excludes stand on a first page."""
    unfit = {(j.candidate, j.vacancy) for j in gold.judgements if _is_out(j)}
    return sum(
        (person.id, vacancy) in unfit
        for person in gold.people
        for vacancy in shown[person.id][:cut]
    )


def baselines(gold: Gold) -> dict[str, dict[str, float]]:
    """Each plain ranking over all judged pairs, and over the pairs an expert allows.

    The second figures give them for nothing what they cannot know: who must be out.
    """
    found = {}
    for name, score in BASELINES.items():
        scores = score(gold.adverts, [wish_of(person) for person in gold.people])
        columns = {advert.id: column for column, advert in enumerate(gold.adverts)}
        rows = {
            person.id: {key: float(row[column]) for key, column in columns.items()}
            for person, row in zip(gold.people, scores, strict=True)
        }
        everything = measure(_by_score(rows, gold.judgements, gold.people), gold)
        allowed = [one for one in gold.judgements if not _is_out(one)]
        given = measure(_by_score(rows, allowed, gold.people), gold)
        found[name] = {
            "ndcg_at_10": everything.ndcg_at_10,
            "precision_at_5": everything.precision_at_5,
            "ndcg_at_10_among_allowed": given.ndcg_at_10,
            "precision_at_5_among_allowed": given.precision_at_5,
        }
    return found


def _by_score(
    rows: Mapping[str, Mapping[str, float]],
    judgements: Sequence[Judgement],
    people: Sequence[Person],
) -> Shown:
    return {
        person.id: sorted(
            (one.vacancy for one in judgements if one.candidate == person.id),
            key=lambda key, row=rows[person.id]: (-row[key], key),  # type: ignore[misc]
        )
        for person in people
    }


def _of(gold: Gold, candidate: str) -> Sequence[Judgement]:
    return [one for one in gold.judgements if one.candidate == candidate]


def _relevances(shown: Sequence[str], judged: Sequence[Judgement]) -> list[int]:
    worth = {one.vacancy: 0 if _is_out(one) else one.relevance for one in judged}
    return [worth[key] for key in shown if key in worth]


def _available(judged: Sequence[Judgement]) -> list[int]:
    return [one.relevance for one in judged if not _is_out(one)]


def _is_out(judgement: Judgement) -> bool:
    return judgement.verdict == "past_niet"
