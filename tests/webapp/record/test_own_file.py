"""The candidate's own file: what the forms promise of it, and every value in Dutch."""

import io
import zipfile

import pytest
from lxml import html

from tests import builders
from tests.sealing import VAULT
from webapp.record import exporting


@pytest.fixture
def own_file(database, people):
    """A function: the page in the file that Samira takes along."""

    def read():
        with database.connect("maintenance") as db:
            made = exporting.make(db, people.samira, now=builders.NOW, vault=VAULT)
        return html.fromstring(zipfile.ZipFile(io.BytesIO(made)).read(exporting.PAGE))

    return read


def said(page):
    return " ".join(page.text_content().split())


def hint(page, name):
    [found] = page.xpath("//*[@id=$id]", id=f"{name}-hint")
    return said(found)


def test_who_writes_a_note_reads_that_the_candidate_may_ask_for_it(
    anna, ids, people, own_file
):
    dossier = f"/kandidaten/{people.samira}"
    attempt = anna.get(f"{dossier}/pogingen/nieuw")
    verdict = anna.get(f"{dossier}/vacatures/{ids['Samira']['vacancy_id']}")
    for told in (hint(attempt, "note"), hint(verdict, "motivation")):
        assert "De opdrachtgever niet." in told
        assert "kandidaat en de opdrachtgever" not in told
        assert "wel in het bestand als die om de eigen gegevens vraagt" in told
    assert "Geheim van Samira" in said(own_file())  # the note and the motivation


def test_a_call_for_nobody_yet_says_the_same_of_whom_it_may_be_for(anna, ids):
    told = hint(
        anna.get(f"/bedrijven/{ids['Samira']['company_id']}/gesprekken/nieuw"), "note"
    )
    assert "wel in het bestand als die om de eigen gegevens vraagt" in told


def test_why_an_adviser_is_away_is_not_the_candidates(
    browser_of, ids, people, own_file
):
    cora = browser_of("Cora")
    assert ids
    page = said(cora.get(f"/trajecten/{people.samira}/waarneming"))
    assert "De kandidaat ziet wie helpt en tot wanneer, niet waarom." in page
    assert "Vakantie" not in said(own_file())
    assert "leave" not in said(own_file())
