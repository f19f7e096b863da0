"""Rankings: what is most alike first, excluded last, nothing unread, no body in a model."""

from dataclasses import replace
from uuid import uuid4

import pytest

from matching.linking import Link
from matching.ranking import rank, rank_all
from matching.scoring.weights import SCORING_VERSION
from matching.seekers import NoCandidateError
from matching.understanding import understand_new
from schemas.match import out_of_hundred
from schemas.tables import answers, matches
from schemas.tables.answers import NewAnswer
from tests.builders import (
    NOW,
    TODAY,
    add_account,
    add_candidate,
    add_capacity,
    add_vacancy,
    vacancy,
)
from tests.matching.fake_encoder import FakeEncoder
from tests.sealing import VAULT

OFFICE = vacancy(title="Administratief medewerker", text="Je verwerkt facturen.")
WAREHOUSE = vacancy(title="Magazijnmedewerker", text="Je tilt dozen tot 25 kg.")
DENTIST = vacancy(title="Tandarts", text="Je behandelt gebitten.")


def link(titles, _tasks=()):
    return [Link(isco="4110", confidence=0.9) for _ in titles]


@pytest.fixture
def market(database):
    with database.connect() as admin:
        for job in (OFFICE, WAREHOUSE, DENTIST):
            add_vacancy(admin, job)
    with database.connect("matcher") as db:
        understand_new(db, FakeEncoder(), today=TODAY, link=link)
    return database


def samira(database, **facts):
    with database.connect() as admin:
        return add_candidate(
            admin, "Samira", **{"search_directions": ["administratie"], **facts}
        )


def test_the_most_alike_comes_first_and_the_run_remembers(market):
    candidate = samira(market)
    with market.connect("matcher") as db:
        run = rank(db, FakeEncoder(), candidate, now=NOW, vault=VAULT)
        found = matches.of_run(db, run.id, vault=VAULT)
        assert matches.latest_run(db, candidate) == run
    order = [match.vacancy_id for match in found]
    assert order.index(OFFICE.id) < order.index(DENTIST.id)
    assert (run.model, run.considered, run.excluded) == ("fake-1", 3, 0)


def test_what_somebody_cannot_bear_comes_last_with_its_reason(market):
    candidate = samira(market)
    with market.connect() as admin:
        document = add_capacity(admin, candidate, ("lift_kg", 2, 5.0))
    with market.connect("matcher") as db:
        run = rank(db, FakeEncoder(), candidate, now=NOW, vault=VAULT)
        last = matches.of_run(db, run.id, vault=VAULT)[-1]
    assert (last.vacancy_id, last.verdict) == (WAREHOUSE.id, "past_niet")
    assert last.objections[0].quote
    assert (run.excluded, run.capacity_id) == (1, document)


def test_a_match_says_what_it_resembles(market):
    candidate = samira(market, former_jobs=["magazijnmedewerker"], search_directions=[])
    with market.connect("matcher") as db:
        run = rank(db, FakeEncoder(), candidate, now=NOW, vault=VAULT)
        found = {m.vacancy_id: m for m in matches.of_run(db, run.id, vault=VAULT)}
    (why,) = [r for r in found[WAREHOUSE.id].reasons if r.field == "likeness"]
    assert "magazijnmedewerker" in why.text
    assert not [r for r in found[DENTIST.id].reasons if r.field == "likeness"]


def test_the_same_input_gives_the_same_ranking(market):
    candidate = samira(market)
    with market.connect("matcher") as db:
        first, second = (
            rank(db, FakeEncoder(), candidate, now=NOW, vault=VAULT) for _ in "ab"
        )
        found = matches.of_run(db, first.id, vault=VAULT)
        assert found == matches.of_run(db, second.id, vault=VAULT)
        assert repr(found) == repr(matches.of_run(db, second.id, vault=VAULT))


def test_every_place_can_be_explained_and_the_run_says_by_what(market):
    candidate = samira(market, search_width=1)
    with market.connect("matcher") as db:
        run = rank(db, FakeEncoder(), candidate, now=NOW, vault=VAULT)
        found = matches.of_run(db, run.id, vault=VAULT)
    assert (run.scoring, run.weights, run.search_width) == (SCORING_VERSION, 0, 1)
    for match in found:
        points = sum(one.points for one in match.contributions)
        assert points == out_of_hundred(match.score)
    scores = [match.score for match in found]
    assert scores == sorted(scores, reverse=True)


def test_wider_never_turns_a_verdict(market):
    candidate = samira(market)
    with market.connect() as admin:
        add_capacity(admin, candidate, ("lift_kg", 2, 5.0))
    verdicts = []
    for width in (0, 1, 2):
        with market.connect() as admin:
            admin.execute("update candidate set search_width = %s", (width,))
        with market.connect("matcher") as db:
            run = rank(db, FakeEncoder(), candidate, now=NOW, vault=VAULT)
            found = matches.of_run(db, run.id, vault=VAULT)
        verdicts.append({match.vacancy_id: match.verdict for match in found})
    assert verdicts[0] == verdicts[1] == verdicts[2]


