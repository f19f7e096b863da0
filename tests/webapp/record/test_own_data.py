"""A candidate sees who looked, takes everything along, and has a say of the own."""

import io
import json
import time
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import psycopg
import pytest

from schemas.catalogue.columns import exported
from schemas.opening import OpenDatabase
from schemas.settings import read_settings
from schemas.tables import sessions
from tests import builders
from tests.sealing import SETTINGS, VAULT
from tests.webapp import trespass
from webapp.record import exporting, jobs
from webapp.record.words import ACTS, THINGS, WHO


@pytest.fixture
def samira(browser_of):
    return browser_of("Samira")


@pytest.fixture
def dossier(people):
    return f"/kandidaten/{people.samira}"


@pytest.fixture
def work(database, tmp_path):
    """A function: what the worker does with a question for a file."""
    settings = replace(SETTINGS, home=tmp_path)
    opened = OpenDatabase(settings=settings, url=database.url, embedded=False)

    def make():
        with database.connect() as db:
            rows = db.execute(
                "select args ->> 'export_id' from procrastinate_jobs "
                "where task_name = 'make_export'"
            ).fetchall()
        for (export_id,) in rows:
            jobs.export(opened, export_id)
        return opened

    return make


def text(page):
    return " ".join(page.text_content().split())


LOOKS = "/mijn/gegevens/wie-keek"


def test_a_candidate_reads_in_which_function_somebody_looked(
    anna, browser_of, samira, dossier
):
    assert "Nog niemand keek in uw dossier" in text(samira.get(LOOKS))
    anna.get(dossier)
    anna.get(dossier)
    browser_of("Olga").get("/mijn-trajecten")
    seen = text(samira.get(LOOKS))
    assert "Uw adviseur bekeek uw dossier, 2 keer." in seen
    assert "Uw werkgever bekeek hoe uw zoektocht gaat." in seen
    assert "Anna" not in seen


def test_a_stand_in_is_called_one(database, people, browser_of, samira, dossier):
    with database.connect() as db:
        builders.add_stand_in(db, people.samira, people.bram)
    browser_of("Bram").get(dossier)
    assert "Een waarnemer van uw adviseur bekeek uw dossier." in text(samira.get(LOOKS))


def test_what_was_refused_and_what_is_of_others_is_not_in_the_list(
    anna, browser_of, samira, people
):
    browser_of("Bram").get(f"/kandidaten/{people.samira}", status=404)
    anna.get(f"/kandidaten/{people.tom}", status=404)
    samira.get("/mijn")
    assert "Nog niemand keek" in text(samira.get(LOOKS))


def test_whoever_guides_or_oversees_reads_the_same(anna, browser_of, people, dossier):
    anna.get(dossier)
    page = text(anna.get(f"{dossier}/wie-keek"))
    assert "De adviseur bekeek het dossier." in page
    cora = browser_of("Cora")
    page = text(cora.get(f"/trajecten/{people.samira}/wie-keek"))
    assert "De adviseur bekeek het dossier." in page
    cora.get(f"/trajecten/{people.anna}/wie-keek", status=404)


def test_an_admin_reads_the_log_without_a_candidates_name(
    anna, browser_of, database, tmp_path, dossier
):
    anna.get(dossier)
    arie = browser_of("Arie")
    assert "nog niet verzegeld" in text(arie.get("/beheer/logboek"))
    settings = read_settings({"SPOORZOEKER_HOME": str(tmp_path)})
    jobs.seal(OpenDatabase(settings=settings, url=database.url, embedded=False))
    page = text(arie.get("/beheer/logboek"))
    assert "bekeek het dossier" in page
    assert "Verzegeld tot en met" in page
    assert "Samira" not in page
    assert text(arie.get("/beheer/logboek?voor=1")).count("Hier staat nog niets") == 1
    arie.get("/beheer/logboek?voor=x", status=404)


