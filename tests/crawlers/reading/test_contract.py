"""Dutch words to kinds of contract."""

import pytest

from crawlers.reading.contract import read_contract, read_employment_types


@pytest.mark.parametrize(
    ("text", "kind", "months"),
    [
        ("jaarcontract met uitzicht op vast", "temporary", 12),
        ("een contract voor zeven maanden, daarna vast", "temporary", 7),
        ("halfjaarcontract", "temporary", 6),
        ("een vast contract", "permanent", None),
        ("Wij bieden een betrekking voor een jaar", "temporary", 12),
        ("€ 2.500, om te beginnen voor een jaar", "temporary", 12),
        ("Vast na zes maanden", "temporary", 6),
        ("Oproepcontract gedurende vier maanden", "on_call", 4),
        ("Uitzend via een bureau, met zicht op meer", "agency", None),
        ("Het gaat om een vrijwilligersplek van 8 uur", "volunteer", None),
        ("Direct een vast dienstverband voor onbepaalde tijd", "permanent", None),
        ("uitzendbasis, fase A", "agency", None),
        ("op oproepbasis", "on_call", None),
        ("contract voor bepaalde tijd", "temporary", None),
        ("bbl-overeenkomst van twee jaar", "apprenticeship", 24),
    ],
)
def test_contracts(text, kind, months):
    found = read_contract("Medewerker", text)
    assert found is not None
    assert (found.kind, found.months) == (kind, months)


def test_contracts_in_fields():
    assert read_employment_types(["FULL_TIME", "TEMPORARY"]).kind == "temporary"
    assert read_employment_types(["fulltime_permanent"]).kind == "permanent"
    assert read_employment_types(["FULL_TIME"]) is None


