"""The ranked vacancies of a candidate, and one of them with its proof."""

from uuid import uuid4

import pytest

from schemas.match import Finding
from tests import builders
from webapp.site import formats
from webapp.site.addresses import web_address
from webapp.writing.words import likeness_word

ADVERT = "Je tilt dozen tot 18 kg. Geen avonddiensten. Je bent stressbestendig."


def words(element) -> str:
    return " ".join(element.text_content().split())


def titles(page) -> list[str]:
    return [words(a) for a in page.xpath("//article//h2/a")]


def ranked(db, candidate, *rows):
    """A run of (title, verdict); returns the ids of the vacancies."""
    ids = [builders.add_vacancy(db, builders.vacancy(title=title)) for title, _ in rows]
    judged = [
        (i, v, 0.9 - n / 100)
        for n, (i, (_, v)) in enumerate(zip(ids, rows, strict=True))
    ]
    builders.add_match(db, candidate, *judged)
    return ids


@pytest.mark.parametrize(
    ("rows", "word", "said"),
    [
        ([("A", "past_niet")], "past", "Verruim het zoekprofiel"),
        ([("A", "uitzoeken")], "past", "Kijk bij Uitzoeken, of verruim"),
        ([("A", "past_niet")], "uitzoeken", "Verruim het zoekprofiel"),
        ([("A", "past")], "uitzoeken", "Kijk bij Past, of verruim"),
    ],
)
def test_an_empty_shelf_sends_nobody_to_another_empty_one(
    anna, database, people, rows, word, said
):
    with database.connect() as db:
        ranked(db, people.samira, *rows)
    page = anna.get(f"/kandidaten/{people.samira}/vacatures?lijst={word}")
    (told,) = page.xpath("//div[@class='empty']/p[1]/text()")
    assert said in told
    assert ("Kijk bij" in told) == ("Kijk bij" in said)


def test_every_shelf_holds_its_own_and_says_how_many(anna, database, people):
    with database.connect() as db:
        ranked(
            db,
            people.samira,
            ("Receptionist", "past"),
            ("Archivaris", "past"),
            ("Planner", "uitzoeken"),
            ("Stratenmaker", "past_niet"),
        )
    page = anna.get(f"/kandidaten/{people.samira}/vacatures")
    assert titles(page) == ["Receptionist", "Archivaris"]
    tabs = [words(li) for li in page.xpath("//ul[@id='lijsten']/li")]
    assert tabs == ["Past 2", "Uitzoeken 1", "Past niet 1", "Bewaard 0", "Afgewezen 0"]
    page = anna.get(f"/kandidaten/{people.samira}/vacatures?lijst=uitzoeken")
    assert titles(page) == ["Planner"]
    assert page.xpath("//a[@aria-current='page']/@href")[-1].endswith("uitzoeken")


def test_only_the_latest_ranking_counts(anna, database, people):
    with database.connect() as db:
        ranked(db, people.samira, ("Oud", "past"))
        db.execute("update match_run set made_at = now() - interval '1 day'")
        ranked(db, people.samira, ("Nieuw", "past"))
    assert titles(anna.get(f"/kandidaten/{people.samira}/vacatures")) == ["Nieuw"]


def test_a_card_says_why_what_to_mind_and_what_to_ask(anna, database, people):
    found = {
        "reasons": [Finding(kind="reason", field="likeness", text=f"Reden {n}.") for n in range(5)],
        "assumptions": [Finding(kind="assumption", field="climb", text="Zelden klimmen.")],
        "questions": [Finding(kind="question", field="lift_kg", text="Hoe zwaar?", quote="dozen", part="text", offset=8)],
    }  # fmt: skip
    with database.connect() as db:
        (planner,) = ranked(db, people.samira, ("Planner", "uitzoeken"))
        builders.set_findings(db, **found)
        db.execute(
            "update vacancy set employer = 'Bureau Zon', employer_is_intermediary = true, "
            "lat = 52.35, lon = 4.9, salary_min = 2400, salary_max = 3100, salary_period = 'month'"
        )
    page = anna.get(f"/kandidaten/{people.samira}/vacatures?lijst=uitzoeken")
    card = words(page.xpath(f"//article[@id='v-{planner}']")[0])
    assert "Past omdat Reden 0. Reden 1. Reden 2." in card
    assert "Reden 3" not in card
    assert "Let op Zelden klimmen." in card
    assert "Vraag na Hoe zwaar? dozen" in card
    assert "via uitzendbureau Bureau Zon" in card
    assert "33 km" in card
    assert "24–32 uur" in card
    assert "€ 2.400–3.100 per maand" in card
    assert "sterk" in card


