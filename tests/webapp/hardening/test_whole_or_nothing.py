"""What is sent is stored whole, once, or not at all."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from flask import abort

from schemas.tables import candidates
from tests.webapp.browser import signed_in
from webapp.site.access import allow
from webapp.site.request import database as of_request
from webapp.site.request import now

AT_ONCE = 50


@pytest.fixture
def form():
    return {
        "id": str(uuid4()), "channel": "public", "employer": "Wilg", "kind": "phone",
        "outcome": "spoken", "happened_on": str(now().date()),
    }  # fmt: skip


def attempts(database):
    with database.connect() as db:
        return db.execute("select count(*) from attempt").fetchone()[0]


@pytest.mark.asvs("2.3.3 15.4.2")
def test_a_form_sent_fifty_times_at_once_is_recorded_once(
    anna, app, people, database, form
):
    path = f"/kandidaten/{people.samira}/pogingen/nieuw"
    sent = {**form, "csrf_token": anna.token()}
    cookies = [
        (one.key, one.value)
        for one in (anna.client.get_cookie(n) for n in ("sessie", "formulier"))
    ]

    def send(_):
        client = app.test_client()
        for name, value in cookies:
            client.set_cookie(name, value)
        return client.post(path, data=sent).status_code

    with ThreadPoolExecutor(8) as many:
        answers = set(many.map(send, range(AT_ONCE)))
    assert answers <= {303}
    assert attempts(database) == 1


@pytest.mark.asvs("2.3.3")
def test_fifty_forms_are_fifty_records(anna, people, database, form):
    path = f"/kandidaten/{people.samira}/pogingen/nieuw"
    sent = {**form, "csrf_token": anna.token()}
    for _ in range(AT_ONCE):
        anna.client.post(path, data={**sent, "id": str(uuid4())})
    assert attempts(database) == AT_ONCE


@pytest.mark.asvs("2.3.3 16.5.3")
@pytest.mark.parametrize("status", [400, 404, 409, 422, 500])
def test_a_view_that_gives_up_halfway_leaves_nothing(own_app, people, database, status):
    @allow("adviser", data="traject")
    def halfway():
        changed = candidates.Traject(
            id=people.samira,
            name="Samira",
            paying="",
            phase=3,
            traject_start=now().date(),
            planned_end=None,
        )
        candidates.change_traject(of_request(), changed)
        abort(status)

    own_app.add_url_rule("/halverwege", "halfway", halfway)
    anna = signed_in(own_app, database, "Anna")
    assert anna.client.get("/halverwege").status_code == status
    with database.connect() as db:
        assert db.execute(
            "select phase from candidate where id = %s", (people.samira,)
        ).fetchone() == (2,)


@pytest.mark.asvs("15.3.7")
def test_of_a_field_sent_twice_the_first_counts_everywhere(
    anna, people, database, form
):
    path = f"/kandidaten/{people.samira}/pogingen/nieuw"
    token = anna.token()
    twice = {**form, "csrf_token": token, "employer": ["Wilg", "Boos"]}
    assert anna.client.post(path, data=twice).status_code == 303
    with database.connect() as db:
        assert db.execute("select employer from attempt").fetchone() == ("Wilg",)
