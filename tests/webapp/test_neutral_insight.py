"""An opdrachtgever reads what was done, and cannot tell what somebody cannot do."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import psycopg
import pytest

from matching.case import Case
from matching.demands import demands_of
from matching.judging import judge
from matching.priors import expectation
from matching.rules.questions import question_about
from schemas.capacity_fields import capacity_fields
from schemas.match import MatchRun
from schemas.tables import matches, sessions
from schemas.vacancy import Vacancy
from tests import builders
from tests.matching import test_cases_k2 as k2
from tests.matching import test_cases_k5 as k5
from tests.matching import test_cases_k7 as k7
from tests.matching.eight_people import K2, K5, K7, Job, Person, advert, asked_by
from tests.matching.people import capacity
from tests.sealing import VAULT
from webapp.site.request import now

CASES = {"K2": (K2, k2), "K5": (K5, k5), "K7": (K7, k7)}
MONTH = datetime(2026, 11, 10, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Search:
    """Somebody, and adverts that fit, fall off and must be asked about."""

    person: Person
    jobs: tuple[Job, ...]
    adverts: tuple[Vacancy, ...]


def search_of(name: str) -> Search:
    person, cases = CASES[name]
    told = (*cases.FITTING, *(one for one, _ in (*cases.EXCLUDED, *cases.OPEN)))
    adverts = tuple(
        replace(advert(one, person.profile), title=f"Medewerker {number}")
        for number, one in enumerate(told)
    )
    return Search(person, told, adverts)


def rank(db, candidate, search, *, limited):
    """Judge the adverts as the matcher does, and keep the run; the matches by advert."""
    document = builders.add_capacity(db, candidate) if limited else None
    found = [
        judge(
            Case(
                profile=search.person.profile,
                capacity=capacity(*search.person.items) if limited else None,
                vacancy=made,
                demands=asked_by(one),
                expected=expectation(made, asked_by(one)),
                today=MONTH.date(),
            ),
            score=0.5,
        )
        for one, made in zip(search.jobs, search.adverts, strict=True)
    ]
    run = MatchRun(
        id=uuid4(),
        candidate_id=candidate,
        capacity_id=document,
        model="m",
        rules="r",
        made_at=MONTH,
        considered=len(found),
        excluded=sum(one.verdict == "past_niet" for one in found),
    )
    matches.store(db, run, found, vault=VAULT)
    return found


def judge_by_hand(db, people, vacancy_id, decision, reason=None):
    db.execute(
        "insert into judgement (candidate_id, vacancy_id, decision, reason, judged_by, "
        "judged_at) values (%s, %s, %s, %s, %s, %s)",
        (people.samira, vacancy_id, decision, reason, people.anna, MONTH),
    )


@pytest.fixture
def searching(database):
    """A function: the search of K2, K5 or K7, with its adverts stored."""

    def store(name: str) -> Search:
        search = search_of(name)
        with database.connect() as db:
            for one, made in zip(search.jobs, search.adverts, strict=True):
                builders.add_vacancy(db, made, asked_by(one))
        return search

    return store


@pytest.fixture
def olga(browser_of):
    return browser_of("Olga")


def pages_of(browser, candidate) -> str:
    """Everything an opdrachtgever gets of a traject, as it comes over the line."""
    paths = ("/mijn-trajecten", f"/mijn-trajecten/{candidate}/vacatures")
    bodies = []
    for path in paths:
        answer = browser.client.get(path)
        assert answer.status_code == 200
        bodies.append(answer.get_data(as_text=True))
    text = "\n".join(bodies)
    return re.sub(r'name="csrf_token" value="[^"]*"', "", text)


def capacity_words():
    """Every label and hint, the words of the levels, and every question we ask."""
    for field in capacity_fields().values():
        yield field.label
        yield from re.split(r"[.;:,]\s*", field.hint)
        yield from (one.text for one in field.levels if one.level and " " in one.text)
        yield question_about(field.name)


def stands_in(words: str, html: str) -> bool:
    plain = words.strip(" .…?").casefold()
    found = re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", html.casefold())
    return bool(plain) and found is not None


@pytest.mark.asvs("8.2.3 14.2.4")
@pytest.mark.parametrize("name", CASES)
def test_no_word_of_what_somebody_can_reaches_the_page(
    olga, database, people, searching, name
):
    search = searching(name)
    with database.connect() as db:
        found = rank(db, people.samira, search, limited=True)
        out = [one for one in found if one.verdict == "past_niet"]
        for match in out[:3]:
            judge_by_hand(db, people, match.vacancy_id, "rejected", "too_heavy")
        for match in [one for one in found if one.verdict == "past"][:2]:
            judge_by_hand(db, people, match.vacancy_id, "saved")
    html = pages_of(olga, people.samira)
    assert "Medewerker 0" in html
    assert len(out) >= 3
    assert [words for words in capacity_words() if stands_in(words, html)] == []
    findings = [
        finding
        for match in found
        for finding in (
            *match.objections,
            *match.questions,
            *match.reasons,
            *match.assumptions,
        )
    ]
    proof = {text for one in findings for text in (one.text, one.quote, one.limit)}
    assert len(proof) > 20
    assert [text for text in proof if text and stands_in(text, html)] == []
    assert [one for one in search.jobs if stands_in(one.text, html)] == []


@pytest.mark.asvs("14.2.4 15.3.1")
@pytest.mark.parametrize("name", CASES)
def test_the_page_reads_the_same_with_and_without_what_somebody_cannot(
    olga, database, people, searching, name
):
    """The strongest proof that nothing can be inferred: there is no difference."""
    search = searching(name)
    with database.connect() as db:
        found = rank(db, people.samira, search, limited=True)
        (out, *_) = (one for one in found if one.verdict == "past_niet")
        judge_by_hand(db, people, out.vacancy_id, "rejected", "too_heavy")
        judge_by_hand(db, people, found[0].vacancy_id, "saved")
    limited = pages_of(olga, people.samira)
    with database.connect() as db:
        db.execute("delete from match_run")
        db.execute("delete from capacity_document")
        free = rank(db, people.samira, search, limited=False)
        db.execute("update judgement set reason = 'other_work' where reason is not null")  # fmt: skip
    assert [one.verdict for one in free] != [one.verdict for one in found]
    assert pages_of(olga, people.samira) == limited


def test_the_word_search_sees_a_label_and_a_quote():
    assert stands_in("Tillen", "<p>Vooral tillen.</p>")
    assert not stands_in("Zien", "<p>U ziet hier niets.</p>")


def test_neutral_reasons_are_counted_and_few_are_in_the_rest(
    olga, database, people, searching
):
    search = searching("K5")
    with database.connect() as db:
        rank(db, people.samira, search, limited=False)
        # what the rules say counts in the rest: what they keep may depend on health
        db.execute("update match set verdict = 'past_niet' where position > 6")
        reasons = ["too_far"] * 4 + ["education"] * 2
        for advert, reason in zip(search.adverts, reasons, strict=False):
            judge_by_hand(db, people, advert.id, "rejected", reason)
    page = olga.get(f"/mijn-trajecten/{people.samira}/vacatures")
    assert "november 2026" in page.text_content()
    numbers = page.xpath("//article//dd/text()")
    few = "minder dan 3"
    total = len(search.jobs)
    assert numbers == [str(total), "0", "4", few, few, str(total - 4)]


def test_a_title_that_says_what_is_hard_is_left_out(olga, database, people):
    telling = builders.vacancy(title="Sjouwer zware lasten", text="Werk.")
    with database.connect() as db:
        builders.add_vacancy(db, telling, demands_of(telling.title, telling.text))
        judge_by_hand(db, people, telling.id, "saved")
        (in_title,) = db.execute(
            "select count(*) from vacancy_demand where part = 'title'"
        ).fetchone()
    assert in_title
    text = olga.get(f"/mijn-trajecten/{people.samira}/vacatures").text_content()
    assert re.search(r"Een vacature\s*Utrecht", text)
    assert "Sjouwer" not in text


@pytest.mark.parametrize(
    "title",
    ["Telefonist 16 uur", "Inpakker (12-20u)", "Gastvrouw, 2 dagen", "Parttime kok"],
)
def test_a_title_that_names_hours_is_left_out(olga, database, people, title):
    with database.connect() as db:
        for one in (title, "Medewerker 8"):
            added = builders.add_vacancy(db, builders.vacancy(title=one, text="Werk."))
            judge_by_hand(db, people, added, "saved")
    text = olga.get(f"/mijn-trajecten/{people.samira}/vacatures").text_content()
    assert re.search(r"Een vacature\s*Utrecht", text)
    assert "Medewerker 8" in text
    assert title not in text


def test_what_fell_off_by_name_fell_off_for_all_to_see(
    olga, database, people, searching
):
    adverts = searching("K2").adverts
    reasons = ("too_far", "education", "expired", "too_heavy", "too_many_hours",
               "other_work", "candidate_declines", "duplicate")  # fmt: skip
    with database.connect() as db:
        for advert, reason in zip(adverts, reasons, strict=False):
            judge_by_hand(db, people, advert.id, "rejected", reason)
    page = olga.get(f"/mijn-trajecten/{people.samira}/vacatures")
    dropped = page.xpath("//section[2]//li/text()")
    assert {one.strip() for one in dropped if one.strip()} == {
        f"Medewerker {number}" for number in range(3)
    }


def test_without_anything_compared_it_says_so(olga, people):
    page = olga.get(f"/mijn-trajecten/{people.samira}/vacatures")
    assert len(page.xpath("//div[@class='empty']")) == 3


@pytest.mark.parametrize("whose", ["tom", "nobody"])
def test_the_traject_of_somebody_else_is_not_there(olga, people, whose):
    candidate = people.tom if whose == "tom" else UUID(int=7)
    olga.get(f"/mijn-trajecten/{candidate}/vacatures", status=404)


@pytest.fixture
def as_role(database):
    """A function: the rows of a statement by somebody's token in a role's pool."""

    def ask(role, account, query, *values):
        token = f"teken {uuid4()}"
        with database.connect("web_auth") as db:
            expires = now() + timedelta(hours=1)
            sessions.open_session(db, account, token, expires)
        with database.connect(role) as db:
            sessions.identify(db, token)
            return db.execute(query, values).fetchall()

    return ask


FUNCTIONS = ("search_by_month", "vacancies_in_view")


@pytest.mark.parametrize("function", FUNCTIONS)
def test_the_database_gives_only_the_own_trajects(
    as_role, database, people, searching, function
):
    search = searching("K5")
    with database.connect() as db:
        rank(db, people.samira, search, limited=True)
        judge_by_hand(db, people, search.adverts[0].id, "saved")
    query = f"select * from {function}(%s)"
    olga, other = people.contact, people.tom
    assert as_role("web_opdrachtgever", olga, query, people.samira)
    with database.connect() as db:
        db.execute("update judgement set candidate_id = %s", (other,))
        db.execute("delete from match_run")
        rank(db, other, search, limited=True)
    assert as_role("web_opdrachtgever", olga, query, other) == []
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_role("web_adviser", people.anna, query, people.samira)


@pytest.mark.parametrize("table", ["match", "match_run", "vacancy_demand", "vacancy"])
def test_the_role_of_an_opdrachtgever_reads_no_finding(
    as_role, people, database, table
):
    query = f"select 1 from {table}"
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_role("web_opdrachtgever", people.contact, query)
    with database.connect() as db:
        db.execute(f"grant select on {table} to web_opdrachtgever")
    as_role(
        "web_opdrachtgever", people.contact, query
    )  # else the refusal proves nothing


@pytest.mark.asvs("8.4.1")
def test_without_its_check_a_function_would_give_everybody(as_role, database, people):
    """The check on the own trajects is what closes the test above."""
    with database.connect() as db:
        vacancy_id = builders.add_vacancy(db, builders.vacancy())
        judge_by_hand(db, people, vacancy_id, "saved")
        db.execute("update judgement set candidate_id = %s", (people.tom,))
        (body,) = db.execute(
            "select pg_get_functiondef('vacancies_in_view'::regproc)"
        ).fetchone()
        check = "and candidate = any (array(select my_candidates()))"
        assert check in body
        db.execute(body.replace(check, ""))
    query = "select * from vacancies_in_view(%s)"
    assert as_role("web_opdrachtgever", people.contact, query, people.tom)
