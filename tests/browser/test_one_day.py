"""One real day on the demo: the adviser searches, records and asks; the candidate answers."""

import re

import psutil
import pytest
from playwright.sync_api import expect

from demo.people import PASSWORD
from tests.browser.conftest import start_demo, window
from tests.browser.visiting import assert_for_everybody

ADVISER = "noor.spoorberg@example.nl"
CANDIDATE = "gerard.fictink@example.nl"
OPDRACHTGEVER = "ilse.brugsma@example.nl"
NAME = "Gerard Fictink"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The data folder that all starts of this module share."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def first_start(home):
    demo = start_demo(home)
    yield demo
    if demo.process.poll() is None:
        demo.stop()


@pytest.fixture(scope="module")
def first_seconds(first_start):
    """What the first start took, whoever starts again later."""
    return first_start.seconds


@pytest.fixture
def running(first_start, first_seconds, home):  # noqa: ARG001 - before it is replaced
    """The demo; started again when a test has stopped it."""
    if first_start.process.poll() is not None:
        first_start.__dict__ |= start_demo(home).__dict__
    yield first_start
    print(first_start.log.read_text())  # noqa: T201 - shown beside a test that failed


def sign_in(page, demo, email):
    page.goto(f"{demo.address}/inloggen")
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()


def open_candidate(page, demo):
    page.goto(f"{demo.address}/kandidaten")
    page.get_by_role("link", name=NAME).click()
    expect(page.get_by_role("heading", level=1, name=NAME)).to_be_visible()


def counter(page, shelf):
    text = page.locator(".tabs a", has_text=shelf).inner_text()
    return int(re.search(r"\d+", text).group())


def give_task(page, title):
    page.get_by_role("link", name="Taak geven").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Wat gaat de kandidaat doen?").fill(title)
    dialog.get_by_role("button", name="Geef taak").click()
    expect(dialog).to_have_count(0)
    expect(page.locator("main")).to_contain_text(title)


def record_attempt(page, employer):
    page.get_by_role("link", name="Poging vastleggen").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Koude acquisitie", exact=True).click()
    dialog.get_by_label("Bedrijf").fill(employer)
    dialog.get_by_text("Bellen", exact=True).click()
    dialog.get_by_text("Voicemail", exact=True).click()
    dialog.get_by_role("button", name="Leg vast").click()
    expect(dialog).to_have_count(0)
    expect(page.locator("main")).to_contain_text(employer)


def save_one_reject_one_and_undo(page):
    page.get_by_role("link", name=re.compile("^Vacatures")).click()
    page.locator(".tabs a", has_text="Uitzoeken").click()
    first = page.locator("article.vacancy").first
    expect(first).to_contain_text("Past omdat")
    expect(first).to_contain_text("Vraag na")
    title = first.get_by_role("heading").inner_text()

    first.get_by_role("button", name="Bewaar").click()
    expect(page.locator("article.folded")).to_contain_text(f"Bewaard: {title}")
    expect(page.locator("#lijsten")).to_contain_text(re.compile(r"Bewaard\s*1"))

    second = page.locator("article.vacancy").first
    second.locator("summary").click()
    second.get_by_role("button", name=re.compile("Te ver")).click()
    rejected = page.locator("article.folded", has_text="Afgewezen")
    expect(rejected).to_be_visible()
    rejected.get_by_role("button", name=re.compile("Maak ongedaan")).click()
    expect(rejected).to_have_count(0)
    assert (counter(page, "Bewaard"), counter(page, "Afgewezen")) == (1, 0)


def test_an_adviser_searches_records_and_asks_and_the_candidate_answers(
    running, page, chromium
):
    sign_in(page, running, ADVISER)
    open_candidate(page, running)
    dossier = page.url
    save_one_reject_one_and_undo(page)
    page.goto(dossier)
    record_attempt(page, "Verzonnen Verpakkingen")
    give_task(page, "Bel Bakkerij Testbrood")

    with window(chromium, width=360, height=740) as phone:
        sign_in(phone, running, CANDIDATE)
        task = phone.locator("article", has_text="Bel Bakkerij Testbrood")
        task.get_by_role("button", name="Klaar").click()
        expect(task).to_contain_text("Uw adviseur kijkt ernaar")
        phone.get_by_role("button", name="Interessant").first.click()
        expect(phone.locator("main")).to_contain_text("U vindt dit interessant")

    page.reload()
    done = page.locator("article, li", has_text="Bel Bakkerij Testbrood").first
    expect(done).to_contain_text("wacht op jou")
    expect(page.locator("main")).to_contain_text(
        re.compile("interessant", re.IGNORECASE)
    )


