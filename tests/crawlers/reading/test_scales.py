"""Wage scales and collective agreements, as words."""

import pytest

from crawlers.reading.scales import read_agreement, read_scale


@pytest.mark.parametrize(
    ("words", "scale"),
    [
        ("schaal 7 (max. € 4.022)", "schaal 7"),
        ("FWG 35", "FWG 35"),
        ("Salarisschaal 8/9", "Salarisschaal 8/9"),
        ("schaal 9 of 10", "schaal 9 of 10"),
        ("functiegroep 4", "functiegroep 4"),
        ("schaal HbH", "schaal HbH"),
        ("schaal LB", "schaal LB"),
        ("loonschaal C", "loonschaal C"),
        ("grootschalig onderhoud", None),
        ("op grote schaal", None),
        ("een schaal met fruit", None),
        ("FWG-schaal 45", "schaal 45"),
    ],
)
def test_scales(words, scale):
    assert read_scale(f"Werk.\n- {words}\n- een goed humeur") == scale


@pytest.mark.parametrize(
    ("words", "agreement"),
    [
        ("conform cao VVT", "cao VVT"),
        ("CAO Gemeenten", "CAO Gemeenten"),
        ("volgens de cao Gehandicaptenzorg, FWG 40", "cao Gehandicaptenzorg"),
        ("cao voor Uitzendkrachten", "cao voor Uitzendkrachten"),
        ("cao Sociaal Werk", "cao Sociaal Werk"),
        ("cao gemeenten", "cao gemeenten"),
        ("CAO", None),
        ("een goede cao", None),
        ("cao Bouw & Infra", "cao Bouw & Infra"),
        ("CAO Metaal en Techniek", "CAO Metaal en Techniek"),
        ("onze cao kent", None),
    ],
)
def test_collective_agreements(words, agreement):
    assert read_agreement(f"Werk.\n- {words}\n- een goed humeur") == agreement
