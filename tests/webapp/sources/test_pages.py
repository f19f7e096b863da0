"""The page of sources: in order, blocked, silent; and what could not be seen."""

from datetime import timedelta

import pytest
from psycopg.types.json import Jsonb

from tests import builders
from webapp.site.request import now


def words(element) -> str:
    return " ".join(element.text_content().split())


def add(database, name, *runs, enabled=True, employer=None, terms="permission", platform="jobposting"):  # fmt: skip
    """A source with runs of (days ago, status, found, more columns), newest last."""
    with database.connect() as db:
        builders.add_source(db, name)
        db.execute(
            "update source set enabled = %s, employer = %s, terms = %s, platform = %s "
            "where name = %s",
            (enabled, employer, terms, platform, name),
        )
        for days, status, found, more in runs:
            moment = now() - timedelta(days=days)
            db.execute(
                "insert into crawl_run (source, started_at, finished_at, status, found, "
                "expected, error, quality) values (%s, %s, %s, %s, %s, %s, %s, %s)",
                (name, moment, moment, status, found, found, more.get("error"), Jsonb(more.get("quality", {}))),
            )  # fmt: skip


def ok(days, found, **quality):
    return (days, "ok", found, {"quality": quality})


def bad(days, status, error):
    return (days, status, 0, {"error": error})


def lines(page) -> dict[str, str]:
    """What stands with each source that is on, by its name."""
    cards = page.xpath("//article[contains(@class, 'source')]")
    return {words(c.xpath(".//h2")[0]): words(c.xpath("div")[0]) for c in cards}


def state(page, name) -> str:
    (card,) = page.xpath("//article[.//h2[normalize-space()=$name]]", name=name)
    return words(card.xpath(".//p[@class='state']")[0])


def test_without_any_source_it_says_what_to_do(anna):
    assert "Er staat nog geen bron aan" in words(anna.get("/bronnen"))


def test_a_source_in_order_says_how_many_and_when(anna, database):
    add(database, "wilg", ok(0, 42, hours=0.8, salary=0.4, place=1.0), employer="Zorg Wilg")  # fmt: skip
    page = anna.get("/bronnen")
    assert state(page, "Zorg Wilg").startswith("✓ in orde, 42 vacatures, vandaag")
    assert "uren 80%, salaris 40%, plaats 100%" in words(page)
    assert "Alle bronnen die aanstaan" in words(page)


def test_a_source_on_trial_is_not_said_to_be_looked_at_each_night(anna, database):
    """Somebody crawled it once by its address; no night does, before its terms are read."""
    add(database, "proef", ok(0, 3), terms="unknown", employer="Proef")
    add(database, "wilg", ok(0, 3))
    said = lines(anna.get("/bronnen"))
    assert "op proef: wij kijken hier niet elke nacht" in said.pop("Proef")
    [other] = said.values()
    assert "op proef" not in other


def test_blocked_is_not_zero(anna, database):
    refusal = "de site weigert ons (HTTP 403)"
    add(database, "wilg", ok(3, 42), bad(2, "blocked", refusal), bad(0, "blocked", refusal))  # fmt: skip
    add(database, "eik", ok(0, 5))
    page = anna.get("/bronnen")
    since = now() - timedelta(days=2)
    line = lines(page)["wilg.example"]
    assert state(page, "wilg.example").startswith("✕ geblokkeerd sinds")
    assert f" {since.day} " in line
    assert refusal in line
    assert "de laatste keer dat het lukte: 42 vacatures" in line
    assert list(lines(page)) == ["wilg.example", "eik.example"], "trouble comes first"
    top = words(page.xpath("//section[contains(@class, 'unseen')]")[0])
    assert "1 van 2 bronnen kon vannacht niet worden gelezen" in top
    assert "wilg.example: geblokkeerd" in top


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("failed", "niet bereikbaar"),
        ("gone", "verdwenen"),
        ("changed", "veranderd"),
        ("suspect", "gaf iets vreemds"),
    ],
)
def test_every_trouble_has_its_word(anna, database, status, word):
    add(database, "wilg", bad(0, status, "de reden"))
    page = anna.get("/bronnen")
    assert state(page, "wilg.example").startswith(f"✕ {word} sinds")
    assert "nog nooit gelukt" in lines(page)["wilg.example"]


def test_a_source_that_nobody_asked_for_days_is_not_in_order(anna, database, people):
    add(database, "wilg", ok(6, 42))
    page = anna.get("/bronnen")
    assert "al 6 dagen niet opgehaald" in state(page, "wilg.example")
    line = words(anna.get(f"/kandidaten/{people.samira}/vacatures"))
    assert "Niet gezien de laatste keer: wilg.example." in line


def test_never_crawled_and_off_are_said(anna, database):
    add(database, "wilg")
    add(database, "eik", enabled=False, terms="unknown")
    add(database, "iep", enabled=False, terms="forbidden")
    page = anna.get("/bronnen")
    assert list(lines(page)) == ["wilg.example"]
    assert state(page, "wilg.example") == "· nog niet opgehaald"
    off = words(page.xpath("//details[contains(@class, 'block')]")[0])
    assert "Staan uit (2)" in off
    assert "staat uit: de voorwaarden zijn nog niet gelezen" in off
    assert "staat uit: de voorwaarden van de site verbieden het" in off


def test_the_series_is_a_figure_and_a_table(anna, database):
    runs = [ok(n, 40 - n, hours=0.5) for n in range(20, 2, -1)]
    add(database, "wilg", *runs, bad(1, "blocked", "HTTP 403"))
    page = anna.get("/bronnen")
    (figure,) = page.xpath("//main//*[local-name()='svg']")
    assert figure.get("aria-label") == "De laatste 14 keer: 13 keer in orde"
    bars = figure.xpath(".//*[local-name()='rect']/@class")
    assert bars == ["fine"] * 13 + ["trouble"]
    rows = page.xpath("//details//table/tbody/tr")
    assert len(rows) == 14
    cells = [[words(cell) for cell in row.xpath("td")] for row in rows]
    assert cells[0] == ["geblokkeerdHTTP 403", "niet gezien", "–", "–", "–"]
    assert cells[1] == ["in orde", "37 van 37", "50%", "–", "–"]


def test_what_was_added_by_hand_is_counted_and_is_no_source(anna, database):
    add(database, "handmatig", enabled=False, platform="manual")
    with database.connect() as db:
        builders.add_vacancy(db, builders.vacancy(source="handmatig"))
    page = words(anna.get("/bronnen"))
    assert "Daarnaast 1 vacature met de hand toegevoegd" in page
    assert "Staan uit" not in page


def test_above_a_ranking_stands_what_was_not_seen(anna, database, people):
    shelf = f"/kandidaten/{people.samira}/vacatures"
    add(database, "eik", ok(0, 3))
    assert "Niet gezien" not in words(anna.get(shelf))
    for number in range(7):
        add(database, f"bron{number}", bad(0, "failed", "stil"))
    page = anna.get(shelf)
    (notice,) = page.xpath("//p[contains(@class, 'warning')]")
    assert "Niet gezien vannacht: bron0.example, bron1.example" in words(notice)
    assert "en 2 andere" in words(notice)
    assert notice.xpath(".//a/@href") == ["/bronnen"]
