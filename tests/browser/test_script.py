"""static/app.js in a real browser: keys, swapping, undo, dialogs, waiting."""

import pytest
from playwright.sync_api import expect

from tests import builders
from tests.browser.conftest import window
from tests.browser.visiting import served, sign_in


@pytest.fixture
def people(database):
    with database.connect() as db:
        people = builders.add_people(db)
        ids = [
            builders.add_vacancy(db, builders.vacancy(title=f"Baan {n}"))
            for n in range(3)
        ]
        builders.add_match(
            db, people.samira, *((i, "past", 0.9 - n / 10) for n, i in enumerate(ids))
        )
        return people


@pytest.fixture
def address(database, people):
    with served(database) as address:
        yield f"{address}/kandidaten/{people.samira}"


@pytest.fixture
def vacancies(page, address):
    sign_in(page, address).goto(f"{address}/vacatures")
    return page


def card(page, title):
    return page.locator("article", has_text=title)


def judged(database):
    with database.connect() as db:
        return db.execute(
            "select decision, reason from judgement where undone_at is null"
        ).fetchall()


def test_saving_and_undoing_by_key_keeps_the_focus_where_the_work_is(
    vacancies, database
):
    vacancies.keyboard.press("j")
    expect(card(vacancies, "Baan 0")).to_be_focused()
    vacancies.keyboard.press("s")
    expect(card(vacancies, "Bewaard: Baan 0")).to_be_visible()
    expect(card(vacancies, "Baan 1")).to_be_focused()
    expect(vacancies.locator("#lijsten")).to_contain_text("Bewaard 1")
    assert judged(database) == [("saved", None)]
    vacancies.keyboard.press("u")
    expect(card(vacancies, "Bewaard: Baan 0")).to_have_count(0)
    expect(card(vacancies, "Baan 0")).to_be_focused()
    assert judged(database) == []


def test_a_number_only_rejects_after_x(vacancies, database):
    vacancies.keyboard.press("j")
    vacancies.keyboard.press("2")
    assert judged(database) == []
    vacancies.keyboard.press("x")
    vacancies.keyboard.press("2")
    expect(card(vacancies, "Afgewezen (te ver): Baan 0")).to_be_visible()
    assert judged(database) == [("rejected", "too_far")]


@pytest.mark.asvs("3.7.1")
def test_keys_can_be_switched_off(vacancies, database):
    vacancies.locator("#toetsen summary").click()
    vacancies.get_by_label("Sneltoetsen aan").uncheck()
    vacancies.reload()
    card(vacancies, "Baan 0").focus()
    vacancies.keyboard.press("s")
    vacancies.wait_for_timeout(300)
    assert judged(database) == []


def test_saving_by_mouse_folds_the_card(vacancies):
    card(vacancies, "Baan 1").get_by_role("button", name="Bewaar").click()
    expect(card(vacancies, "Bewaard: Baan 1")).to_be_visible()
    expect(card(vacancies, "Baan 2")).to_be_focused()


def test_an_attempt_is_recorded_without_leaving_the_list(vacancies, database):
    vacancies.keyboard.press("j")
    vacancies.keyboard.press("c")
    dialog = vacancies.locator("dialog")
    dialog.get_by_label("Bedrijf").fill("Voorbeeld BV")
    vacancies.keyboard.press("Control+Enter")
    expect(dialog.locator(".notice.error")).to_be_visible()  # no outcome yet
    expect(dialog.get_by_label("Bedrijf")).to_have_value("Voorbeeld BV")
    dialog.get_by_text("Gesproken").click()
    vacancies.keyboard.press("Control+Enter")
    expect(dialog).to_have_count(0)
    expect(vacancies.locator("#meldingen")).to_contain_text("Vastgelegd")
    expect(card(vacancies, "Baan 0")).to_be_visible()
    with database.connect() as db:
        assert db.execute("select employer from attempt").fetchall() == [
            ("Voorbeeld BV",)
        ]


