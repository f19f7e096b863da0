"""Pages to postings: what the linked data says, and what the page says of itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.jobposting import (
    BrokenPostingError,
    NoPostingError,
    VacancyGoneError,
    read_postings,
)
from crawlers.pages.jobposting_fields import words
from crawlers.pages.page import NotAPageError, Page
from tests.crawlers.adverts import job, page

URL = "https://www.werkenbijwilg.nl/vacatures/winkelmedewerker-4711"


def read(html, url=URL):
    return read_postings(Page(source="wilg", url=url, text=html))


def test_the_fields_of_a_job_posting():
    [posting] = read(
        page(
            job(
                workHours="32 - 40",
                employmentType=["PART_TIME", "TEMPORARY"],
                baseSalary={
                    "currency": "EUR",
                    "value": {"minValue": 2400, "maxValue": 3100, "unitText": "MONTH"},
                },
            )
        )
    )
    assert posting.source_key == "w1"
    assert posting.employer == "Winkel De Wilg"
    assert posting.places[0].locality == "Zwolle"
    assert posting.hours == "32 - 40"
    assert posting.employment_types == ("PART_TIME", "TEMPORARY")
    assert (posting.salary_min, posting.salary_unit) == ("2400", "MONTH")


@pytest.mark.parametrize(
    ("wage", "low", "unit", "text"),
    [
        ({"value": {"value": "55", "unitText": "HOUR"}}, "55", "HOUR", None),
        ({"value": 2500, "unitText": "MONTH"}, "2500", "MONTH", None),
        ({"minValue": 2500, "maxValue": 3000}, "2500", None, None),
        ({"value": {"value": "In consultation", "unitText": "YEAR"}}, None, "YEAR",
         "In consultation"),
        ("€ 2.500", None, None, "€ 2.500"),
        (None, None, None, None),
    ],
)  # fmt: skip
def test_the_shapes_of_a_wage(wage, low, unit, text):
    [posting] = read(page(job(baseSalary=wage)))
    assert (posting.salary_min, posting.salary_unit, posting.salary_text) == (
        low,
        unit,
        text,
    )


@pytest.mark.parametrize(
    ("where", "locality"),
    [
        ("Zwolle", "Zwolle"),
        ({"address": "Zwolle"}, "Zwolle"),
        ([{"address": {"addressLocality": "Zwolle"}}], "Zwolle"),
        ({"address": [{"addressLocality": "Zwolle"}]}, "Zwolle"),
        ({"address": {"addressLocality": "NA", "postalCode": "8011"}}, None),
    ],
)
def test_the_shapes_of_a_place(where, locality):
    [posting] = read(page(job(jobLocation=where)))
    assert posting.places[0].locality == locality


def test_without_identifier_the_address_tells_jobs_apart():
    [posting] = read(page(job(identifier=None)))
    assert posting.source_key == "4711"
    [other] = read(page(job(identifier=None)), "https://x.nl/vacatures/kok-2026")
    assert other.source_key == "/vacatures/kok-2026"


def test_several_jobs_on_one_page_have_keys_of_their_own():
    postings = read(page(*(job(n, identifier=None) for n in range(3))))
    assert len({posting.source_key for posting in postings}) == 3


def test_a_teaser_is_replaced_by_the_page():
    body = f"<main><h1>Kok</h1><p>{'Je kookt voor tachtig bewoners. ' * 20}</p></main>"
    [posting] = read(page(job(description="Kom koken…"), body=body))
    assert "tachtig bewoners" in posting.description
    assert posting.origins["text"].part == "html"


def test_hours_that_stand_alone_in_the_page_are_used():
    body = "<main><ul><li>Zwolle</li><li>16 - 24 uur</li><li>MBO</li></ul></main>"
    [posting] = read(page(job(), body=body))
    assert (posting.hours, posting.education) == ("16 - 24 uur", "MBO")
    assert posting.origins["hours"].part == "html"


def test_hours_of_a_list_of_vacancies_are_not():
    body = "<main><li>16 - 24 uur</li><li>32 uur</li></main>"
    [posting] = read(page(job(), body=body))
    assert posting.hours is None


@pytest.mark.parametrize(
    "body",
    ["<h1>Niet gevonden</h1>", "<h1>Vacature niet meer beschikbaar</h1>",
     "<main><p>Deze vacature is vervuld. Bekijk onze andere vacatures; er is vast iets"
     " voor je bij in deze lange lijst.</p></main>"],
)  # fmt: skip
def test_a_soft_404_is_gone(body):
    with pytest.raises(VacancyGoneError):
        read(page(body=body))


def test_words_about_closing_inside_an_advert_close_nothing():
    text = (
        job()["description"] + "<p>Is een product niet gevonden? Jij zoekt het uit.</p>"
    )
    assert read(page(job(description=text)))


def test_the_page_has_the_last_word():
    body = "<main><p>Deze vacature is gesloten. Bekijk hieronder wat wij nog meer te"
    with pytest.raises(VacancyGoneError):
        read(page(job(), body=f"{body} bieden hebben in en om Zwolle.</p></main>"))


def test_a_page_without_a_vacancy():
    with pytest.raises(NoPostingError):
        read(page(body="<h1>Over ons</h1>"))


def test_a_vacancy_beyond_repair():
    with pytest.raises(BrokenPostingError):
        read(page('{"@type": "JobPosting", "title": '))


def test_printed_values_as_words():
    assert words("Croonwolter&amp;amp;dros") == "Croonwolter&dros"
    assert words("  Directory  Engineer ") == "Directory Engineer"
    assert words("<b>Kok</b>") == "Kok"
    assert words(7167985) == "7167985"
    assert words("n.v.t.") is None
    assert words({"a": 1}) is None


@given(st.text())
def test_any_page_is_survived(text):
    try:
        read(text)
    except (NoPostingError, NotAPageError):
        return


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*job(), "baseSalary", "employmentType", "workHours"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        ),
    )
)
def test_any_contents_of_the_fields_are_survived(fields):
    try:
        read(page({**job(), **fields, "@type": "JobPosting"}))
    except NoPostingError:
        return
