"""What somebody who means harm, or is careless, gives to add: refused, or made clean."""

from dataclasses import astuple, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.asked.by_hand import (
    NAMELESS,
    NO_WORDS,
    PASTE,
    TOO_LONG,
    NotAddedError,
    as_added,
    check_understood,
    cleaned,
    storable,
    vacancy_in,
)
from schemas.gazetteer import Gazetteer
from schemas.tables.vacancies_to_add import VacancyToAdd
from tests import builders
from tests.crawlers.adverts import job, page
from tests.crawlers.asking import asked
from tests.crawlers.crawling import export
from tests.crawlers.site import Reply, served

NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)
NOWHERE = Gazetteer([], {})
TEXT = "Hulp in de keuken, 20 tot 24 uur per week."


def add(database, *, loopback=True, **given):
    to_add = VacancyToAdd(**given)
    return asked(database, "asked.adding.add", to_add, loopback=loopback, moment=NOW)


def count(database, table):
    with database.connect() as db:
        return db.execute(f"select count(*) from {table}").fetchone()[0]


@pytest.mark.parametrize("title", ["\u202e\u200b", "06-12345671", "a@b.nl", "…", "[naam]"])  # fmt: skip
def test_a_function_of_which_nothing_is_left_is_refused(database, title):
    assert add(database, text=TEXT, title=title).error == NAMELESS
    assert export(database) == []


@pytest.mark.parametrize(
    "text",
    ["06-12345671 noor@example.nl", "<script>alert(1)</script>", "\u200b\u200b", "<p>" * 6000, "1234 -- 5678"],
)  # fmt: skip
def test_a_text_without_a_word_is_no_vacancy(database, text):
    assert add(database, text=text, title="Hulp").error == NO_WORDS
    assert export(database) == []


def test_a_lone_surrogate_or_a_nul_is_left_out(database):
    odd = "Hulp\ud800 in\0 de keuken\udcff"
    answer = add(
        database, text=f"{odd}, {TEXT}", title=odd, employer=odd, place=odd, hours=odd,
        url="https://wilg.example/\udcff\0",
    )  # fmt: skip
    [kept] = export(database)
    assert kept["id"] == answer.vacancy_id
    whole = f"{kept['title']} {kept['employer']} {kept['text']} {kept['url']}"
    assert "Hulp in de keuken" in " ".join(kept["title"].split())
    assert "\0" not in whole
    whole.encode()
    assert add(database, url="https://wilg.example/\udcff\ud800") == replace(answer, known=True)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(codec=None), max_size=200))
def test_whatever_is_typed_can_be_stored(typed):
    clean = storable(VacancyToAdd(url=typed, text=typed, title=typed, employer=typed, place=typed, hours=typed))  # fmt: skip
    for value in astuple(clean):
        assert "\0" not in value
        value.encode()
    vacancy_in(cleaned(clean), NOWHERE, now=NOW)


INSIDE = (
    "http://127.0.0.1:8080/admin", "http://10.0.0.1/x", "http://[::1]/", "http://intranet/",
    "http://2130706433/", "http://169.254.169.254/latest/", "https://wilg.nl:8443/",
    "https://a:b@wilg.nl/", "javascript:alert(1)", "https://wilg.nl/u/noor@example.nl",
)  # fmt: skip


@pytest.mark.parametrize("url", INSIDE)
def test_beside_a_text_no_address_of_the_inside_or_of_a_person_is_kept(url):
    assert cleaned(VacancyToAdd(text=TEXT, title="Hulp", url=url)).url == ""


def test_a_personal_link_is_neither_sent_nor_kept(database):
    """The link from a mail: it says who was invited and lets in who has it."""
    with served({}) as site:
        site.pages["/v/7"] = page(job(7))
        personal = "email=samira%40example.nl&token=geheim&candidateId=9"
        answer = add(database, url=f"{site.address}/v/7?{personal}")
        assert answer.vacancy_id, answer
        assert site.paths() == ["/robots.txt", "/v/7"]
        refused = add(database, url=f"{site.address}/v/noor@example.nl/7")
        assert site.paths() == ["/robots.txt", "/v/7"], "nor asked for"
    assert PASTE in refused.error
    assert "noor" not in refused.error
    for table in ("vacancy", "page"):
        with database.connect() as db:
            rows = db.execute(f"select to_jsonb(t)::text from {table} t").fetchall()
        for secret in ("samira", "geheim", "candidateId"):
            assert secret not in str(rows), table


