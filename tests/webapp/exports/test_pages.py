"""An adviser takes lists along; confidential notes and other people's work stay."""

import pytest


@pytest.fixture
def recorded(anna, people):
    form = {
        "channel": "public", "employer": "=1+1", "kind": "phone", "outcome": "spoken",
        "happened_on": "2026-11-20", "note": "vertrouwelijk woord",
    }  # fmt: skip
    answer = anna.post(f"/kandidaten/{people.samira}/pogingen/nieuw", **form)
    assert answer.status_code == 303
    return people.samira


@pytest.mark.asvs("5.4.1 5.4.2")
def test_the_record_of_attempts_without_the_notes(anna, recorded):
    answer = anna.client.get(f"/kandidaten/{recorded}/pogingen/lijst?soort=csv")
    text = answer.get_data(as_text=True)
    assert "2026-11-20" in text
    assert "Openbare vacature" in text
    assert '"\'=1+1"' in text
    assert "vertrouwelijk" not in text
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment; filename=pogingen-")
    assert "amira" not in disposition


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_of_ones_own_candidates(anna, kind):
    answer = anna.client.get(f"/kandidaten/lijst?soort={kind}")
    assert answer.status_code == 200
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    if kind == "csv":
        assert "Samira" in answer.get_data(as_text=True)
        assert "Tom" not in answer.get_data(as_text=True)


def test_somebody_elses_record_is_not_there(anna, people):
    answer = anna.client.get(f"/kandidaten/{people.tom}/pogingen/lijst?soort=csv")
    assert answer.status_code == 404


def test_another_kind_of_file_is_not_there(anna):
    assert anna.client.get("/kandidaten/lijst?soort=pdf").status_code == 404


def test_both_pages_lead_to_their_lists(anna, recorded):
    for page in ("/kandidaten", f"/kandidaten/{recorded}/pogingen"):
        links = anna.get(page).xpath("//a/@href")
        assert {link[-4:] for link in links if "lijst?" in link} == {"=csv", "xlsx"}


@pytest.mark.asvs("7.5.1")
@pytest.mark.parametrize("path", ["/kandidaten/lijst", "/kandidaten/{}/pogingen/lijst"])
def test_who_signed_in_long_ago_proves_it_first(anna, people, database, path):
    with database.connect() as db:
        db.execute("update session set proven_at = now() - interval '11 minutes'")
    answer = anna.client.get(path.format(people.samira))
    assert answer.status_code in (302, 303)
    assert "Content-Disposition" not in answer.headers
