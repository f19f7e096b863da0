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


def test_an_aid_that_does_the_lifting_relieves_from_the_next_sentence_too():
    told = lifting("Rollen folie wegen 40 kg; een hefkarretje doet het tilwerk.")
    assert told.polarity == "mitigated"


def test_an_aid_for_all_the_rest_does_not_relieve_of_what_you_lift_yourself():
    told = lifting("Delen tot 12 kg pak je zelf op, voor de rest hangt er een takel.")
    assert (told.polarity, told.value) == ("demanded", 12)


def test_a_clamp_on_a_crane_relieves_of_what_it_weighs():
    told = lifting("Een putdeksel weegt 80 kilo, die leg je met een stenenklem.")
    assert told.polarity == "mitigated"
