"""Every capacity document of a candidate: what changed, which counts, withdrawing."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from schemas.capacity import Capacity, CapacityItem, HoursStep
from schemas.tables import capacities
from schemas.tables.capacities import Version
from tests.sealing import VAULT
from webapp.capacities.changes import Change, changes, history
from webapp.capacities.limits import in_words

ENTERED = datetime(2026, 11, 1, tzinfo=UTC)
LIFT = CapacityItem(
    field="lift_kg", level=1, value=10.0, unit="kg", sentence="Tillen tot 10 kg."
)
PUSH = CapacityItem(field="push_pull_kgf", level=2, sentence="Duwen: 2.")
GRIPS = CapacityItem(
    field="hand_use", level=1, choices=("ball_grip", "force"), sentence="Handen."
)
CALM = CapacityItem(
    field="needs_low_distraction", level=1, sentence="Weinig afleiding."
)


def document(*items: CapacityItem, candidate: UUID | None = None, **facts) -> Capacity:
    plain = Capacity(
        id=uuid4(),
        candidate_id=candidate or UUID(int=1),
        kind="fml",
        author_role="bedrijfsarts",
        assessed_on=date(2026, 3, 12),
        valid_until=None,
        items=items,
    )
    return replace(plain, **facts)


def texts(before: Capacity, after: Capacity) -> list[tuple[str, str, str]]:
    return [(one.label, one.before, one.after) for one in changes(before, after)]


def test_what_is_the_same_is_no_change():
    assert texts(document(LIFT, CALM), document(CALM, LIFT)) == []


def test_every_change_says_what_was_and_what_is():
    none = "niet beperkt of niet genoemd"
    step = HoursStep(starts_on=date(2026, 5, 1), hours_week=24)
    lighter = replace(LIFT, level=3, value=2.0)
    said = replace(CALM, sentence="Een rustige plek.")
    found = texts(
        document(LIFT, CALM, PUSH),
        document(lighter, said, GRIPS, ramp=(step,)),
    )
    assert found == [
        (
            "Weinig afleiding door anderen",
            "voorwaarde",
            "zelfde grens, in andere woorden",
        ),
        ("Hand- en vingergebruik", none, "bolgreep, knijp- en grijpkracht"),
        ("Duwen en trekken", "ongeveer 10 kgf", none),
        (
            "Tillen",
            "ongeveer 10 kg, tot 10 keer per uur",
            "ongeveer 2 kg, tot 100 keer per uur",
        ),
        ("Opbouw van uren", "geen", "vanaf 1 mei 2026: ongeveer 24 uur per week"),
    ]


def test_the_form_of_a_document_decides_what_a_level_means():
    (change,) = changes(document(PUSH), document(PUSH, version="old"))
    assert change == Change(
        label="Duwen en trekken", before="ongeveer 10 kgf", after="ongeveer 5 kgf"
    )


def test_the_hours_of_today_are_those_of_the_step_reached():
    week = CapacityItem(field="hours_week", level=3, value=20.0, unit="h")
    steps = (
        HoursStep(starts_on=date(2026, 5, 1), hours_week=24),
        HoursStep(starts_on=date(2026, 6, 1), hours_day=6, is_max=True),
    )
    limits = in_words(document(week, ramp=steps))
    assert [limits.hours_now(date(2026, month, 2)) for month in (4, 5, 6)] == [
        "ongeveer 20 uur per week",
        "ongeveer 24 uur per week",
        "maximaal 6 uur per dag, ongeveer 24 uur per week",
    ]
    assert in_words(document(week)).hours_now(date(2026, 5, 2)) is None


def test_a_document_is_compared_with_the_one_that_counted_before_it():
    gone = document(withdrawn_at=ENTERED, withdrawn_reason="Verkeerd.")
    newest, oldest = document(LIFT), document(CALM)
    shown = history(
        [Version(capacity=one, made_at=ENTERED) for one in (newest, gone, oldest)]
    )
    assert [one.counts for one in shown] == [True, False, False]
    assert [one.before for one in shown] == [oldest, oldest, None]
    assert len(shown[0].changes) == 2


@pytest.fixture
def two(database, people):
    """Two documents of Samira, the oldest first."""
    kept = [
        document(LIFT, candidate=people.samira, assessed_on=date(2025, 3, 12)),
        document(
            replace(LIFT, level=2, value=5.0, sentence="Tillen tot 5 kg."),
            candidate=people.samira,
            valid_until=date(2026, 6, 1),
            ramp=(HoursStep(starts_on=date(2026, 5, 1), hours_week=24, is_max=True),),
        ),
    ]
    with database.connect("maintenance") as db:
        for one in kept:
            capacities.add(db, one, vault=VAULT)
    return kept


@pytest.fixture
def page_of(people):
    return f"/kandidaten/{people.samira}/belastbaarheid"


def said(element) -> str:
    return " ".join(element.text_content().split())


def test_the_page_shows_every_version_with_its_sentences(anna, two, page_of, people):
    page = anna.get(f"{page_of}/versies")
    newest, oldest = page.xpath("//article")
    assert "dit document telt" in said(newest)
    assert "vervangen" in said(oldest)
    assert "Tillen tot 5 kg." in said(newest)
    assert "Tillen tot 10 kg." in said(oldest)
    assert "vanaf 1 mei 2026: maximaal 24 uur per week" in said(newest)
    assert "Dit document is verlopen" in said(newest)
    assert "volgde op het document van 12-03-2025" in said(newest)
    assert "ongeveer 10 kg, tot 10 keer per uur" in said(newest.xpath(".//table")[0])
    assert page.xpath(f"//a[@href='#document-{two[0].id}']")
    dossier = anna.get(f"/kandidaten/{people.samira}")
    assert dossier.xpath(f"//a[@href='{page_of}/versies']")
    assert "Uren nu: maximaal 24 uur per week" in said(dossier)


def test_a_document_is_withdrawn_with_a_reason_and_put_back(
    anna, two, page_of, database
):
    newest = two[1]
    where = f"{page_of}/{newest.id}"
    name = f"reason-{newest.id}"
    for reason in ("", "Vanwege een hernia.", "Geldt niet na de operatie.", "x" * 400):
        refused = anna.post(f"{where}/intrekken", **{name: reason})
        assert refused.status_code == 422
        page = anna._checked(refused)
        assert page.xpath(f"//*[@id='{name}-error']")
    answer = anna.post(f"{where}/intrekken", **{name: "Verkeerd overgenomen."})
    assert answer.status_code == 303
    page = anna.get(f"{page_of}/versies")
    withdrawn, counting = page.xpath("//article")
    assert "Verkeerd overgenomen." in said(withdrawn)
    assert "Tillen tot 5 kg." in said(withdrawn)
    assert "dit document telt" in said(counting)
    assert anna.post(f"{where}/terugzetten").status_code == 303
    with database.connect("matcher") as db:
        assert capacities.latest(db, newest.candidate_id, vault=VAULT).id == newest.id
    with database.connect() as db:
        (jobs,) = db.execute("select count(*) from procrastinate_jobs").fetchone()
    assert jobs == 1  # one ranking waits, however often it was asked


def test_without_documents_the_page_says_what_to_do(anna, page_of):
    page = anna.get(f"{page_of}/versies")
    assert "Er is nog geen belastbaarheid" in said(page)


def test_a_document_of_another_candidate_is_not_there(anna, two, people):
    other = f"/kandidaten/{people.tom}/belastbaarheid/{two[0].id}"
    unknown = f"/kandidaten/{people.samira}/belastbaarheid/{uuid4()}"
    for where in (other, unknown):
        assert anna.post(f"{where}/intrekken").status_code == 404
        assert anna.post(f"{where}/terugzetten").status_code == 404