def test_a_long_list_goes_on_before_a_day(database, anna, samira, dossier, people):
    anna.get(dossier)
    with database.connect() as db:
        db.execute("set session_replication_role = replica")
        for days in range(1, 120):
            for thing in ("dossier", "task"):
                db.execute(
                    "insert into log_entry (at, cluster, xact, account_id, persona, "
                    "stands_in, act, thing, candidate_id) "
                    "values (%s, 1, 1, %s, 'adviser', false, 'viewed', %s, %s)",
                    (builders.days_ago(days), people.anna, thing, people.samira),
                )
    page = samira.get(LOOKS)
    [older] = page.xpath("//a[contains(., 'eerder was')]/@href")
    rest = samira.get(f"{LOOKS}{older}")
    days = [len(one.xpath("//main//h2")) for one in (page, rest)]
    assert sum(days) == 120
    assert not rest.xpath("//a[contains(., 'eerder was')]")


def test_every_word_of_the_log_is_said_in_dutch(database):
    with database.connect() as db:
        rules = " ".join(
            row[0]
            for row in db.execute(
                "select pg_get_constraintdef(oid) from pg_constraint "
                "where conrelid = 'log_entry'::regclass and contype = 'c'"
            )
        )
    for word in (*ACTS, *THINGS, *(one for one in WHO if one != "stand_in")):
        assert f"'{word}'" in rules
    assert rules.count("'::text") == len(ACTS) + len(THINGS) + len(WHO) - 1


def test_a_reaction_stands_beside_the_task_until_it_is_taken_back(
    samira, anna, ids, dossier, browser_of
):
    task = ids["Samira"]["task_id"]
    page = samira.get(f"/mijn/reacties/{task}")
    form = trespass.filled_in(page.xpath("//form[.//textarea]")[0])
    said = "Ik was er wel, maar de deur was dicht."
    for _ in range(2):  # sent twice by accident
        answer = samira.post(f"/mijn/reacties/{task}", **{**form, "text": said})
        assert answer.status_code == 303
    assert text(samira.get("/mijn")).count(said) == 1
    assert text(anna.get(f"{dossier}/taken")).count(said) == 1
    olga = browser_of("Olga")
    assert said not in text(olga.get("/mijn-trajecten"))
    undo = samira.get(f"/mijn/reacties/{task}").xpath(
        "//form[contains(@action, '/terug')]/@action"
    )[-1]
    assert samira.post(undo).status_code == 303
    assert samira.post(undo).status_code == 404
    assert said not in text(anna.get(f"{dossier}/taken"))
    assert said in text(samira.get(f"/mijn/reacties/{task}"))


def test_a_form_that_was_sent_before_keeps_what_was_written_anew(samira, ids):
    """Who goes back in the browser and writes on loses no word of it."""
    page = f"/mijn/reacties/{ids['Samira']['task_id']}"
    sent = {"id": str(uuid4())}
    for said in ("Ik belde maandag.", "Ik belde maandag.", "En dinsdag ook."):
        assert samira.post(page, **sent, text=said).status_code == 303
    read = text(samira.get(page))
    assert read.count("Ik belde maandag.") == 1
    assert read.count("En dinsdag ook.") == 1


def test_a_reaction_stands_beside_an_attempt_and_a_proposal(
    samira, anna, ids, dossier, database
):
    with database.connect() as db:
        (judgement,) = db.execute(
            "select id from judgement where candidate_id = %s",
            (ids["Samira"]["candidate_id"],),
        ).fetchone()
    for record in (ids["Samira"]["attempt_id"], judgement):
        answer = samira.post(
            f"/mijn/reacties/{record}", text="Dit klopt niet helemaal."
        )
        assert answer.status_code == 303
    assert "Dit klopt niet helemaal." in text(anna.get(f"{dossier}/pogingen"))
    vacancy = ids["Samira"]["vacancy_id"]
    assert "Dit klopt niet" in text(samira.get(f"/mijn/vacatures/{vacancy}"))
    assert "Dit klopt niet" in text(anna.get(dossier))


@pytest.mark.parametrize(
    ("said", "wrong"), [("", "Schrijf hier"), ("Ik heb een depressie.", "welke ziekte")]
)
def test_a_reaction_that_cannot_stay_is_asked_again(samira, ids, said, wrong):
    answer = samira.post(f"/mijn/reacties/{ids['Samira']['task_id']}", text=said)
    assert answer.status_code == 422
    assert wrong in answer.get_data(as_text=True)


