"""One job has one key, however its address is written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.pages.identity import (
    bare_path,
    is_same_job,
    key_in_address,
    locale_of,
    without_tracking,
    without_twins,
)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://werkenbij.x.nl/jobs/8338072-it-recruiter", "8338072"),
        ("https://boards.greenhouse.io/x/jobs/4711002", "4711002"),
        ("https://www.x.nl/werken?gh_jid=4711002&gh_src=abc", "4711002"),
        ("https://x.com/nl/nl/job/26209/Medewerker-Verkeer", "26209"),
        ("https://x.wd3.myworkdayjobs.com/nl-NL/job/Zwolle/Kok_JR14092", "JR14092"),
        ("https://x.wd3.myworkdayjobs.com/en-US/job/Zwolle/Cook_R-0012345", "R-0012345"),
        ("https://x.nl/vacatures/servicedeskmedewerker-diemen-v-015120", "v-015120"),
        ("https://apply.workable.com/x/j/0A1B2C3D4E/", "0A1B2C3D4E"),
        ("https://x.nl/vacature/318/technicus-e-i-rotterdam", "318"),
        ("https://x.bamboohr.com/careers/42", "42"),
        ("https://jobs.lever.co/x/7fd25dd1-894d-4844-acf7-b5b672a10afc/apply",
         "7fd25dd1-894d-4844-acf7-b5b672a10afc"),
        ("https://jobs.smartrecruiters.com/X/743999887766-kok", "743999887766"),
        ("https://jobs.x.nl/job/Zwolle-Kok-8011/1098765432/", "1098765432"),
        ("https://www.x.nl/vacature-details/scrum-master_1049921", "1049921"),
        ("https://x.nl/vacatures/kok.html?vacatureId=77", "77"),
        ("https://x.nl/vacatures/traineeship-2026", None),
        ("https://x.nl/vacatures/kok-zwolle", None),
        ("https://x.nl/vacatures/kok-3d", None),
    ],
)  # fmt: skip
def test_the_number_of_a_job_as_each_platform_writes_it(address, key):
    assert key_in_address(address) == key


@pytest.mark.parametrize(
    "twins",
    [
        ("/nl/nl/job/26209/Medewerker", "/en/nl/job/26209/Worker", "/job/26209/x"),
        ("/nl/vacatures/kok", "/en/vacatures/kok", "/vacatures/kok?lang=en",
         "/nl-nl/vacatures/kok/?utm_source=x", "/en-gb/vacatures/kok"),
        ("/vacature?functie=kok", "/vacature?functie=kok&taal=en&gclid=1"),
    ],
)  # fmt: skip
def test_language_slug_and_campaign_make_no_other_job(twins):
    keys = {
        key_in_address(url) or bare_path(url)
        for url in map("https://x.nl{}".format, twins)
    }
    assert len(keys) == 1


def test_a_job_that_only_its_query_names_is_not_every_job():
    one, other = "https://x.nl/vacature?code=kok", "https://x.nl/vacature?code=ober"
    assert bare_path(one) != bare_path(other)
    assert not is_same_job("https://x.nl/vacature", one)


@pytest.mark.parametrize(
    ("canonical", "believed"),
    [
        ("https://www.x.nl/vacatures/kok-zwolle-4711", True),
        ("https://x.nl/nl/vacatures/kok-zwolle-4711", True),
        ("https://x.nl/job/4711/kok", True),
        ("https://x.nl/vacatures/kok-zwolle", True),
        ("https://x.nl/vacatures/kok-zwolle-4712", False),
        ("https://x.nl/vacatures", False),
        ("https://x.nl/werkenbij/vacatures", False),
        ("https://x.nl/jobs", False),
        ("https://x.nl/", False),
        ("https://elders.nl/vacatures/kok-zwolle-4711", False),
        ("https://x.nl:8443/vacatures/kok-zwolle-4711", False),
        ("http://jan@x.nl/vacatures/kok-zwolle-4711", False),
        ("javascript:alert(4711)", False),
        ("", False),
    ],
)
def test_a_canonical_address_must_be_of_this_very_job(canonical, believed):
    real = "https://x.nl/nl/vacatures/kok-zwolle-4711"
    assert is_same_job(canonical, real) is believed


def test_of_a_page_and_its_translations_the_dutch_one_is_visited():
    addresses = [
        "https://x.nl/en/job/26209/Worker",
        "https://x.nl/nl/job/26209/Medewerker",
        "https://x.nl/de/job/26209/Arbeiter",
        "https://x.nl/en/job/26210/Cook",
        "https://x.nl/vacatures/ober",
        "https://x.nl/en/vacatures/ober",
        "https://x.nl/vacatures/kok",
        "https://ander.nl/en/job/26209/Worker",
    ]
    assert without_twins(addresses) == [
        "https://x.nl/nl/job/26209/Medewerker",
        "https://x.nl/en/job/26210/Cook",
        "https://x.nl/vacatures/ober",
        "https://x.nl/vacatures/kok",
        "https://ander.nl/en/job/26209/Worker",
    ]


def test_addresses_in_one_language_are_never_twins():
    addresses = [
        f"https://x.nl/nl/{part}-4711" for part in ("vacatures/kok", "stages/kok")
    ]
    assert without_twins(addresses) == addresses


def test_many_twins_cost_no_time():
    numbers = range(100_000, 125_000)
    english = [f"https://x.nl/en/job/{n}/a" for n in numbers]
    dutch = [f"https://x.nl/nl/job/{n}/a" for n in numbers]
    assert without_twins([*english, *dutch]) == dutch


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("https://x.nl/nl/vacatures/kok", "nl"),
        ("https://x.nl/en-gb/vacatures/kok", "en"),
        ("https://x.com/nl/en/job/1", "en"),
        ("https://x.com/en/nl/job/1", "en"),
        ("https://x.com/nl/nl/job/1", "nl"),
        ("https://x.com/be/nl/job/1", "nl"),
        ("https://x.com/global/en/job/1", "en"),
        ("https://x.nl/vacatures/kok?lang=en_US", "en"),
        ("https://x.nl/vacatures/kok", ""),
    ],
)
def test_the_language_an_address_names(address, language):
    assert locale_of(address) == language


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (
            "https://x.nl/v?id=7&utm_medium=a&gclid=b&leeg=#top",
            "https://x.nl/v?id=7&leeg=",
        ),
        ("https://x.nl/v;jsessionid=A1B2?ref=x&source=y&src=z", "https://x.nl/v"),
        (
            'https://x.nl/a"onclick=alert(1) <b>',
            "https://x.nl/a%22onclick=alert(1)%20%3Cb%3E",
        ),
        ("https://x.nl/caf%C3%A9/é", "https://x.nl/caf%C3%A9/%C3%A9"),
        ("https://x.nl/v?q=%22%3E%3Cscript%3E", "https://x.nl/v?q=%22%3E%3Cscript%3E"),
        ("https://jan:geheim@x.nl/v", "https://x.nl/v"),
        ('https://x.nl"onclick=a/v?b', ""),
        ("javascript:alert(1)//jobs/1", ""),
        ("http://[::1", ""),
    ],
)
def test_an_address_to_print_has_no_campaign_and_no_markup(given, kept):
    assert without_tracking(given) == kept


ADDRESSES = st.text(max_size=80) | st.text(
    alphabet="htps:/.?&=#[]@%nleijobvacatures-0123456789<>\"'", max_size=80
)


@settings(max_examples=150, deadline=None)
@given(ADDRESSES, ADDRESSES)
def test_any_address_is_survived(one, other):
    cleaned = without_tracking(f"https://x.nl/{one}")
    assert not set('<>"\n\t ') & set(cleaned)
    assert without_tracking(cleaned) == cleaned
    for url in (one, f"https://x.nl/{one}", f"https://{one}"):
        key_in_address(url)
        bare_path(url)
        locale_of(url)
        without_tracking(url)
        is_same_job(url, f"https://x.nl/{other}")
    assert len(without_twins([one, other])) <= 2
