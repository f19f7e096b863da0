"""What changed between two rankings, and telling it until somebody looked."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from schemas import sealed_findings
from tests import builders

BEFORE = datetime(2026, 11, 20, tzinfo=UTC)
AFTER = datetime(2026, 11, 21, tzinfo=UTC)
HEAVY = {
    "kind": "objection",
    "field": "lift_kg",
    "text": "Tillen: 25 kg gevraagd.",
    "quote": "zakken van 25 kg",
    "part": "text",
    "offset": 3,
    "limit": "tillen tot 5 kg, FML 12-03-2026",
}
ASKED = {**HEAVY, "kind": "question", "text": "Hoe zwaar is het?", "limit": None}


def add_document(db, candidate, day, kind="fml"):
    document = builders.add_capacity(db, candidate, ("lift_kg", 2, 5.0))
    db.execute(
        "update capacity_document set assessed_on = %s, kind = %s where id = %s",
        (day, kind, document),
    )
    return document


def add_run(db, candidate, document, made_at, rows, *, considered=None, rules="r1"):
    """A run of (vacancy, verdict, findings)."""
    run = uuid4()
    excluded = sum(row[1] == "past_niet" for row in rows)
    db.execute(
        "insert into match_run (id, candidate_id, capacity_id, model, rules, made_at, "
        "considered, excluded) values (%s, %s, %s, 'm', %s, %s, %s, %s)",
        (run, candidate, document, rules, made_at, considered or len(rows), excluded),
    )
    for position, (vacancy, verdict, *found) in enumerate(rows):
        parts = {
            f"{kind}s": [f for f in found if f["kind"] == kind]
            for kind in ("reason", "objection", "question", "assumption")
        }
        cell, text = sealed_findings.cell(run, vacancy), sealed_findings.as_text(parts)
        db.execute(
            "insert into match (run_id, candidate_id, vacancy_id, position, score, "
            "verdict, findings) values (%s, %s, %s, %s, 0.5, %s, %s)",
            (
                *(run, candidate, vacancy, position, verdict),
                builders.sealed(db, candidate, cell, text),
            ),
        )
    return run


def save(db, people, vacancy, decision="saved", reason=None):
    db.execute(
        "insert into judgement (candidate_id, vacancy_id, decision, reason, judged_by) "
        "values (%s, %s, %s, %s, %s)",
        (people.samira, vacancy, decision, reason, people.anna),
    )


@pytest.fixture
def jobs(database):
    """Three vacancies that have been open for long."""
    with database.connect() as db:
        return [
            builders.add_vacancy(
                db, builders.vacancy(title=title, text="Je zakken van 25 kg", first_seen=BEFORE)
            )
            for title in ("Molenaar", "Portier", "Archivaris")
        ]  # fmt: skip


@pytest.fixture
def new_document(database, people, jobs):
    """A new FML after which the saved Molenaar fits no more and the Portier does."""
    molenaar, portier, archivaris = jobs
    with database.connect() as db:
        old = add_document(db, people.samira, date(2026, 1, 5), "izp")
        new = add_document(db, people.samira, date(2026, 3, 12))
        save(db, people, molenaar)
        add_run(db, people.samira, old, BEFORE,
                [(molenaar, "past"), (portier, "past_niet", HEAVY), (archivaris, "past")])  # fmt: skip
        add_run(db, people.samira, new, AFTER,
                [(molenaar, "past_niet", HEAVY), (portier, "uitzoeken", ASKED), (archivaris, "past")],
                rules="r2")  # fmt: skip


def words_of(page):
    return " ".join(page.text_content().split())


@pytest.mark.usefixtures("new_document")
def test_what_is_set_going_comes_first_with_its_proof(anna, people):
    page = anna.get(f"/kandidaten/{people.samira}/veranderd?met=belastbaarheid")
    first, second = page.xpath("//section")
    begun = words_of(first)
    assert "Deze heb je al in gang gezet (1)" in begun
    assert "Molenaar" in begun
    assert "bewaard" in begun
    assert "zakken van 25 kg" in begun
    assert "Kan: tillen tot 5 kg, FML 12-03-2026." in begun
    turned = words_of(second)
    assert "Portier" in turned
    assert "Hoe zwaar is het? zakken van 25 kg Kan: " in turned
    assert "Geldt niet meer: Tillen: 25 kg gevraagd." in turned
    assert "Archivaris" not in words_of(page)
    assert "Andere belastbaarheid: IZP 05-01-2026 → FML 12-03-2026." in words_of(page)
    assert "Andere regels: r1 → r2." in words_of(page)


@pytest.mark.usefixtures("new_document")
def test_the_dossier_tells_it_until_this_adviser_looked(
    anna, browser_of, people, database
):
    with database.connect() as db:
        builders.add_stand_in(db, people.samira, people.bram)
    dossier = f"/kandidaten/{people.samira}"
    said = (
        "Na de FML van 12 maart 2026: 1 bewaarde vacature past niet meer; "
        "1 andere vacature heeft een ander oordeel."
    )
    assert said in words_of(anna.get(dossier))
    assert said in words_of(anna.get(dossier)), "reading the dossier is not looking"
    answer = anna.post(f"{dossier}/veranderd/bekeken")
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{dossier}/veranderd?met=belastbaarheid"
    assert said not in words_of(anna.get(dossier))
    assert said in words_of(browser_of("Bram").get(dossier)), "each for oneself"


@pytest.mark.usefixtures("new_document")
def test_looking_before_the_new_ranking_is_there_hides_nothing(
    anna, people, database, jobs
):
    anna.post(f"/kandidaten/{people.samira}/veranderd/bekeken")
    with database.connect() as db:
        third = add_document(db, people.samira, date(2026, 4, 1))
        later = datetime(2026, 11, 21, 9, tzinfo=UTC)
        add_run(db, people.samira, third, later, [(jobs[0], "past")])
    said = words_of(anna.get(f"/kandidaten/{people.samira}"))
    assert "Na de FML van 1 april 2026: 1 bewaarde vacature past nu wel." in said


@pytest.mark.usefixtures("new_document")
def test_a_night_later_the_document_is_still_compared_with_the_one_before(
    anna, people, database, jobs
):
    with database.connect() as db:
        (document,) = db.execute(
            "select capacity_id from match_run order by made_at desc limit 1"
        ).fetchone()
        night = datetime(2026, 11, 21, 4, tzinfo=UTC)
        rows = [(jobs[0], "past_niet", HEAVY), (jobs[1], "uitzoeken", ASKED), (jobs[2], "past")]  # fmt: skip
        add_run(db, people.samira, document, night, rows, rules="r2")
    page = anna.get(f"/kandidaten/{people.samira}/veranderd")
    assert "Er is niets veranderd" in words_of(page)
    assert "zoekprofiel" in words_of(page)
    page = anna.get(f"/kandidaten/{people.samira}/veranderd?met=belastbaarheid")
    assert "Molenaar" in words_of(page)


def test_new_and_gone_and_what_fell_out_of_the_kept(anna, people, database, jobs):
    molenaar, portier, archivaris = jobs
    with database.connect() as db:
        save(db, people, portier, "rejected", "too_heavy")
        db.execute(
            "insert into attempt (candidate_id, vacancy_id, channel, employer, kind, "
            "outcome, made_by) values (%s, %s, 'public', 'X', 'mail', 'sent', %s)",
            (people.samira, archivaris, people.anna),
        )
        new = builders.add_vacancy(
            db, builders.vacancy(title="Griffier", first_seen=AFTER)
        )
        db.execute("update vacancy set status = 'gone' where id = %s", (molenaar,))
        before = [(molenaar, "past"), (portier, "past_niet", HEAVY), (archivaris, "past")]  # fmt: skip
        add_run(db, people.samira, None, BEFORE, before)
        after = [(new, "past"), (portier, "past")]
        add_run(db, people.samira, None, AFTER, after, considered=3000)
    page = anna.get(f"/kandidaten/{people.samira}/veranderd")
    begun, turned, come, gone = map(words_of, page.xpath("//section"))
    assert "Archivaris" in begun
    assert "poging gedaan" in begun
    assert "valt nu buiten de 500 die we bewaren" in begun
    assert "je wees deze af: te zwaar" in turned
    assert "Griffier" in come
    assert "Nieuw." in come
    assert "Molenaar" in gone
    assert "Niet meer open. Het oordeel was: past." in gone
    assert "Alleen die kunnen we naast elkaar leggen" in words_of(page)


@pytest.mark.parametrize("other", ["vorige", "belastbaarheid"])
def test_without_something_to_compare_with_it_says_what_to_do(
    anna, people, database, jobs, other
):
    path = f"/kandidaten/{people.samira}/veranderd?met={other}"
    assert anna.get(path).xpath("//div[@class='empty']//a")
    with database.connect() as db:
        add_run(db, people.samira, None, AFTER, [(jobs[0], "past")])
    assert anna.get(path).xpath("//div[@class='empty']//a")
    assert not anna.get(f"/kandidaten/{people.samira}").xpath(
        "//form[contains(@action, 'bekeken')]"
    )


def test_an_unknown_comparison_is_not_there(anna, people):
    anna.get(f"/kandidaten/{people.samira}/veranderd?met=<script>", status=404)


def test_words_of_an_advert_are_words_and_no_markup(anna, people, database):
    sneaky = {**HEAVY, "quote": "<script>alert(1)</script>", "text": "<b>zwaar</b>"}
    with database.connect() as db:
        job = builders.add_vacancy(db, builders.vacancy(title="<img src=x onerror=1>"))
        save(db, people, job)
        add_run(db, people.samira, None, BEFORE, [(job, "past")])
        add_run(db, people.samira, None, AFTER, [(job, "past_niet", sneaky)])
    page = anna.get(f"/kandidaten/{people.samira}/veranderd")
    assert not page.xpath("//main//script | //main//img | //main//li//b")
    assert "<script>alert(1)</script>" in page.text_content()
