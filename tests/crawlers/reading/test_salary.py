"""Dutch words to wages."""

import pytest

from crawlers.reading.salary import read_salary, read_salary_fields


@pytest.mark.parametrize(
    ("text", "low", "high", "period"),
    [
        ("€ 2.400 - € 3.100 bruto p/m o.b.v. 38 uur", 2400, 3100, "month"),
        ("€2.900 – €3.400 bruto per maand o.b.v. fulltime", 2900, 3400, "month"),
        ("14,50 per uur", 14.5, 14.5, "hour"),
        ("€ 16,- tot € 19,- p.u.", 16, 19, "hour"),
        ("schaal 7 (max. € 4.022)", None, 4022, "month"),
        ("jaarsalaris € 38.000 incl. 8% vakantiegeld", 38_000, 38_000, "year"),
        ("€55.000 - €77.000", 55_000, 77_000, "year"),
        ("€3426 - €4908", 3426, 4908, "month"),
        ("vanaf € 2.500,- per 4 weken", 2708.33, None, "month"),
        ("tussen € 3.000 en € 4.500 bruto per maand", 3000, 4500, "month"),
        ("2.600 tot 3.100 euro bruto per maand", 2600, 3100, "month"),
        ("Een budget van € 700 en een loon van € 17,20 per uur", 17.2, 17.2, "hour"),
        ("€ 15,95 per uur, daarna € 17,24", 15.95, 17.24, "hour"),
        ("€ 2.480 à € 2.990 per maand bij 36 uur", 2480, 2990, "month"),
        ("van 2.750 à 3.250 euro bruto per maand", 2750, 3250, "month"),
        ("€ 2.910 tot € 3.480 per maand inclusief toeslagen", 2910, 3480, "month"),
        ("ten hoogste € 3.905 bruto per maand", None, 3905, "month"),
        ("maximaal schaal 8 (€ 4.650 bij 36 uur)", None, 4650, "month"),
    ],
)
def test_wages(text, low, high, period):
    found = read_salary(text)
    assert found is not None
    assert (found.low, found.high, found.period) == (low, high, period)


@pytest.mark.parametrize(
    "text",
    ["FWG 35", "conform CAO VVT", "marktconform", "€ 0,23 per kilometer",
     "een budget van € 700,-", "een omzet van € 3 miljoen", "in overleg"],
)  # fmt: skip
def test_no_wage(text):
    assert read_salary(text) is None


def test_the_size_of_a_wage_corrects_its_unit():
    found = read_salary_fields("3912", "5327", "HOUR")
    assert (found.low, found.high, found.period) == (3912, 5327, "month")
    assert "the size says per month" in found.rule


def test_a_wage_in_fields():
    assert read_salary_fields("55", "55", "HOUR").period == "hour"
    assert read_salary_fields("115000", "130000", "year").period == "year"
    assert read_salary_fields("5250", "3750", "month").low == 3750
    assert read_salary_fields(None, None, "MONTH") is None


