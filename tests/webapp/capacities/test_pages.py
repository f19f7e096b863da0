"""The short form for the belastbaarheid."""

from uuid import uuid4

import pytest

from schemas.tables import capacities
from tests import builders
from tests.sealing import VAULT
from webapp.writing.diagnoses import causes_in, named_cause, named_illness


def words(element) -> str:
    return " ".join(element.text_content().split())


DOCUMENT = {
    "kind": "fml",
    "author_role": "bedrijfsarts",
    "assessed_on": "2026-03-12",
    "valid_until": "",
    "version": "new",
}
LIFT = {
    "lift_kg-level": "1",
    "lift_kg-value": "7,5",
    "lift_kg-sentence": "Tillen kan tot ongeveer 7,5 kg.",
}


@pytest.fixture
def save(anna, people):
    def send(**fields: str):
        sent = {"id": str(uuid4()), **DOCUMENT, **fields}
        return anna.post(f"/kandidaten/{people.samira}/belastbaarheid", **sent)

    return send


def items(database, candidate) -> list[tuple]:
    with database.connect() as db:
        kept = capacities.versions(db, candidate, vault=VAULT)
    return [
        (one.field, one.level, one.value, one.unit, one.is_max, one.sentence)
        for version in kept
        for one in version.capacity.items
    ]


def documents(database) -> int:
    with database.connect() as db:
        return db.execute("select count(*) from capacity_document").fetchone()[0]


def test_what_is_limited_is_kept_with_its_sentence(save, database, people):
    hours = {
        "hours_week-level": "3",
        "hours_week-bound": "max",
        "hours_week-sentence": "Maximaal 20 uur per week.",
    }
    assert save(**LIFT, **hours).status_code == 303
    assert items(database, people.samira) == [
        ("hours_week", 3, 20.0, "h", True, "Maximaal 20 uur per week."),
        ("lift_kg", 1, 7.5, "kg", False, "Tillen kan tot ongeveer 7,5 kg."),
    ]
    with database.connect() as db:
        (jobs,) = db.execute("select count(*) from procrastinate_jobs").fetchone()
    assert jobs == 1


def test_every_version_stays_and_the_latest_fills_the_form(
    anna, save, database, people
):
    save(**LIFT)
    save(
        **LIFT
        | {"assessed_on": "2026-06-01", "lift_kg-level": "3", "lift_kg-value": ""}
    )
    assert documents(database) == 2
    page = anna.get(f"/kandidaten/{people.samira}/belastbaarheid")
    chosen = page.xpath("//select[@name='lift_kg-level']/option[@selected]/@value")
    assert chosen == ["3"]
    assert page.xpath("//input[@name='lift_kg-value']/@value") == ["2"]
    assert page.xpath("//input[@name='assessed_on']/@value") == ["2026-06-01"]
    assert "Tillen: ongeveer 2 kg" in words(anna.get(f"/kandidaten/{people.samira}"))


def test_the_same_form_sent_twice_is_one_version(save, database):
    sent = {"id": str(uuid4()), **LIFT}
    assert save(**sent).status_code == save(**sent).status_code == 303
    assert documents(database) == 1


def test_a_form_that_was_sent_before_keeps_what_was_withdrawn_since(
    save, anna, database, people
):
    """Else the page says "Belastbaarheid bewaard" of what does not count."""
    sent = {"id": str(uuid4()), **LIFT}
    save(**sent)
    with database.connect() as db:
        (made,) = db.execute("select id from capacity_document").fetchone()
    path = f"/kandidaten/{people.samira}/belastbaarheid/{made}/intrekken"
    anna.post(path, **{f"reason-{made}": "Verkeerd document."})
    assert not standing(database)
    for _ in range(2):
        save(**sent)
    assert standing(database) == [made]


def standing(database):
    with database.connect() as db:
        query = "select id from capacity_document where withdrawn_at is null"
        return [row[0] for row in db.execute(query)]


def test_the_id_of_a_foreign_document_changes_nothing_of_it(save, database, people):
    with database.connect() as db:
        foreign = builders.add_capacity(db, people.tom, ("climb", 3, None))
    save(id=str(foreign), **LIFT)
    assert [item[0] for item in items(database, people.samira)] == ["lift_kg"]
    assert [item[0] for item in items(database, people.tom)] == ["climb"]