def test_nor_when_the_site_itself_sends_us_to_it(database):
    with served({}) as site:
        to = f"{site.address}/v/7?id=7&session_token=geheim"
        site.pages["/kort"] = Reply("", status=302, headers={"Location": to})
        site.pages["/v/7?id=7&session_token=geheim"] = page(job(7))
        site.pages["/v/7"] = page(job(7))
        add(database, url=f"{site.address}/kort")
    [kept] = export(database)
    assert "geheim" not in f"{kept['url']} {kept['source_key']}"


@pytest.mark.parametrize("tail", ["a" * 3000, "€" * 900, "?id=" + "7" * 2500])
def test_an_endless_address_is_refused_and_not_a_crash(database, tail):
    with served({}) as site:
        site.pages[f"/v/{tail}"] = page(job(7))
        answer = add(database, url=f"{site.address}/v/{tail}")
    assert answer.error == TOO_LONG
    assert count(database, "vacancy") == 0


def test_an_address_that_a_site_makes_endless_is_refused():
    endless = builders.vacancy(url="https://wilg.example/" + "x" * 3000)
    with pytest.raises(NotAddedError, match="te lang"):
        as_added(endless)


def test_html_in_what_is_given_is_only_text(database):
    hostile = '<img src=x onerror="alert(1)">Kok<script>alert(2)</script>'
    add(database, text=f"{hostile} {TEXT}", title=hostile, employer=hostile, place=hostile)  # fmt: skip
    [kept] = export(database)
    assert "<" not in kept["text"]
    assert "Kok" in kept["title"]


def test_a_page_full_of_hostile_fields_is_read_or_refused(database):
    odd = "Kok \\u0000 \\ud800 <b onclick=x>"
    with served({}) as site:
        site.pages["/v/7"] = page(job(7, title=odd)).replace("\\\\u", "\\u")
        answer = add(database, url=f"{site.address}/v/7")
    assert answer.vacancy_id or answer.error


def test_a_check_on_the_title_holds_for_a_page_too():
    nameless = replace(builders.vacancy(), title="[naam]")
    with pytest.raises(NotAddedError):
        check_understood(nameless)
    silent = replace(builders.vacancy(), text="")
    with pytest.raises(NotAddedError):
        check_understood(silent)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1",
        "0x7f.1", "[::1]", "[::ffff:7f00:1]", "[::ffff:127.0.0.1]", "①②⑦.0.0.1",
        "127。0。0。1", "user:geheim@127.0.0.1", "127.0.0.1%2f@wilg.nl", "0",
        "wilg.nl\\@127.0.0.1", "169.254.169.254", "[fe80::1%25eth0]", "[64:ff9b::7f00:1]",
    ],
)  # fmt: skip
def test_no_spelling_of_an_inner_address_is_asked(database, host):
    with served({}) as site:
        port = site.address.rsplit(":", 1)[1]
        for url in (f"http://{host}:{port}/v/7", f"https://{host}/v/7"):
            answer = add(database, url=url, loopback=False)
            assert answer.vacancy_id is None
            assert answer.error
            assert "geheim" not in answer.error
        assert site.asked == []
    assert count(database, "page") == count(database, "vacancy") == 0


@pytest.mark.parametrize("url", ["gopher://127.0.0.1/", "data:text/html,x", "//127.0.0.1/", "file:///etc/hostname", "javascript:alert(1)"])  # fmt: skip
def test_another_kind_of_address_is_not_opened(database, url):
    answer = add(database, url=url, loopback=False)
    assert answer.error.startswith("Dit adres kunnen wij niet openen")


def test_a_public_page_cannot_send_us_inside(database):
    """Loopback is allowed here only to reach the first site; the inside stays shut."""
    with served({}) as site:
        for to in ("http://10.0.0.1/", "http://[::1]/", "file:///etc/hostname", "http://169.254.169.254/"):  # fmt: skip
            site.pages["/v/7"] = Reply("", status=302, headers={"Location": to})
            assert add(database, url=f"{site.address}/v/7").error
    assert count(database, "page") == 0


@pytest.mark.parametrize("host", ["www..bakker.example", f"{'a' * 64}.example"])
def test_a_name_that_no_site_can_have_is_no_address(database, host):
    error = add(database, url=f"https://{host}/vacature").error
    assert "geen geldig webadres" in error
    assert PASTE in error