@pytest.mark.parametrize(
    ("words", "kind", "months"),
    [
        ("Een jaarcontract met de intentie om te verlengen", "temporary", 12),
        ("Je start met een contract van 7 maanden", "temporary", 7),
        ("We beginnen met een tijdelijk contract van een half jaar", "temporary", 6),
        ("Tijdelijk contract (6 maanden) met uitzicht op vast", "temporary", 6),
        ("Contract voor bepaalde tijd van 1 jaar", "temporary", 12),
        ("een dienstverband voor de duur van één jaar", "temporary", 12),
        ("Een arbeidsovereenkomst voor de duur van 12 maanden", "temporary", 12),
        ("Dienstverband: tijdelijk, 11 maanden", "temporary", 11),
        ("Contractvorm: tijdelijk", "temporary", None),
        ("Contractduur: 1 jaar", "temporary", 12),
        ("Duur contract: 8 maanden", "temporary", 8),
        (
            "We bieden je in eerste instantie een contract voor een jaar",
            "temporary",
            12,
        ),
        (
            "tijdelijke aanstelling voor een jaar met uitzicht op een vaste aanstelling",
            "temporary",
            12,
        ),
        ("aanstelling van anderhalf jaar", "temporary", 18),
        ("een tweejarig contract", "temporary", 24),
        ("halfjaarcontract, daarna een jaar", "temporary", 6),
        ("Het gaat om een tijdelijke functie voor negen maanden", "temporary", 9),
        ("Deze functie is tijdelijk, tot en met december", "temporary", None),
        ("vervanging wegens zwangerschapsverlof, vijf maanden", "temporary", 5),
        ("Zwangerschapsvervanging van februari tot en met juni", "temporary", 5),
        ("tijdelijk dienstverband wegens ziekte", "temporary", None),
        ("Seizoenswerk van april t/m oktober", "temporary", 7),
        ("een seizoenscontract van zes maanden", "temporary", 6),
        ("een contract voor het seizoen", "temporary", None),
        ("contract tot het einde van het schooljaar", "temporary", None),
        ("12 maanden contract", "temporary", 12),
        ("een zevenmaandscontract", "temporary", 7),
        ("een contract voor 26 weken", "temporary", 6),
        ("Je krijgt direct een jaarcontract", "temporary", 12),
        ("Eerst een tijdelijk contract, daarna vast", "temporary", None),
        ("Eerst een jaar tijdelijk", "temporary", 12),
        (
            "Na een tijdelijk contract van een jaar volgt een vast contract",
            "temporary",
            12,
        ),
        ("Uitzicht op een vast contract", "temporary", None),
        ("Kans op een vaste aanstelling", "temporary", None),
        (
            "Na een jaar krijg je bij goed functioneren een vast contract",
            "temporary",
            12,
        ),
        ("een vast contract", "permanent", None),
        ("Meteen een vast contract", "permanent", None),
        ("Direct een vaste aanstelling", "permanent", None),
        ("vast dienstverband, 32 uur per week", "permanent", None),
        ("Contract voor onbepaalde tijd", "permanent", None),
        ("een arbeidsovereenkomst voor onbepaalde tijd", "permanent", None),
        ("Je komt bij ons in vaste dienst", "permanent", None),
        ("Dienstverband: vast", "permanent", None),
        ("Contractvorm: vast", "permanent", None),
        ("Vaste baan met een proeftijd van twee maanden", "permanent", None),
        ("Je krijgt een vaste baan", "permanent", None),
        ("vast contract na de proeftijd", "permanent", None),
        ("Contracttype: onbepaalde tijd", "permanent", None),
        ("uitzendcontract", "agency", None),
        ("je werkt op uitzendbasis met kans op overname", "agency", None),
        ("In fase A via het uitzendbureau", "agency", None),
        ("Je wordt gedetacheerd bij de gemeente", "agency", None),
        ("een contract via payroll", "agency", None),
        ("detachering met uitzicht op vast", "agency", None),
        (
            "Je komt via ons in dienst op uitzendbasis, later bij de opdrachtgever",
            "agency",
            None,
        ),
        ("oproepcontract", "on_call", None),
        ("0-urencontract", "on_call", None),
        ("nulurencontract", "on_call", None),
        ("nul-urencontract", "on_call", None),
        ("een min-maxcontract van 8 tot 16 uur", "on_call", None),
        ("Je werkt op oproepbasis", "on_call", None),
        ("je wordt ingezet op afroep", "on_call", None),
        ("flexcontract in onze flexpool", "on_call", None),
        ("een contract als oproepkracht", "on_call", None),
        ("leer-werkovereenkomst voor twee jaar", "apprenticeship", 24),
        ("leerwerkplek met een bbl-contract", "apprenticeship", None),
        ("bbl-contract van drie jaar", "apprenticeship", 36),
        ("een stageovereenkomst voor vijf maanden", "apprenticeship", 5),
        ("onbezoldigde functie", "volunteer", None),
        ("Het is vrijwilligerswerk met een onkostenvergoeding", "volunteer", None),
        ("vrijwilligersvergoeding van € 5,60 per uur", "volunteer", None),
    ],
)
def test_the_contract_it_begins_with(words, kind, months):
    found = read_contract("Medewerker", f"Werk bij ons.\n- {words}\n- een goed humeur")
    assert found is not None
    assert (found.kind, found.months) == (kind, months)


@pytest.mark.parametrize(
    "words",
    [
        "Een vast team van acht collega's",
        "vaste werkdagen en een vast salaris",
        "We geven geen uitzendcontract",
        "minimaal een jaar ervaring",
        "Je begeleidt stagiairs en vrijwilligers",
        "vaste werktijden",
        "Je beheert contracten met leveranciers",
        "Wij bestaan vijftig jaar",
        "Je houdt contact met vaste klanten",
        "Je stelt arbeidsovereenkomsten op",
        "Je werkt aan projecten van zes maanden tot een jaar",
        "Je voert contractgesprekken",
        "Ook bbl is mogelijk",
        "De helft van het team is uitzendkracht",
        "In het oogstseizoen (augustus tot en met oktober) is het druk",
    ],
)
def test_no_contract_is_offered(words):
    assert read_contract("Medewerker", f"Werk.\n- {words}\n- humor") is None


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("een vast contract na een half jaar", 6),
        ("een vast contract na het eerste jaar", 12),
        ("vast contract na een proefjaar", 12),
    ],
)
def test_what_becomes_permanent_later_begins_as_temporary(words, months):
    found = read_contract("Medewerker", f"- {words}")
    assert (found.kind, found.months) == ("temporary", months)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Vrijwilliger in de tuin", "volunteer"),
        ("Coördinator vrijwilligers", "permanent"),
        ("Leerling timmerman (bbl)", "apprenticeship"),
        ("Stagiair marketing", "apprenticeship"),
    ],
)
def test_the_title_tells_learners_and_volunteers(title, kind):
    assert read_contract(title, "- een vast contract").kind == kind
