"""What the candidate is proposed and answers, as the candidate's own role."""

from datetime import timedelta

import psycopg
import pytest

from schemas.dossier import Response
from schemas.tables import appointments, responses, sessions
from tests import builders
from tests.sealing import VAULT
from webapp.site.request import now


@pytest.fixture
def people(database):
    with database.connect() as db:
        return builders.add_people(db)


@pytest.fixture
def proposed(database, people):
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy(title="Portier"))
        builders.add_match(db, people.samira, (vacancy, "past", 0.7))
        db.execute(
            "insert into judgement (candidate_id, vacancy_id, decision, judged_by) "
            "values (%s, %s, 'saved', %s)",
            (people.samira, vacancy, people.anna),
        )
    return vacancy


@pytest.fixture
def as_samira(database, people):
    token = "teken van Samira"
    with database.connect("web_auth") as db:
        expires = now() + timedelta(hours=1)
        sessions.open_session(db, people.samira_account, token, expires)
    with database.connect("web_candidate") as db:
        sessions.identify(db, token)
        yield db


def response(people, vacancy, **facts):
    return Response(
        candidate_id=facts.get("candidate_id", people.samira),
        vacancy_id=vacancy,
        interested=facts.get("interested", True),
        why=facts.get("why", ""),
        given_at=builders.NOW,
    )


def test_a_proposal_comes_with_the_reasons_of_the_last_run(as_samira, proposed):
    (found,) = responses.proposed(as_samira, vault=VAULT)
    assert (found.vacancy_id, found.title, found.interested) == (
        proposed,
        "Portier",
        None,
    )
    assert [one["field"] for one in found.reasons] == ["hours_min"]


def test_a_later_answer_replaces_the_first(as_samira, people, proposed):
    responses.give(as_samira, response(people, proposed), vault=VAULT)
    responses.give(
        as_samira, response(people, proposed, interested=False, why="Ver"), vault=VAULT
    )
    found = responses.proposal(as_samira, proposed, vault=VAULT)
    assert (found.interested, found.why) == (False, "Ver")


def test_what_was_not_proposed_cannot_be_answered(database, as_samira, people):
    with database.connect() as db:
        other = builders.add_vacancy(db, builders.vacancy())
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        responses.give(as_samira, response(people, other), vault=VAULT)


def test_nobody_answers_for_somebody_else(as_samira, people, proposed):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        responses.give(
            as_samira, response(people, proposed, candidate_id=people.tom), vault=VAULT
        )


@pytest.mark.usefixtures("people")
def test_a_candidate_knows_who_guides(as_samira):
    assert [one.name for one in appointments.guidance(as_samira).guides] == ["Anna"]
