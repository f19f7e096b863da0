"""The invented people: complete, varied, and without a word about any illness."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from demo.people import FILE, PASSWORD, People
from demo.people_reading import everybodys_mail, load_people
from demo.reading import BadDataError
from demo.records import Records, records
from schemas.account import PERSONAS
from schemas.capacity_fields import capacity_fields

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
ILLNESS = re.compile(
    r"burn-?out|overspan|epilep|artrose|astma|eczeem|depress|ptss|trauma|reuma|hernia|"
    r"\brsi\b|tinnitus|kanker|diabet|adhd|autis|\bangst|covid|corona|migraine|hartfalen|"
    r"medicijn|medicatie|behandel|therap|psycho|psychiat|diagnos|aandoening|ziekte|"
    r"\bziek\b|syndroom|ontstek|slijtage|verslav|\bpijn|klachten",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def people() -> People:
    return load_people()


@pytest.fixture(scope="module")
def rows(people: People) -> Records:
    return records(people, now=NOW)


def broken(tmp_path: Path, good: str, bad: str) -> Path:
    text = FILE.read_text(encoding="utf-8")
    assert good in text
    file = tmp_path / "people.toml"
    file.write_text(text.replace(good, bad, 1), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("good", "bad", "named"),
    [
        ('field = "lift_kg"', 'field = "lifting"', "items lifting: the capacity table"),
        ('unit = "kg"', 'unit = "pond"', "unit must be kg, is pond"),
        ("level = 3", "level = 9", "level must be one of"),
        ('adviser = "noor"', 'adviser = "niemand"', "niemand is not one of"),
        ('company = "klinkerhof"', 'company = "weg"', "candidate gerard, attempt"),
        ("@example.nl", "@example.com", "must end in @example.nl"),
        ('status = "open"', 'status = "cannot"', "go together"),
        ("answered_days_ago = 15\n", "", "only an open task"),
        ('travel_modes = ["bike", "ov"]', 'travel_modes = ["boot"]', "not know boot"),
        ("phase = 3", "phase = 4", "candidate gerard: phase must be one of 1, 2, 3"),
        ('key = "dennis"', 'key = "gerard"', "gerard occurs more than once"),
        ("wishes =", "wish =", "unknown key wish"),
    ],
)
def test_bad_data_is_named(tmp_path: Path, good: str, bad: str, named: str) -> None:
    with pytest.raises(BadDataError, match=re.escape(named)) as said:
        load_people(broken(tmp_path, good, bad))
    assert str(said.value).startswith("people.toml")


def test_nobody_s_file_names_an_illness() -> None:
    text = re.sub(r"(?m)^#.*$", "", FILE.read_text(encoding="utf-8"))
    assert ILLNESS.findall(text) == []


def test_two_advisers_share_the_candidates(people: People) -> None:
    assert len(people.advisers) == 2
    assert len(people.opdrachtgevers) == 2
    assert len(people.candidates) >= 7
    for adviser in people.advisers:
        assert sum(p.adviser == adviser.key for p in people.candidates) >= 3
    for party in people.opdrachtgevers:
        assert any(p.opdrachtgever == party.key for p in people.candidates)


def test_candidates_differ_in_phase_place_and_limits(people: People) -> None:
    assert {person.phase for person in people.candidates} == {1, 2, 3}
    places = [person.profile.place for person in people.candidates]
    assert len(set(places)) == len(places)
    limited = [p.document for p in people.candidates if p.document]
    assert len(limited) >= 7
    assert len({frozenset(i.field for i in d.items) for d in limited}) == len(limited)
    assert {d.author_role for d in limited} == {"bedrijfsarts", "verzekeringsarts"}


def test_profiles_are_complete(people: People) -> None:
    for person in people.candidates:
        profile = person.profile
        assert 2 <= len(profile.search_directions) <= 4, person.key
        assert 2 <= len(re.findall(r"\.(?:\s|$)", profile.experience)) <= 3, person.key
        assert re.fullmatch(r"[1-9]\d{3}", profile.postcode4 or ""), person.key
        assert profile.travel_modes, person.key


def test_limits_use_the_words_and_units_of_the_capacity_table(people: People) -> None:
    for person in people.candidates:
        for item in person.document.items if person.document else ():
            field = capacity_fields()[item.field]
            assert item.level >= 1, item
            assert item.sentence.endswith("."), item
            assert (item.unit or field.unit) == field.unit, item


def test_histories_fill_the_screens(people: People) -> None:
    attempts = [a for p in people.candidates for a in p.attempts]
    assert {a.channel for a in attempts} == {
        "own_network",
        "candidate_network",
        "cold_acquisition",
        "public",
    }
    tasks = [t for p in people.candidates for t in p.tasks]
    assert {t.status for t in tasks} >= {"open", "done", "cannot"}
    assert any(t.status == "open" and t.due_in_days < 0 for t in tasks)
    assert any(a.next_in_days is not None and a.next_in_days < 0 for a in attempts)
    assert any(firm.do_not_call for firm in people.firms)


def test_everybody_signs_in_under_an_own_address(people: People, rows: Records) -> None:
    assert len(rows.accounts) == len(set(everybodys_mail(people)))
    assert {a.persona for a in rows.accounts} == set(PERSONAS)
    assert all(account.invented for account in rows.accounts)
    assert len(PASSWORD) >= 12


def test_ids_are_the_same_at_every_start_and_refer_to_each_other(
    people: People, rows: Records
) -> None:
    again = records(people, now=datetime(2027, 1, 2, 9, 0, tzinfo=UTC))
    assert [c.candidate.id for c in again.candidates] == [
        c.candidate.id for c in rows.candidates
    ]
    accounts = {account.id for account in rows.accounts}
    companies = {company.id for company in rows.companies}
    attempts = [*rows.calls, *(a for c in rows.candidates for a in c.attempts)]
    assert {attempt.made_by for attempt in attempts} <= accounts
    assert {a.company_id for a in attempts} - {None} <= companies
    assert {person.company_id for person in rows.company_persons} <= companies
    assert len({attempt.id for attempt in attempts}) == len(attempts)
    assert {c.account for c in rows.candidates} <= accounts
    assert {p.contact_account for p in rows.opdrachtgevers} <= accounts


def test_days_count_from_now(rows: Records) -> None:
    gerard = next(c for c in rows.candidates if c.candidate.name == "Gerard Fictink")
    assert gerard.candidate.traject_start == date(2026, 6, 11)
    assert gerard.capacity is not None
    assert gerard.capacity.assessed_on == date(2026, 9, 11)
    late = [t for t in gerard.tasks if t.status == "open" and t.due_on < NOW.date()]
    assert len(late) == 1
    assert all(task.made_at <= NOW for task in gerard.tasks)


def test_who_has_no_document_yet_has_no_capacity(rows: Records) -> None:
    assert [c.candidate.name for c in rows.candidates if c.capacity is None] == [
        "Lisa Demoor"
    ]
