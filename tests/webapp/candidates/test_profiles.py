"""The zoekprofiel form."""

import pytest

from tests import builders


@pytest.fixture
def anna(browser_of, database):
    with database.connect() as db:
        db.execute(
            "insert into place values ('Zwolle', 'Overijssel', 52.51, 6.09, 110000, '{}')"
        )
    return browser_of("Anna")


FILLED = {
    "search_directions": "receptie\n\n  archief  \nreceptie",
    "former_jobs": "kapper",
    "education": "mbo3",
    "education_text": "mbo-3 Kapper",
    "experience": "Tien jaar kapper.",
    "wishes": "Rustig werk.",
    "place": "Zwolle",
    "postcode": "8011 AB",
    "travel_minutes": "45",
    "travel_modes": ["bike", "ov"],
    "licences": ["B"],
    "certificates": "BHV",
    "dutch_level": "B2",
    "excluded_shifts": ["night"],
}


def words(element) -> str:
    return " ".join(element.text_content().split())


def stored(database, candidate) -> dict:
    with database.connect() as db:
        cursor = db.execute("select * from candidate where id = %s", [candidate])
        names = [column.name for column in cursor.description]
        return dict(zip(names, cursor.fetchone(), strict=True))


def jobs(database) -> int:
    with database.connect() as db:
        return db.execute("select count(*) from procrastinate_jobs").fetchone()[0]


def test_what_is_filled_in_is_kept_located_and_compared_anew(anna, people, database):
    answer = anna.post(f"/kandidaten/{people.samira}/zoekprofiel", **FILLED)
    assert answer.status_code == 303
    row = stored(database, people.samira)
    assert row["search_directions"] == ["receptie", "archief"]
    assert row["education"] == "mbo3"
    assert row["postcode4"] == "8011"
    assert (row["lat"], row["lon"]) == (52.51, 6.09)
    assert row["travel_modes"] == ["bike", "ov"]
    assert row["travel_minutes"] == 45
    assert row["excluded_shifts"] == ["night"]
    assert jobs(database) == 1
    assert "Zoekprofiel bewaard" in words(anna.get(answer.headers["Location"]))


def test_the_form_shows_what_is_known(anna, people):
    path = f"/kandidaten/{people.samira}/zoekprofiel"
    anna.post(path, **FILLED)
    page = anna.get(path)
    assert page.xpath("//textarea[@name='search_directions']")[0].text.split() == [
        "receptie",
        "archief",
    ]
    assert page.xpath("//input[@name='postcode']/@value") == ["8011"]
    assert page.xpath("//select[@name='education']/option[@selected]/@value") == [
        "mbo3"
    ]
    ticked = page.xpath("//input[@checked]/@value")
    assert ticked == ["B", "bike", "ov", "night"]


def test_an_unknown_place_is_kept_with_a_warning(anna, people, database):
    sent = FILLED | {"place": "Nergenshuizen", "postcode": ""}
    answer = anna.post(f"/kandidaten/{people.samira}/zoekprofiel", **sent)
    assert "afstanden blijven onbekend" in words(anna.get(answer.headers["Location"]))
    row = stored(database, people.samira)
    assert (row["place"], row["lat"]) == ("Nergenshuizen", None)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("postcode", "012"),
        ("postcode", "1234 A"),
        ("travel_minutes", "lang"),
        ("travel_minutes", "241"),
        ("travel_minutes", "-5"),
        ("travel_minutes", "9" * 5000),
        ("experience", "x" * 5000),
        ("former_jobs", "y" * 130),
        ("certificates", "\n".join(str(n) for n in range(30))),
    ],
)
def test_a_wrong_answer_is_shown_again_beside_its_sentence(
    anna, people, database, name, typed
):
    before = stored(database, people.samira)
    answer = anna.post(
        f"/kandidaten/{people.samira}/zoekprofiel", **FILLED | {name: typed}
    )
    assert answer.status_code == 422
    page = anna._checked(answer)
    box = page.xpath(f"//*[@name='{name}']")[0]
    assert (box.get("value") or box.text).strip() == typed
    assert page.xpath(f"//*[@id='{name}-error']")
    assert page.xpath("//textarea[@name='wishes']")[0].text == "Rustig werk."
    assert page.xpath("//input[@checked]/@value") == ["B", "bike", "ov", "night"]
    assert stored(database, people.samira) == before
    assert jobs(database) == 0


def test_with_nothing_to_search_on_nothing_is_kept(anna, people):
    sent = FILLED | {"search_directions": " ", "former_jobs": ""}
    answer = anna.post(f"/kandidaten/{people.samira}/zoekprofiel", **sent)
    assert answer.status_code == 422


def test_values_nobody_offered_are_left_out(anna, people, database):
    sent = FILLED | {"education": "doctor", "licences": ["B", "X"], "dutch_level": "Z"}
    sent |= {"phase": "3", "invented": "on", "lat": "0"}
    anna.post(f"/kandidaten/{people.samira}/zoekprofiel", **sent)
    row = stored(database, people.samira)
    assert (row["education"], row["licences"], row["dutch_level"]) == (
        None,
        ["B"],
        None,
    )
    assert (row["phase"], row["invented"], row["lat"]) == (2, False, 52.51)


def test_control_characters_do_no_harm(anna, people, database):
    sent = FILLED | {"experience": "Tien\x00 jaar\x07", "place": "Zwol\x00le"}
    assert (
        anna.post(f"/kandidaten/{people.samira}/zoekprofiel", **sent).status_code == 303
    )
    assert stored(database, people.samira)["experience"] == "Tien jaar"


CARE = {
    "search_directions": "begeleider autisme",
    "second_directions": "begeleider autisme",
    "former_jobs": "begeleider autisme",
    "experience": "Zorg voor mensen met dementie.",
    "wishes": "Werken met mensen met dementie.",
    "education_text": "Diploma zorg bij dementie",
    "certificates": "Eerste hulp bij epilepsie",
}


@pytest.mark.parametrize("name", CARE)
def test_a_word_for_an_illness_is_kept_only_when_somebody_says_it_is_work(
    anna, people, database, name
):
    path = f"/kandidaten/{people.samira}/zoekprofiel"
    before, sent = stored(database, people.samira), FILLED | {name: CARE[name]}
    answer = anna.post(path, **sent)
    assert answer.status_code == 422
    page = anna._checked(answer)
    (said,) = page.xpath(f"//*[@id='{name}-error']")
    assert "Dit lijkt een diagnose." in words(said)
    assert page.xpath(f"//textarea[@name='{name}']")[0].text.strip() == CARE[name]
    assert (stored(database, people.samira), jobs(database)) == (before, 0)
    (box,) = page.xpath("//input[@name='about_work']")
    assert box.get("checked") is None
    assert anna.post(path, **sent, about_work="1").status_code == 303
    assert jobs(database) == 1


def test_whether_it_is_work_is_asked_only_where_it_matters(anna, people):
    path = f"/kandidaten/{people.samira}/zoekprofiel"
    assert not anna.get(path).xpath("//input[@name='about_work']")
    sent = FILLED | {"experience": "Zorg bij dementie.", "postcode": "12"}
    page = anna._checked(anna.post(path, **sent, about_work="1"))
    assert page.xpath("//input[@name='about_work'][@checked]")
    assert not page.xpath("//*[@id='experience-error']")


def test_an_opdrachtgever_cannot_open_it(browser_of, people):
    assert builders.PASSWORD
    browser_of("Olga").get(f"/kandidaten/{people.samira}/zoekprofiel", status=404)
