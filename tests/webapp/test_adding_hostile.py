"""Adding and looking, by somebody careless or worse: no flood, no leak, no surprise."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from lxml import html

from schemas.tables import vacancies_to_add, vacancy_checks
from schemas.tables.vacancies_to_add import Answer
from tests import builders
from webapp.site import headers
from webapp.site.request import now
from webapp.vacancies import adding as added_vacancies
from webapp.vacancies.adding_form import NO_ADDRESS, TOO_MANY, WITH_LOGIN

URL = "https://werkenbij.wilg.example/vacatures/kassa-7"
ROWS = "select to_jsonb(t)::text from {} t"
TEXT = "Hulp in de keuken, 20 tot 24 uur per week."


@pytest.fixture
def vacancy(database, people):
    with database.connect() as db:
        made = builders.vacancy(last_seen=now() - timedelta(days=2))
        added = builders.add_vacancy(db, made)
        builders.add_match(db, people.samira, (added, "past", 0.9))
    return added


def words(element) -> str:
    return " ".join(element.text_content().split())


def field_errors(answer) -> dict[str, str]:
    page = html.document_fromstring(answer.get_data(as_text=True))
    return {p.get("id"): words(p) for p in page.xpath("//p[@class='field-error']")}


def rows(database):
    with database.connect() as db:
        query = "select url, text, title, employer, place, hours from added_vacancy"
        return db.execute(query).fetchall()


def jobs(database):
    with database.connect() as db:
        return db.execute("select task_name from procrastinate_jobs").fetchall()


def everything(database, *tables):
    with database.connect() as db:
        return {
            table: str(db.execute(ROWS.format(table)).fetchall()) for table in tables
        }


# 1. Forms and addresses.


def test_every_answer_of_the_new_pages_carries_the_headers(anna, app, shelf, vacancy):  # fmt: skip
    unknown = uuid4()
    token = {"csrf_token": anna.token()}
    answers = [
        anna.client.get("/bronnen"),
        anna.client.get(f"{shelf}/toevoegen"),
        anna.client.get(f"{shelf}/toegevoegd/{unknown}"),
        anna.client.get(f"{shelf}/toegevoegd/geen-id"),
        anna.client.post(f"{shelf}/toevoegen", data=token),
        anna.client.post(f"{shelf}/toevoegen", data=token | {"url": URL}),
        anna.client.post(f"{shelf}/toevoegen", data=token | {"text": "x" * 1_100_000}),
        anna.client.post(f"{shelf}/toevoegen"),
        anna.client.post(f"{shelf}/{vacancy}/nog-open", data=token),
        anna.client.post(f"{shelf}/{unknown}/nog-open", data=token),
        anna.client.get(f"{shelf}/{vacancy}/nog-open"),
        anna.client.put(f"{shelf}/toevoegen"),
        app.test_client().get("/bronnen"),
        app.test_client().get(f"{shelf}/toevoegen"),
    ]
    assert [answer.status_code for answer in answers] == [
        *(200, 200, 404, 404, 422, 303, 413, 400, 303, 404, 405, 405, 302, 302)
    ]
    for answer in answers:
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Content-Security-Policy"] == headers.CONTENT_SECURITY_POLICY  # fmt: skip
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"


def test_no_form_is_taken_without_its_token_or_from_another_site(
    anna, app, shelf, vacancy, database
):
    for path in (f"{shelf}/toevoegen", f"{shelf}/{vacancy}/nog-open"):
        form = {"id": str(uuid4()), "url": URL}
        bare = anna.client.post(path, data=form)
        wrong = anna.client.post(path, data=form | {"csrf_token": "x" * 40})
        stranger = app.test_client().post(path, data=form)
        elsewhere = anna.client.post(
            path, data=form | {"csrf_token": anna.token()},
            headers={"Sec-Fetch-Site": "cross-site"},
        )  # fmt: skip
        statuses = [one.status_code for one in (bare, wrong, stranger, elsewhere)]
        assert statuses == [400, 400, 400, 403]
    assert rows(database) == jobs(database) == []


def test_looking_at_pages_changes_nothing_but_asks_for_one_fresh_look(
    anna, shelf, vacancy, database
):
    """Opening what was not seen today asks to look; nothing else comes of a GET."""
    tables = ("added_vacancy", "judgement", "match_run", "attempt", "task", "candidate")
    before = everything(database, *tables)
    for path in ("/bronnen", shelf, f"{shelf}/toevoegen", f"{shelf}/toegevoegd/{uuid4()}"):  # fmt: skip
        anna.client.get(f"{path}?id={uuid4()}&url={URL}&text=x&csrf_token=x")
    assert jobs(database) == []
    for _ in range(3):
        anna.client.get(f"{shelf}/{vacancy}")
    assert jobs(database) == [("check_vacancy",)]
    assert everything(database, *tables) == before


@pytest.mark.asvs("1.2.2")
@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)//a.b", "data:text/html,x.y", "file:///etc/host.name",
        "http://localhost/7", "http://2130706433/", "http://[::1]/", "https://",
        "http://[x.y", "vbscript:msgbox(1).x", "https://a b.nl/", "https://wilg.nl:8443/7", "//127.0.0.1.", "\x00",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_said_at_once(send, database, url):
    answer = send(url=url)
    assert answer.status_code == 422
    assert "url-error" in field_errors(answer)
    assert rows(database) == []


@pytest.mark.asvs("14.2.1")
@pytest.mark.parametrize("url", ["https://noor:geheim@wilg.example/7", "noor:geheim@wilg.example", "https://noor@wilg.example/"])  # fmt: skip
def test_a_password_in_an_address_is_not_kept(send, database, url):
    assert field_errors(send(url=url)) == {"url-error": WITH_LOGIN}
    assert rows(database) == []


@pytest.mark.asvs("1.1.2 1.2.1 3.2.2")
@pytest.mark.parametrize("odd", ["Hulp\x00 in\x1b de\u202e keuken", "<img src=x onerror=alert(1)>\"'", "{{ 7*7 }}%s%(id)s';--"])  # fmt: skip
def test_odd_letters_are_kept_out_and_html_stays_text(anna, send, shelf, database, odd):
    answer = send(url=URL, text=f"{odd} {TEXT}", title=odd, employer=odd, place=odd)
    assert answer.status_code == 303
    [(_, text, title, *_)] = rows(database)
    assert not set("\x00\x1b\u202e") & set(text + title)
    for path in (answer.headers["Location"], shelf):
        page = anna.get(path)
        assert title in words(page)
        assert not page.xpath("//main//img | //*[@onerror]")
        assert "49" not in words(page.xpath("//main")[0])


@pytest.mark.asvs("1.3.3 2.2.1")
def test_half_a_character_from_a_browser_is_no_crash(anna, shelf, database):
    body = f"csrf_token={anna.token()}&id={uuid4()}&url=https%3A%2F%2Fwilg.example%2F%ED%A0%80%FF&title=%ED%BF%BF"  # fmt: skip
    kind = "application/x-www-form-urlencoded"
    answer = anna.client.post(f"{shelf}/toevoegen", data=body, content_type=kind)
    assert answer.status_code in {303, 422}
    assert len(rows(database)) == (answer.status_code == 303)


@pytest.mark.parametrize(
    "odd", ["0", "-1", str(2**70), "geen-id", "%00", "' or 1=1 --", "../..", "{}"]
)
def test_an_odd_id_is_a_page_that_is_not_there(anna, shelf, odd):
    for path in (f"{shelf}/toegevoegd/{odd}", f"{shelf}/{odd}/nog-open"):
        assert anna.client.get(path).status_code in {404, 405, 308}
    answer = anna.post(f"{shelf}/toevoegen", id=odd, url=URL)
    assert answer.status_code == 303, "an odd id in the form gets a fresh one"


@pytest.mark.parametrize("name", ["Bram", "Samira", "Olga"])
def test_a_good_form_for_somebody_elses_candidate_is_not_there(
    browser_of, shelf, vacancy, database, name
):
    browser = browser_of(name)
    sent = browser.post(f"{shelf}/toevoegen", id=str(uuid4()), url=URL)
    pasted = browser.post(f"{shelf}/toevoegen", text=TEXT, title="Hulp")
    looked = browser.post(f"{shelf}/{vacancy}/nog-open")
    assert [one.status_code for one in (sent, pasted, looked)] == [404, 404, 404]
    assert rows(database) == jobs(database) == []


def test_one_id_for_two_candidates_reaches_only_the_first(anna, send, database, people):
    same = str(uuid4())
    send(id=same, url=URL)
    with database.connect() as db:
        other = builders.add_candidate(db, "Youssef", adviser=people.anna)
    again = anna.post(f"/kandidaten/{other}/vacatures/toevoegen", id=same, url=URL)
    anna.get(again.headers["Location"], status=404)
    assert len(rows(database)) == len(jobs(database)) == 1


# 2. No flood.


@pytest.mark.asvs("2.3.2 2.4.1")
def test_so_many_a_day_and_no_more(send, database, people):
    with database.connect() as db:
        db.execute(
            "insert into added_vacancy (id, candidate_id, url, asked_by, state) "
            "select gen_random_uuid(), %s, 'https://wilg.example/' || n, %s, 'done' "
            "from generate_series(1, %s) n",
            (people.samira, people.anna, added_vacancies.MOST_A_DAY - 1),
        )
    assert send(url=URL).status_code == 303
    full = send(url=URL, text=TEXT, title="Hulp")
    assert full.status_code == 422
    assert field_errors(full) == {"url-error": TOO_MANY}
    assert TEXT in full.get_data(as_text=True), "nothing typed is lost"
    assert len(rows(database)) == added_vacancies.MOST_A_DAY
    with database.connect() as db:
        db.execute("update added_vacancy set asked_at = now() - interval '25 hours'")
    assert send(url=URL).status_code == 303


def test_what_one_adviser_adds_does_not_stop_another(browser_of, send, database, people):  # fmt: skip
    with database.connect() as db:
        db.execute(
            "insert into added_vacancy (id, candidate_id, url, asked_by) "
            "select gen_random_uuid(), %s, 'https://wilg.example/' || n, %s "
            "from generate_series(1, %s) n",
            (people.samira, people.anna, added_vacancies.MOST_A_DAY),
        )
    assert send(url=URL).status_code == 422
    bram = browser_of("Bram")
    path = f"/kandidaten/{people.tom}/vacatures/toevoegen"
    assert bram.post(path, id=str(uuid4()), url=URL).status_code == 303


def test_too_many_looks_are_refused_in_plain_words(anna, shelf, vacancy, database, people):  # fmt: skip
    with database.connect() as db:
        db.execute("insert into looks_asked values (%s, current_date, 300)", (people.anna,))  # fmt: skip
    page = anna.get(anna.post(f"{shelf}/{vacancy}/nog-open").headers["Location"])
    assert "Je liet vandaag al heel vaak kijken" in words(page)
    assert "tien minuten" not in words(page)
    assert jobs(database) == []


# 3. Nobody in what everybody sees.


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", "Beste Samira,\n\nZie de vacature hieronder."),
        ("text", "Ik dacht aan SAMIRA voor dit werk."),
        ("title", "Kassa (voor Samira)"),
        ("employer", "Winkel van Samira"),
        ("place", "bij Samira thuis"),
        ("hours", "24, kan Samira"),
    ],
)
def test_the_name_of_the_candidate_does_not_get_in(send, database, field, value):
    form = {"text": TEXT, "title": "Hulp", field: value}
    answer = send(**form)
    assert answer.status_code == 422
    told = field_errors(answer)
    assert list(told) == [f"{field}-error"]
    assert "de naam van de kandidaat" in told[f"{field}-error"]
    assert rows(database) == []


@pytest.mark.parametrize("value", ["BSN 123456782", "bsn: 1234.56.782", "Burgerservicenummer 123456782"])  # fmt: skip
def test_nor_a_burgerservicenummer(send, database, value):
    answer = send(text=f"{TEXT} {value}", title="Hulp")
    assert "burgerservicenummer" in field_errors(answer)["text-error"]
    assert rows(database) == []


def test_other_adverts_are_not_mistaken_for_a_person(send, database):
    for text in (TEXT, "Bij Samirant in Ede.", "Je kent BSN en Digid."):
        assert send(text=text, title="Hulp").status_code == 303
    assert len(rows(database)) == 3


@pytest.fixture
def added(send, database, people):
    """Added for Samira, read by the crawler, looked at since, in Bram's ranking too."""
    answer = send(url=URL)
    assert answer.status_code == 303
    with database.connect() as db:
        (request,) = db.execute("select id from added_vacancy").fetchone()
        made = builders.vacancy(source="handmatig", url=URL, first_seen=now())
        vacancy = builders.add_vacancy(db, made)
        builders.add_match(db, people.tom, (vacancy, "past", 0.8))
    with database.connect("crawler") as db:
        vacancies_to_add.settle(db, request, Answer(vacancy_id=vacancy), now=now())
        vacancy_checks.record(db, vacancy, vacancy_checks.Outcome(result="unknown", reason="x"), now=now())  # fmt: skip
    return vacancy


