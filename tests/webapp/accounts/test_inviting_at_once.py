"""A button that is pressed twice, quicker than the first answer comes."""

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta
from uuid import uuid4

from schemas.tables import invitations, sessions
from schemas.tables.invitations import NewInvitation
from webapp.site.request import now

OVERTAKES = 0.3  # seconds in which the second would be done, were it not to wait


def test_a_form_that_is_sent_twice_at_once_invites_once_and_is_no_failure(
    database, people
):
    """Else the code, which is shown only once, goes under a page that says so."""
    new = NewInvitation(
        id=uuid4(),
        persona="opdrachtgever",
        email="nieuw@example.nl",
        name="Nieuw",
        candidate=people.samira,
        token_hash=b"t",
        code_hash=b"c",
        link_secret="geheim",
    )
    with database.connect("web_auth") as db:
        sessions.open_session(db, people.anna, "teken", now() + timedelta(hours=1))

    def invite(db):
        sessions.identify(db, "teken")
        return invitations.invite(db, new)

    with (
        ThreadPoolExecutor() as pool,
        database.connect("web_adviser") as first,
        database.connect("web_adviser") as second,
    ):
        assert invite(first) == "invited"
        later = pool.submit(invite, second)
        wait([later], timeout=OVERTAKES)
        assert not later.done()
        first.commit()
        assert later.result() == "sent_twice"
