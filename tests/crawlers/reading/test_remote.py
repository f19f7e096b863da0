"""Working from home."""

import pytest

from crawlers.reading.remote import read_remote, read_remote_field


def test_working_from_home():
    assert read_remote("Deels thuiswerken is bespreekbaar")[0] == "hybrid"
    assert read_remote("Je werkt volledig vanuit huis")[0] == "full"
    assert read_remote("Thuiswerken is niet mogelijk")[0] == "none"
    assert read_remote("Je werkt in de winkel") is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Je werkt deels vanuit huis", "hybrid"),
        ("hybride werken", "hybrid"),
        ("thuiswerken is mogelijk", "hybrid"),
        ("twee dagen per week thuiswerken", "hybrid"),
        ("je kunt volledig thuiswerken", "full"),
        ("100% remote", "full"),
        ("fully remote", "full"),
        ("remote werken is bespreekbaar", "hybrid"),
        ("thuiswerken is niet mogelijk", "none"),
        ("thuiswerken kan helaas niet", "none"),
        ("Dit werk kan niet vanuit huis", "none"),
        ("Je werkt volledig op locatie", "none"),
        ("Je werkt thuis en op kantoor", "hybrid"),
        ("een thuiswerkvergoeding", "hybrid"),
        ("werken op afstand", "hybrid"),
        ("Je levert boodschappen thuis", None),
        ("thuiszorg", None),
        ("Cliënten wonen thuis", None),
        ("een verpleeghuis", None),
        ("Voel je thuis bij ons", None),
        ("thuisbasis Utrecht", None),
        ("We brengen het eten bij mensen thuis", None),
        ("Je werkt bij cliënten thuis", None),
        ("hybride auto's repareren", None),
        ("helpdesk op afstand", None),
        ("Je bent om 17 uur thuis", None),
        ("werk-privé: je bent op tijd thuis", None),
    ],
)
def test_how_much_of_the_work_may_be_done_from_home(words, kind):
    found = read_remote(f"Werk.\n- {words}\n- een goed humeur")
    assert (found[0] if found else None) == kind


@pytest.mark.parametrize(
    ("field", "kind"),
    [("TELECOMMUTE", "full"), ("Hybride", "hybrid"), ("on_site", "none"),
     ("remote", "full"), ("", None), ("misschien", None)],
)  # fmt: skip
def test_fields(field, kind):
    assert read_remote_field(field) == kind
