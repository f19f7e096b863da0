"""Pages to postings: what the linked data says, and what the page says of itself."""

import json

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
from crawlers.pages.plain_text import plain_text
from tests.crawlers.adverts import job, page
from tests.crawlers.hostile import MOST_SECONDS, PAGES, filled, seconds

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
    ("where", "locality"),
    [
        ("Zwolle", "Zwolle"),
        ({"address": "Zwolle"}, "Zwolle"),
        ([{"address": {"addressLocality": "Zwolle"}}], "Zwolle"),
        ({"address": [{"addressLocality": "Zwolle"}]}, "Zwolle"),
        ({"address": {"addressLocality": "NA", "postalCode": "8011"}}, None),
        ({"address": {"addressLocality": "", "postalCode": "8011"}}, None),
        ({"address": ["Wisselend", "Zwolle"]}, "Zwolle"),
        ({"@type": "Place", "name": "Eneco - Zwolle"}, "Eneco - Zwolle"),
        (["", {"@value": "Zwolle"}], "Zwolle"),
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


@pytest.mark.parametrize(
    ("identifier", "key"),
    [
        ({"@type": "PropertyValue", "value": 7167985}, "7167985"),
        ("ubeeo-8038", "ubeeo-8038"),
        ([{"value": "JR1"}], "JR1"),
        ({"name": "Winkel De Wilg", "value": "Winkel De Wilg"}, "4711"),
        ({"value": "n.v.t."}, "4711"),
        ({"value": 0}, "4711"),
        ({"value": "x" * 400}, "x" * 100),
    ],
)
def test_an_identifier_is_believed_when_it_can_be_one(identifier, key):
    [posting] = read(page(job(identifier=identifier)))
    assert posting.source_key.startswith(key)
    assert len(posting.source_key) <= 200


@pytest.mark.parametrize(
    "urls",
    [
        (
            "https://x.com/nl/nl/job/26209/Medewerker",
            "https://x.com/en/nl/job/26209/Worker",
            "https://x.com/nl/nl/job/26209/Een-nieuwe-titel?utm_source=a",
        ),
        ("https://x.nl/nl/vacatures/kok", "https://www.x.nl/en/vacatures/kok?lang=en"),
    ],
)
def test_locale_and_slug_in_the_address_make_no_second_vacancy(urls):
    keys = {read(page(job(identifier=None)), url)[0].source_key for url in urls}
    assert len(keys) == 1


def test_a_translation_has_the_key_of_its_dutch_page():
    html = page(job(identifier=None), language="en").replace(
        "<head>", '<head><link rel="alternate" hreflang="nl" href="/nl/vacatures/kok">'
    )
    [english] = read(html, "https://x.nl/en/vacancies/cook")
    [dutch] = read(page(job(identifier=None)), "https://x.nl/nl/vacatures/kok")
    assert english.source_key == dutch.source_key
    assert (english.language, dutch.language) == ("en", "nl")


def test_jobs_that_only_their_query_tells_apart_stay_apart():
    head = '<head><link rel="canonical" href="/vacature">'
    html = page(job(identifier=None)).replace("<head>", head)
    keys = {
        read(html, f"https://x.nl/vacature?functie={name}")[0].source_key
        for name in ("kok", "ober")
    }
    assert len(keys) == 2


def test_several_jobs_on_one_page_have_keys_of_their_own():
    postings = read(page(*(job(n, identifier=None) for n in range(3))))
    assert len({posting.source_key for posting in postings}) == 3
    assert not any(posting.source_key == URL for posting in postings)
    assert {posting.url for posting in postings} == {URL}


def test_several_jobs_with_addresses_keep_those():
    jobs = [job(n, identifier=None, url=f"/vacatures/kok-10{n}") for n in range(3)]
    postings = read(page(*jobs), "https://www.werkenbijwilg.nl/vacatures")
    assert [posting.source_key for posting in postings] == ["100", "101", "102"]
    assert postings[1].url == "https://www.werkenbijwilg.nl/vacatures/kok-101"


def test_one_reference_for_two_jobs_on_a_page_makes_two_keys():
    same = {"value": "REF-7"}
    jobs = [job(1, identifier=same), job(2, identifier=same)]
    postings = read(page(*jobs, {**jobs[0], "description": "<p>Kort</p>"}))
    assert len(postings) == 2
    assert len({posting.source_key for posting in postings}) == 2
    assert all(posting.source_key.startswith("REF-7") for posting in postings)
    assert "Kort" not in postings[0].description


@pytest.mark.parametrize(
    ("canonical", "base", "address"),
    [
        ("/vacatures/winkelmedewerker-4711", "", URL),
        ("vacatures/winkelmedewerker-4711", '<base href="/">', URL),
        ("https://www.werkenbijwilg.nl/vacatures", "", URL),
        ("https://www.werkenbijwilg.nl/vacatures/ander-4712", "", URL),
        ("https://elders.example/winkelmedewerker-4711", "", URL),
        ("//elders.example/x", '<base href="https://elders.example/">', URL),
    ],
)
def test_the_address_for_people_is_this_very_job(canonical, base, address):
    head = f'<head>{base}<link rel="canonical" href="{canonical}">'
    [posting] = read(page(job()).replace("<head>", head))
    assert posting.url == address


@pytest.mark.parametrize(
    "printed", ["https://www.werkenbijwilg.nl/", "", "https://bureau.example/apply/1"]
)
def test_an_address_in_linked_data_that_is_no_job_is_not_used(printed):
    [posting] = read(page(job(url=printed)))
    assert posting.url == URL


def test_an_estimated_salary_is_never_the_salary():
    estimate = {"minValue": 3757.46, "maxValue": 5000.8, "currency": "EUR"}
    occupation = {"@type": "Occupation", "name": "Kok", "estimatedSalary": [estimate]}
    [posting] = read(page(job(baseSalary=None), occupation))
    assert (posting.salary_min, posting.salary_max, posting.salary_text) == (None,) * 3
    assert posting.origins["salary_estimate"].part == "estimate"
    assert posting.origins["salary_estimate"].raw == "3757.46 - 5000.8 EUR"


def test_a_page_that_names_its_last_day_closes_on_it():
    meta = '<head><meta name="robots" content="unavailable_after: 2026-11-16">'
    [posting] = read(page(job()).replace("<head>", meta))
    assert posting.valid_through == "2026-11-16"
    assert posting.origins["valid_through"].path == "robots"
    [printed] = read(page(job(validThrough="2026-12-01")).replace("<head>", meta))
    assert printed.valid_through == "2026-12-01"
    sent = Page(
        source="x", url=URL, text=page(job()), robots="unavailable_after: 2026-11-30"
    )
    assert read_postings(sent)[0].valid_through == "2026-11-30"


def test_the_rung_that_mended_a_page_is_its_origin():
    broken = json.dumps(job()).replace("}", ",}")
    [posting] = read(page(broken))
    assert posting.origins[""].raw == "trailing comma"
    assert posting.origins["place"].raw == "trailing comma"


BODY = f"<main><h1>Kok</h1><p>{'Je kookt voor tachtig bewoners. ' * 20}</p></main>"


@pytest.mark.parametrize(
    "description",
    ["Kom koken…", "Kom koken", "", f"<p>{'Wij zijn een fijn huis. ' * 18}...</p>",
     f"<p>{'Wij zijn een fijn huis. ' * 18}</p> Lees meer"],
)  # fmt: skip
def test_a_teaser_or_a_cut_text_is_replaced_by_the_page(description):
    [posting] = read(page(job(description=description), body=BODY))
    assert "tachtig bewoners" in posting.description
    assert posting.origins["text"].part == "html"


def test_a_whole_text_is_not_replaced_by_a_longer_page():
    [posting] = read(page(job(), body=BODY * 3))
    assert "tachtig" not in posting.description
    assert posting.origins["text"].path == "description"


GLUED = (
    "Privacy officer24-36 uur | Zwolle | €3426 - €4908Beschik jij over passie? Dan zoeken wij"
    " jou.Jouw werkIn deze functie houd je het beleid actueelJe gaat aan de slag met een"
    " jaarplanAls adviseur werk je met JavaScript en LinkedIn.Wat wij bieden is veel."
    * 3
)


def test_words_glued_together_are_taken_apart():
    [posting] = read(page(job(description=GLUED)))
    text = plain_text(posting.description)
    assert "actueel\nJe gaat" in text
    assert "jou.\nJouw werk" in text
    assert "JavaScript en LinkedIn" in text
    assert posting.origins["text"].raw == "words glued together"


def test_a_page_with_its_lines_is_better_than_glued_words():
    body = "<main><h1>Privacy officer</h1>" + "<p>Je houdt het beleid actueel.</p>" * 40
    [posting] = read(page(job(description=GLUED), body=f"{body}</main>"))
    assert posting.origins["text"].part == "html"


@pytest.mark.parametrize("layers", [1, 2])
def test_an_escaped_description_is_unescaped_at_most_twice(layers):
    text = f"<p>{'Je werkt &amp; leert. ' * 30}</p><script>kwaad()</script>"
    for _ in range(layers):
        text = text.replace("&", "&amp;").replace("<", "&lt;")
    [posting] = read(page(job(description=text)))
    assert plain_text(posting.description).startswith("Je werkt & leert.")
    assert "kwaad" not in plain_text(posting.description)


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
    assert words(float("inf")) is None
    assert words({"@value": "Kok"}) == "Kok"
    assert words([None, "", "Kok"]) == "Kok"
    assert words("Kok \u202enegnidrah\u202c\x07") == "Kok negnidrah"
    assert (
        words("Kok<script>kwaad()</script> &lt;img src=x onerror=kwaad()&gt;") == "Kok"
    )
    assert words("x" * 1_000_000) == "x" * 2_000
    assert words({"a": 1}) is None


def survived(html):
    try:
        read(html)
    except (NoPostingError, NotAPageError):
        return


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_any_page_is_survived(text):
    survived(text)


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            [*job(), "baseSalary", "employmentType", "workHours", "url", "@id",
             "validThrough", "estimatedSalary", "educationRequirements", "inLanguage"]
        ),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: (
                st.lists(inner)
                | st.dictionaries(
                    st.text() | st.sampled_from(["value", "name", "address", "@type"]), inner
                )
            ),
        ),
    )
)  # fmt: skip
def test_any_contents_of_the_fields_are_survived(fields):
    survived(page({**job(), **fields, "@type": "JobPosting"}))


WHOLE = page(job(url="/vacatures/kok-1"), job(2), body=BODY)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(WHOLE)), st.integers(0, 60), st.text(max_size=4))
def test_any_wound_of_a_page_is_survived(place, length, patch):
    survived(WHOLE[:place] + patch + WHOLE[place + length :])


@pytest.mark.parametrize("name", PAGES)
def test_a_megabyte_of_trouble_takes_no_time(name):
    assert seconds(survived, PAGES[name]) < MOST_SECONDS
    assert seconds(survived, page(job(description="kort")) + PAGES[name]) < MOST_SECONDS


@pytest.mark.parametrize("field", ["title", "description", "url", "workHours"])
@pytest.mark.parametrize(
    "piece", ["<", "&lt;", "a ", "…", "GoedJe ", "\u202e", "<b>", "1"]
)
def test_a_megabyte_in_one_field_takes_no_time(field, piece):
    html = page(job(identifier=None, **{field: filled(piece)}))
    assert seconds(survived, html) < MOST_SECONDS
