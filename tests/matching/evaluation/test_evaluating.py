"""The whole of an evaluation on a small set, with every outside thing given."""

from dataclasses import asdict

import pytest

from matching.evaluation.evaluating import Tools, evaluate
from matching.evaluation.gold import Advert, read_gold
from matching.evaluation.ordering import Ordering, baselines, measure, unfit_in_top
from matching.evaluation.report import lines, missed
from schemas.gazetteer import Gazetteer
from schemas.vacancy import Vacancy
from tests.builders import vacancy
from tests.matching.evaluation.small_gold import write
from tests.matching.fake_encoder import FakeEncoder

SEEN: list[dict] = []


def understand(advert: Advert) -> Vacancy:
    SEEN.append(asdict(advert))
    return vacancy(
        source_key=advert.id,
        title=advert.title,
        text=advert.text,
        hours_min=24,
        hours_max=36 if advert.id == "v1" else 32,
    )


TOOLS = Tools(
    understand=understand,
    encoder=FakeEncoder(),
    link=lambda titles, _tasks=(): [None for _ in titles],
    gazetteer=Gazetteer([]),
)


@pytest.fixture
def gold(tmp_path):
    return read_gold(write(tmp_path))


@pytest.fixture
def report(gold):
    SEEN.clear()
    return evaluate(gold, TOOLS)


def test_facts_demands_and_verdicts_are_counted(report) -> None:
    figures = report.figures
    assert figures["facts"]["hours_min"] == 1.0
    assert figures["facts"]["hours_max"] == 0.5
    assert figures["demands"]["values_right"] == 1.0
    assert figures["demands"]["quotes_exact"] == 1.0
    assert figures["demands"]["per_field"]["lift_kg"]["precision"] == 0.5
    assert figures["demands"]["per_field"]["hearing"]["recall"] == 0.0
    assert figures["verdicts"]["must_exclude_recall"] == 1.0
    assert figures["ranking"]["ndcg_at_10"] == 1.0
    assert set(figures["ranking"]["baselines"]) == {"bm25", "char_tfidf"}


def test_the_program_never_sees_an_answer(report) -> None:
    assert report.figures
    for seen in SEEN:
        assert set(seen) == {"id", "title", "employer", "place", "postcode4", "text"}


def test_every_miss_says_what_and_where(report) -> None:
    kinds = {(miss["kind"], miss.get("field")) for miss in report.misses}
    assert ("fact", "hours_max") in kinds
    assert ("demand missed", "hearing") in kinds
    assert ("demand said too much", "lift_kg") in kinds


def test_a_set_without_people_or_judgements_measures_how_adverts_are_read(
    tmp_path,
) -> None:
    only_adverts = read_gold(write(tmp_path, people=(), rows=()))
    report = evaluate(only_adverts, TOOLS)
    assert set(report.figures) == {"facts", "isco", "demands"}
    assert not [bar for bar in missed(report.figures) if "ranking" in bar]


def test_bars_that_are_missed_are_named(report) -> None:
    named = " ".join(missed(report.figures))
    assert "facts.hours_max 0.5, must be >= 0.95" in named
    assert "verdicts.must_exclude_recall" not in named


def test_a_person_reads_one_figure_a_line(report) -> None:
    assert "verdicts.must_exclude_recall\t1.0" in list(lines(report.figures))


def test_what_an_expert_excludes_counts_as_nothing(gold) -> None:
    right, wrong = {"k1": ["v2"]}, {"k1": ["v1", "v2"]}
    assert measure(right, gold) == Ordering(ndcg_at_10=1.0, precision_at_5=0.2)
    assert measure(wrong, gold).ndcg_at_10 < 1.0
    assert unfit_in_top(wrong, gold) == 1


def test_plain_rankings_are_given_what_they_cannot_know_apart(gold) -> None:
    for found in baselines(gold).values():
        assert found["ndcg_at_10_among_allowed"] == 1.0
        assert found["ndcg_at_10"] <= 1.0
