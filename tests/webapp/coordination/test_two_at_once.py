"""Two coordinators who decide at the same moment do not overlook each other."""

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta

from schemas.tables import appointments, sessions
from tests import builders
from tests.builders import real_today
from webapp.site.request import now

OVERTAKES = 0.3  # seconds in which the second would be done, were it not to wait


def test_a_traject_that_two_hand_over_at_once_is_in_the_hands_of_one(database, people):
    """Else somebody reads a dossier of whom nobody thinks so."""
    with database.connect() as db:
        carla = builders.add_account(db, "adviser", "Carla")
    with database.connect("web_auth") as db:
        sessions.open_session(db, people.cora, "teken", now() + timedelta(hours=1))

    def hand_over(db, adviser):
        sessions.identify(db, "teken")
        return appointments.hand_over(
            db, people.samira, adviser, by=people.cora, today=real_today()
        )

    with (
        ThreadPoolExecutor() as pool,
        database.connect("web_coordinator") as first,
        database.connect("web_coordinator") as second,
    ):
        assert hand_over(first, people.bram)
        later = pool.submit(hand_over, second, carla)
        wait([later], timeout=OVERTAKES)
        assert not later.done()
        first.commit()
        assert later.result()
    with database.connect() as db:
        guides = db.execute(
            "select adviser_id from assignment "
            "where candidate_id = %s and ends_on is null",
            (people.samira,),
        ).fetchall()
    assert guides == [(carla,)]