def test_an_excluded_vacancy_shows_quote_and_limit(anna, database, people):
    objection = Finding(
        kind="objection", field="lift_kg", text="Tillen: 18 kg gevraagd.", quote="tot 18 kg",
        part="text", offset=14, limit="tillen tot 10 kg, FML 12-03-2026",
    )  # fmt: skip
    with database.connect() as db:
        ranked(db, people.samira, ("Magazijn", "past_niet"))
        builders.set_findings(db, objections=[objection])
    page = anna.get(f"/kandidaten/{people.samira}/vacatures?lijst=uitgesloten")
    card = words(page.xpath("//article")[0])
    assert (
        "Tillen: 18 kg gevraagd. tot 18 kg Kan: tillen tot 10 kg, FML 12-03-2026."
        in card
    )


def test_twenty_to_a_page(anna, database, people):
    with database.connect() as db:
        ranked(db, people.samira, *((f"Baan {n:02}", "past") for n in range(25)))
    first = anna.get(f"/kandidaten/{people.samira}/vacatures")
    assert len(titles(first)) == 20
    (onward,) = first.xpath("//a[@rel='next']/@href")
    second = anna.get(onward)
    assert titles(second) == [f"Baan {n:02}" for n in range(20, 25)]
    assert not second.xpath("//a[@rel='next']")


@pytest.mark.parametrize(
    "query", ["lijst=alles", "pagina=0", "pagina=-1", "pagina=x", "pagina=" + "9" * 40]
)
def test_a_shelf_or_page_that_cannot_be_is_not_there(anna, people, query):
    anna.get(f"/kandidaten/{people.samira}/vacatures?{query}", status=404)


def test_a_page_past_the_end_leads_back(anna, database, people):
    with database.connect() as db:
        ranked(db, people.samira, ("Baan", "past"))
    page = anna.get(f"/kandidaten/{people.samira}/vacatures?pagina=7")
    assert "Naar het begin van de lijst" in words(page)


def test_without_a_ranking_one_can_be_asked_for(anna, people):
    path = f"/kandidaten/{people.samira}/vacatures"
    assert "Zoek passende vacatures" in words(anna.get(path))
    assert anna.post(f"{path}/vergelijken").status_code == 303
    page = anna.get(path)
    assert page.xpath("//p[@data-poll]/a")[0].text == "Ververs"
    assert "Zoek passende vacatures" not in words(page)


def test_asking_twice_is_waiting_once(anna, database, people):
    for _ in range(2):
        anna.post(f"/kandidaten/{people.samira}/vacatures/vergelijken")
    with database.connect() as db:
        (jobs,) = db.execute("select count(*) from procrastinate_jobs").fetchone()
    assert jobs == 1


def test_nothing_fits_is_said_with_a_way_on(anna, database, people):
    with database.connect() as db:
        ranked(db, people.samira, ("Stratenmaker", "past_niet"))
    page = anna.get(f"/kandidaten/{people.samira}/vacatures")
    assert "Wijzig het zoekprofiel" in words(page)


@pytest.fixture
def advert(database, people):
    demands = (
        builders.demand(ADVERT, "tilt dozen tot 18 kg", "lift_kg", value=18.0, unit="kg"),
        builders.demand(ADVERT, "dozen", "carry_kg", strength=1),
        builders.demand(ADVERT, "Geen avonddiensten", "shift_evening", polarity="absent"),
    )  # fmt: skip
    objection = Finding(
        kind="objection", field="lift_kg", text="Tillen: 18 kg gevraagd.", quote="tilt dozen tot 18 kg",
        part="text", offset=3, limit="tillen tot 8 kg, FML 12-03-2026",
    )  # fmt: skip
    provenance = {"hours": {"part": "text", "path": "uren", "raw": "24-32 u"}}
    made = builders.vacancy(title="Inpakker", text=ADVERT, provenance=provenance)
    with database.connect() as db:
        document = builders.add_capacity(db, people.samira, ("lift_kg", 1, 8.0))
        vacancy = builders.add_vacancy(db, made, demands)
        builders.add_match(db, people.samira, (vacancy, "past_niet", 0.4))
        builders.set_findings(db, objections=[objection])
        db.execute("update match_run set capacity_id = %s", [document])
    return vacancy


def test_the_advert_shows_its_quotes_marked_and_whole(anna, people, advert):
    page = anna.get(f"/kandidaten/{people.samira}/vacatures/{advert}")
    text = page.xpath("//div[@class='advert']")[0]
    assert text.text_content() == ADVERT
    assert [(m.get("class"), m.text) for m in text.xpath("mark")] == [
        ("demanded", "tilt "),
        ("demanded", "dozen"),
        ("demanded", " tot 18 kg"),
        ("absent", "Geen avonddiensten"),
    ]


