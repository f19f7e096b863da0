"""The day is that of the Netherlands, also for the rules on the rows."""

import pytest

from schemas.database import connect, in_our_time
from schemas.pools import Pools

ZONE = "show timezone"
TODAY = "select current_date = (now() at time zone 'Europe/Amsterdam')::date"


@pytest.mark.parametrize("role", ["crawler", "web_adviser", "maintenance"])
def test_whoever_connects_is_in_the_netherlands(database, role):
    with connect(database.role(role)) as db:
        assert db.execute(ZONE).fetchone() == ("Europe/Amsterdam",)
        assert db.execute(TODAY).fetchone() == (True,)


def test_so_is_whoever_borrows_a_connection(database):
    pools = Pools({"web_auth": database.role("web_auth")}, size=1)
    with pools.lend("web_auth") as db:
        assert db.execute(ZONE).fetchone() == ("Europe/Amsterdam",)
    pools.close()


def test_other_options_of_an_address_stay():
    address = in_our_time("postgresql:///x?options=-c%20statement_timeout%3D9")
    assert "statement_timeout=9 -c timezone=Europe/Amsterdam" in address
