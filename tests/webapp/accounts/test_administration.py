"""Accounts from the command line: kept out at once, and let in again."""

import pytest

from schemas.errors import BadInputError
from webapp.accounts import administration


def test_who_is_disabled_is_out_at_once_and_may_come_back(browser_of, database):
    maintenance = database.role("maintenance")
    browser = browser_of("Anna")
    administration.set_active(maintenance, "ANNA@example.nl", active=False)
    assert browser.client.get("/kandidaten").status_code == 302
    administration.set_active(maintenance, "anna@example.nl", active=True)
    assert (
        browser.client.get("/kandidaten").status_code == 302
    )  # the old session is over
    browser_of("Anna").get("/kandidaten")


def test_an_unknown_address_is_said(database):
    with pytest.raises(BadInputError):
        administration.set_active(
            database.role("maintenance"), "niemand@example.nl", active=False
        )


def test_a_stand_in_reaches_the_traject_and_nobody_loses_it(
    browser_of, database, people
):
    path = f"/kandidaten/{people.samira}"
    bram = browser_of("Bram")
    bram.get(path, status=404)
    maintenance = database.role("maintenance")
    administration.assign(
        maintenance, "bram@example.nl", people.samira, until=None, reason="verlof"
    )
    for stand_in in (bram, browser_of("Anna")):
        stand_in.get(path)
    with pytest.raises(BadInputError):
        administration.assign(
            maintenance, "olga@example.nl", people.samira, until=None, reason=""
        )
