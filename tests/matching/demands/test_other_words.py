"""What is said in other words than the usual: table after table of invented sentences."""

import pytest

from matching.demands import asked_of, demands_of
from tests.matching.demands import (
    said_of_attention,
    said_of_order,
    said_of_people,
    said_of_senses,
    said_of_times,
)

TABLES = (
    said_of_people,
    said_of_senses,
    said_of_attention,
    said_of_order,
    said_of_times,
)
SAID = [
    (text, field, polarity)
    for table in TABLES
    for (field, polarity), texts in table.SAID.items()
    for text in texts
]
OF_PEOPLE_MIND_AND_TIMES = {field for _, field, _ in SAID}
ASKS_NOTHING = [
    "Je stapelt dozen op een pallet en wikkelt ze in folie.",
    "Je verwerkt inkoopfacturen in ons boekhoudpakket.",
    "Je spreekt goed Nederlands.",
    "Spreekt deze functie je aan? Dan horen we graag van je.",
    "Je bouwt stellages op en breekt ze weer af.",
    "Je haalt het onkruid weg tussen de tegels.",
    "Je ontwerpt folders in InDesign.",
    "Je leert het vak van ervaren vakmensen.",
    "Je stelt roosters op in het planprogramma.",
    "Je staat klaar voor een nieuwe stap in je loopbaan.",
    "Onze monteurs rijden door heel Nederland.",
    "Je hebt een vaste plek in ons team.",
    "Je voert onderhoud uit aan pompen en leidingen.",
    "Je snoeit hagen en maait gazons.",
    "Je krijgt een laptop en telefoon van de zaak.",
    "Bel voor meer informatie met Karin.",
    "Wij lopen graag voorop.",
    "Je verpakt kaas in dozen.",
    "Je houdt de voorraad bij.",
    "Je kunt bij ons doorgroeien naar teamleider.",
    "Een nachtje slapen over ons aanbod? Dat mag.",
    "Je vraagt vergunningen aan.",
]


@pytest.mark.parametrize(("text", "field", "polarity"), SAID)
def test_other_words_say_the_same(text: str, field: str, polarity: str) -> None:
    found = {one.field: one.polarity for one in demands_of("", text)}
    assert found.get(field) == polarity


@pytest.mark.parametrize("text", ASKS_NOTHING)
def test_plain_work_asks_nothing_of_this_kind(text: str) -> None:
    found = {one.field for one in demands_of("", text)}
    assert not found & OF_PEOPLE_MIND_AND_TIMES


@pytest.mark.parametrize(
    ("text", "shifts"),
    [
        ("Je werkt van half negen tot vijf.", {"day"}),
        ("Werktijden: 7.30 tot uiterlijk 16.00 uur.", {"day"}),
        ("Je begint om 6.15 uur.", {"day"}),
        ("Je werkt van 13.00 tot 21.30 uur.", {"evening"}),
        ("Je bent er 's middags tot negen.", {"evening"}),
        ("Van kwart voor elf tot zeven ben je de nachtzuster.", {"night"}),
        ("'s Morgens om vier uur melk je de koeien, dan begint het.", {"night"}),
        ("Je dienst loopt van 23.00 tot 7.00 uur.", {"night"}),
        ("Vrijdag om 14.00 uur ben je klaar.", {"day"}),
        ("Je draait drie ploegen.", {"day", "evening", "night"}),
        ("Op zondag ben je aan de beurt.", {"weekend"}),
        ("Om het andere weekend ben je vrij.", {"weekend"}),
        ("In het weekend sluit de zaak.", set()),
        ("Nachtdiensten? Die zijn er niet.", set()),
        ("In het weekend draait de fabriek; daar heb je geen omkijken naar.", set()),
        ("Een baan van 16 tot 24 uur per week.", set()),
        ("Het uurloon is 16.10 tot 18.20 euro.", set()),
        ("Bel voor 21.00 uur met Sam.", set()),
        ("Je pauzeert tien tot vijftien minuten.", set()),
    ],
)
def test_clock_times_give_shifts(text: str, shifts: set[str]) -> None:
    assert set(asked_of("", text).shifts) == shifts


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Elke dienst duurt vijf uur.", 5),
        ("Je werkt 20 uur in 2,5 dag.", 8),
        ("Drie dagen van acht uur.", 8),
        ("Je werkt vier ochtenden van 9 tot 12 uur.", 3),
        ("4 x 9 uur.", 9),
    ],
)
def test_the_length_of_a_day_is_read(text: str, hours: float) -> None:
    found = {one.field: one.value for one in demands_of("", text)}
    assert found.get("hours_day") == hours


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Boze klanten kom je hier niet tegen.", "conflict"),
        ("Wat wij niet vragen: bellen, leidinggeven en autorijden.", "hearing"),
        ("Het rapporteren laat je aan de verpleegkundige over.", "writing"),
        ("Lastige gesprekken voert je leidinggevende.", "conflict"),
        ("Klachten zijn voor kantoor.", "conflict"),
    ],
)
def test_what_is_put_aside_is_absent(text: str, field: str) -> None:
    found = {one.field: one.polarity for one in demands_of("", text)}
    assert found.get(field) == "absent"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Je helpt klanten en regelt de verzending.", "needs_little_customer_contact"),
        ("Je loopt naar de balie en helpt gasten.", "needs_little_customer_contact"),
        ("Kleine lettertjes lees je zonder moeite.", "seeing"),
        ("Zelden lijkt de ene dag op de andere.", "needs_predictable_work"),
    ],
)
def test_what_looks_put_aside_still_stands(text: str, field: str) -> None:
    found = {one.field: one.polarity for one in demands_of("", text)}
    assert found.get(field) == "demanded"
