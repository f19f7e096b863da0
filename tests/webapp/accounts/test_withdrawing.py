"""An invitation is withdrawn, and put back unless another came in its place."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from schemas.tables import sessions
from tests.webapp.accounts.conftest import join
from webapp.site.request import now


def undo(page):
    return page.xpath("//form[contains(@action, '/terug')]/@action")


def withdraw(anna, dossier):
    (form,) = anna.get(dossier).xpath("//form[contains(@action, 'intrekken')]/@action")
    assert anna.post(form).status_code == 303
    (back,) = undo(anna.get(dossier))
    return back


def test_withdrawing_ends_it_and_the_form_sent_twice_invites_once(
    invite, guest, anna, dossier, mailed
):
    same = {"id": str(uuid4()), "persona": "candidate", "email": "x@y.nl", "name": "X"}
    token, code = invite(**same)
    assert anna.post(dossier, **same).status_code == 303
    assert len(mailed("invitation")) == 1
    page = anna.get(dossier)
    (form,) = page.xpath("//form[contains(@action, 'intrekken')]")
    assert anna.post(form.get("action")).status_code == 303
    assert join(guest, token, code).status_code == 410
    assert anna.post(form.get("action")).status_code == 404


def test_what_was_withdrawn_by_mistake_is_put_back(
    invite, guest, anna, dossier, browser_of
):
    link = invite()
    back = withdraw(anna, dossier)
    assert browser_of("Bram").post(back).status_code == 404
    assert browser_of("Cora").post(back).status_code == 404
    assert anna.post(back).status_code == 303
    assert join(guest, *link).status_code == 302


@pytest.mark.parametrize(
    ("email", "accepted", "why"),
    [
        ("samira@nieuw.nl", True, "Dit adres heeft nu een account."),
        ("samira@anders.nl", True, "Deze kandidaat heeft nu een account."),
        ("samira@nieuw.nl", False, "Er is een andere uitnodiging."),
    ],
)
def test_where_another_invitation_came_first_there_is_no_undo(
    invite, guest, anna, dossier, email, accepted, why
):
    invite()
    back = withdraw(anna, dossier)
    link = invite(email=email)
    if accepted:
        assert join(guest, *link).status_code == 302
    page = anna.get(dossier)
    assert undo(page) == []
    assert f"Dit kan niet meer terug. {why}" in page.text_content()
    late = anna.post(back)  # the page was open before
    assert late.status_code == 409
    assert why in late.get_data(as_text=True)


@pytest.mark.asvs("8.2.2")
def test_an_invitation_of_another_adviser_is_not_told_of(
    invite, guest, anna, dossier, people, browser_of, database
):
    """Who is invited elsewhere is ill, or pays for who is."""
    with database.connect() as db:
        db.execute("update candidate set account_id = null where name = 'Tom'")
        db.execute("delete from account where name = 'Tom'")
    sent = {"persona": "candidate", "email": "samira@nieuw.nl", "name": "Tom"}
    page = f"/kandidaten/{people.tom}/toegang"
    answer = browser_of("Bram").post(page, id=str(uuid4()), **sent)
    assert answer.status_code == 200
    link = invite()
    back = withdraw(anna, dossier)
    assert "kan niet meer terug" not in anna.get(dossier).text_content()
    assert anna.post(back).status_code == 303
    assert join(guest, *link).status_code == 302


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize(
    ("who", "told"), [("anna", "replaced"), ("bram", None), ("cora", None)]
)
def test_why_an_invitation_stays_withdrawn_is_told_to_whose_it_is(
    invite, anna, dossier, people, database, who, told
):
    invite()
    invitation = UUID(withdraw(anna, dossier).split("/")[2])
    invite()
    with database.connect("web_auth") as db:
        until = now() + timedelta(hours=1)
        sessions.open_session(db, getattr(people, who), "een teken", until)
    role = "web_coordinator" if who == "cora" else "web_adviser"
    with database.connect(role) as db:
        sessions.identify(db, "een teken")
        query = "select why_it_stays_withdrawn(%s)"
        assert db.execute(query, (invitation,)).fetchone() == (told,)
