"""Save, reject with a reason, undo; with and without the script."""

from uuid import uuid4

import pytest
from lxml import html

from tests import builders
from webapp.writing.words import REJECT_REASONS


@pytest.fixture
def vacancy(database, people):
    with database.connect() as db:
        added = builders.add_vacancy(db, builders.vacancy(title="Receptionist"))
        builders.add_match(db, people.samira, (added, "past", 0.9))
    return added


@pytest.fixture
def judge(anna, people, vacancy):
    def send(action: str, **fields: str):
        path = f"/kandidaten/{people.samira}/vacatures/{vacancy}/{action}"
        return anna.post(path, **fields)

    return send


def recorded(database) -> list[tuple]:
    with database.connect() as db:
        return db.execute(
            "select decision, reason, undone_at is not null from judgement order by judged_at"
        ).fetchall()


def words(element) -> str:
    return " ".join(element.text_content().split())


def test_saving_goes_back_to_the_list_with_an_undo(anna, judge, database):
    answer = judge("bewaren", lijst="past", pagina="1")
    assert answer.status_code == 303
    page = anna.get(answer.headers["Location"])
    notice = page.xpath("//main//div[contains(@class, 'notice')]")[0]
    assert "Bewaard: Receptionist" in words(notice)
    (undo,) = notice.xpath(".//form/@action")
    assert not page.xpath("//article")
    assert recorded(database) == [("saved", None, False)]
    anna.post(undo)
    assert recorded(database) == [("saved", None, True)]


def test_a_rejection_keeps_its_reason(anna, judge, database, people):
    judge("afwijzen", reason="too_far")
    assert recorded(database) == [("rejected", "too_far", False)]
    page = anna.get(f"/kandidaten/{people.samira}/vacatures?lijst=afgewezen")
    assert "Afgewezen: te ver" in words(page.xpath("//article")[0])


@pytest.mark.usefixtures("vacancy")
def test_the_eight_reasons_are_offered_in_dutch(anna, people):
    page = anna.get(f"/kandidaten/{people.samira}/vacatures")
    offered = page.xpath("//article//button[@name='reason']")
    assert [b.get("value") for b in offered] == list(REJECT_REASONS)
    assert [b.get("data-key") for b in offered] == list("12345678")


@pytest.mark.parametrize("reason", ["", "lui", "saved"])
def test_a_rejection_without_a_known_reason_is_refused(judge, database, reason):
    assert judge("afwijzen", reason=reason).status_code == 400
    assert recorded(database) == []


def test_the_same_judgement_twice_is_once(judge, database):
    judge("bewaren")
    judge("bewaren")
    assert recorded(database) == [("saved", None, False)]


def test_another_judgement_takes_the_place_of_the_first(judge, database):
    judge("bewaren")
    judge("afwijzen", reason="duplicate")
    assert recorded(database) == [
        ("saved", None, True),
        ("rejected", "duplicate", False),
    ]


def test_undoing_nothing_changes_nothing(judge, database):
    assert judge("ongedaan").status_code == 303
    assert recorded(database) == []


def test_a_new_ranking_leaves_judgements_in_place(
    anna, judge, database, people, vacancy
):
    judge("bewaren")
    with database.connect() as db:
        builders.add_match(db, people.samira, (vacancy, "past_niet", 0.2))
    page = anna.get(f"/kandidaten/{people.samira}/vacatures?lijst=bewaard")
    assert "Receptionist" in words(page.xpath("//article")[0])


def test_a_saved_vacancy_that_closed_stays_on_its_shelf(anna, judge, database, people):
    judge("bewaren")
    with database.connect() as db:
        db.execute("update vacancy set status = 'gone'")
        db.execute("delete from match_run")
    page = anna.get(f"/kandidaten/{people.samira}/vacatures?lijst=bewaard")
    assert "niet meer open" in words(page.xpath("//article")[0])


def test_an_unknown_vacancy_cannot_be_judged(anna, people, database):
    path = f"/kandidaten/{people.samira}/vacatures/{people.samira}/bewaren"
    assert anna.post(path).status_code == 404
    assert recorded(database) == []


def test_from_the_advert_one_comes_back_to_the_advert(judge, vacancy):
    answer = judge("bewaren", van="detail")
    assert answer.headers["Location"].endswith(str(vacancy))


@pytest.fixture
def heavy(database, people, vacancy):
    """What fitted does not fit any more."""
    with database.connect() as db:
        builders.add_match(db, people.samira, (vacancy, "past_niet", 0.9))
    return f"/kandidaten/{people.samira}/vacatures/{vacancy}"


def changes_told(database):
    with database.connect() as db:
        query = "select thing from log_entry where act = 'changed' order by id"
        return [thing for (thing,) in db.execute(query)]


def overruled(anna, at, verdict):
    form = {"id": str(uuid4()), "machine": "past_niet", "seen": "", "verdict": verdict}
    why = "Ter plekke bekeken: dit kan."
    return anna.post(f"{at}/oordeel", **form, motivation=why)