def test_an_added_vacancy_does_not_tell_for_whom_it_was(
    browser_of, added, database, people
):
    bram = browser_of("Bram")
    for path in (f"/kandidaten/{people.tom}/vacatures/{added}", f"/kandidaten/{people.tom}/vacatures", "/bronnen"):  # fmt: skip
        page = bram.get(path)
        for hidden in ("Samira", "Anna", str(people.samira), str(people.anna)):
            assert hidden not in html.tostring(page).decode(), (path, hidden)
    shared = everything(
        database, "vacancy", "vacancy_event", "vacancy_demand", "crawl_run", "page",
        "source", "host", "host_signal",
    )  # fmt: skip
    for table, content in shared.items():
        for hidden in (people.samira, people.anna, "Samira", "Anna"):
            assert str(hidden) not in content, table


@pytest.mark.asvs("14.2.3 14.2.4")
def test_no_job_of_the_crawler_names_a_person(added, send, database, people):
    assert added
    send(text=TEXT, title="Hulp", employer="Wilg", url=URL)
    with database.connect() as db:
        found = db.execute(
            "select queue_name, args::text || coalesce(lock, '') || queueing_lock "
            "from procrastinate_jobs"
        ).fetchall()
    crawls = [args for queue, args in found if queue == "crawl"]
    assert len(crawls) == 2
    for hidden in (str(people.samira), str(people.anna), "Samira", "keuken", "kassa"):
        assert hidden not in json.dumps(crawls)


