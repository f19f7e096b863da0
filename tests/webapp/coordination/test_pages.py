"""The coordinator sees how trajects stand, and nothing of what is said in them."""

import pytest

from tests.webapp import trespass


@pytest.fixture
def cora(browser_of):
    return browser_of("Cora")


def test_the_first_page_lists_every_traject_with_its_adviser(cora, people, database):
    trespass.furnish(database, people)
    assert cora.client.get("/").headers["Location"] == "/trajecten"
    rows = [
        " ".join(row.text_content().split())
        for row in cora.get("/trajecten").xpath("//tbody/tr")
    ]
    assert rows[0].startswith("Samira Anna 2 verkenning")
    assert rows[1].startswith("Tom Bram 2 verkenning")
    assert all("1 open" in row and "vandaag" in row for row in rows)


def test_a_traject_in_nobodys_hands_stands_out(cora, database):
    with database.connect() as db:
        db.execute("delete from assignment")
    page = cora.get("/trajecten")
    assert [cell.text for cell in page.xpath("//td/span[@class='late']")] == [
        "niemand",
        "niemand",
    ]


def test_without_trajects_it_says_what_comes(cora, database):
    with database.connect() as db:
        db.execute("delete from candidate")
    assert "Er zijn nog geen trajecten." in cora.get("/trajecten").text_content()


def test_nothing_of_a_talk_or_a_limit_is_shown(cora, people, database):
    trespass.furnish(database, people)
    assert "Geheim" not in cora.get("/trajecten").text_content()
