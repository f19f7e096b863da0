"""An id of somebody else is an id of nobody: same answer, letter for letter, nothing done."""

from collections import Counter
from uuid import uuid4

import pytest

from tests import builders
from tests.webapp import trespass

OBJECTS = 20

pytestmark = pytest.mark.asvs("8.2.2 8.4.1")


@pytest.fixture
def strangers(database, people):
    """The ids of twenty trajects that are nobody's of those who try."""
    found = []
    with database.connect() as db:
        (company,) = db.execute(
            "insert into company (name) values ('Ander bedrijf') returning id"
        ).fetchone()
        for number in range(OBJECTS):
            name = f"Vreemde {number}"
            account = builders.add_account(db, "candidate", f"vreemde{number}")
            candidate = builders.add_candidate(
                db, name, adviser=people.bram, account_id=account
            )
            rows = trespass.furnish_one(db, candidate, people.bram, company, name)
            found.append({"company_id": company, "account_id": account, **rows})
    return found


def pairs(trespasser, strangers):
    """(visitor, rule, method, which ids are foreign, whose) for everybody's own doors.

    The first id of an address, the others, and all of them are foreign in turn.
    """
    for rule in trespasser.rules():
        owner = trespasser.visitor(trespass.owner_of(rule))
        personal = sorted(
            rule.arguments - trespass.SHARED.get(owner.persona, set()) - {"account_id"}
        )
        combinations = [personal, *([one] for one in personal if len(personal) > 1)]
        for method in sorted(rule.methods & {"GET", "POST"}) if personal else ():
            for number, stranger in enumerate(strangers):
                foreign = combinations[number % len(combinations)]
                yield owner, rule, method, tuple(foreign), stranger


def test_twenty_strangers_at_every_address(trespasser, strangers, database):
    assert trespasser.forms  # their pages were looked at, which may ask for work
    before = trespass.dump(database)
    tried, odd, unknown = Counter(), [], {}
    for owner, rule, method, foreign, stranger in pairs(trespasser, strangers):
        rest = {n: owner.own[n] for n in rule.arguments if n not in foreign}
        key = rule.endpoint, method, foreign
        if key not in unknown:
            nowhere = trespasser.path(rule, rest | {n: uuid4() for n in foreign})
            unknown[key] = nowhere, trespasser._send(owner, method, nowhere)
        path = trespasser.path(rule, rest | {n: stranger[n] for n in foreign})
        nowhere, (status, body) = unknown[key]
        answer = trespasser._send(owner, method, path)
        tried[rule.endpoint, method] += 1
        if answer != (404, body.replace(nowhere, path)) or status != 404:
            odd.append((owner.name, method, path, answer[0], status))
    assert odd == []
    assert min(tried.values()) >= OBJECTS
    assert sum(tried.values()) >= 200
    assert trespass.dump(database) == before
