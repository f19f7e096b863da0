"""Reading a document: what is proposed, from which words, and how sure."""

from datetime import date

import pytest

from matching.documents.proposals import Reading
from matching.documents.reader import read_document
from schemas.capacity import HoursStep
from tests.matching.documents import papers
from webapp.writing.diagnoses import causes_in


def read(text: str) -> Reading:
    return read_document(text, causes_in=causes_in)


def limits(text: str) -> dict[str, tuple[int, float | None]]:
    return {
        one.item.field: (one.item.level, one.item.value) for one in read(text).items
    }


def facts(text: str) -> dict[str, str]:
    return {one.name: one.value for one in read(text).facts}


def test_a_list_of_now_is_read_by_its_numbers():
    assert limits(papers.NEW_FML) == {
        "divided_attention": (1, None),
        "needs_no_deadlines_peaks": (1, None),
        "needs_no_personal_risk": (1, None),
        "conflict": (1, None),
        "ppe_limited": (1, None),
        "hand_use": (1, None),
        "push_pull_kgf": (2, 10),
        "lift_kg": (1, 10),
        "lift_per_hour": (1, 10),
        "carry_kg": (1, 10),
        "walk_minutes": (1, 30),
        "kneel_per_hour": (3, 0),
        "needs_posture_change": (1, None),
        "no_night": (1, None),
        "hours_day": (3, 4),
        "hours_week": (3, 20),
    } | {"kneel_per_hour": (3, None)}


@pytest.mark.parametrize(
    ("line", "field", "level"),
    [
        ("4.20 Knielen of hurken: 3 niet", "kneel_per_hour", 3),
        ("4.20 Knielen of hurken: 2 beperkt", "kneel_per_hour", 2),
        ("4.12 Duwen of trekken: 2 beperkt, op wieltjes", "push_pull_kgf", 2),
        ("4.20 Knielen of hurken: niet", "kneel_per_hour", 3),
        ("4.13 Tillen: niet mogelijk", "lift_kg", 3),
    ],
)
def test_an_item_with_two_names_or_a_flat_no_is_not_read_too_lightly(
    line: str, field: str, level: int
):
    assert limits(line)[field][0] == level


def test_the_same_numbers_mean_other_items_and_levels_in_the_old_list():
    assert limits(papers.OLD_FML) == {
        "needs_predictable_work": (1, None),
        "needs_no_deadlines_peaks": (1, None),
        "push_pull_kgf": (2, 5),
        "lift_kg": (3, 1),
        "carry_kg": (3, 1),
        "light_objects_per_hour": (1, 300),
        "walk_minutes": (1, 30),
        "kneel_per_hour": (2, 2),
    }


def test_free_text_is_read_by_its_words():
    assert limits(papers.IZP) == {
        "needs_low_distraction": (1, None),
        "needs_no_deadlines_peaks": (1, None),
        "needs_few_interruptions": (1, None),
        "focus_minutes": (1, 20),
        "skin_contact_limited": (1, None),
        "airborne_limited": (1, None),
        "lift_kg": (2, 5),
        "carry_kg": (2, 5),
        "lift_per_hour": (1, 10),
        "stand_minutes": (1, 30),
        "walk_minutes": (2, 15),
        "bend_per_hour": (3, 50),
        "reach_cm": (2, 50),
        "stair_steps": (2, 15),
        "needs_posture_change": (1, None),
        "overhead_minutes": (2, None),
        "hours_day": (3, 4),
        "hours_week": (3, 20),
        "no_night": (1, None),
        "hours_other": (1, None),
    }


def test_a_report_gives_hours_and_leaves_the_old_job_alone():
    found = limits(papers.AD_REPORT)
    assert found["hours_week"] == (3, 20)
    assert found["hours_day"] == (3, 4)
    assert found["lift_kg"] == (2, 7.5)
    assert found["overhead_minutes"] == (1, 1)
    assert read(papers.AD_REPORT).steps[0].step == HoursStep(
        starts_on=date(2026, 5, 1), hours_day=5, hours_week=24
    )
    assert read(papers.AD_REPORT).steps[1].step == HoursStep(
        starts_on=date(2026, 6, 1), hours_week=28, is_max=True
    )


@pytest.mark.parametrize(
    ("paper", "known"),
    [
        (
            papers.NEW_FML,
            {
                "kind": "fml",
                "author_role": "verzekeringsarts",
                "assessed_on": "2026-03-12",
                "valid_until": "2026-09-12",
                "version": "new",
            },
        ),
        (papers.OLD_FML, {"kind": "fml", "version": "old"}),
        (
            papers.IZP,
            {"kind": "izp", "author_role": "bedrijfsarts", "assessed_on": "2026-06-03"},
        ),
        (
            papers.AD_REPORT,
            {
                "kind": "ad_report",
                "author_role": "arbeidsdeskundige",
                "assessed_on": "2026-04-15",
            },
        ),
        (papers.LAB, {"kind": "lab"}),
    ],
)
def test_a_document_says_what_it_is(paper, known):
    assert facts(paper) == known


