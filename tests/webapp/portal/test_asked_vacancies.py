"""A candidate asks about a vacancy seen elsewhere, and reads why or why not."""

from uuid import uuid4

import pytest

from tests import builders
from webapp.portal.asked_vacancies import LONGEST, NO_LINK, read_link
from webapp.writing.fields import Fields

LINK = "https://werkenbij.example/portier"
ASK = "/mijn/gevraagd"


@pytest.fixture
def samira(browser_of):
    return browser_of("Samira")


def add_known(database, people, **facts):
    """A vacancy we know by its address, that does not fit Samira."""
    with database.connect() as db:
        vacancy = builders.add_vacancy(
            db, builders.vacancy(**{"url": LINK, "title": "Portier", **facts})
        )
        builders.add_match(db, people.samira, (vacancy, "past_niet", 0.6))
        builders.set_findings(
            db,
            objections=[
                {
                    "field": "lift_kg",
                    "kind": "objection",
                    "text": "Te zwaar.",
                    "limit": "tillen tot 5 kg",
                }
            ],
        )
    return vacancy


def stored(database):
    with database.connect() as db:
        return db.execute(
            "select link, undone_at is null from asked_vacancy order by asked_at"
        ).fetchall()


def test_the_candidate_reads_why_not_in_plain_words(samira, people, database):
    vacancy = add_known(database, people)
    samira.get(f"/mijn/vacatures/{vacancy}", status=404)
    sent = samira.post(ASK, id=str(uuid4()), link=LINK)
    assert sent.status_code == 303
    assert samira.get("/mijn").xpath(f"//a[@href='/mijn/vacatures/{vacancy}']")
    text = samira.get(f"/mijn/vacatures/{vacancy}").text_content()
    assert "Waarom past dit nu niet bij u?" in text
    assert "Bij dit werk moet u zwaar tillen." in text
    assert "Misschien is er een hulpmiddel." in text
    for hidden in ("5 kg", "Te zwaar", "past_niet"):
        assert hidden not in text


def test_a_vacancy_we_do_not_have_goes_to_the_adviser(samira, anna, people):
    link = "https://elders.example/vacature/7?id=12"
    samira.post(ASK, id=str(uuid4()), link=link)
    assert "Vacature op elders.example" in samira.get("/mijn").text_content()
    dossier = anna.get(f"/kandidaten/{people.samira}")
    assert "Samira vroeg naar" in dossier.text_content()
    assert dossier.xpath("//a[contains(@rel, 'noopener')]/@href") == [link]


def test_a_vacancy_added_later_is_found_by_the_same_question(samira, people, database):
    samira.post(ASK, id=str(uuid4()), link=LINK + "/#solliciteer")
    assert stored(database) == [(LINK + "/", True)]
    vacancy = add_known(database, people)
    assert samira.get("/mijn").xpath(f"//a[@href='/mijn/vacatures/{vacancy}']")


def test_asking_twice_is_asking_once_and_it_can_be_taken_back(samira, database):
    for _ in range(2):
        samira.post(ASK, id=str(uuid4()), link=LINK)
    assert stored(database) == [(LINK, True)]
    (action,) = samira.get("/mijn").xpath("//form[contains(@action, '/weg')]/@action")
    assert samira.post(action).status_code == 303
    assert stored(database) == [(LINK, False)]
    assert samira.post(action).status_code == 404
    samira.post(ASK, id=str(uuid4()), link=LINK)
    assert stored(database)[1:] == [(LINK, True)]


def test_a_form_that_was_sent_before_asks_what_was_taken_back(samira, database):
    sent = {"id": str(uuid4()), "link": LINK}
    samira.post(ASK, **sent)
    (action,) = samira.get("/mijn").xpath("//form[contains(@action, '/weg')]/@action")
    samira.post(action)
    for _ in range(2):
        assert samira.post(ASK, **sent).status_code == 303
    assert stored(database) == [(LINK, False), (LINK, True)]


def test_enough_is_enough_for_one_day(samira, people, database):
    with database.connect() as db:
        db.execute(
            "insert into asked_vacancy (id, candidate_id, link) "
            "select gen_random_uuid(), %s, 'https://x.example/' || n "
            "from generate_series(1, 20) n",
            (people.samira,),
        )
    answer = samira.post(ASK, id=str(uuid4()), link=LINK)
    assert answer.status_code == 422
    assert "Probeer het morgen weer." in answer.get_data(as_text=True)
    assert len(stored(database)) == 20


@pytest.mark.parametrize(
    "link",
    [
        "",
        "geen link",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://werk.example/1",
        "https://",
        "http://[kapot",
        "https://werk.example/met spatie",
        "https://werk.example/" + "x" * LONGEST,
        "Ik heb reuma, is dit iets voor mij?",
    ],
)
def test_only_the_address_of_a_page_is_kept(link):
    fields = Fields({"link": link})
    assert read_link(fields) == ""
    assert "link" in fields.errors


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        (" https://werk.example/1 ", "https://werk.example/1"),
        ("HTTPS://werk.example/1#top", "https://werk.example/1"),
        ("https://werk.example/\x001", "https://werk.example/1"),
    ],
)
def test_an_address_is_kept_clean(link, kept):
    assert read_link(Fields({"link": link})) == kept


def test_a_mistake_is_said_beside_the_box(samira, database):
    answer = samira.post(ASK, id="onzin", link='"><script>alert(1)</script>')
    text = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert NO_LINK in text
    assert "<script>alert(1)" not in text
    assert stored(database) == []


def test_nobody_reads_or_takes_back_somebody_elses_question(
    samira, browser_of, people, database
):
    vacancy = add_known(database, people)
    samira.post(ASK, id=str(uuid4()), link=LINK)
    (action,) = samira.get("/mijn").xpath("//form[contains(@action, '/weg')]/@action")
    tom = browser_of("Tom")
    assert "Portier" not in tom.get("/mijn").text_content()
    tom.get(f"/mijn/vacatures/{vacancy}", status=404)
    assert tom.post(action).status_code == 404
    assert stored(database) == [(LINK, True)]
