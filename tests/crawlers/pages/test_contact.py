"""People are cut from what is kept; firms, places and the work itself stay."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.contact import without_addresses, without_contact
from tests.crawlers.hostile import MOST_SECONDS, filled, seconds
from tests.crawlers.pages.blocks import BLOCKS, DUTIES


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.text[:40])
def test_nobody_can_be_found_by_a_contact_block(block):
    cut = without_contact(block.text)
    assert [part for part in block.gone if part in cut] == []
    assert [part for part in block.stays if part not in cut] == []


@pytest.mark.parametrize("sentence", DUTIES)
def test_what_the_work_is_and_where_stays_word_for_word(sentence):
    assert without_contact(sentence) == sentence


@pytest.mark.shared
def test_no_advert_of_the_gold_set_loses_a_word(shared):
    """Those adverts name no recruiter; what is cut there is a word of the work."""
    for line in (shared / "gold" / "vacancies.jsonl").read_text().splitlines():
        text = json.loads(line)["text"]
        assert without_contact(text) == text


def test_names_that_are_known_to_be_firms_and_places_stay():
    text = "Neem contact op met Anna Paulowna of Jan Linders. Bel Koen, 06-12345678."
    kept = without_contact(text, kept=["Jan Linders B.V.", "Gemeente Anna Paulowna"])
    assert "Anna Paulowna of Jan Linders" in kept
    assert "Koen" not in kept


RAW = """<a href="tel:+31612345678">bel</a> <a href="mailto:jan@wilg.example">mail</a>
<a href="https://wa.me/31612345678?text=hoi">app</a>
<a class="__cf_email__" data-cfemail="543d3a323b142c7a3a38">[email&#160;protected]</a>
<a href="/cdn-cgi/l/email-protection#95aae6e0f7fff0f6">x</a> "telephone": "31612345678",
"email":"jan\u0040wilg.example" &#106;an&#64;wilg&#46;example jan%40wilg.example
"sameAs":"https:\\/\\/nl.linkedin.com\\/in\\/jan-de-wilg" https://calendly.com/jan-wilg"""


def test_of_a_raw_page_no_number_mail_or_profile_is_kept():
    kept = without_addresses(RAW)
    for personal in (
        "612345678",
        "wilg.example",
        "wilg&#46;",
        "543d3a",
        "95aae6",
        "jan-",
    ):
        assert personal not in kept
    assert kept.count("href=") == RAW.count("href=")


@pytest.mark.parametrize(
    "raw",
    [
        '{"@context":"https://schema.org","@type":"JobPosting","url":"https://x.nl/a"}',
        '<script src="https://cdn.example/npm/vue@2.6.14/dist/vue.min.js"></script>',
        "@media (max-width: 600px) { a { margin: 0 0 10px 0 } } @import url(x.css)",
        '"datePosted":"2026-09-02T22:00:00.0000000Z","validThrough":"2026-11-02"',
        '"latitude":"52.51666667,52.11666667","longitude":"4.78333333","identifier":"13184"',
        '"minValue":3757.46,"maxValue":5000.8,"id":"7fd25dd1-894d-4844-acf7-b5b672a10afc"',
        "https://www.linkedin.com/company/de-wilg/ https://x.nl/jobs/8338072-recruiter",
        "<path d='M10 0612 0 20.5-03.20 0 0 10'/>",
        "solliciteer @home, werk @ Zwolle",
    ],
)
def test_of_a_raw_page_nothing_else_is_touched(raw):
    assert without_addresses(raw) == raw


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_any_text_is_survived(text):
    without_contact(text)
    without_addresses(text)
    without_contact(f"Bel {text} Noor Dijkhuis {text} 06-12345678 {text}")


PIECES = st.sampled_from(
    ["Bel ", "Noor ", "Dijkhuis", " van der ", "06-12345678", "@", "wilg.nl", "\n", ". ", ", ",
     "recruiter ", "Contact: ", "J.", "(", ")", "[naam]", "tel:", "İ", "'t ", "-", "contact met "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_cutting_once_is_enough_for_every_address(pieces):
    cut = without_contact("".join(pieces))
    assert without_addresses(cut) == cut


@pytest.mark.parametrize(
    "piece",
    ["a@", "@", "Bel ", "Noor ", "06-", "0612345678 ", "+31", "(0", "contact op met ", "[",
     "Noor van der ", "J.", "tel:", "[at] ", "mail\n", "recruiter\n", "A", "a.", "&#64;",
     "neem contact Noor ", "[telefoonnummer]\n", "bel Noor, ", "0 0 0 ", "linkedin.com/in/"],
)  # fmt: skip
def test_a_megabyte_of_trouble_takes_no_time(piece):
    """Adverts are cut at 60,000 letters before names are looked for."""
    assert seconds(without_addresses, filled(piece)) < MOST_SECONDS
    assert seconds(without_contact, filled(piece, size=60_000)) < MOST_SECONDS


def test_an_ordinary_advert_costs_next_to_nothing():
    advert = "\n".join([*DUTIES, *DUTIES, *DUTIES])[:4000]
    began = time.process_time()
    for _ in range(50):
        without_contact(advert)
    assert (time.process_time() - began) / 50 < 0.02