def test_ongeveer_and_maximaal_are_told_apart():
    about = read("Belastbaar voor gemiddeld ongeveer 4 uur per dag, 20 uur per week.")
    at_most = read(papers.LAB)
    assert [one.item.is_max for one in about.items] == [False, False]
    hours = {one.item.field: one.item.is_max for one in at_most.items}
    assert hours["hours_day"] is True
    assert hours["hours_week"] is False
    assert hours["lift_kg"] is False  # only hours know the difference


@pytest.mark.parametrize(
    "text",
    [
        "Tillen is niet beperkt.",
        "4.13 Tillen: normaal",
        "4.13 Tillen 0",
        "4.13 Tillen\nScore 0",
        "Wij zien geen beperkingen in lopen, staan en zitten.",
        "1.8.4 Veelvuldige deadlines: geen voorwaarde",
        "Zitten kan 2 uur achtereen.",
        "Hij werkte 40 uur per week op contract.",
        "De lopende zaken staan in het dossier.",
        "Kan ongeveer 15 kg tillen.",
        "4.13 Tillen: beperkt, maar 20 kg lukt.",
        "Er is geen sprake van een urenbeperking: 40 uur per week werken kan.",
        "Er zijn geen beperkingen ten aanzien van de werktijden.",
        "",
        "\f\f\n",
    ],
)
def test_what_limits_nobody_is_not_proposed(text):
    assert limits(text) == {}


@pytest.mark.parametrize(
    ("text", "field", "level", "value"),
    [
        ("4.13: 2", "lift_kg", 2, 5),
        ("1.8.2 Voorspelbare werksituatie   Ja", "needs_predictable_work", 1, None),
        ("6.2 Uren per dag 2 ongeveer 6 uur per dag", "hours_day", 2, 6),
        ("4.17 Lopen tijdens het werk 2 ongeveer 1 uur lopen", "walk_hours_day", 2, 1),
        ("4.13 Tillen: beperkt tot 15 kg", "lift_kg", 1, 15),
        ("4.13 Tillen | 2 | beperkt", "lift_kg", 2, 5),
        ("4.13\tTillen\t1\tOngeveer 10 kg", "lift_kg", 1, 10),
        ("5.3 Staan\n2\n5.4 Staan tijdens het werk\n1", "stand_hours_day", 1, 4),
        ("Kan ten hoogste anderhalf uur achtereen zitten.", "sit_minutes", 1, 90),
        ("Staan kan in totaal 4 uur op een dag.", "stand_hours_day", 1, 4),
        ("Duwen tot 100 N.", "push_pull_kgf", 2, 10),
        ("Kou: niet werken onder 5 graden.", "cold_limited", 1, 5),
        ("Reiken hoogstens 10 keer per minuut.", "reach_per_hour", 1, 600),
        ("Tillen van 5 à 10 kg lukt.", "lift_kg", 2, 5),
        ("Conflicten: in het algemeen niet.", "conflict", 2, None),
        ("Hoofdbewegingen sterk beperkt.", "head_movement", 2, None),
        ("Werken in een prikkelarme omgeving.", "needs_low_distraction", 1, None),
        ("Autorijden is niet toegestaan.", "professional_driving", 1, None),
        ("Belastbaar: 2 uur per dag, 5 dagen.", "hours_day", 4, 2),
    ],
)
def test_many_ways_of_saying(text, field, level, value):
    assert limits(text)[field] == (level, value)


def test_parts_of_an_item_are_named():
    hand = next(
        one for one in read(papers.NEW_FML).items if one.item.field == "hand_use"
    )
    assert hand.item.choices == ("pincer_grip", "repetitive")


def test_how_sure_follows_from_what_agrees():
    def surety(text):
        return read(text).items[0].surety

    assert surety("4.13 Tillen: score 1, ongeveer 10 kg") == "sure"
    assert surety("4.13 Tillen: score 3, ongeveer 10 kg") == "likely"
    assert surety("Kan ongeveer 10 kg tillen.") == "likely"
    assert surety("Tillen is beperkt.") == "unsure"
    assert surety("Tillen van 5 à 10 kg lukt.") == "unsure"
    assert surety("6.1 Perioden van het etmaal: score 1") == "unsure"


def test_a_number_that_stands_for_more_fields_proposes_each():
    assert set(limits("6.1 Perioden van het etmaal: 1")) == {"no_evening", "no_night"}
    assert set(limits("3.1 Temperatuur 1")) == {"heat_limited", "cold_limited"}


def test_of_an_item_with_options_the_ticked_one_is_read():
    text = """4.13 Tillen
☐ 0 Normaal, kan ongeveer 15 kg tillen
☒ 1 Beperkt, kan ongeveer 10 kg tillen
☐ 2 Beperkt, kan ongeveer 5 kg tillen
4.14 Dragen
☒ 0 Normaal, kan ongeveer 15 kg dragen
☐ 1 Beperkt, kan ongeveer 10 kg dragen
5.3 Staan [ ] 0 normaal [x] 2 ongeveer een kwartier"""
    assert limits(text) == {"lift_kg": (1, 10), "stand_minutes": (2, 15)}


