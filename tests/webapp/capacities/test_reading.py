"""Reading a document in: proposals beside their sentences, and nothing by itself."""

import io

import pytest
from lxml import html
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from schemas.tables import capacities
from tests.matching.documents import papers, pdfs
from tests.sealing import VAULT

TEXT = "Tillen tot 10 kg.\nVanwege een hernia geen nachtdiensten.\nStaan: score 2."


@pytest.fixture
def shelf(people):
    return f"/kandidaten/{people.samira}/belastbaarheid"


@pytest.fixture
def read(anna, shelf):
    """A function: what the site answers to a text or a PDF."""

    def send(text: str = "", document: bytes | None = None, name: str = "fml.pdf"):
        fields: dict = {"csrf_token": anna.token(), "text": text}
        if document is not None:
            fields["document"] = FileStorage(io.BytesIO(document), filename=name)
        boundary, body = encode_multipart(fields)
        return anna.client.post(
            f"{shelf}/inlezen",
            data=body,
            content_type=f"multipart/form-data; boundary={boundary}",
        )

    return send


@pytest.fixture
def decide(anna, shelf):
    """A function: send the cards of a page, with these decisions by field."""

    def send(page: html.HtmlElement, **decisions: str):
        form = page.xpath("//main//form")[0]
        sent = dict(form.fields)
        for about, decision in decisions.items():
            card = page.xpath(f"//input[@value='{about}']/ancestor::article/@id")[0]
            field, _, rest = decision.partition(" ")
            sent[f"{card}-decision"] = field
            if rest:
                sent[f"{card}-other_value"] = rest
        sent.pop("csrf_token")
        return anna.post(f"{shelf}/overnemen", **sent)

    return send


def said(element) -> str:
    return " ".join(element.text_content().split())


def rows(database) -> int:
    with database.connect() as db:
        return db.execute("select count(*) from capacity_document").fetchone()[0]


def test_every_proposal_stands_beside_its_sentence_and_is_not_taken(anna, read):
    page = anna._checked(read(TEXT))
    cards = page.xpath("//article")
    assert [said(card.xpath(".//h2")[0]) for card in cards] == [
        "Tillen: ongeveer 10 kg, tot 10 keer per uur",
        "Niet werken in de nacht: voorwaarde",
        "Staan achter elkaar: ongeveer een kwartier",
    ]
    assert [said(card.xpath(".//blockquote")[0]) for card in cards] == [
        "Tillen tot 10 kg.",
        "geen nachtdiensten.",
        "Staan: score 2.",
    ]
    assert "bladzijde 1, regel 3" in said(cards[2])
    assert page.xpath("//input[@type='radio' and @checked]/@value") == ["no"] * 3
    assert "hernia" not in html.tostring(page, encoding="unicode")
    assert "Dat deel is weggelaten" in said(cards[1])


def test_what_is_taken_over_fills_the_form_and_is_kept_by_saving_it(
    anna, read, decide, database, shelf, people
):
    page = anna._checked(read(papers.NEW_FML))
    answer = decide(
        page,
        kind="yes",
        author_role="yes",
        assessed_on="yes",
        lift_kg="yes",
        push_pull_kgf="other 12,5",
        hand_use="yes",
    )
    assert answer.status_code == 200
    assert rows(database) == 0
    form = anna._checked(answer)
    sent = dict(form.xpath("//main//form")[0].fields)
    sent.pop("csrf_token")
    assert anna.post(shelf, **sent).status_code == 303
    with database.connect() as db:
        latest = capacities.latest(db, people.samira, vault=VAULT)
        kept = [
            (one.field, one.level, one.value, list(one.choices), one.sentence)
            for one in latest.items
        ]
        document = db.execute(
            "select kind, author_role, assessed_on::text from capacity_document"
        ).fetchall()
    assert [row[:4] for row in kept] == [
        ("hand_use", 1, None, ["pincer_grip", "repetitive"]),
        ("lift_kg", 1, 10.0, []),
        ("push_pull_kgf", 2, 12.5, []),
    ]
    assert kept[1][4].startswith("4.13 Tillen: beperkt")
    assert document == [("fml", "verzekeringsarts", "2026-03-12")]
    again = anna._checked(decide(anna._checked(read(papers.NEW_FML)), lift_kg="yes"))
    told = again.xpath("string(//p[contains(@class, 'warning')])")
    assert "hand- en vingergebruik; duwen en trekken. Nu niet." in told


def test_nothing_chosen_is_nothing_taken(anna, read, decide):
    form = anna._checked(decide(anna._checked(read(TEXT))))
    assert not form.xpath("//select/option[@selected and @value='1']")
    assert not [
        v for v in form.xpath("//input[contains(@name, '-sentence')]/@value") if v
    ]


def test_steps_of_a_build_up_land_in_their_rows(anna, read, decide):
    text = "Vanaf 1 mei 2026 maximaal 4 uur per dag, 20 uur per week."
    form = anna._checked(decide(anna._checked(read(text)), step="yes"))
    first = {
        name: form.xpath(f"//input[@name='step1-{name}']/@value")
        for name in ("starts_on", "hours_day", "hours_week")
    }
    assert first == {
        "starts_on": ["2026-05-01"],
        "hours_day": ["4"],
        "hours_week": ["20"],
    }
    assert form.xpath("//select[@name='step1-bound']/option[@selected]/@value") == [
        "max"
    ]