@pytest.mark.parametrize(
    ("words", "low", "high", "period"),
    [
        ("€ 2.400 - € 3.100 bruto p/m o.b.v. 38 uur", 2400, 3100, "month"),
        ("€2.900 – €3.400 bruto per maand o.b.v. fulltime", 2900, 3400, "month"),
        ("14,50 per uur", 14.5, 14.5, "hour"),
        ("€ 16,- tot € 19,- p.u.", 16, 19, "hour"),
        ("schaal 7 (max. € 4.022)", None, 4022, "month"),
        ("jaarsalaris € 38.000 incl. 8% vakantiegeld", 38000, 38000, "year"),
        ("€ 2.800 excl. 8,33% vakantiegeld", 2800, 2800, "month"),
        ("Salaris tussen de € 2.500 en € 3.200 bruto per maand", 2500, 3200, "month"),
        ("een salaris tot € 3.400,- bruto per maand", None, 3400, "month"),
        ("salaris vanaf € 2.300 per maand", 2300, None, "month"),
        (
            "min. € 2.671 en max. € 3.816 bruto per maand (schaal 7)",
            2671,
            3816,
            "month",
        ),
        ("€ 2.671,00 tot € 3.816,00", 2671, 3816, "month"),
        ("Salaris: 2.750 - 3.400 euro", 2750, 3400, "month"),
        ("een bruto maandsalaris tussen 2500 en 3100 euro", 2500, 3100, "month"),
        ("2.541 tot 3.310 bruto per maand", 2541, 3310, "month"),
        ("Je verdient 15,50 euro per uur", 15.5, 15.5, "hour"),
        ("€15/uur", 15, 15, "hour"),
        ("€ 15,- bruto p/u", 15, 15, "hour"),
        ("€ 17,54 bruto per uur inclusief vakantiegeld", 17.54, 17.54, "hour"),
        ("uurloon € 15,20 - € 17,80", 15.2, 17.8, "hour"),
        ("Uurloon: €16", 16, 16, "hour"),
        ("€ 15 tot € 18 bruto per uur", 15, 18, "hour"),
        ("€ 15 - 18 per uur", 15, 18, "hour"),
        ("€ 45.000 - € 55.000 per jaar", 45000, 55000, "year"),
        ("€ 45k - € 55k", 45000, 55000, "year"),
        ("€ 45.000-55.000 bruto per jaar", 45000, 55000, "year"),
        ("EUR 2.800 per maand", 2800, 2800, "month"),
        ("2.800 EUR bruto", 2800, 2800, "month"),
        ("€ 2.356 per 4 weken", 2552.33, 2552.33, "month"),
        ("€ 2.100 tot € 2.500 per vier weken", 2275, 2708.33, "month"),
        ("€ 600 per week", 2600, 2600, "month"),
        ("€ 3.000 per maand bij 36 uur per week", 3000, 3000, "month"),
        ("€ 2.950,- bruto per maand op basis van 40 uur per week", 2950, 2950, "month"),
        ("€ 850 per maand voor 12 uur", 850, 850, "month"),
        ("€ 2.500 bruto per maand, oplopend tot € 3.100", 2500, 3100, "month"),
        ("je start op € 2.400 en groeit door naar € 3.000", 2400, 3000, "month"),
        ("€ 2.200 (aanvang) tot € 3.000 (einde schaal)", 2200, 3000, "month"),
        ("max € 3.500", None, 3500, "month"),
        ("minimaal € 2.541 en maximaal € 3.310 bruto per maand", 2541, 3310, "month"),
        ("tot max. € 3.310 bruto", None, 3310, "month"),
        (
            "een budget van € 700 (DI-budget) en € 3.000 bruto per maand",
            3000,
            3000,
            "month",
        ),
        ("Salaris € 2.500 tot € 3.000, reiskosten € 0,23 per km", 2500, 3000, "month"),
        ("reiskosten € 0,23 per km, salaris € 2.500 tot € 3.000", 2500, 3000, "month"),
        ("bonus van € 1.000 en € 15,40 per uur", 15.4, 15.4, "hour"),
        (
            "Als bbl'er verdien je € 12,50 per uur, als monteur € 18,20 per uur",
            18.2,
            18.2,
            "hour",
        ),
        (
            "16 jaar: € 8,50, 18 jaar: € 11,00, 21 jaar en ouder: € 15,00 per uur",
            15,
            15,
            "hour",
        ),
        ("€ 14,80 per uur (vanaf 21 jaar)", 14.8, 14.8, "hour"),
        ("vanaf 21 jaar verdien je € 15,10 per uur", 15.1, 15.1, "hour"),
        (
            "In de vakantie werken scholieren hier voor € 9,50 per uur. Jij krijgt € 16,30 per uur",
            16.3,
            16.3,
            "hour",
        ),
        ("Schaal 8: € 2.900 - € 4.100", 2900, 4100, "month"),
        ("salarisschaal 6, € 2.450,- / € 3.300,-", 2450, 3300, "month"),
        ("Bruto: € 2.600 – 3.250", 2600, 3250, "month"),
        ("Een goed salaris: € 2.600-€ 3.250", 2600, 3250, "month"),
        (
            "Het salaris bedraagt maximaal € 4.691,- bruto per maand bij een 36-urige werkweek (schaal 9)",
            None,
            4691,
            "month",
        ),
        ("Salarisindicatie: €3.253 - €4.691", 3253, 4691, "month"),
        ("€ 3.253,- en € 4.691,- bruto", 3253, 4691, "month"),
        ("tussen de 14 en 17 euro per uur", 14, 17, "hour"),
        ("15 euro per uur", 15, 15, "hour"),
        ("€ 2.000 netto", 2000, 2000, "month"),
        ("€ 36.400 tot € 44.000 bruto op jaarbasis", 36400, 44000, "year"),
        ("3.000 euro per maand", 3000, 3000, "month"),
        ("€ 2 750 - € 3 400", 2750, 3400, "month"),
        ("€2750,- tot €3400,- bruto per maand", 2750, 3400, "month"),
        ("€ 2.750 tot 3.400 bruto", 2750, 3400, "month"),
        ("€ 15.40 per uur", 15.4, 15.4, "hour"),
        ("€ 1.400 - € 1.900 p.m. (24 uur)", 1400, 1900, "month"),
    ],
)
def test_every_notation_of_a_wage(words, low, high, period):
    text = f"Werk bij ons.\n- {words}\n- een goed humeur"
    found = read_salary(text)
    assert found is not None
    assert (found.low, found.high, found.period) == (low, high, period)
    assert found.raw in text


@pytest.mark.parametrize(
    "words",
    [
        "FWG 35",
        "conform CAO VVT",
        "marktconform salaris",
        "€ 0,23 per kilometer",
        "€ 0,23/km reiskosten",
        "een aanbrengbonus van € 1.000",
        "€ 1.000 bonus",
        "reiskostenvergoeding van € 0,21 per km",
        "een keuzebudget van € 500 per jaar",
        "opleidingsbudget van € 1.500 per jaar",
        "€ 250 sportbudget",
        "een eindejaarsuitkering van € 1.200",
        "€ 2,50 toeslag per uur",
        "thuiswerkvergoeding € 2,40 per dag",
        "korting tot € 500 per jaar",
        "een omzet van € 50 miljoen",
        "een tegoed van € 100 per maand",
        "budgetten tot € 50.000",
        "facturen boven € 10.000 controleer je",
        "onkostenvergoeding van € 100 per maand",
        "vrijwilligersvergoeding van € 5,60 per uur",
        "stagevergoeding van € 500 per maand",
        "vakantiegeld € 2.000",
        "signing bonus € 2.500",
        "Je verzekert schades tot € 25.000",
        "huizen vanaf € 300.000",
        "je beheert een portefeuille van € 2 miljoen",
        "prijzen tot € 50 per uur",
    ],
)
def test_money_that_is_no_wage(words):
    assert read_salary(f"Werk bij ons.\n- {words}\n- een goed humeur") is None


def test_of_several_wages_the_one_for_the_work_counts():
    text = "- bbl-leerling: € 12,50 per uur\n- monteur: € 18,20 per uur"
    assert read_salary(text, "Monteur").low == 18.2
    assert read_salary(text, "Leerling monteur (bbl)").low == 12.5


def test_the_only_wage_counts_whoever_it_is_for():
    assert read_salary("- vakantiewerk voor € 12,50 per uur").low == 12.5