def test_an_item_of_the_long_form_is_not_lost(anna, save, database, people):
    with database.connect() as db:
        builders.add_capacity(db, people.samira, ("memory", 1, None))
    page = anna.get(f"/kandidaten/{people.samira}/belastbaarheid")
    form = page.xpath("//main//form")[0]
    sent = {k: v for k, v in form.fields.items() if k != "csrf_token"}
    save(**sent | {"assessed_on": "2026-08-01"})
    assert [item[:2] for item in items(database, people.samira)] == [
        ("memory", 1),
        ("memory", 1),
    ]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("lift_kg-value", "zwaar"),
        ("lift_kg-value", "nan"),
        ("lift_kg-value", "-5"),
        ("lift_kg-value", "40"),
        ("lift_kg-sentence", ""),
        ("lift_kg-sentence", "x" * 600),
        ("assessed_on", "2999-01-01"),
        ("assessed_on", "gisteren"),
        ("valid_until", "2020-01-01"),
        ("kind", ""),
        ("author_role", "buurman"),
    ],
)
def test_a_wrong_answer_keeps_what_was_typed_and_stores_nothing(
    anna, save, database, name, typed
):
    answer = save(**LIFT | {name: typed})
    assert answer.status_code == 422
    page = anna._checked(answer)
    assert "Er is nog niets bewaard" in words(page)
    assert page.xpath(f"//*[@id='{name}']")
    assert page.xpath("//*[contains(@class, 'field-error')]")
    (said,) = page.xpath(f"//*[@role='alert']//a[@href='#{name}']")
    assert words(said).startswith("Tillen: ") == name.startswith("lift_kg")
    if name != "lift_kg-value":
        assert page.xpath("//input[@name='lift_kg-value']/@value") == ["7,5"]
    assert documents(database) == 0


def test_a_diagnosis_is_never_stored(anna, save, database):
    answer = save(**LIFT | {"lift_kg-sentence": "Door een hernia niet tillen."})
    assert answer.status_code == 422
    page = anna._checked(answer)
    assert "Schrijf alleen wat iemand kan" in words(page)
    assert page.xpath("//input[@name='lift_kg-sentence']/@value") == [
        "Door een hernia niet tillen."
    ]
    assert documents(database) == 0


def test_without_limits_the_document_is_still_a_document(anna, save, people):
    assert save().status_code == 303
    page = anna.get(f"/kandidaten/{people.samira}")
    assert "er niets beperkt" in words(page)


@pytest.mark.parametrize(
    "text",
    [
        "Vanwege een depressie.",
        "Bekend met PTSS",
        "burn-out",
        "Ziekte  van Crohn",
        "contacteczeem aan de handen",
        "Artrose in de knie",
    ],
)
def test_words_for_illnesses_are_noticed(text):
    assert named_illness(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tillen kan tot ongeveer 10 kg.",
        "Aangewezen op werk zonder veelvuldige deadlines.",
        "Niet langer dan als regel een half uur staan; kan niet spitten.",
        "Geen werk op hoogte of met draaiende machines.",
        "Conflicten alleen telefonisch of schriftelijk.",
        "Geen contact met oplosmiddelen, parfum en latex.",
        "Geen klachtenafhandeling aan de balie, geen operationele leiding.",
    ],
)
def test_words_for_what_somebody_can_are_left_alone(text):
    assert named_illness(text) is None
    assert named_cause(text) is None
    assert causes_in(text) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Na een operatie niet tillen.", "operatie"),
        ("In verband met medicatiegebruik geen voertuig.", "medicatiegebruik"),
        ("Rugklachten bij bukken.", "Rugklachten"),
        ("Tijdens de behandeling 4 uur per dag.", "behandeling"),
        ("Bekend met een angststoornis.", "angststoornis"),
    ],
)
def test_in_a_document_a_treatment_or_complaint_tells_as_much(text, told):
    assert named_cause(text) == told
    assert [text[start:end] for start, end in causes_in(text)] == [told]
