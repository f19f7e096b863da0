"""The address that everybody sees: nobody in it, and nothing of the inside."""

from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.asked.shared_address import as_shared, is_of_the_web, names_somebody

SITE = "https://wilg.example/vacature"


@pytest.mark.parametrize(
    "query",
    [
        "email=noor%40example.nl",
        "e-mail=noor@example.nl",
        "to=noor%40example.nl",
        "token=k3jJd83jdkK",
        "access_token=k3jJd83jdkK",
        "invite_token=k3jJd83jdkK",
        "candidateId=7712",
        "candidate_id=7712",
        "kandidaat=Noor+Dijkhuis",
        "sessionId=AB12",
        "signature=0a0b",
        "x=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJub29yIn0.x",
        "voornaam=Noor&achternaam=Dijkhuis",
        "tel=0612345671",
        "q=%2B31612345671",
        "wachtwoord=welkom",
    ],
)
def test_what_is_of_one_person_is_left_out(query):
    assert as_shared(f"{SITE}?id=7&{query}") == f"{SITE}?id=7"
    assert as_shared(f"{SITE}?{query}") == SITE


@pytest.mark.parametrize(
    "url",
    [
        SITE,
        f"{SITE}?id=7&lang=nl",
        f"{SITE}?gh_jid=4412345004",
        f"{SITE}?vacatureid=0612345678",
        f"{SITE}?company=wilg&title=hulp+in+de+keuken&name=kassa",
        f"{SITE}?jobPipeline=Direct&site=5&sid=8",
    ],
)
def test_what_names_the_job_stays(url):
    assert as_shared(url) == url


def test_campaigns_fragments_and_passwords_go_as_everywhere():
    assert as_shared(f"{SITE}?utm_source=x&id=7#samira@example.nl") == f"{SITE}?id=7"
    assert as_shared("https://noor:geheim@wilg.example/7") == "https://wilg.example/7"


@pytest.mark.parametrize(
    ("path", "somebody"),
    [("/uitnodiging/noor@example.nl", True), ("/u/noor%40example.nl/7", True),
     ("/vacature/kassa-7", False), ("/vacature/0612345678", False)],
)  # fmt: skip
def test_somebody_in_the_path_is_seen(path, somebody):
    assert names_somebody(f"https://wilg.example{path}") is somebody


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://127.0.0.1:8080/admin", "http://10.0.0.1/x",
        "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[fd00::1]/",
        "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/",
        "http://0x7f.1/", "http://localhost/", "http://localhost./", "http://intranet/x",
        "http://server.local/", "http://db.internal/", "http://nas.lan/",
        "http://router.home.arpa/", "http://x.localhost/", "https://wilg.nl:8443/",
        "https://a:b@wilg.nl/", "ftp://wilg.nl/", "javascript:alert(1)", "", "https://",
        "http://[", "https://wilg nl/",
    ],
)  # fmt: skip
def test_the_inside_is_not_of_the_web(url):
    assert not is_of_the_web(url, allow_loopback=False)


@pytest.mark.parametrize(
    "url",
    ["https://wilg.nl/7", "http://www.wilg.amsterdam", "https://wilg.nl:443/",
     "https://werkenbij.wilg.example/7", "https://xn--caf-dma.nl/", "https://café.nl/",
     "https://wilg.xn--p1ai/", "http://93.184.216.34/7"],
)  # fmt: skip
def test_sites_are(url):
    assert is_of_the_web(url, allow_loopback=False)


def test_in_a_test_this_machine_is_one_too():
    assert is_of_the_web("http://127.0.0.1:8080/v/7", allow_loopback=True)
    assert not is_of_the_web("http://10.0.0.1/v/7", allow_loopback=True)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_nothing_is_too_odd_and_twice_is_once(typed):
    for url in (typed, f"{SITE}?{typed}", f"https://wilg.example/{typed}"):
        once = as_shared(url)
        assert as_shared(once) == once
        names_somebody(once)
        is_of_the_web(url, allow_loopback=False)
    personal = as_shared(f"{SITE}?{typed}&e=noor@example.nl".replace("#", ""))
    assert "noor@example.nl" not in unquote(personal)
