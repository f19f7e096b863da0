"""The account, the mails and the opdrachtgever in a candidate's own file; no secret."""

import io
import json
import zipfile

import pytest
from lxml import html

from tests import builders
from tests.sealing import VAULT
from tests.webapp.record.around_rows import SECRET
from webapp.record import exporting


@pytest.fixture
def taken(database, people, around):  # noqa: ARG001 - it is in the file
    """What is in Samira's zip: the file for a computer and the page."""
    with database.connect("maintenance") as db:
        made = exporting.make(db, people.samira, now=builders.NOW, vault=VAULT)
    zipped = zipfile.ZipFile(io.BytesIO(made))
    return tuple(zipped.read(one).decode() for one in (exporting.DATA, exporting.PAGE))


def under(page, title):
    """What is said under a heading: each label with its value."""
    [part] = html.fromstring(page).xpath("//section[h2=$title]", title=title)
    values = zip(part.xpath(".//dt/text()"), part.xpath(".//dd/text()"), strict=True)
    return [f"{label}: {value}" for label, value in values]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Wie uw zoektocht betaalt en mag volgen", "Naam: Bakkerij Voorbeeld"),
        ("Vacatures die uw adviseur voor u toevoegde", "Functie: Receptie bij samira"),
        ("Vacatures die uw adviseur voor u toevoegde", "Bedrijf: De Linde"),
        ("Vacatures die uw adviseur voor u toevoegde", "Link: https://linde.example/1"),
        ("Uw account", "E-mailadres: samira@example.nl"),
        ("Uw account", "Soort account: kandidaat"),
        ("Uw account", "Wij mailden daarover het laatst op: 02-11-2026"),
        ("Waar u inlogde", "Browser: Firefox op Windows"),
        ("Apparaten die wij onthouden", "Tot: 24-12-2026 00:00"),
        ("Herstelcodes van uw app", "Gebruikt: nog niet"),
        ("Toen uw tweede stap werd weggehaald", "Waarom: Een nieuwe telefoon"),
        ("Links waar u om vroeg", "Waarvoor: een ander e-mailadres"),
        ("Uitnodigingen voor uw account", "E-mailadres: samira@example.nl"),
        ("Mails aan u", "Over: Uw code om in te loggen"),
    ],
)
def test_what_is_known_around_the_dossier_is_in_the_file(taken, title, told):
    assert told in under(taken[1], title)


def test_the_file_for_a_computer_holds_it_too(taken):
    told = json.loads(taken[0])
    assert told["opdrachtgever"][0]["name"] == "Bakkerij Voorbeeld"
    assert told["account"][0]["signed_in_at"]
    assert [(one["kind"], one["email"].lower()) for one in told["outbox"]] == [
        ("sign_in_code", "samira@example.nl"),
        ("invitation", "samira@example.nl"),
        ("invitation", "samira@eerder.nl"),
        ("something_new", "samira@example.nl"),
    ]


def test_only_the_own_rows_are_in_the_file(taken):
    """Of Tom as much is known, and there is another opdrachtgever."""
    one_each = {"account", "session", "device", "recovery_code", "factor_reset"}
    one_each |= {"account_link", "added_vacancy", "opdrachtgever"}
    told = json.loads(taken[0])
    assert {table: len(told[table]) for table in one_each} == dict.fromkeys(one_each, 1)
    assert {one["email"].split("@")[0].lower() for one in told["outbox"]} == {"samira"}


def test_no_secret_is_in_the_file(taken):
    for text in taken:
        assert SECRET not in text
        assert SECRET.encode().hex() not in text
    secret = {"token_hash", "code_hash", "password_hash", "totp_seed", "secret"}
    rows = (row for rows in json.loads(taken[0]).values() for row in rows)
    assert [row.keys() & secret for row in rows if row.keys() & secret] == []


@pytest.mark.parametrize("other", ["tom", "anna", "bram", "olga"])
def test_nobody_elses_address_is_in_the_file(taken, other):
    for text in taken:
        assert f"{other}@" not in text.lower()


def test_an_address_that_perhaps_is_somebody_elses_is_not_in_the_file(taken):
    """A slip in an invitation, who follows for the opdrachtgever, an older address."""
    emails = {one["email"] for one in json.loads(taken[0])["invitation"]}
    assert emails == {"samira@example.nl", "samira@eerder.nl"}
    for text in taken:
        for slip in ("vergist", "baas", "oud.nl"):
            assert slip not in text


def test_what_was_mailed_to_the_address_when_it_was_another_s_is_not_in_the_file(
    database, people, around
):
    """Who moves to an address of the household gets nobody else's mails with it, nor
    does who was invited there first.
    """
    assert around is None
    moves = "update account set email = %s where id = %s"
    with database.connect() as db:
        db.execute(moves, ("tom@nieuw.nl", people.tom_account))
        db.execute(moves, ("tom@example.nl", people.samira_account))
        db.execute(
            "update invitation set email = 'samira@eerder.nl' where name = 'tom'"
        )
        db.execute("update outbox set email = 'samira@eerder.nl' where email ~ '^tom'")
    with database.connect("maintenance") as db:
        made = exporting.make(db, people.samira, now=builders.NOW, vault=VAULT)
    told = json.loads(zipfile.ZipFile(io.BytesIO(made)).read(exporting.DATA))
    found = {one["email"].lower() for one in told["outbox"]}
    assert found == {"samira@example.nl", "samira@eerder.nl"}


def test_who_has_no_account_yet_has_none_of_anybody_in_the_file(
    database, people, around
):
    assert around is None
    with database.connect() as db:
        lone = builders.add_candidate(db, "Lies", adviser=people.anna)
    with database.connect("maintenance") as db:
        made = exporting.make(db, lone, now=builders.NOW, vault=VAULT)
    told = json.loads(zipfile.ZipFile(io.BytesIO(made)).read(exporting.DATA))
    full = {table for table, rows in told.items() if rows}
    assert full == {"candidate", "assignment"}


def test_the_file_does_not_promise_more_than_it_holds(taken):
    page = html.fromstring(taken[1])
    assert "alles wat wij over u weten" not in page.text_content()
    link = "#niet-erin"
    assert page.xpath("//a[@href=$link]", link=link)
    [left_out] = page.xpath("//*[@id=$id]", id=link[1:])
    told = left_out.text_content()
    for thing in ("wachtwoord", "logboek", "mails", "Reservekopieën", "adviseur"):
        assert thing in told, thing


def test_the_page_that_makes_the_file_promises_no_more_either(browser_of):
    told = " ".join(browser_of("Samira").get("/mijn/gegevens").text_content().split())
    assert "alles meenemen" not in told
    assert "Op de pagina leest u ook wat er niet in staat" in told
