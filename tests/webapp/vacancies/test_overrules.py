"""Judging otherwise than the rules: with why, beside the machine's, and undone."""

from uuid import uuid4

import pytest

from schemas.tables.candidate_keys import key_to_seal
from schemas.tables.overrules import motivation_cell
from tests import builders
from tests.sealing import VAULT
from webapp.vacancies import overrule_form

WHY = "De dozen staan op een kar; dat is ter plekke bekeken."


def words(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def vacancy(database, people):
    with database.connect() as db:
        builders.add_capacity(db, people.samira, ("lift_kg", 1, 10.0))
        added = builders.add_vacancy(db, builders.vacancy(title="Magazijn"))
        builders.add_match(db, people.samira, (added, "past_niet", 0.9))
        db.execute(
            "update match_run set capacity_id = (select id from capacity_document)"
        )
    return added


@pytest.fixture
def at(people, vacancy):
    return f"/kandidaten/{people.samira}/vacatures/{vacancy}"


@pytest.fixture
def judge(anna, at):
    """A function: Anna sends a verdict, right but for what is named."""

    def send(**fields):
        plain = {
            "id": str(uuid4()), "machine": "past_niet", "seen": "", "verdict": "past",
            "motivation": WHY,
        }  # fmt: skip
        return anna.post(f"{at}/oordeel", **plain | fields)

    return send


def kept(database) -> list[tuple]:
    with database.connect() as db:
        rows = db.execute(
            "select verdict, machine, undone_at is not null, id, candidate_id, "
            "motivation_sealed from verdict_overrule order by made_at"
        ).fetchall()
        return [
            (
                *(verdict, machine),
                key_to_seal(db, VAULT, candidate).open(motivation_cell(one), why),
                undone,
            )
            for verdict, machine, undone, one, candidate, why in rows
        ]


def kept_id(database):
    with database.connect() as db:
        query = "select id from verdict_overrule where undone_at is null"
        return str(db.execute(query).fetchone()[0])


def test_the_shelf_and_the_page_show_both_verdicts(anna, judge, at, people, database):
    answer = judge()
    assert answer.status_code == 303
    assert kept(database) == [("past", "past_niet", WHY, False)]
    page = anna.get(at)
    outcome = words(page.xpath("//*[@id='uitkomst']")[0])
    assert "past jouw oordeel programma: ✕ past niet" in outcome
    assert f"als “past”: {WHY}" in outcome
    shelf = anna.get(f"/kandidaten/{people.samira}/vacatures?lijst=past")
    card = words(shelf.xpath("//article")[0])
    assert f": {WHY} Het programma zegt: ✕ past niet" in card
    assert "Door jou anders beoordeeld" in card
    tabs = [words(li) for li in shelf.xpath("//ul[@id='lijsten']/li")]
    assert tabs[:3] == ["Past 1", "Uitzoeken 0", "Past niet 0"]


def test_undone_the_machine_counts_again_and_twice_is_once(anna, judge, at, database):
    judge()
    fields = {"id": kept_id(database)}
    for _ in range(2):
        assert anna.post(f"{at}/oordeel/terug", **fields).status_code == 303
    page = anna.get(at)
    assert "Dit oordeel gold al niet meer." in words(page)
    assert "jouw oordeel" not in words(page.xpath("//*[@id='uitkomst']")[0])
    assert "“past” in plaats van “past niet” (" in words(page)
    assert f"{WHY} Teruggenomen" in words(page)
    assert kept(database) == [("past", "past_niet", WHY, True)]


def test_what_is_wrong_is_told_and_nothing_is_kept(judge, database):
    answer = judge(motivation=" ")
    assert answer.status_code == 422
    assert overrule_form.WHY in answer.get_data(as_text=True)
    assert kept(database) == []


def test_a_form_sent_twice_is_one_verdict(judge, database):
    form = {"id": str(uuid4())}
    assert [judge(**form).status_code for _ in "ab"] == [303, 303]
    assert len(kept(database)) == 1


def test_a_form_that_was_sent_before_judges_what_was_undone_since(
    anna, judge, at, database
):
    """Else the page says that the verdict holds, and it does not."""
    form = {"id": str(uuid4())}
    judge(**form)
    anna.post(f"{at}/oordeel/terug", id=kept_id(database))
    assert judge(**form).status_code == 303
    assert [row[-1] for row in kept(database)] == [True, False]


def test_another_motivation_in_an_old_form_is_not_lost(judge, database):
    form = {"id": str(uuid4())}
    judge(**form)
    answer = judge(**form, motivation="Er staat een tilhulp klaar.")
    assert answer.status_code == 409
    assert "Er staat een tilhulp klaar." in answer.get_data(as_text=True)
    assert len(kept(database)) == 1


def test_a_stand_in_is_told_what_was_judged_meanwhile(
    judge, browser_of, at, people, database
):
    judge()
    with database.connect() as db:
        builders.add_stand_in(db, people.samira, people.bram)
    bram = browser_of("Bram")
    sent = {
        "machine": "past_niet",
        "verdict": "uitzoeken",
        "motivation": "Eerst nog eens bellen.",
    }
    late = bram.post(f"{at}/oordeel", id=str(uuid4()), seen="", **sent)
    assert late.status_code == 409
    text = " ".join(late.get_data(as_text=True).split())
    assert f"“past”: {WHY}" in text
    assert "Een collega oordeelde intussen" in text
    assert "Eerst nog eens bellen." in text
    seen = kept_id(database)
    assert (
        bram.post(f"{at}/oordeel", id=str(uuid4()), seen=seen, **sent).status_code
        == 303
    )
    assert [(row[0], row[-1]) for row in kept(database)] == [
        ("past", True),
        ("uitzoeken", False),
    ]


def test_a_new_ranking_under_the_form_is_told(judge, database):
    answer = judge(machine="uitzoeken")
    assert answer.status_code == 409
    assert "het programma zegt nu “past niet”" in answer.get_data(as_text=True)
    assert kept(database) == []


def test_after_another_document_it_is_to_be_looked_at_again(
    anna, judge, at, people, database
):
    judge()
    with database.connect() as db:
        later = builders.add_capacity(db, people.samira, ("lift_kg", 3, 2.0))
        db.execute(
            "update capacity_document set assessed_on = '2026-10-01' where id = %s",
            (later,),
        )
    page = anna.get(at)
    outcome = words(page.xpath("//*[@id='uitkomst']")[0])
    assert outcome.startswith("✕ past niet")
    assert "Opnieuw bekijken." in outcome
    assert WHY in outcome
    shelf = anna.get(f"/kandidaten/{people.samira}/vacatures?lijst=uitgesloten")
    assert "Opnieuw bekijken: er is een ander document" in words(shelf)
    assert shelf.xpath("//div[contains(@class, 'warning')]//a/@href") == [at]


def test_what_was_never_compared_cannot_be_overruled(anna, people, database):
    with database.connect() as db:
        other = builders.add_vacancy(db, builders.vacancy())
    path = f"/kandidaten/{people.samira}/vacatures/{other}/oordeel"
    answer = anna.post(path, verdict="past", machine="", motivation=WHY)
    assert answer.status_code == 303
    assert kept(database) == []


def test_the_verdict_of_somebody_elses_candidate_cannot_be_undone(
    judge, browser_of, people, vacancy, database
):
    judge()
    path = f"/kandidaten/{people.tom}/vacatures/{vacancy}/oordeel/terug"
    assert browser_of("Bram").post(path, id=kept_id(database)).status_code == 404
    assert kept(database)[0][-1] is False


def test_nobody_else_reads_why(judge, browser_of, at):
    judge()
    for name in ("Samira", "Olga"):
        browser = browser_of(name)
        assert browser.client.get(at).status_code == 404
        home = browser.client.get("/", follow_redirects=True).get_data(as_text=True)
        assert "Uitloggen" in home
        assert WHY not in home
        assert "oordeel" not in home