def test_an_advert_that_was_not_read_takes_no_part(market):
    with market.connect() as admin:
        add_vacancy(admin, vacancy(title="Administratie"))
    candidate = samira(market)
    with market.connect("matcher") as db:
        assert rank(db, FakeEncoder(), candidate, now=NOW, vault=VAULT).considered == 3


def test_a_closed_advert_takes_no_part(market):
    with market.connect() as admin:
        admin.execute("update vacancy set status = 'gone' where id = %s", (DENTIST.id,))
    candidate = samira(market)
    with market.connect("matcher") as db:
        assert rank(db, FakeEncoder(), candidate, now=NOW, vault=VAULT).considered == 2


def test_no_word_about_body_or_mind_reaches_the_model(market):
    candidate = samira(
        market,
        wishes="Werkt graag buiten. Kan door een hernia niet tillen.",
        experience="Herstelt van een burn-out. Tien jaar in de zorg.",
    )
    with market.connect() as admin:
        add_capacity(admin, candidate, ("lift_kg", 2, 5.0))
    encoder = FakeEncoder()
    with market.connect("matcher") as db:
        rank(db, encoder, candidate, now=NOW, vault=VAULT)
    told = " ".join(encoder.seen).lower()
    assert "werkt graag buiten" in told
    assert not any(word in told for word in ("hernia", "burn-out", "verslag", "lift"))


def test_everybody_is_ranked_and_progress_is_told(market):
    people = {samira(market), samira(market)}
    told: list[tuple[int, int]] = []
    with market.connect("matcher") as db:
        runs = rank_all(
            db,
            FakeEncoder(),
            now=NOW,
            progress=lambda *at: told.append(at),
            vault=VAULT,
        )
    assert {run.candidate_id for run in runs} == people
    assert told == [(1, 2), (2, 2)]


def test_only_who_is_named_is_ranked(market):
    samira(market)
    tom = samira(market)
    with market.connect("matcher") as db:
        runs = rank_all(db, FakeEncoder(), now=NOW, only=[tom], vault=VAULT)
    assert [run.candidate_id for run in runs] == [tom]


def test_without_vacancies_the_ranking_is_empty(database):
    candidate = samira(database)
    with database.connect("matcher") as db:
        run = rank(db, FakeEncoder(), candidate, now=NOW, vault=VAULT)
        assert matches.of_run(db, run.id, vault=VAULT) == []
    assert run.considered == 0


def test_an_unknown_candidate_is_refused(database):
    with database.connect("matcher") as db, pytest.raises(NoCandidateError):
        rank(db, FakeEncoder(), uuid4(), now=NOW, vault=VAULT)


def test_an_answer_counts_for_everybody_and_outlives_another_reading(market):
    people = [samira(market), samira(market)]
    answer = NewAnswer(
        id=uuid4(),
        vacancy_id=WAREHOUSE.id,
        field="lift_kg",
        polarity="absent",
        value=None,
        unit=None,
        said="Nee, daar is een robot voor.",
        note="",
        said_by="website",
        said_on=TODAY,
        made_by=uuid4(),
    )
    with market.connect() as admin:
        for one in people:
            add_capacity(admin, one, ("lift_kg", 2, 5.0))
        adviser = add_account(admin, "adviser", "Anna")
        answers.add(admin, replace(answer, made_by=adviser))
        admin.execute("update vacancy_understanding set rules = 'ouder'")
    with market.connect("matcher") as db:
        assert understand_new(db, FakeEncoder(), today=TODAY, link=link) == 3
        runs = rank_all(db, FakeEncoder(), now=NOW, vault=VAULT)
        found = [
            match
            for run in runs
            for match in matches.of_run(db, run.id, vault=VAULT)
            if match.vacancy_id == WAREHOUSE.id
        ]
    assert [match.verdict for match in found] == ["past", "past"]
    for match in found:
        (reason,) = [one for one in match.reasons if one.field == "lift_kg"]
        assert (reason.part, reason.quote) == ("answer", answer.said)
        assert reason.source == "website van de werkgever, 21 november 2026"


def test_who_is_gone_keeps_nobody_else_from_being_ranked(market):
    candidate, last = samira(market), samira(market)
    ranked = []
    with market.connect("matcher") as db:
        everybody = [candidate, uuid4(), last]
        with pytest.raises(NoCandidateError):
            rank_all(
                db,
                FakeEncoder(),
                now=NOW,
                vault=VAULT,
                only=everybody,
                progress=lambda *done: ranked.append(done),
            )
        assert matches.latest_run(db, candidate) is not None
        assert matches.latest_run(db, last) is not None
    assert ranked == [(1, 3), (2, 3)]