def test_escape_leaves_the_dialog_and_gives_the_focus_back(vacancies):
    vacancies.keyboard.press("j")
    vacancies.keyboard.press("t")
    expect(vacancies.locator("dialog form")).to_be_visible()
    vacancies.keyboard.press("Escape")
    expect(vacancies.locator("dialog")).to_have_count(0)
    expect(card(vacancies, "Baan 0")).to_be_focused()


def test_the_dossier_shows_a_new_task_at_once(page, address):
    sign_in(page, address)
    page.get_by_role("link", name="Taak geven").first.click()
    dialog = page.locator("dialog")
    dialog.locator("input:not([type=hidden])").first.fill("Bel de bakker")
    page.keyboard.press("Control+Enter")
    expect(dialog).to_have_count(0)
    expect(page.locator("main")).to_contain_text("Bel de bakker")


@pytest.fixture
def refreshing(page, address):
    """A task was sent from the dialog; the request for the page anew is held up."""
    sign_in(page, address).wait_for_load_state("networkidle")
    held = []
    page.route(
        lambda _: True,
        lambda route, request: (
            held.append(route) if "x-poll" in request.headers else route.continue_()
        ),
    )
    page.get_by_role("link", name="Taak geven").first.click()
    page.locator("dialog input:not([type=hidden])").first.fill("Bel de bakker")
    page.keyboard.press("Control+Enter")
    for _ in range(500):
        if not held:
            page.wait_for_timeout(20)
    expect(page.locator("dialog")).to_have_count(0)
    return held[0]


def test_the_notice_comes_when_the_page_shows_what_it_speaks_of(page, refreshing):
    expect(page.locator("#meldingen")).to_be_empty()
    refreshing.continue_()
    expect(page.locator("#meldingen")).to_contain_text("Taak")
    assert "Bel de bakker" in page.locator("main").inner_text()


def test_what_was_sent_is_told_also_when_the_page_cannot_be_shown_anew(
    page, refreshing
):
    refreshing.abort()
    expect(page.locator("#meldingen")).to_contain_text("Taak")


def test_a_ranking_that_is_ready_shows_itself(vacancies, database, people):
    vacancies.get_by_role("button", name="Vergelijk opnieuw").click()
    expect(vacancies.locator("[data-poll]")).to_be_visible()
    with database.connect() as db:
        fresh = builders.add_vacancy(db, builders.vacancy(title="Nieuwe baan"))
        builders.add_match(db, people.samira, (fresh, "past", 0.9))
        db.execute("delete from procrastinate_jobs")
    expect(card(vacancies, "Nieuwe baan")).to_be_visible()
    expect(vacancies.locator("[data-poll]")).to_have_count(0)


def test_everything_also_works_without_the_script(chromium, address, database):
    with window(chromium, width=360, height=740, java_script_enabled=False) as page:
        sign_in(page, address).goto(f"{address}/vacatures")
        card(page, "Baan 0").get_by_role("button", name="Bewaar").click()
        expect(page.locator(".notice")).to_contain_text("Bewaard: Baan 0")
        assert judged(database) == [("saved", None)]
        page.get_by_role("button", name="Maak ongedaan").click()
        assert judged(database) == []
        card(page, "Baan 1").locator("summary").click()
        card(page, "Baan 1").get_by_role("button", name="Te zwaar").click()
        expect(page.locator(".notice")).to_contain_text("Afgewezen (te zwaar): Baan 1")


def test_a_lost_connection_loses_nothing_that_was_typed(vacancies):
    vacancies.keyboard.press("j")
    vacancies.keyboard.press("c")
    dialog = vacancies.locator("dialog")
    dialog.get_by_label("Bedrijf").fill("Voorbeeld BV")
    dialog.get_by_text("Gesproken").click()
    vacancies.context.set_offline(True)
    vacancies.keyboard.press("Control+Enter")
    expect(dialog.locator(".notice.error")).to_contain_text("Geen verbinding")
    expect(dialog.get_by_label("Bedrijf")).to_have_value("Voorbeeld BV")
