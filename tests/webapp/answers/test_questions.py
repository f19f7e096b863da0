"""Which questions stand on the page, in which order, each point once."""

from datetime import UTC, date, datetime
from uuid import UUID

from matching.judging import judge
from schemas.match import Finding, Match
from schemas.tables.answers import KnownAnswer
from tests import builders
from tests.matching import people
from webapp.answers.questions import UNASKED, sheet

ADVERT = "Je tilt dozen."
JOB = builders.vacancy(text=ADVERT)


def found(kind, field, text="Zin.", **more) -> Finding:
    return Finding(kind=kind, field=field, text=text, **more)


def match(**lists) -> Match:
    plain = {"reasons": (), "objections": (), "questions": (), "assumptions": ()}
    facts = {"vacancy_id": JOB.id, "score": 0.5, "verdict": "uitzoeken"}
    return Match(**facts, **plain | lists)


def answer(field, **facts) -> KnownAnswer:
    plain = {
        "id": UUID(int=1), "vacancy_id": JOB.id, "field": field, "polarity": "absent",
        "value": None, "unit": None, "said": "Nee.", "note": "", "said_by": "website",
        "said_on": date(2026, 11, 1), "made_by": UUID(int=2),
        "made_at": datetime(2026, 11, 1, tzinfo=UTC), "undone_by": None,
        "undone_at": None, "outdated": False,
    }  # fmt: skip
    return KnownAnswer(**plain | facts)


def titles(page) -> dict[str, list[str]]:
    return {
        group.title: [
            one.asking.field if one.asking else one.label for one in group.questions
        ]
        for group in page.groups
    }


def test_what_decides_comes_first_and_each_point_once():
    page = sheet(
        JOB,
        match(
            objections=(found("objection", "hours_min"),),
            questions=(found("question", "lift_kg"), found("question", "conflict")),
            assumptions=(
                found("assumption", "climb", f"{UNASKED}Zijn er ladders?"),
                found("assumption", "hearing"),
                found("assumption", "hours_week"),
                found("assumption", "distance"),
            ),
        ),
        [],
    )
    assert titles(page) == {
        "Wat nu tegenhoudt": ["hours_min"],
        "Vraag dit eerst": ["conflict", "lift_kg"],
        "Vraag ook": ["climb"],
        "Aannames": ["hearing"],
    }
    assert page.first == 3


def test_a_question_whose_answer_we_do_not_keep_is_asked_all_the_same():
    found_ = (found("question", "distance", "Waar is de werkplek precies?"),)
    page = sheet(JOB, match(questions=found_), [])
    assert titles(page) == {"Vraag dit eerst": ["Reizen"]}
    assert page.fields == set()


def test_many_objections_are_folded_away():
    many = tuple(found("objection", f) for f in ("lift_kg", "climb", "conflict"))
    (group,) = sheet(JOB, match(objections=many), []).groups
    assert group.folded


def test_a_question_is_the_sentence_to_say_with_the_words_of_the_advert():
    asked = found("question", "lift_kg", "Hoe zwaar?", quote="tilt dozen", part="text", offset=3)  # fmt: skip
    (group,) = sheet(JOB, match(questions=(asked,)), []).groups
    (question,) = group.questions
    assert (question.sentence, question.theme) == ("Hoe zwaar?", "Kracht")
    assert question.jump == "citaat-text-3"


def test_an_assumption_is_asked_by_the_question_of_its_point():
    assumed = found("assumption", "lift_kg", "Tillen: niet genoemd.")
    (group,) = sheet(JOB, match(assumptions=(assumed,)), []).groups
    assert group.questions[0].sentence.startswith("Hoe zwaar")


def test_what_is_answered_is_asked_no_more_under_either_name():
    asked = match(
        questions=(found("question", "hours_week"), found("question", "lift_kg"))
    )
    page = sheet(JOB, asked, [answer("hours_min")])
    assert titles(page) == {"Vraag dit eerst": ["lift_kg"]}
    assert [one.label for one in page.answered] == ["Uren per week"]
    assert page.fields == {"lift_kg", "hours_min"}


def test_what_is_left_to_weigh_is_no_question_to_the_employer():
    weigh = found("question", "lift_kg", "Weeg zelf.", part="answer", quote="Ja.")
    assert sheet(JOB, match(questions=(weigh,)), []).groups == ()


def test_taken_back_is_open_again_and_remembered():
    gone = answer(
        "lift_kg", undone_at=datetime(2026, 11, 2, tzinfo=UTC), undone_by=UUID(int=2)
    )
    page = sheet(JOB, match(questions=(found("question", "lift_kg"),)), [gone])
    assert titles(page) == {"Vraag dit eerst": ["lift_kg"]}
    assert (len(page.answered), len(page.earlier)) == (0, 1)


def test_of_two_answers_the_last_holds():
    both = [answer("lift_kg", said="Nee."), answer("lift_kg", said="Ja.")]
    (held,) = sheet(JOB, match(), both).answered
    assert held.answer.said == "Nee."


def test_without_a_ranking_there_are_no_questions_yet():
    assert sheet(JOB, None, []).groups == ()


def test_what_the_rules_left_unasked_is_known_by_its_words():
    limits = [
        people.item(f, 2) for f in ("lift_kg", "climb", "kneel_per_hour", "hearing")
    ]
    case = people.case(
        people.vacancy("Je verwerkt post."), *limits, expected=people.unknown
    )
    judged = judge(case, score=0.5)
    assert [one for one in judged.assumptions if one.text.startswith(UNASKED)]
    assert titles(sheet(JOB, judged, []))["Vraag ook"]
