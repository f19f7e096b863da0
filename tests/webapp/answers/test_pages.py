"""Answering a question about a job: for everybody, with a source, and taken back."""

from uuid import uuid4

import pytest

from schemas.match import Finding
from tests import builders
from webapp.answers import form as answer_form

ADVERT = "Je tilt dozen. Je staat aan de lijn."
QUESTIONS = (
    Finding(kind="question", field="lift_kg", text="Hoe zwaar zijn de dozen?", quote="tilt dozen", part="text", offset=3),
    Finding(kind="question", field="hours_week", text="Hoeveel uren zijn het?"),
)  # fmt: skip


def words(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def vacancy(database, people):
    made = builders.vacancy(title="Inpakker", text=ADVERT, employer="Wilg BV")
    with database.connect() as db:
        builders.add_capacity(db, people.samira, ("lift_kg", 1, 10.0))
        added = builders.add_vacancy(db, made)
        builders.add_match(db, people.samira, (added, "uitzoeken", 0.7))
        builders.set_findings(db, questions=QUESTIONS)
    return added


@pytest.fixture
def at(people, vacancy):
    return f"/kandidaten/{people.samira}/vacatures/{vacancy}"


@pytest.fixture
def say(anna, at):
    """A function: Anna sends an answer, right but for what is named."""

    def send(**fields):
        plain = {
            "id": str(uuid4()), "field": "lift_kg", "polarity": "demanded",
            "value": "8", "said_by": "employer_phone", "said_on": "2026-09-12",
            "note": "Dozen papier.", "seen": "",
        }  # fmt: skip
        return anna.post(f"{at}/antwoorden", **plain | fields)

    return send


def kept(database) -> list[tuple]:
    with database.connect() as db:
        return db.execute(
            "select field, polarity, value, unit, said || ' ' || note, undone_at is not null "
            "from vacancy_answer order by made_at"
        ).fetchall()


def test_an_answer_is_shown_with_its_source_and_asked_no_more(anna, say, at, database):
    answer = say()
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{at}#vragen"
    said = "Ja, dat vraagt het werk: 8 kg. Dozen papier."
    assert kept(database) == [("lift_kg", "demanded", 8.0, "kg", said, False)]
    page = anna.get(at)
    asked = words(page.xpath("//section[@id='vragen']")[0])
    assert "Hoe zwaar" not in asked
    assert f"Tillen: {said}" in asked
    assert "werkgever, telefonisch, 12 september 2026; vastgelegd door jou" in asked
    assert "Intussen beantwoord" in words(page.xpath("//section[@id='vergelijk']")[0])
    with database.connect() as db:
        (jobs,) = db.execute("select count(*) from procrastinate_jobs "
                             "where task_name = 'match_candidate'").fetchone()  # fmt: skip
    assert jobs == 1


def test_an_attempt_in_another_dossier_is_told_there_though_the_answer_stands(
    anna, say, people, vacancy, database
):
    with database.connect() as db:
        other = builders.add_candidate(db, "Mo", adviser=people.anna)
    sent = {"id": str(uuid4()), "attempt": "1"}
    assert say(**sent).status_code == 303
    plain = {
        "field": "lift_kg", "polarity": "demanded", "value": "8", "seen": "",
        "said_by": "employer_phone", "said_on": "2026-09-12", "note": "Dozen papier.",
    }  # fmt: skip
    path = f"/kandidaten/{other}/vacatures/{vacancy}/antwoorden"
    assert anna.post(path, **plain, **sent).status_code == 303
    with database.connect() as db:
        tried = db.execute("select candidate_id from attempt order by made_at")
        assert tried.fetchall() == [(people.samira,), (other,)]
        told = (
            "select count(*) from log_entry where act = 'changed' and candidate_id = %s"
        )
        assert db.execute(told, (other,)).fetchone() == (1,)


def test_after_the_next_ranking_the_answer_is_the_source_in_the_table(
    anna, say, at, database
):
    say()
    reason = Finding(
        kind="reason", field="lift_kg", text="Tillen: 8 kg gevraagd past.",
        quote="Ja, dat vraagt het werk: 8 kg. Dozen papier.", part="answer",
        source="werkgever, telefonisch, 12 september 2026",
    )  # fmt: skip
    with database.connect() as db:
        builders.set_findings(db, questions=[], reasons=[reason])
    page = anna.get(at)
    (line,) = page.xpath("//section[@id='vergelijk']//tr[@class='reason']")
    assert words(line.xpath("td")[2]).startswith(
        "werkgever, telefonisch, 12 september 2026"
    )
    assert "Intussen" not in words(line)
    say(polarity="absent", value="", seen=str(kept_id(database)))
    (line,) = anna.get(at).xpath("//section[@id='vergelijk']//tr[@class='reason']")
    assert "Intussen beantwoord: Nee" in words(line)


def kept_id(database):
    with database.connect() as db:
        return db.execute(
            "select id from vacancy_answer where undone_at is null"
        ).fetchone()[0]


def test_another_adviser_sees_it_at_an_own_candidate_and_may_take_it_back(
    say, browser_of, people, vacancy, database
):
    say()
    with database.connect() as db:
        builders.add_match(db, people.tom, (vacancy, "uitzoeken", 0.5))
        builders.set_findings(db, questions=QUESTIONS[:1])
    bram = browser_of("Bram")
    toms = f"/kandidaten/{people.tom}/vacatures"
    shelf = words(bram.get(f"{toms}?lijst=uitzoeken").xpath("//article")[0])
    assert "Intussen beantwoord: Ja, dat vraagt het werk: 8 kg. Dozen papier." in shelf
    page = bram.get(f"{toms}/{vacancy}")
    assert "vastgelegd door een collega" in words(page)
    assert "Samira" not in words(page)
    (form,) = page.xpath("//form[contains(@action, 'antwoorden/terug')]")
    bram.post(form.get("action"), id=form.xpath("input[@name='id']/@value")[0])
    assert [row[-1] for row in kept(database)] == [True]


def test_taking_back_opens_the_question_again_and_twice_is_once(
    anna, say, at, database
):
    say()
    fields = {"id": str(kept_id(database))}
    assert anna.post(f"{at}/antwoorden/terug", **fields).status_code == 303
    assert anna.post(f"{at}/antwoorden/terug", **fields).status_code == 303
    page = anna.get(at)
    assert "Dit antwoord gold al niet meer." in words(page)
    asked = words(page.xpath("//section[@id='vragen']")[0])
    assert "Hoe zwaar zijn de dozen?" in asked
    assert "Teruggenomen antwoorden (1)" in asked
    assert [row[-1] for row in kept(database)] == [True]


def test_an_answer_about_another_job_cannot_be_taken_back_here(
    anna, say, people, database
):
    say()
    with database.connect() as db:
        other = builders.add_vacancy(db, builders.vacancy())
    path = f"/kandidaten/{people.samira}/vacatures/{other}/antwoorden/terug"
    for answer_id in (kept_id(database), "", "onzin", uuid4()):
        assert anna.post(path, id=str(answer_id)).status_code == 404
    assert [row[-1] for row in kept(database)] == [False]


def test_what_is_wrong_is_told_beside_its_field_and_what_was_typed_stays(say, database):
    answer = say(said_by="", note="Met een kar <b>erbij</b>.")
    assert answer.status_code == 422
    assert kept(database) == []
    text = answer.get_data(as_text=True)
    start = text.index('-said_by-error">')
    assert answer_form.WHO in text[start : start + 200]
    assert 'role="alert"' in text
    assert "Met een kar &lt;b&gt;erbij&lt;/b&gt;." in text
    assert 'value="8"' in text


def test_only_what_can_be_asked_can_be_answered(say, database):
    for field in ("", "likeness", "no_night", "onzin"):
        assert say(field=field).status_code == 400
    assert kept(database) == []


def test_a_form_sent_twice_is_one_answer(say, database):
    form = {"id": str(uuid4())}
    assert [say(**form).status_code for _ in "ab"] == [303, 303]
    assert len(kept(database)) == 1


def test_a_form_that_was_sent_before_answers_what_was_taken_back(
    anna, say, at, database
):
    """Else the page says that it holds for everybody, and it does not."""
    form = {"id": str(uuid4())}
    say(**form)
    anna.post(f"{at}/antwoorden/terug", id=str(kept_id(database)))
    assert say(**form).status_code == 303
    assert [row[-1] for row in kept(database)] == [True, False]


def test_another_answer_in_an_old_form_is_not_lost(say, database):
    form = {"id": str(uuid4())}
    say(**form)
    answer = say(**form, note="Zakken cement.")
    assert answer.status_code == 409
    assert "Zakken cement." in answer.get_data(as_text=True)
    assert len(kept(database)) == 1


def test_who_comes_second_is_told_and_may_still_replace_it(say, database):
    say()
    late = say(value="12", note="")
    assert late.status_code == 409
    text = " ".join(late.get_data(as_text=True).split())
    assert "Jij legde hier intussen iets vast" in text
    assert "8 kg. Dozen papier." in text
    assert 'value="12"' in text
    seen = str(kept_id(database))
    assert f'name="seen" value="{seen}"' in text
    assert say(value="12", note="", seen=seen).status_code == 303
    assert [(row[2], row[-1]) for row in kept(database)] == [(8.0, True), (12.0, False)]


def test_who_replaces_what_was_taken_back_meanwhile_is_told(anna, say, at, database):
    say()
    seen = str(kept_id(database))
    anna.post(f"{at}/antwoorden/terug", id=seen)
    late = say(value="12", seen=seen)
    assert late.status_code == 409
    assert "intussen teruggenomen" in late.get_data(as_text=True)


def test_a_tick_makes_one_attempt_of_one_call(say, database, people):
    for field, value in (("lift_kg", "8"), ("climb", ""), ("hours_min", "24")):
        assert say(field=field, value=value, attempt="1").status_code == 303
    with database.connect() as db:
        found = db.execute(
            "select candidate_id, employer, kind, outcome, channel, happened_on::text, note "
            "from attempt"
        ).fetchall()
    (attempt,) = found
    assert attempt[:6] == (
        people.samira, "Wilg BV", "phone", "spoken", "public", "2026-09-12",
    )  # fmt: skip
    assert "Dozen" not in attempt[6]
    say(field="kneel_per_hour", value="", said_by="employer_mail", attempt="1")
    with database.connect() as db:
        (kinds,) = db.execute(
            "select array_agg(kind order by kind) from attempt"
        ).fetchone()
    assert kinds == ["mail", "phone"]


def taken_back(anna, at, database) -> str:
    """What is said after the newest answer was taken back."""
    with database.connect() as db:
        newest = "select id from vacancy_answer order by made_at desc limit 1"
        (answer,) = db.execute(newest).fetchone()
    anna.post(f"{at}/antwoorden/terug", id=str(answer))
    return words(anna.get(at).xpath("//*[@id='meldingen']")[0])


def test_an_answer_that_is_taken_back_tells_that_its_attempt_stays(
    anna, say, at, database
):
    say()
    assert "poging" not in taken_back(anna, at, database)
    say(attempt="1")
    told = taken_back(anna, at, database)
    assert "De vraag staat weer open." in told
    assert "De poging van 12 september 2026 blijft staan en telt mee" in told
    with database.connect() as db:
        assert db.execute("select count(*) from attempt").fetchone() == (1,)


def test_an_advert_that_changed_since_says_so(anna, say, at, database):
    say()
    with database.connect() as db:
        db.execute("update vacancy set last_changed = now() + interval '1 s', "
                   "first_seen = now() - interval '1 y'")  # fmt: skip
    assert "Gevraagd vóór de tekst veranderde" in words(anna.get(at))


def test_every_open_question_has_a_form_and_a_sentence_to_say(anna, at):
    page = anna.get(at)
    questions = page.xpath("//section[@id='vragen']/ol/li")
    assert [words(one.xpath("p[@class='ask']")[0]) for one in questions] == [
        "Hoe zwaar zijn de dozen?",
        "Hoeveel uren zijn het?",
    ]
    fields = page.xpath("//section[@id='vragen']//input[@name='field']/@value")
    assert fields == ["lift_kg", "hours_min"]
    assert "Mag ik u 2 vragen over het werk stellen?" in words(page)


def test_no_candidate_is_kept_with_an_answer(database):
    with database.connect() as db:
        columns = db.execute(
            "select column_name from information_schema.columns "
            "where table_name = 'vacancy_answer'"
        ).fetchall()
    assert not [name for (name,) in columns if "candidate" in name]


def test_nobody_but_an_adviser_answers(browser_of, at, database):
    for name in ("Samira", "Olga"):
        answer = browser_of(name).post(f"{at}/antwoorden", field="lift_kg")
        assert answer.status_code == 404
    assert kept(database) == []


def test_what_holds_stays_in_sight_however_often_another_point_was_taken_back(
    anna, say, at, database
):
    say()
    with database.connect() as db:
        db.execute(
            "insert into vacancy_answer (id, vacancy_id, field, polarity, said, said_by, "
            "said_on, made_by, undone_by, undone_at) select gen_random_uuid(), vacancy_id, "
            "'stand_hours_day', 'absent', 'Nee.', said_by, said_on, made_by, made_by, now() "
            "from vacancy_answer, generate_series(1, 200)"
        )
    assert "Dozen papier." in words(anna.get(at))
