"""A new key of the installation: whoever signs in by an app notices nothing."""

import os
from dataclasses import replace

import pytest
from cryptography.exceptions import InvalidTag

from schemas import seeds
from schemas.opening import OpenDatabase
from schemas.pools import web_pools
from schemas.rotation import Rotated, rotate
from schemas.vault import UnknownKeyError
from tests.sealing import KEK
from tests.webapp.accounts.conftest import Visitor, code_now, shown_secret
from tests.webapp.browser import Browser
from webapp.application import create_app

NEW = os.urandom(32)


def with_keys(database, **keys):
    settings = replace(database.settings, **keys)
    return OpenDatabase(settings=settings, url=database.url, embedded=False)


def no_more(_done, _left):
    """Nobody looks on."""


@pytest.fixture
def elsewhere(database):
    """A function: somebody's browser on the site as it runs with the new key alone."""
    pools = web_pools(database.settings, database.url, size=2)
    app = create_app(replace(database.settings, kek=NEW), pools)
    yield lambda name: Visitor(
        Browser(app.test_client()), f"{name.lower()}@example.nl", database
    )
    pools.close()


@pytest.mark.asvs("11.2.2 13.3.1")
def test_an_app_works_after_the_rotation_when_the_old_key_is_gone(
    visit, give_app, database, elsewhere
):
    assert visit("Anna")
    seed = give_app("Anna")
    before = elsewhere("Anna")
    before.sign_in()
    assert before.code(code_now(seed)).status_code == 500
    both = with_keys(database, kek=NEW, kek_old=(KEK,))
    assert rotate(both, no_more) == Rotated(keys=0, apps=1)
    assert rotate(both, no_more) == Rotated(keys=0, apps=0)
    anna = elsewhere("Anna")
    anna.sign_in()
    assert anna.code(code_now(seed)).status_code == 302
    assert anna.is_in()


def test_who_is_setting_up_an_app_during_the_rotation_goes_on(
    visit, database, elsewhere
):
    anna = visit("Anna")
    anna.sign_in()
    seed = shown_secret(anna.browser.client.get("/inloggen/app").text)
    both = with_keys(database, kek=NEW, kek_old=(KEK,))
    assert rotate(both, no_more).apps == 1
    same = elsewhere("Anna")
    for name in ("inloggen", "formulier"):
        same.browser.client.set_cookie(name, anna.browser.client.get_cookie(name).value)
    assert shown_secret(same.browser.client.get("/inloggen/app").text) == seed


def test_without_the_key_of_an_app_nothing_is_changed_and_it_is_said_whose(
    people, give_app, database
):
    give_app("Anna")
    with pytest.raises(UnknownKeyError, match=str(people.anna)):
        rotate(with_keys(database, kek=NEW), no_more)
    with database.connect() as db:
        (kept,) = db.execute(
            "select totp_seed from account where id = %s", (people.anna,)
        ).fetchone()
    seeds.unseal(seeds.KeySealer(KEK), people.anna, kept)


def test_an_app_of_a_trial_lives_on_under_a_key_of_ones_own(database, people, tmp_path):
    trial = replace(database.settings, kek=None, home=tmp_path)
    grown = replace(trial, kek=NEW)
    sealed = seeds.seal(seeds.sealer_of(trial), people.anna, b"geheim")
    assert seeds.unseal(seeds.sealer_of(grown), people.anna, sealed) == b"geheim"
    renewed = seeds.renewed(seeds.sealer_of(grown), people.anna, sealed)
    assert seeds.unseal(seeds.KeySealer(NEW), people.anna, renewed) == b"geheim"
    with pytest.raises(InvalidTag):
        seeds.unseal(seeds.sealer_of(trial), people.anna, renewed)
