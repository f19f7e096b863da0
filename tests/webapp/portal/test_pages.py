"""What a candidate sees and answers, and how plainly it is said."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args
from uuid import uuid4

import psycopg
import pytest

from schemas.dossier import AttemptKind, Unreached
from schemas.tables import tasks
from schemas.tables.attempts import note_cell
from schemas.tables.candidate_keys import key_to_seal
from schemas.tables.responses import why_cell
from tests import builders
from tests.sealing import VAULT
from webapp.portal import asked_vacancies, plain_words
from webapp.portal import words as portal_words
from webapp.site.formats import day

TEMPLATES = Path(portal_words.__file__).parents[1] / "templates" / "portal"
PRIVACY = "Uw adviseur ziet dit. Uw werkgever ziet dit niet."


@pytest.fixture
def samira(browser_of):
    return browser_of("Samira")


def add_task(database, people, title="Bel Bakkerij Jansen", **facts):
    columns = {
        "candidate_id": people.samira,
        "title": title,
        "due_on": "2099-01-05",
        "made_by": people.anna,
        **facts,
    }
    names, holes = ", ".join(columns), ", ".join(f"%({n})s" for n in columns)
    with database.connect() as db:
        (task,) = db.execute(
            f"insert into task ({names}) values ({holes}) returning id", columns
        ).fetchone()
    return task


def propose(database, people, **facts):
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy(**facts))
        builders.add_match(db, people.samira, (vacancy, "past", 0.8))
        db.execute(
            "insert into judgement (candidate_id, vacancy_id, decision, judged_by) "
            "values (%s, %s, 'saved', %s)",
            (people.samira, vacancy, people.anna),
        )
    return vacancy


def answers(database):
    with database.connect() as db:
        rows = db.execute(
            "select candidate_id, vacancy_id, interested, why_sealed from response"
        ).fetchall()
        return [
            (
                interested,
                key_to_seal(db, VAULT, candidate).open(why_cell(vacancy), why)
                if why
                else "",
            )
            for candidate, vacancy, interested, why in rows
        ]


def task_state(database):
    with database.connect() as db:
        (one,) = db.execute("select id from task").fetchone()
        task = tasks.one(db, one, vault=VAULT)
    return task.status, task.cannot_reason, task.answer


def test_the_first_page_greets_and_names_the_adviser(samira):
    text = samira.get("/mijn").text_content()
    assert re.search(r"Goede(morgen|middag|navond) Samira", text)
    assert "Uw adviseur is Anna." in text
    assert "U heeft nu geen taken." in text


@pytest.mark.parametrize(
    ("hour", "said"), [(0, "Goedemorgen"), (12, "Goedemiddag"), (18, "Goedenavond")]
)
def test_the_greeting_follows_the_clock(hour, said):
    assert portal_words.greeting(datetime(2026, 11, 21, hour, tzinfo=UTC)) == said


def test_one_tap_does_a_task_and_one_takes_it_back(samira, people, database):
    task = add_task(database, people)
    assert "U heeft 1 taak." in samira.get("/mijn").text_content()
    assert samira.post(f"/mijn/taken/{task}/klaar").status_code == 303
    assert task_state(database)[0] == "done"
    assert "Uw adviseur kijkt ernaar." in samira.get("/mijn").text_content()
    samira.post(f"/mijn/taken/{task}/toch-niet")
    assert task_state(database) == ("open", None, "")


def test_when_the_search_has_ended_it_says_so_and_tasks_are_only_read(
    samira, anna, people, database
):
    add_task(database, people)
    task = add_task(database, people, title="Mail de Wilg")
    samira.post(f"/mijn/taken/{task}/klaar")
    samira.get("/mijn")  # where it says that this is well done
    ended = builders.real_today(-1)
    end = {"ended_on": str(ended), "reason": "recovered"}
    anna.post(f"/bewaren/{people.samira}/einde", **end)
    page = samira.get("/mijn")
    text = " ".join(page.text_content().split())
    assert f"Het zoeken naar werk is gestopt op {day(ended)}." in text
    assert "U hoeft uw taken niet meer te doen." in text
    assert "Bel Bakkerij Jansen" in text
    assert "Mail de Wilg" in text
    for no_more in ("U heeft 1 taak", "Doe dit uiterlijk", "kijkt ernaar", "Hersteld"):
        assert no_more not in text
    assert not page.xpath("//form[contains(@action, '/mijn/taken/')]")
    assert not page.xpath("//a[contains(@href, '/lukt-niet')]")
    anna.post(f"/bewaren/{people.samira}/heropen")
    assert "U heeft 1 taak" in samira.get("/mijn").text_content()


def test_when_the_search_has_ended_nothing_new_is_promised(samira, anna, people):
    end = {"ended_on": str(builders.real_today()), "reason": "placed"}
    anna.post(f"/bewaren/{people.samira}/einde", **end)
    text = samira.get("/mijn").text_content()
    for promise in ("zet hier nieuwe taken klaar", "zoekt verder", "Wij kijken of"):
        assert promise not in text


def test_when_the_search_has_ended_no_vacancy_is_asked_about(
    samira, anna, people, database
):
    """Not by a page that was open before it ended, nor by its address."""
    end = {"ended_on": str(builders.real_today()), "reason": "placed"}
    anna.post(f"/bewaren/{people.samira}/einde", **end)
    assert samira.client.get("/mijn/gevraagd").status_code == 303
    assert portal_words.HAS_ENDED in samira.get("/mijn").text_content()
    samira.post("/mijn/gevraagd", id=str(uuid4()), link="https://beuk.example/1")
    assert portal_words.HAS_ENDED in samira.get("/mijn").text_content()
    with database.connect() as db:
        assert db.execute("select count(*) from asked_vacancy").fetchone() == (0,)


def test_a_task_that_does_not_work_out_asks_why(samira, people, database):
    task = add_task(database, people)
    page = samira.get(f"/mijn/taken/{task}/lukt-niet")
    assert len(page.xpath("//input[@name='reason']")) == 4
    samira.post(
        f"/mijn/taken/{task}/lukt-niet", reason="need_help", answer="Wie bel ik?"
    )
    assert task_state(database) == ("cannot", "need_help", "Wie bel ik?")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"reason": "", "answer": "Ik vertel het"}, portal_words.CHOOSE_REASON),
        ({"reason": "other", "answer": "Door mijn migraine"}, portal_words.NO_ILLNESS),
    ],
)
def test_a_mistake_keeps_what_was_typed(samira, people, database, fields, said):
    task = add_task(database, people)
    answer = samira.post(f"/mijn/taken/{task}/lukt-niet", **fields)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert said in text
    assert fields["answer"] in text
    assert task_state(database)[0] == "open"


def test_a_late_task_is_said_without_a_threat(samira, people, database):
    add_task(database, people, due_on="2026-01-05")
    page = samira.get("/mijn")
    assert "Lukt het niet? Laat het ons weten." in page.text_content()
    assert not page.xpath("//*[contains(@class, 'late')]")


def test_a_proposal_is_answered_and_the_answer_can_change(samira, people, database):
    vacancy = propose(database, people, title="Receptionist")
    page = samira.get("/mijn")
    assert "Receptionist" in page.text_content()
    assert "De uren passen bij u." in page.text_content()
    samira.post(f"/mijn/vacatures/{vacancy}/interessant")
    assert answers(database) == [(True, "")]
    assert "U vindt dit interessant." in samira.get("/mijn").text_content()
    samira.post(f"/mijn/vacatures/{vacancy}/niet-voor-mij", why="Te ver weg.")
    assert answers(database) == [(False, "Te ver weg.")]


def test_the_vacancy_page_links_to_the_source(samira, people, database):
    vacancy = propose(database, people, text="Wij zoeken iemand.\n<b>Echt</b>")
    page = samira.get(f"/mijn/vacatures/{vacancy}")
    assert "<b>Echt</b>" in page.text_content()
    (link,) = page.xpath("//a[contains(@rel, 'noopener')]/@href")
    assert link.startswith("https://werkenbij.example/")


def test_an_address_that_is_no_web_page_is_no_link(samira, people, database):
    vacancy = propose(database, people, url="javascript:alert(1)")
    assert not samira.get(f"/mijn/vacatures/{vacancy}").xpath("//a[@rel]")


def test_what_was_not_proposed_is_not_there(samira, database):
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy())
    for path in ("", "/niet-voor-mij"):
        samira.get(f"/mijn/vacatures/{vacancy}{path}", status=404)
    for path in ("interessant", "niet-voor-mij"):
        answer = samira.post(f"/mijn/vacatures/{vacancy}/{path}", why="x")
        assert answer.status_code == 404
    assert answers(database) == []


def test_a_vacancy_of_a_task_can_be_read_but_not_answered(samira, people, database):
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy())
    add_task(database, people, vacancy_id=vacancy)
    page = samira.get(f"/mijn/vacatures/{vacancy}")
    assert not page.xpath("//form[contains(@action, 'vacatures')]")
    assert samira.post(f"/mijn/vacatures/{vacancy}/interessant").status_code == 404


def test_what_was_tried_is_shown_without_the_note(samira, people, database):
    with database.connect() as db:
        attempt = uuid4()
        note = builders.sealed(
            db, people.samira, note_cell(attempt), "Vond haar te stil."
        )
        db.execute(
            "insert into attempt (id, candidate_id, channel, employer, person, kind, "
            "outcome, note_sealed, made_by) values (%s, %s, 'candidate_network', "
            "'Fietsenzaak Spaak', 'Henk', 'phone', 'declined', %s, %s)",
            (attempt, people.samira, note, people.anna),
        )
    text = samira.get("/mijn").text_content()
    assert "Wij belden met Fietsenzaak Spaak." in text
    assert "via uw netwerk" in text
    for hidden in ("te stil", "Henk", "fgewezen"):
        assert hidden not in text


def add_attempt(database, people, kind, outcome):
    with database.connect() as db:
        db.execute(
            "insert into attempt (candidate_id, channel, employer, kind, outcome, "
            "made_by) values (%s, 'own_network', 'Slagerij Vet', %s, %s, %s)",
            (people.samira, kind, outcome, people.anna),
        )


@pytest.mark.parametrize(
    ("kind", "outcome", "said"),
    [
        ("phone", "spoken", "Wij belden met Slagerij Vet."),
        ("phone", "voicemail", "Wij belden Slagerij Vet en kregen de voicemail."),
        ("phone", "no_answer", "Wij belden Slagerij Vet, maar niemand nam op."),
        ("mail", "sent", "Wij mailden Slagerij Vet."),
        ("mail", "no_answer", "Wij mailden Slagerij Vet, maar kregen geen antwoord."),
        ("visit", "no_answer", "Wij gingen langs bij Slagerij Vet, maar troffen niemand."),
        ("conversation", "no_answer", "Ons gesprek met Slagerij Vet ging niet door."),
        ("presented", "voicemail", "Wij gaven uw cv aan Slagerij Vet."),
    ],
)  # fmt: skip
def test_nobody_reads_that_we_talked_when_nobody_answered(
    samira, people, database, kind, outcome, said
):
    add_attempt(database, people, kind, outcome)
    assert said in samira.get("/mijn").text_content()


@pytest.mark.parametrize("kind", get_args(AttemptKind))
@pytest.mark.parametrize("unreached", [None, *get_args(Unreached)])
def test_every_way_to_try_has_its_sentence(kind, unreached):
    said = portal_words.effort(kind, unreached)
    assert re.fullmatch(r"[A-Z][^{}]*{}[^{}]*\.", said)
    if unreached and kind in ("phone", "mail", "visit", "conversation"):
        assert said != portal_words.effort(kind, None)


def test_a_candidate_reads_whether_somebody_answered_but_not_what_came_of_it(
    database, people
):
    add_attempt(database, people, "phone", "declined")
    with database.connect("web_candidate") as db:
        db.execute("select unreached from attempt")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            db.execute("select outcome from attempt")


def test_every_text_box_says_who_reads_it(samira, people, database):
    task = add_task(database, people)
    vacancy = propose(database, people)
    for path in (
        f"/mijn/taken/{task}/lukt-niet",
        f"/mijn/vacatures/{vacancy}/niet-voor-mij",
    ):
        for box in samira.get(path).xpath("//textarea"):
            assert PRIVACY in box.getparent().text_content()


# How plainly we write: the proxy for B1 of the guide.
BANNED = re.compile(
    r"\b(indien|betreffende|tevens|middels|dient te|conform|reeds|worden|wordt|werden|werd"
    r"|taakstelling|bemiddelingspoging|belastbaarheid|opdrachtgever)\b",
    re.IGNORECASE,
)
BLOCKS = r"</?(?:p|h\d|li|ul|div|button|article|section|form|label|legend|fieldset|a|span|strong)\b[^>]*>"
LONGEST, MEAN = 15, 10


def template_sentences(source: str) -> list[str]:
    """What stands between the tags, with one word for each filled-in value."""
    said = [
        text
        for call in re.findall(r"{{.*?}}", source)
        for text in re.findall(r'"([A-Z][^"]*)"', call)
    ]
    text = re.sub(r"{#.*?#}", " ", source, flags=re.DOTALL)
    text = re.sub(
        r"{%\s*(?:block|endblock|extends|from|set|macro|endmacro).*?%}", "\n", text
    )
    text = re.sub(r"{%.*?%}", "\n", text, flags=re.DOTALL)
    text = re.sub(r"<[^>]*{{[^>]*>", "\n", text)
    text = re.sub(r"{{.*?}}", "iets", text, flags=re.DOTALL)
    text = re.sub(BLOCKS, "\n", text)
    text = re.sub(r"<[^>]+>", " ", text)
    return [part.strip() for part in re.split(r"[.!?:\n]+", "\n".join([text, *said]))]


def candidate_sentences() -> list[str]:
    spoken = []
    for path in set(TEMPLATES.glob("*.html")) - {TEMPLATES / "_asked_card.html"}:
        spoken += template_sentences(path.read_text("utf-8"))
    own = vars(portal_words) | vars(asked_vacancies) | vars(plain_words)
    for value in [v for n, v in own.items() if not n.startswith("__")]:
        texts = value.values() if isinstance(value, dict) else [value]
        for text in texts:
            if isinstance(text, str) and " " in text:
                spoken += re.split(r"[.!?:\n]+", text)
    return [s for s in spoken if re.search(r"[A-Za-z]{2}", s) and s.strip() != "iets"]


def test_candidates_read_short_sentences():
    lengths = {one: len(one.split()) for one in candidate_sentences()}
    assert len(lengths) > 60, "the reader of the templates found too little"
    assert [one for one, words in lengths.items() if words > LONGEST] == []
    assert sum(lengths.values()) / len(lengths) <= MEAN


def test_candidates_read_no_office_words():
    assert [one for one in candidate_sentences() if BANNED.search(one)] == []


def test_the_reader_of_templates_sees_a_long_and_a_stiff_sentence():
    words = " ".join(["woord"] * 16)
    (one,) = [s for s in template_sentences(f"<p>{words}.</p>") if s]
    assert len(one.split()) > LONGEST
    hint = '{{ textarea("x", hint="Indien nodig dient te worden gebeld.") }}'
    assert any(BANNED.search(s) for s in template_sentences(hint))


def test_an_unknown_task_is_not_there(samira):
    samira.get(f"/mijn/taken/{uuid4()}/lukt-niet", status=404)