def test_a_proposal_says_where_it_stands():
    found = read("Eerste bladzijde.\fKop\n\nTillen tot 5 kg.").items[0].source
    assert (found.page, found.line, found.sentence) == (2, 3, "Tillen tot 5 kg.")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Vanwege een contacteczeem geen natte handen.", "geen natte handen."),
        ("Geen natte handen vanwege een contacteczeem.", "Geen natte handen"),
        ("Bekend met een hernia, tillen tot 5 kg.", "tillen tot 5 kg."),
        ("Tillen tot 5 kg, gezien de hernia.", "Tillen tot 5 kg"),
        ("Tillen tot 5 kg (hernia).", "Tillen tot 5 kg"),
        ("Na een operatie kan hij niet langer dan een half uur staan.", None),
        ("Het tillen geeft bij zijn hernia klachten boven 5 kg.", ""),
    ],
)
def test_a_sentence_that_tells_why_is_cut_down_to_what_somebody_can(text, kept):
    (found,) = read(text).items
    assert found.source.cut
    assert not causes_in(found.item.sentence)
    if kept is not None:
        assert found.item.sentence == kept


def test_no_sentence_of_a_document_names_a_cause():
    for paper in (papers.NEW_FML, papers.IZP, papers.AD_REPORT):
        assert causes_in(paper)
        found = read(paper)
        for one in (*found.items, *found.steps, *found.facts):
            assert not causes_in(one.source.sentence)


def test_a_build_up_is_reckoned_when_all_of_it_is_said():
    text = (
        "Vanaf 1 april 2026 start met 12 uur per week, opbouw met 2 uur per 2 weken "
        "tot 16 uur per week."
    )
    found = [one.step for one in read(text).steps]
    assert [(one.starts_on.isoformat(), one.hours_week) for one in found] == [
        ("2026-04-01", 12),
        ("2026-04-15", 14),
        ("2026-04-29", 16),
    ]


def test_a_build_up_without_an_end_stays_in_words():
    found = read("Opbouw met 2 uur per 2 weken.")
    assert found.steps == ()
    (words,) = found.items
    assert (words.item.field, words.item.sentence) == (
        "hours_other",
        "Opbouw met 2 uur per 2 weken.",
    )


def told(text: str) -> tuple[dict[str, float | None], dict[str, float | None]]:
    """The hours of now, and those from a day on."""
    found = read(text)
    now = {
        one.item.field: one.item.value
        for one in found.items
        if one.item.field.startswith("hours_")
    }
    later = {str(one.step.starts_on): one.step.hours_week for one in found.steps}
    return now, later


@pytest.mark.parametrize(
    ("text", "now", "later"),
    [
        (
            "Opbouw naar 24 uur per week per 1 februari 2027.",
            {},
            {"2027-02-01": 24},
        ),
        (
            "Kan 20 uur per week werken. Opbouw naar 24 uur per week per 1 maart 2027.",
            {"hours_week": 20},
            {"2027-03-01": 24},
        ),
        (
            "20 uur per week vanaf 1 mei 2027, 24 uur per week vanaf 1 juni 2027.",
            {},
            {"2027-05-01": 20, "2027-06-01": 24},
        ),
        (
            "Tot 4 uur per dag, 20 uur per week met ingang van 1 mei 2027.",
            {},
            {"2027-05-01": 20},
        ),
        (
            "Vanaf 1 mei 2027 4 uur per dag; 20 uur per week.",
            {},
            {"2027-05-01": None},
        ),
    ],
)
def test_a_day_may_stand_behind_its_hours(text, now, later):
    """Hours of a later day were proposed as those of today: the verdicts follow."""
    assert told(text) == (now, later)


@pytest.mark.parametrize(
    "text",
    [
        "Opbouw naar 24 uur per week over drie maanden.",
        "Verwachting is dat dit na 3 maanden 24 uur per week kan zijn.",
        "Op termijn 32 uur per week haalbaar.",
        "Streven is 36 uur per week.",
        "Er wordt toegewerkt naar maximaal 30 uur per week.",
        "24 uur per week is haalbaar over 6 weken.",
        "De uren zijn op te bouwen naar 24 uur per week.",
        "De urenomvang is opbouwen naar 24 uur per week.",
        "Inzetbaarheid: op te bouwen tot maximaal 24 uur per week.",
    ],
)
def test_hours_that_are_hoped_for_are_no_hours_of_now(text):
    """They stay in the words of the document, for a person to read."""
    assert told(text) == ({"hours_other": None}, {})


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("Kan nu 12 uur per week werken met opbouw naar 24 uur per week.", 12),
        ("Op termijn meer, momenteel 16 uur per week.", 16),
        ("Belastbaar voor 16 uur per week. Op termijn 24 uur per week.", 16),
        ("Na twee jaar ziekte kan cliënt 16 uur per week werken.", 16),
        ("Kan 16 uur per week werken, herbeoordeling over 3 maanden.", 16),
    ],
)
def test_hours_of_now_stay_where_more_is_hoped_for(text, week):
    assert told(text)[0]["hours_week"] == week