def test_nobody_rewrites_a_reaction(database, people, ids):
    assert ids
    token = "een teken van Samira"
    with database.connect("web_auth") as db:
        expires = datetime(2099, 1, 1, tzinfo=UTC)
        sessions.open_session(db, people.samira_account, token, expires)
    for change in ("text_sealed = 'x'", "made_at = now()", "task_id = null"):
        with database.connect("web_candidate") as db:
            sessions.identify(db, token)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                db.execute(f"update reaction set {change}")
    with database.connect("web_candidate") as db:
        sessions.identify(db, token)
        withdraw = "update reaction set withdrawn_at = now()"
        assert db.execute(withdraw).rowcount == 1
        assert db.execute(withdraw).rowcount == 0  # once is for good
    with (
        database.connect("web_opdrachtgever") as db,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        db.execute("select 1 from reaction")


CONSENTS = "/mijn/gegevens/toestemming"


def test_consent_is_given_per_thing_and_taken_back_with_one_button(samira):
    assert samira.post(CONSENTS, item="whatsapp").status_code == 303
    assert samira.post(CONSENTS, item="whatsapp").status_code == 303
    page = samira.get(CONSENTS)
    [withdraw] = page.xpath("//form[contains(@action, '/intrekken')]/@action")
    assert samira.post(withdraw).status_code == 303
    page = samira.get(CONSENTS)
    assert not page.xpath("//form[contains(@action, '/intrekken')]")
    assert "Dit vond u eerder goed" in text(page)


def test_a_form_that_was_sent_before_gives_consent_that_was_taken_back(samira):
    sent = {"id": str(uuid4()), "item": "whatsapp"}
    samira.post(CONSENTS, **sent)
    [withdraw] = samira.get(CONSENTS).xpath("//form/@action[contains(., 'intrekken')]")
    samira.post(withdraw)
    for _ in range(2):
        assert samira.post(CONSENTS, **sent).status_code == 303
    page = samira.get(CONSENTS)
    assert len(page.xpath("//form[contains(@action, '/intrekken')]")) == 1


def test_consent_for_the_cv_names_the_company(samira):
    answer = samira.post(CONSENTS, item="present_cv")
    assert answer.status_code == 422
    assert "welk bedrijf" in answer.get_data(as_text=True)
    assert samira.post(CONSENTS, item="anything").status_code == 422


def applied(anna, dossier, employer):
    answer = anna.post(
        f"{dossier}/pogingen/nieuw",
        channel="public",
        employer=employer,
        kind="application",
        outcome="sent",
        happened_on="2026-11-20",
    )
    assert answer.status_code == 303
    return text(anna.get(f"{dossier}/pogingen"))


def test_a_cv_that_is_sent_without_consent_is_warned_about(anna, samira, dossier):
    warning = "geen toestemming om het cv aan De Wolk te geven"
    assert warning in applied(anna, dossier, "De Wolk")
    samira.post(CONSENTS, item="present_cv", company="de wolk")
    assert warning not in applied(anna, dossier, "De Wolk")


HOME = "/mijn/gegevens"


def taken(samira):
    """The zip that the page offers first."""
    link = samira.get(HOME).xpath("//a[contains(@href, '/bestand/')]/@href")[0]
    answer = samira.client.get(link)
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    return zipfile.ZipFile(io.BytesIO(answer.data))


@pytest.mark.usefixtures("ids", "around")
def test_a_candidate_takes_every_column_about_oneself_along(samira, work):
    assert samira.post(f"{HOME}/bestand").status_code == 303
    assert "Wij maken uw bestand" in text(samira.get(HOME))
    work()
    zipped = taken(samira)
    told = json.loads(zipped.read(exporting.DATA))
    missing = [
        (column.table, column.name)
        for column in exported()
        if not told[column.table] or column.name not in told[column.table][0]
    ]
    assert missing == []
    assert told["account"][0]["email"] == "samira@example.nl"
    (document,) = told["capacity_document"]
    assert document["sealed"]["items"][0]["sentence"] == "Volgens het verslag."
    assert "Volgens het verslag." in zipped.read(exporting.PAGE).decode()
    whole = zipped.read(exporting.DATA).decode() + zipped.read(exporting.PAGE).decode()
    assert "Geheim van Samira" in whole
    assert "Geheim van Tom" not in whole


def test_a_column_without_a_class_or_a_word_is_seen():
    """What has no label on the page is a number for the computer, and nothing else."""
    labels = exporting.words()
    numbers = {
        "id",
        "candidate_id",
        "account_id",
        "invitation_id",
        "opdrachtgever_id",
        "adviser_id",
    }
    numbers |= {"document_id", "run_id", "capacity_id", "company_id", "supersedes"}
    numbers |= {
        "judged_by",
        "made_by",
        "undone_by",
        "known_run",
        "thing_id",
        "appointed_by",
    }
    numbers |= {"model", "rules", "scoring", "weights", "known_model", "known_rules"}
    numbers |= {"task_id", "attempt_id", "judgement_id"}
    for column in exported():
        if column.name not in numbers:
            assert column.name in labels[column.table], column
    named = {(c.table, c.name) for c in exported()}
    for table, columns in labels.items():
        for name in columns:
            assert name == "_title" or (table, name) in named, (table, name)


def test_a_file_is_of_its_candidate_alone_and_over_after_a_week(
    samira, browser_of, work, database
):
    samira.post(f"{HOME}/bestand")
    opened = work()
    link = samira.get(HOME).xpath("//a[contains(@href, '/bestand/')]/@href")[0]
    assert browser_of("Tom").client.get(link).status_code == 404
    with database.connect() as db:
        row = db.execute("select expires_at - made_at from dossier_export").fetchone()
        assert row[0].days == 7
        db.execute("update dossier_export set expires_at = now() - interval '1 minute'")
    samira.get(link, status=404)
    assert jobs.forget(opened) == 1


def test_asking_twice_asks_once_and_five_times_a_day_is_enough(samira, work, database):
    for _ in range(2):
        samira.post(f"{HOME}/bestand")
    with database.connect() as db:
        (count,) = db.execute("select count(*) from dossier_export").fetchone()
    assert count == 1
    for _ in range(5):
        work()
        samira.post(f"{HOME}/bestand")
    assert "al vijf keer" in text(samira.get(HOME))


def test_what_is_fetched_is_in_the_log_as_exported(samira, work, database, people):
    samira.post(f"{HOME}/bestand")
    work()
    taken(samira)
    with database.connect() as db:
        rows = db.execute(
            "select candidate_id from log_entry where act = 'exported'"
        ).fetchall()
    assert rows == [(people.samira,)]


def test_two_thousand_rows_take_no_ten_seconds(database, people):
    with database.connect() as db:
        db.execute(
            "insert into attempt (candidate_id, channel, employer, kind, outcome, "
            "made_by) select %s, 'public', '<b>Bedrijf</b> ' || n, 'phone', 'spoken', "
            "%s from generate_series(1, 2000) n",
            (people.samira, people.anna),
        )
    began = time.process_time()
    with database.connect("maintenance") as db:
        made = exporting.make(db, people.samira, now=builders.NOW, vault=VAULT)
    assert time.process_time() - began < 10
    page = zipfile.ZipFile(io.BytesIO(made)).read(exporting.PAGE).decode()
    assert "&lt;b&gt;Bedrijf" in page
    assert "Hier staan de eerste 300." in page


@pytest.mark.asvs("7.5.3")
def test_a_file_is_only_asked_for_and_fetched_by_who_proved_it_just_now(
    samira, work, database
):
    samira.post(f"{HOME}/bestand")
    work()
    link = samira.get(HOME).xpath("//a[contains(@href, '/bestand/')]/@href")[0]
    with database.connect() as db:
        db.execute("update session set proven_at = now() - interval '11 minutes'")
    assert samira.client.get(link).status_code == 302
    assert samira.post(f"{HOME}/bestand").status_code == 403