def test_the_same_item_is_not_taken_over_twice(anna, read, shelf):
    page = anna._checked(read("Tillen tot 10 kg.\n\nTillen tot 5 kg."))
    sent = dict(page.xpath("//main//form")[0].fields)
    sent |= {"card1-decision": "yes", "card2-decision": "yes"}
    sent.pop("csrf_token")
    answer = anna.post(f"{shelf}/overnemen", **sent)
    assert answer.status_code == 422
    again = anna._checked(answer)
    assert len(again.xpath("//*[contains(@class, 'field-error')]")) == 2
    assert again.xpath("//input[@type='radio' and @checked]/@value") == ["yes", "yes"]


def test_anders_asks_what_it_is(anna, read, decide):
    answer = decide(anna._checked(read("Tillen tot 10 kg.")), lift_kg="other")
    assert answer.status_code == 422


@pytest.mark.asvs("2.2.2 2.3.1")
def test_a_forged_card_goes_no_further_than_the_form(anna, shelf, database):
    forged = {
        "card1-about": "lift_kg",
        "card1-level": "99",
        "card1-value": "<script>",
        "card1-sentence": "Vanwege een hernia.",
        "card1-surety": "x",
        "card1-decision": "yes",
        "card2-about": "assignment",
        "card2-decision": "yes",
    }
    form = anna._checked(anna.post(f"{shelf}/overnemen", **forged))
    sent = dict(form.xpath("//main//form")[0].fields)
    sent.pop("csrf_token")
    assert anna.post(shelf, **sent).status_code == 422
    assert rows(database) == 0


def test_a_pdf_is_read_page_by_page(anna, read):
    page = anna._checked(read(document=pdfs.pdf("Kop", "Tillen tot ongeveer 10 kg.")))
    (card,) = page.xpath("//article")
    assert "bladzijde 2, regel 1" in said(card)


@pytest.mark.asvs("5.2.2")
def test_what_cannot_be_read_says_why_beside_the_field(anna, read, database):
    answer = read(document=pdfs.pdf(""))
    assert answer.status_code == 422
    page = anna._checked(answer)
    (error,) = page.xpath("//*[@id='document-error']")
    assert "een scan zonder tekst" in said(error)
    assert rows(database) == 0


@pytest.mark.asvs("5.2.1")
def test_more_than_a_document_may_be_is_refused_before_it_is_read(read):
    assert read(document=b"%PDF-" + b"x" * (12 * 1024 * 1024)).status_code == 413


def test_elsewhere_a_form_stays_small(anna, shelf):
    assert anna.post(shelf, kind="x" * (2 * 1024 * 1024)).status_code == 413


def test_a_text_that_limits_nothing_says_what_to_do(anna, read):
    page = anna._checked(read("Er is niets bijzonders."))
    assert "herkennen wij geen beperkingen" in said(page)


@pytest.mark.asvs("14.2.1 14.3.3")
def test_nothing_of_the_document_is_in_the_cookie_or_the_address(read):
    answer = read("Tillen tot 10 kg, mevrouw Kanarie.")
    assert "Kanarie" not in "".join(answer.headers.getlist("Set-Cookie"))
    assert answer.status_code == 200
    assert "Location" not in answer.headers


@pytest.mark.asvs("5.2.1")
@pytest.mark.parametrize(("name", "status"), [(None, 302), ("Samira", 413)])
def test_only_an_adviser_may_send_so_much(app, browser_of, shelf, name, status):
    client = browser_of(name).client if name else app.test_client()
    file = FileStorage(io.BytesIO(b"%PDF-" + b"x" * 2_000_000), filename="fml.pdf")
    boundary, body = encode_multipart({"document": file})
    kind = f"multipart/form-data; boundary={boundary}"
    answer = client.post(f"{shelf}/inlezen", data=body, content_type=kind)
    assert answer.status_code == status  # signed out: to sign in, and back to the form
    assert bool(name) or answer.headers["Location"].endswith("/belastbaarheid/inlezen")


HOSTILE = ("9" * 5000, "-1", "²", "<b>", "1e308", "9" * 25, "\u202e")


def test_cards_that_nobody_proposed_break_nothing(anna, shelf):
    parts = ("level", "value", "bound", "sentence", "starts_on", "hours_day", "choices")
    parts += ("place", "surety", "cut", "other_level", "other_value")
    sent = {}
    for number, text in enumerate(HOSTILE):
        for about in ("lift_kg", "step", "assessed_on", "hours_day"):
            card = f"card{len(sent) // 14 + 1}"
            sent |= {f"{card}-{part}": text for part in parts}
            decision = ("yes", "other")[number % 2]
            sent |= {f"{card}-about": about, f"{card}-decision": decision}
    answer = anna.post(f"{shelf}/overnemen", **sent)
    assert answer.status_code == 422  # each of these is there more than once
    page = anna._checked(answer)
    assert len(page.xpath("//article")) == len(sent) // 14
    assert not page.xpath("//b")
    first = {name: text for name, text in sent.items() if name.startswith("card1-")}
    assert anna.post(f"{shelf}/overnemen", **first).status_code == 200