def test_the_opdrachtgever_and_the_candidate_notice_nothing(
    browser_of, send, vacancy, anna, shelf, database
):
    pages = {"Olga": ["/mijn-trajecten"], "Samira": ["/mijn", f"/mijn/vacatures/{vacancy}"]}  # fmt: skip
    browsers = {name: browser_of(name) for name in pages}

    def seen():
        return {
            path: words(html.document_fromstring(answer.get_data(as_text=True)))
            for name, paths in pages.items()
            for path in paths
            if (answer := browsers[name].client.get(path))
        }

    before = seen()
    assert "404" not in before
    send(text=TEXT, title="Hulp", url=URL)
    anna.post(f"{shelf}/{vacancy}/nog-open")
    with database.connect("crawler") as db:
        vacancy_checks.record(db, vacancy, vacancy_checks.Outcome(result="gone", status="gone"), now=now())  # fmt: skip
    assert seen() == before


@pytest.mark.asvs("1.2.1 3.2.2")
def test_a_message_of_a_hostile_site_is_text_on_the_page_of_sources(anna, database):
    hostile = "<script>alert(1)</script>"
    with database.connect() as db:
        builders.add_source(db, "wilg")
        db.execute("update source set employer = %s, url = 'javascript:alert(1)'", (hostile,))  # fmt: skip
        db.execute(
            "insert into crawl_run (source, status, error, finished_at) "
            "values ('wilg', 'failed', %s, now()), ('wilg', 'ok', %s, now())",
            (hostile, hostile),
        )
    page = anna.get("/bronnen")
    assert hostile in page.text_content()
    assert not page.xpath("//main//script | //a[starts-with(@href, 'javascript:')]")


def test_no_address_in_the_form_is_prefilled_from_the_outside(anna, shelf):
    page = anna.get(f"{shelf}/toevoegen?url={URL}&title=x&text=y&id={uuid4()}")
    assert page.xpath("//input[@id='url']/@value") in ([], [""])
    assert NO_ADDRESS not in words(page)