def test_the_excluded_stay_visible_with_quote_and_limit(running, page):
    sign_in(page, running, ADVISER)
    open_candidate(page, running)
    page.get_by_role("link", name=re.compile("^Vacatures")).click()
    page.locator(".tabs a", has_text="Past niet").click()
    heavy = page.locator("article.vacancy", has=page.locator(".objection q")).first
    expect(heavy).to_contain_text("Kan:")
    heavy.get_by_role("heading").get_by_role("link").click()
    expect(page.locator("mark").first).to_be_visible()


def test_a_new_limit_changes_the_ranking_in_the_background(running, page):
    sign_in(page, running, ADVISER)
    page.goto(f"{running.address}/kandidaten")
    page.get_by_role("link", name="Lisa Demoor").click()
    dossier = page.url
    page.goto(f"{dossier}/vacatures")
    before = counter(page, "Past niet")
    page.goto(f"{dossier}/belastbaarheid")
    page.select_option("#kind", "fml")
    page.get_by_label("Geschreven door").select_option(index=1)
    page.fill("#assessed_on", "2026-11-01")
    page.locator(
        "summary", has_text=re.compile("werktijden", re.IGNORECASE)
    ).first.click()
    page.select_option("#hours_week-level", "4")
    page.fill("#hours_week-value", "8")
    page.fill("#hours_week-sentence", "Maximaal 8 uur per week.")
    page.get_by_role("button", name="Bewaar als nieuwe versie").click()
    expect(page.locator("main")).to_contain_text("Maximaal 8 uur per week.")
    page.goto(f"{dossier}/vacatures")
    expect(page.locator("#stand[data-poll]")).to_have_count(0, timeout=60_000)
    page.reload()
    assert counter(page, "Past niet") > before


def test_the_opdrachtgever_sees_progress_and_no_word_of_health(running, page):
    sign_in(page, running, OPDRACHTGEVER)
    text = page.locator("main").inner_text().lower()
    assert NAME.lower() in text
    for word in ("tillen", "zitten", "staan", "belastbaarheid", "verpakkingen", "kg"):
        assert word not in text.replace("bestaan", "")


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_every_page_is_accessible_and_fits(running, chromium, width):
    with window(chromium, width=width, height=800) as page:
        sign_in(page, running, ADVISER)
        open_candidate(page, running)
        dossier = page.url
        paths = [
            *("", "/vacatures?lijst=uitzoeken", "/vacatures?lijst=uitgesloten"),
            *(
                "/zoekprofiel",
                "/belastbaarheid",
                "/pogingen/nieuw",
                "/taken",
                "/traject",
            ),
        ]
        paths.append("/vacatures/toevoegen")
        pages = [dossier + path for path in paths]
        pages += [
            f"{running.address}{path}"
            for path in ("/kandidaten", "/bedrijven", "/bronnen")
        ]
        for address in pages:
            assert_for_everybody(page, address)


def test_the_first_start_is_work_of_less_than_two_minutes(first_seconds):
    assert first_seconds < 120


def test_ctrl_c_stops_everything_and_a_second_start_is_quick_and_loses_nothing(
    running, first_seconds, page, home
):
    sign_in(page, running, ADVISER)
    open_candidate(page, running)
    give_task(page, "Onthoud deze taak")
    assert running.stop() == 0
    assert "bewaard" in running.log.read_text()
    again = start_demo(home)
    running.__dict__ |= again.__dict__
    assert again.seconds < first_seconds / 2
    sign_in(page, again, ADVISER)
    open_candidate(page, again)
    expect(page.locator("main")).to_contain_text("Onthoud deze taak")


def test_nothing_of_the_demo_is_left_running_after_it_stops(running, home):
    assert running.stop() == 0
    left = [
        process.pid
        for process in psutil.process_iter(["cmdline", "environ"])
        if str(home) in " ".join(process.info["cmdline"] or [])
        or (process.info["environ"] or {}).get("SPOORZOEKER_HOME") == str(home)
    ]
    assert left == []
