"""When an advert says that the work is done, in eighty ways."""

from pathlib import Path

import pytest

from matching.demands import asked_of

TABLE = Path(__file__).parents[2] / "data" / "working_times.tsv"

SAID = {
    "": [
        "Vier dagen van negen uur, vrijdag vrij.",
        "Flexibele werktijden, thuis te combineren.",
        "Avonddiensten komen niet voor.",
        "Geen avonden en geen weekenden.",
        "Weekenddiensten? Die hebben we niet.",
        "Je bent elke avond voor zes uur thuis.",
        "De nachtritten doet een collega.",
        "Wie 's nachts wil werken kan bij onze zustervestiging terecht.",
        "Je krijgt 50% toeslag voor zondagen.",
        "Sollicitatiegesprekken zijn op zaterdag 14 maart.",
        "De open dag is op zondag.",
        "Regelmatige werktijden, geen overwerk.",
        "Vrije weekenden en geen late diensten.",
        "Je hebt je middagen vrij.",
        "Je begint als de kinderen naar school zijn en bent klaar als ze thuiskomen.",
        "36 uur, verdeeld over vier dagen.",
        "Bel gerust, ook in het weekend, met Sandra.",
        "Onze webshop draait dag en nacht.",
    ],
    "day": [
        "We werken van 7.30 tot 16.00 uur en vrijdagmiddag zijn we vrij.",
        "Je bent beschikbaar op maandag, woensdag en vrijdag tussen 12.00 en 18.00 uur.",
        "Werktijden: ma t/m vr 08:00 - 16:30.",
        "Je werkt elke dag van 13.00 tot 17.00 uur.",
        "Je start om 5.30 uur met het laden van je bus.",
        "Werktijden in overleg, tussen 7.00 en 19.00 uur.",
        "Werken van 9 tot 5.",
        "Kantoortijden, vrijdag tot 15.00 uur.",
        "Je werkt overdag.",
        "Je dag begint om 8.15 uur en om 14.45 uur gaan de kinderen naar huis.",
        "Ochtendploeg of middagploeg, jij kiest.",
        "Een vroege dienst van 6.30 tot 14.30 uur.",
        "Een dagdienst van maandag tot donderdag.",
        "Je werkt alleen in de ochtend.",
        "Je werkt op werkdagen tussen 8 en 5.",
    ],
    "day evening": [
        "Vroege dienst 7.00-15.00, late dienst 15.00-23.00.",
        "Je werkt wisselend vroeg en laat.",
        "De ene week vroeg, de andere week laat.",
    ],
    "day evening night": [
        "Je werkt in drie ploegen van maandag tot en met vrijdag.",
        "Drieploegendienst, weekend vrij.",
    ],
    "day evening night weekend": [
        "Je rooster wisselt: vroege, late en nachtdiensten, ook op feestdagen.",
        "Volcontinurooster met vijf ploegen.",
    ],
    "day evening weekend": [
        "Openingstijden zijn maandag tot en met vrijdag van 8.00 tot 21.00 uur en zaterdag tot 17.00 uur.",
        "Je werkt in dag-, avond- en weekenddiensten.",
    ],
    "day weekend": [
        "Eens in de vier weken werk je op zaterdagochtend van 9 tot 13 uur.",
    ],
    "evening": [
        "Soms vergaderen we 's avonds met de ouderraad.",
        "Je werkt vier keer per week van 18.00 tot 20.30 uur.",
        "Je laatste rit is rond half twaalf 's avonds klaar.",
        "Je draait mee in een onregelmatig rooster.",
        "Onregelmatige diensten horen bij de zorg.",
        "Je werkt in de avonduren, vanaf half zes.",
        "De winkel is open tot 20.00 uur en jij sluit af.",
        "Je werkt drie avonden per week van 19.00 tot 23.00 uur.",
    ],
    "evening night": [
        "Tot middernacht ben je open.",
    ],
    "evening weekend": [
        "Je bent flexibel inzetbaar, ook 's avonds en in het weekend.",
    ],
    "night": [
        "De nachtploeg begint om 22.45 uur en eindigt om 6.45 uur.",
        "Je start om 4.30 uur met het laden van je bus.",
        "Je slaapt een keer per week op de groep.",
        "Je hebt slaapdiensten.",
        "Je rijdt 's nachts naar Duitsland.",
        "De bar sluit om 2 uur 's nachts.",
    ],
    "night standby": [
        "Bij inbraakalarm word je ook 's nachts gebeld.",
    ],
    "standby": [
        "Piket eens per zes weken.",
        "Buiten kantooruren ben je bij toerbeurt bereikbaar.",
    ],
    "weekend": [
        "Je draait mee in het weekendrooster (1 op 3).",
        "Je werkt op zon- en feestdagen.",
        "In de zomer werk je ook op zondag.",
        "Op zaterdag ben je om de week aan de beurt.",
        "Elke zaterdag sta je op de markt.",
        "Je werkt dinsdag, donderdag en zondag.",
        "Je vaste vrije dag is maandag, want dinsdag tot en met zaterdag zijn we open.",
        "We zijn zeven dagen per week open.",
        "Je werkt vijf dagen in de week, verspreid over maandag tot en met zaterdag.",
    ],
}


@pytest.mark.parametrize(("shifts", "texts"), SAID.items())
def test_working_times_are_read(shifts: str, texts: list[str]) -> None:
    wanted = set(shifts.split())
    assert [one for one in texts if set(asked_of("", one).shifts) != wanted] == []


def test_who_may_choose_the_days_works_the_shorter_ones() -> None:
    (day,) = [
        demand
        for demand in asked_of("Medewerker", "Je werkt 3x8 uur of 4x6 uur.").demands
        if demand.field == "hours_day"
    ]
    assert (day.value, day.quote) == (6.0, "Je werkt 3x8 uur of 4x6 uur")


@pytest.mark.parametrize("line", TABLE.read_text("utf-8").splitlines())
def test_working_times_in_the_usual_short_words(line: str) -> None:
    shifts, sentence = line.split("\t")
    assert set(asked_of("", sentence).shifts) == set(shifts.split()) - {"none"}


@pytest.mark.parametrize(
    "text",
    [
        "Je werkt avonden of nachten, dat kies je zelf.",
        "Jij kiest: avonddiensten of nachtdiensten.",
    ],
)
def test_who_may_choose_need_not_do_either(text: str) -> None:
    assert asked_of("", text).shifts == ()
