"""Recording, listing and correcting mediation attempts."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from tests import builders
from tests.builders import by_now, real_today
from webapp.attempts.form import follow_up, read_attempt, workdays_after
from webapp.changes.known_words import known_then
from webapp.site.request import now
from webapp.writing.fields import identity_of_new

FRIDAY = date(2026, 11, 20)


def filled(**fields):
    return {
        "id": str(uuid4()),
        "channel": "own_network",
        "employer": "Drukkerij De Wolk",
        "kind": "phone",
        "outcome": "spoken",
        "happened_on": now().date().isoformat(),
        **fields,
    }


def add_company(browser, name):
    answer = browser.post("/bedrijven/nieuw", name=name)
    return answer.headers["Location"].removeprefix("/bedrijven/")


def stored(database):
    with database.connect() as db:
        return db.execute(
            "select employer, candidate_id, company_id, next_step, next_on, note, "
            "happened_on, made_by from attempt order by made_at"
        ).fetchall()


def read(**fields):
    return read_attempt(
        filled(**fields), made_by=uuid4(), now=now(), default_follow_up=True
    )


def test_workdays_step_over_the_weekend():
    assert workdays_after(FRIDAY, 1) == date(2026, 11, 23)
    assert workdays_after(FRIDAY, 2) == date(2026, 11, 24)
    assert workdays_after(date(2026, 11, 21), 1) == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("outcome", "day"),
    [
        ("voicemail", date(2026, 11, 24)),
        ("call_back", date(2026, 11, 23)),
        ("interested", date(2026, 11, 23)),
    ],
)
def test_some_outcomes_ask_for_a_next_step(outcome, day):
    assert follow_up(outcome, FRIDAY).on == day


@pytest.mark.parametrize("outcome", ["spoken", "no_answer", "declined", "sent", ""])
def test_other_outcomes_ask_for_nothing(outcome):
    assert follow_up(outcome, FRIDAY) is None


def test_an_own_day_wins_over_the_default():
    soon = now().date() + timedelta(days=10)
    attempt, errors = read(outcome="voicemail", next_on=soon.isoformat())
    assert (attempt.next_on, attempt.next_step, errors) == (soon, "", {})


def test_nothing_follows_when_the_form_says_so():
    attempt, _ = read(outcome="voicemail", next_step="Bellen", nothing_follows="1")
    assert (attempt.next_step, attempt.next_on) == ("", None)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"channel": "telepathie"}, "channel"),
        ({"kind": ""}, "kind"),
        ({"outcome": ""}, "outcome"),
        ({"employer": "  \x00 "}, "employer"),
        ({"employer": "x" * 201}, "employer"),
        ({"happened_on": "2199-01-01"}, "happened_on"),
        ({"happened_on": "morgen"}, "happened_on"),
        ({"happened_on": lambda: real_today(1).isoformat()}, "happened_on"),
        ({"next_step": "Bellen"}, "next_on"),
        ({"next_on": "2020-01-01"}, "next_on"),
        ({"note": "Verteld over de depressie."}, "note"),
        (
            {"next_step": "Bellen na zijn burn-out", "next_on": "2099-01-05"},
            "next_step",
        ),
    ],
)
def test_what_cannot_be_recorded_is_said_beside_its_field(fields, wrong):
    assert list(read(**by_now(fields))[1]) == [wrong]


def test_a_day_may_be_typed_the_dutch_way():
    attempt, errors = read(happened_on="03-11-2025")
    assert (attempt.happened_on, errors) == (date(2025, 11, 3), {})


def test_the_form_is_prefilled_from_the_vacancy(anna, people, database):
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy(employer="Kwekerij Fris"))
    page = anna.get(f"/kandidaten/{people.samira}/pogingen/nieuw?vacature={vacancy}")
    assert page.xpath("//input[@name='employer']/@value") == ["Kwekerij Fris"]
    assert page.xpath("//input[@name='channel'][@checked]/@value") == ["public"]
    assert page.xpath("//input[@name='vacancy_id']/@value") == [str(vacancy)]


def test_a_form_that_comes_from_nowhere_chooses_no_channel(anna, people):
    at = f"/kandidaten/{people.samira}/pogingen/nieuw"
    assert anna.get(at).xpath("//input[@name='channel'][@checked]") == []
    company = add_company(anna, "Kaasmakerij Klaver")
    page = anna.get(f"{at}?bedrijf={company}")
    assert page.xpath("//input[@name='channel'][@checked]/@value") == [
        "cold_acquisition"
    ]


EARLY = "Dit is voor de eerste dag van het traject, di 1 sep."


@pytest.fixture
def start(monkeypatch):
    """The traject of Samira began on 1 September, this year."""
    monkeypatch.setattr(
        "webapp.site.formats.now", lambda: datetime(2026, 11, 23, tzinfo=UTC)
    )


@pytest.mark.usefixtures("start")
@pytest.mark.parametrize("path", ["pogingen/nieuw", "a call"])
def test_nothing_was_tried_before_the_traject_began(anna, people, database, path):
    sent = filled(happened_on="2026-08-31")
    if path == "a call":
        company = add_company(anna, sent["employer"])
        at = f"/bedrijven/{company}/gesprekken/nieuw"
        sent |= {"candidate_id": str(people.samira)}
    else:
        at = f"/kandidaten/{people.samira}/{path}"
    answer = anna.post(at, **sent)
    assert answer.status_code == 422
    (said,) = anna._checked(answer).xpath("//*[@id='happened_on-error']/text()")
    assert said == EARLY
    assert stored(database) == []
    first = sent | {"happened_on": "2026-09-01"}
    assert anna.post(at, **first).status_code == 303


def test_a_traject_that_is_to_begin_has_no_attempts_yet(anna, people, database):
    with database.connect() as db:
        db.execute("update candidate set traject_start = '2099-10-05'")
    answer = anna.post(f"/kandidaten/{people.samira}/pogingen/nieuw", **filled())
    (said,) = anna._checked(answer).xpath("//*[@id='happened_on-error']/text()")
    assert said == "Dit is voor de eerste dag van het traject, 5 okt 2099."


def test_a_call_for_nobody_is_older_than_any_traject(anna, database):
    company = add_company(anna, "Drukkerij De Wolk")
    sent = filled(happened_on="2019-01-01", candidate_id="")
    at = f"/bedrijven/{company}/gesprekken/nieuw"
    assert anna.post(at, **sent).status_code == 303
    assert len(stored(database)) == 1


def test_what_was_recorded_too_early_can_still_be_mended(anna, people, database):
    sent = filled()
    anna.post(f"/kandidaten/{people.samira}/pogingen/nieuw", **sent)
    with database.connect() as db:
        db.execute("update attempt set happened_on = '2019-01-01'")
    mended = sent | {"happened_on": "2019-01-01", "note": "Hij belt terug."}
    assert anna.post(f"/pogingen/{identity_of_new(sent)}", **mended).status_code == 303
    earlier = sent | {"happened_on": "2018-12-31"}
    assert anna.post(f"/pogingen/{identity_of_new(sent)}", **earlier).status_code == 422


def test_an_unknown_vacancy_or_company_in_the_address_is_not_there(anna, people):
    at = f"/kandidaten/{people.samira}/pogingen/nieuw"
    anna.get(f"{at}?vacature={uuid4()}", status=404)
    anna.get(f"{at}?vacature=onzin", status=404)
    anna.get(f"{at}?bedrijf={uuid4()}", status=404)


def test_sending_twice_records_once(anna, people, database):
    sent = filled(note="Vroeg naar de planning.", outcome="voicemail")
    for _ in range(2):
        answer = anna.post(f"/kandidaten/{people.samira}/pogingen/nieuw", **sent)
        assert answer.status_code == 303
    (row,) = stored(database)
    assert row[0] == "Drukkerij De Wolk"
    assert row[1] == people.samira
    assert row[3] == ""  # sealed
    page = anna.get(f"/kandidaten/{people.samira}/pogingen")
    assert "Opnieuw bellen" in page.text_content()
    assert row[4] == workdays_after(now().date(), 2)
    assert row[7] == people.anna


def test_the_list_counts_per_channel_and_shows_the_note(anna, people):
    for channel in ("own_network", "own_network", "public"):
        sent = filled(channel=channel, note="Alleen voor mij.")
        anna.post(f"/kandidaten/{people.samira}/pogingen/nieuw", **sent)
    page = anna.get(f"/kandidaten/{people.samira}/pogingen")
    assert page.xpath("//dl[1]/dd/text()") == ["2", "0", "0", "1"]
    assert "Alleen voor mij." in page.text_content()


def test_an_empty_list_says_what_to_do(anna, people):
    page = anna.get(f"/kandidaten/{people.samira}/pogingen")
    assert page.xpath("//div[@class='empty']//a")


def test_a_form_with_a_mistake_keeps_what_was_typed(anna, people, database):
    sent = filled(outcome="", note="Lang verhaal", person="Kees")
    answer = anna.post(f"/kandidaten/{people.samira}/pogingen/nieuw", **sent)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Kies wat eruit kwam." in text
    assert "Lang verhaal" in text
    assert "Kees" in text
    assert sent["id"] in text
    assert stored(database) == []


def test_a_cold_call_makes_the_company_known(anna, people, database):
    sent = filled(channel="cold_acquisition", employer="Wasserij Wit")
    anna.post(f"/kandidaten/{people.samira}/pogingen/nieuw", **sent)
    again = filled(employer="wasserij wit")
    anna.post(f"/kandidaten/{people.samira}/pogingen/nieuw", **again)
    first, second = stored(database)
    assert first[2] is not None
    assert first[2] == second[2]


def test_of_two_namesakes_none_is_guessed(anna, people, database):
    for place in ("Assen", "Venlo"):
        anna.post("/bedrijven/nieuw", id=str(uuid4()), name="Bakker Bol", place=place)
    sent = filled(employer="Bakker Bol")
    answer = anna.post(f"/kandidaten/{people.samira}/pogingen/nieuw", **sent)
    assert answer.status_code == 422
    assert stored(database) == []


def test_its_maker_corrects_an_attempt(anna, people, database):
    sent = filled(outcome="spoken")
    anna.post(f"/kandidaten/{people.samira}/pogingen/nieuw", **sent)
    page = anna.get(f"/pogingen/{identity_of_new(sent)}")
    assert page.xpath("//input[@name='outcome'][@checked]/@value") == ["spoken"]
    mended = {**sent, "employer": "Drukkerij De Regen", "outcome": "voicemail"}
    answer = anna.post(f"/pogingen/{identity_of_new(sent)}", **mended)
    assert answer.status_code == 303
    (row,) = stored(database)
    assert (row[0], row[4]) == ("Drukkerij De Regen", None)


def test_a_stand_in_reads_but_does_not_correct(anna, browser_of, people, database):
    sent = filled()
    anna.post(f"/kandidaten/{people.samira}/pogingen/nieuw", **sent)
    with database.connect() as db:
        builders.add_stand_in(db, people.samira, people.bram)
    bram = browser_of("Bram")
    page = bram.get(f"/kandidaten/{people.samira}/pogingen")
    assert "Vastgelegd door een collega" in page.text_content()
    bram.get(f"/pogingen/{identity_of_new(sent)}", status=404)
    answer = bram.post(
        f"/pogingen/{identity_of_new(sent)}", **{**sent, "employer": "Gekaapt"}
    )
    assert answer.status_code == 404
    assert stored(database)[0][0] == "Drukkerij De Wolk"


def test_a_known_company_warns_that_a_colleague_called(anna, browser_of, people):
    bram = browser_of("Bram")
    company = add_company(bram, "Kaasmakerij Klaver")
    bram.post(
        f"/kandidaten/{people.tom}/pogingen/nieuw",
        **filled(employer="Kaasmakerij Klaver", note="Over Tom"),
    )
    page = anna.get(f"/kandidaten/{people.samira}/pogingen/nieuw?bedrijf={company}")
    (warning,) = page.xpath("//p[contains(@class, 'warning')]")
    assert "Bram" in warning.text_content()
    assert "Tom" not in page.text_content()


@dataclass(frozen=True)
class Recorded:
    known_verdict: str | None = "past"
    known_overruled: bool = False
    known_document: str | None = "fml"
    known_assessed_on: date | None = date(2026, 3, 12)
    known_rules: str | None = "2026-11-22.3"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "toen: past, FML 12-03-2026, regels 2026-11-22.3"),
        (
            {"known_verdict": "past_niet", "known_overruled": True},
            "toen: past niet (zelf beoordeeld), FML 12-03-2026, regels 2026-11-22.3",
        ),
        (
            {"known_document": None, "known_assessed_on": None},
            "toen: past, geen belastbaarheid, regels 2026-11-22.3",
        ),
        (
            {"known_verdict": None},
            "toen niet bij de beoordeelde vacatures, FML 12-03-2026, regels 2026-11-22.3",
        ),
        ({"known_rules": None}, "toen nog niet vergeleken"),
    ],
)
def test_what_was_known_then_is_said_in_a_line(facts, said):
    assert known_then(Recorded(**facts)) == said


def test_an_attempt_shows_what_was_known_when_it_was_recorded(anna, people, database):
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy())
        builders.add_match(db, people.samira, (vacancy, "uitzoeken", 0.8))
    sent = filled(channel="public", vacancy_id=str(vacancy))
    anna.post(f"/kandidaten/{people.samira}/pogingen/nieuw", **sent)
    with database.connect() as db:
        builders.add_match(db, people.samira, (vacancy, "past_niet", 0.8))
    for path in ("", "/pogingen"):
        text = anna.get(f"/kandidaten/{people.samira}{path}").text_content()
        assert "toen: uitzoeken, geen belastbaarheid, regels test" in text