def test_the_table_lays_what_is_asked_beside_what_can(anna, people, advert):
    page = anna.get(f"/kandidaten/{people.samira}/vacatures/{advert}")
    line = page.xpath("//table//tr[@class='objection']")[0]
    assert words(line.xpath("th")[0]).startswith("Tillen")
    assert "tilt dozen tot 18 kg" in words(line.xpath("td")[0])
    assert words(line.xpath("td")[1]) == "tillen tot 8 kg, FML 12-03-2026"
    assert words(line.xpath("td")[2]) == "Volgens het verslag."
    (jump,) = line.xpath(".//a/@href")
    assert page.xpath(f"//mark[@id='{jump.removeprefix('#')}']")
    labels = [words(th) for th in page.xpath("//tr[@class='free']/th")]
    assert [label.split(" –")[0] for label in labels] == [
        "Dragen",
        "Werken in de avond",
    ]


def test_facts_say_where_they_were_read(anna, people, advert):
    page = anna.get(f"/kandidaten/{people.samira}/vacatures/{advert}")
    hours = page.xpath("//dt[.='Uren']/following-sibling::dd")[0]
    assert words(hours) == "24–32 uur uit de tekst: 24-32 u"
    (link,) = page.xpath("//dd/a[contains(@href, 'werkenbij.example')]")
    assert "noopener" in link.get("rel")


def test_a_vacancy_that_was_never_compared_still_opens(anna, database, people):
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, builders.vacancy())
    page = anna.get(f"/kandidaten/{people.samira}/vacatures/{vacancy}")
    assert "nog niet vergeleken" in words(page)


def test_an_unknown_vacancy_is_not_there(anna, people):
    anna.get(f"/kandidaten/{people.samira}/vacatures/{uuid4()}", status=404)


HOSTILE = '<script>alert(1)</script> <img src=x onerror=alert(2)> "><b onclick=a()>dozen</b> {{ 7*7 }}'


def test_a_hostile_advert_is_only_text(anna, database, people):
    demand = builders.demand(HOSTILE, '"><b onclick=a()>dozen', "lift_kg")
    made = builders.vacancy(
        title=HOSTILE, employer=HOSTILE, place=HOSTILE, text=HOSTILE, url="javascript:alert(3)",
        provenance={"hours": {"part": HOSTILE, "path": "", "raw": HOSTILE}},
    )  # fmt: skip
    with database.connect() as db:
        vacancy = builders.add_vacancy(db, made, (demand,))
        builders.add_match(db, people.samira, (vacancy, "past", 0.5))
    anna.post(f"/kandidaten/{people.samira}/vacatures/{vacancy}/bewaren")
    for path in ("", "/vacatures?lijst=bewaard", f"/vacatures/{vacancy}"):
        page = anna.get(f"/kandidaten/{people.samira}{path}")
        assert not page.xpath("//script[not(@src)] | //img | //b")
        assert not page.xpath("//@*[starts-with(name(), 'on')]")
        assert not page.xpath("//@href[starts-with(., 'javascript')]")
        assert " ".join(HOSTILE.split()) in words(page)


def test_when_nothing_fits_outright_the_list_opens_at_what_to_find_out(
    anna, database, people
):
    with database.connect() as db:
        ranked(db, people.samira, ("Planner", "uitzoeken"))
    assert titles(anna.get(f"/kandidaten/{people.samira}/vacatures")) == ["Planner"]
    page = anna.get(f"/kandidaten/{people.samira}/vacatures?lijst=past")
    assert titles(page) == []


@pytest.mark.parametrize(
    ("score", "word"),
    [(0.9, "sterk"), (0.5, "sterk"), (0.3, "redelijk"), (0.1, "zwak")],
)
def test_likeness_has_a_word(score, word):
    assert likeness_word(score) == word


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "https://", "http://[", "//x.nl/a"],
)
def test_only_web_pages_become_links(url):
    assert web_address(url) is None


@pytest.mark.parametrize(
    ("name", "is_agency", "said"),
    [
        ("Bakker BV", False, "Bakker BV"),
        ("Doorstap", True, "via uitzendbureau Doorstap"),
        ("Uitzendbureau Doorstap", True, "via Uitzendbureau Doorstap"),
        (None, True, None),
    ],
)
def test_an_agency_is_called_one_once(name, is_agency, said):
    made = builders.vacancy(employer=name, employer_is_intermediary=is_agency)
    assert formats.employer(made) == said