def test_what_does_not_fit_is_not_shared_before_somebody_says_why(
    anna, judge, heavy, database, browser_of
):
    answer = judge("bewaren", van="detail")
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{heavy}?toch=bewaren#uitkomst"
    assert recorded(database) == []
    assert changes_told(database) == []
    page = anna.get(f"{heavy}?toch=bewaren")
    told = words(page.xpath("//*[@id='uitkomst']//p[contains(@class, 'warning')]")[0])
    assert "Deze vacature past niet" in told
    assert page.xpath("//details[@open]//textarea[@name='motivation']")
    assert "Receptionist" not in words(browser_of("Samira").get("/mijn"))


@pytest.mark.parametrize("verdict", ["past", "uitzoeken"])
def test_what_an_adviser_judged_otherwise_can_be_shared(
    anna, judge, heavy, database, verdict
):
    assert overruled(anna, heavy, verdict).status_code == 303
    judge("bewaren")
    assert recorded(database) == [("saved", None, False)]
    page = anna.get(f"{heavy}?toch=bewaren")
    assert not page.xpath("//*[@id='uitkomst']//p[contains(@class, 'warning')]")


def test_of_what_does_not_fit_no_page_offers_to_share_it_at_once(anna, people, heavy):
    shelf = f"/kandidaten/{people.samira}/vacatures?lijst=uitgesloten"
    for path in (heavy, shelf):
        page = anna.get(path)
        assert not page.xpath("//form[contains(@action, '/bewaren')]")
        (link,) = page.xpath("//main//a[contains(@href, 'toch=bewaren')]")
        assert words(link).startswith("Toch bewaren")
    (link,) = anna.get(shelf).xpath("//article//a[@data-key='s']/@href")
    assert link == f"{heavy}?toch=bewaren#uitkomst"


def test_the_script_that_asks_too_late_shows_the_list_anew(
    anna, heavy, people, database
):
    data = {"csrf_token": anna.token(), "lijst": "past"}
    headers = {"X-Fragment": "1"}
    answer = anna.client.post(f"{heavy}/bewaren", data=data, headers=headers)
    assert answer.status_code == 409
    assert recorded(database) == []
    page = anna.get(f"/kandidaten/{people.samira}/vacatures")
    assert "Deze vacature past niet" in words(page.xpath("//*[@id='meldingen']")[0])


def test_what_was_saved_before_it_did_not_fit_stays_on_its_shelf(
    anna, judge, people, vacancy, database
):
    judge("bewaren")
    with database.connect() as db:
        builders.add_match(db, people.samira, (vacancy, "past_niet", 0.9))
    assert judge("bewaren").status_code == 303
    assert recorded(database) == [("saved", None, False)]
    shelf = anna.get(f"/kandidaten/{people.samira}/vacatures?lijst=bewaard")
    assert "Receptionist" in words(shelf.xpath("//article")[0])


def test_what_was_not_compared_can_be_shared(anna, people, database):
    with database.connect() as db:
        added = builders.add_vacancy(db, builders.vacancy(title="Baliewerk"))
    anna.post(f"/kandidaten/{people.samira}/vacatures/{added}/bewaren")
    assert recorded(database) == [("saved", None, False)]


def test_a_candidate_cannot_judge(browser_of, people, vacancy, database):
    path = f"/kandidaten/{people.samira}/vacatures/{vacancy}/bewaren"
    assert browser_of("Samira").post(path).status_code == 404
    assert recorded(database) == []


def swapped(anna, path, **fields):
    data = {"csrf_token": anna.token(), **fields}
    answer = anna.client.post(path, data=data, headers={"X-Fragment": "1"})
    assert answer.status_code == 200
    return html.fromstring(f"<div>{answer.get_data(as_text=True)}</div>")


@pytest.mark.parametrize("page", ["0", "-1", "x", "9999", ""])
def test_a_page_that_cannot_be_is_the_first(anna, people, vacancy, page):
    base = f"/kandidaten/{people.samira}/vacatures/{vacancy}"
    pieces = swapped(anna, f"{base}/bewaren", lijst="past", pagina=page)
    assert len(pieces.xpath("article")) == 1


def test_the_script_gets_the_folded_card_and_the_new_numbers(anna, people, vacancy):
    base = f"/kandidaten/{people.samira}/vacatures/{vacancy}"
    pieces = swapped(anna, f"{base}/bewaren", lijst="past", pagina="1")
    (card,) = pieces.xpath("article")
    assert card.get("id") == f"v-{vacancy}"
    assert "folded" in card.get("class")
    assert "Bewaard: Receptionist" in words(card)
    assert "Past 0" in words(pieces.xpath("ul[@id='lijsten']")[0])
    pieces = swapped(anna, f"{base}/ongedaan", lijst="past", pagina="1")
    assert "folded" not in pieces.xpath("article")[0].get("class")
    assert "Past 1" in words(pieces.xpath("ul[@id='lijsten']")[0])
