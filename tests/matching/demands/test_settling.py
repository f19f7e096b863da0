"""Which of several readings of one field counts."""

from matching.demands import demands_of

AID = "Er is een hefwagentje."


def lifting(text):
    return {one.field: one for one in demands_of("", text)}["lift_kg"]


def test_an_aid_in_the_same_sentence_relieves():
    told = lifting("Je tilt wasmachines van 70 kg met een hefwagentje.")
    assert told.polarity == "mitigated"


def test_what_is_plainly_asked_is_not_relieved_by_an_aid_in_another_sentence():
    told = lifting(f"Je tilt dozen van 25 kg de trap op. {AID}")
    assert (told.polarity, told.value) == ("demanded", 25)
