"""What is confidential turns up nowhere else: looked for on every page there is."""

import io
import logging
import re
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

import pytest
from lxml import html

from schemas.catalogue.columns import catalogue
from schemas.rights.matrix import columns
from schemas.tables.capacities import withdrawal
from tests import builders
from tests.sealing import VAULT
from tests.webapp.hardening.canaries import planted
from webapp.mail.delivering import deliver
from webapp.mail.sending import Folder
from webapp.record import exporting

MOST = 400  # addresses of one person


@pytest.fixture
def canaries(database, people, ids):
    assert ids
    with database.connect() as db:
        # Who goes by another name keeps that: the name of the traject stays apart.
        own = "update account set name = 'Sam' where id = %s"
        db.execute(own, (people.samira_account,))
        old = builders.add_capacity(db, people.samira)
        why = builders.sealed(db, people.samira, withdrawal(old), "x")
        db.execute(
            "update capacity_document set withdrawn_at = now(), withdrawn_sealed = %s "
            "where id = %s",
            (why, old),
        )
    return planted(database, people.samira)


def everything(trespasser, visitor) -> Iterator[tuple[str, str]]:
    """Every address somebody reaches, by the routes and by the links, with what it says."""
    waiting = [
        trespasser.path(rule, {n: visitor.own[n] for n in rule.arguments})
        for rule in trespasser.rules()
        if "GET" in rule.methods and rule.arguments <= visitor.own.keys()
    ]
    seen = set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        assert len(seen) <= MOST
        answer = visitor.browser.client.get(path)
        assert answer.status_code < 500, path
        body = answer.get_data()
        yield path, f"{answer.headers}\n{as_text(body)}"
        if answer.mimetype == "text/html":
            waiting += links(body)


def as_text(body: bytes) -> str:
    """What somebody reads in it; of a packed file all that is inside."""
    try:
        with ZipFile(io.BytesIO(body)) as packed:
            return "\n".join(as_text(packed.read(name)) for name in packed.namelist())
    except BadZipFile:
        return body.decode(errors="replace")


def links(body: bytes) -> list[str]:
    found = html.document_fromstring(body).xpath("//a/@href")
    return [
        one.partition("#")[0] for one in found if re.match(r"/(?!/|static/)|\?", one)
    ]


def seen_by(trespasser, name, canaries) -> dict[tuple[str, str], str]:
    """The columns of which the canary was read, each with an address where it stood."""
    visitor = trespasser.visitor(name)
    return {
        at: path
        for path, text in everything(trespasser, visitor)
        for at in found_in(text, canaries)
    }


def found_in(text: str, canaries) -> list[tuple[str, str]]:
    return [canaries[one] for one in set(re.findall(r"kanarie\d{3}x", text))]


# What each reads of Samira that somebody wrote; of the adviser it is nearly all.
READ = {
    "Olga": {("candidate", "name")},
    "Cora": {("candidate", "name"), ("traject_end", "note"), ("postponement", "note")},
    "Samira": {
        *(("task", "title"), ("task", "detail"), ("attempt", "employer")),
        *(("response", "why_sealed"), ("reaction", "text_sealed")),
    },
    **{name: set() for name in ("Arie", "Bram", "Tom")},
}
# Kept to know later by what something was judged, and on no page.
ON_NO_PAGE = {
    *(("match_run", "model"), ("match_run", "scoring"), ("judgement", "known_model")),
    *(("attempt", f"known_{of}") for of in ("document", "rules", "model")),
}


@pytest.mark.asvs("8.2.3 15.3.1 14.2.4")
def test_nobody_reads_more_than_the_table_of_rights_says(trespasser, canaries):
    seen = {name: seen_by(trespasser, name, canaries) for name in (*READ, "Anna")}
    assert {name: set(found) for name, found in seen.items() if name in READ} == READ
    for name, found in seen.items():
        assert found.keys() <= readable_by(trespasser.visitor(name).persona), name
    assert len(canaries) > 30  # and the search finds what there is
    assert set(canaries.values()) - seen["Anna"].keys() == ON_NO_PAGE


def readable_by(persona: str) -> set[tuple[str, str]]:
    return {
        at for at, right in columns().items() if "read" in right.verbs.get(persona, ())
    }


@pytest.mark.asvs("14.2.4")
def test_what_a_candidate_takes_along_holds_what_is_the_candidates_to_take(
    canaries, database, people
):
    with database.connect("maintenance") as db:
        packed = exporting.make(db, people.samira, now=builders.NOW, vault=VAULT)
    taken = set(found_in(as_text(packed), canaries))
    assert taken == {at for at in canaries.values() if catalogue()[at].export}


@pytest.mark.asvs("16.2.5 14.2.4")
def test_no_mail_and_no_log_repeats_what_somebody_wrote(
    trespasser, canaries, database, tmp_path, caplog
):
    """Every form of everybody is sent as its own page fills it in."""
    caplog.set_level(logging.DEBUG)
    for visitor in trespasser.everybody:
        for path, form in trespasser.forms_of(visitor).items() if visitor.own else ():
            answer = visitor.browser.post(path, **form)
            assert answer.status_code < 500, path
    sent = deliver(
        database.role("mailer"), Folder(tmp_path, "a@example.nl", "https://b.example")
    )
    mails = "".join(file.read_text() for file in tmp_path.iterdir())
    assert sent > 3
    assert found_in(mails, canaries) == []
    assert found_in(caplog.text, canaries) == []
