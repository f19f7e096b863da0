"""Documents in the shapes that advisers receive; every person and word is invented."""

NEW_FML = """Functionele Mogelijkhedenlijst
Verzekeringsarts: A. Voorbeeld
Geboortedatum: 01-02-1980
Datum onderzoek: 12-03-2026
Geldig tot: 12-09-2026
I Persoonlijk functioneren
1.1 Vasthouden van de aandacht: normaal
1.2 Verdelen van de aandacht
Score 1
1.8.4 Geen veelvuldige deadlines of productiepieken: voorwaarde
1.8.6 Geen verhoogd persoonlijk risico: ja, in verband met epilepsie niet op hoogte
II Sociaal functioneren
2.1 Zien 0
2.8 Omgaan met conflicten 1
Toelichting: alleen telefonisch of schriftelijk
2.12.5 Geen leidinggevende aspecten: nee
3.1 Hitte: niet beperkt
3.4 Beschermende middelen: beperkt, geen masker dragen
4.3 Hand- en vingergebruik: beperkt, pincetgreep en repetitieve bewegingen links
4.12 Duwen of trekken: score 2
4.13 Tillen: beperkt, kan ongeveer 10 kg tillen, max 10x per uur
4.14 Dragen 1
4.16 Lopen: beperkt, kan ongeveer een half uur achtereen lopen
4.20 Knielen of hurken: kan niet knielen
5.1 Zitten: niet beperkt
5.9 Afwisseling van houding: moet kunnen vertreden
6.1 Perioden van het etmaal: kan 's nachts niet werken
6.2 Uren per dag: gemiddeld ongeveer 4 uur
6.3 Uren per week: ongeveer 20 uur
"""

OLD_FML = """FML
1.9.4 Voorspelbare werksituatie: aangewezen op een voorspelbare werksituatie
1.9.7 Werk zonder veelvuldige deadlines of productiepieken
4.13 Duwen of trekken: score 2
4.14 Tillen of dragen: sterk beperkt, kan ongeveer 1 kg tillen of dragen (3)
4.15 Frequent lichte voorwerpen hanteren: beperkt, kan ongeveer 300 keer per uur
4.18 Lopen: licht beperkt
4.22 Knielen of hurken: beperkt
"""

IZP = """Inzetbaarheidsprofiel (IZP)
Opgesteld door: J. Voorbeeld, bedrijfsarts
d.d. 3 juni 2026

Persoonlijk functioneren
Werknemer is aangewezen op werk met weinig afleiding door anderen. Geen werk met
tijdsdruk of veelvuldige onderbrekingen. Concentreren lukt maximaal 20 minuten.
Sociaal functioneren
Geen beperkingen.
Fysieke omgeving
Vanwege een contacteczeem geen natte handen. Door astma is stof te vermijden.
Dynamische handelingen
Tillen en dragen tot maximaal 5 kg, niet vaker dan 10 keer per uur. Kan een half uur
staan en een kwartier lopen. Bukken ongeveer 50 keer per uur; reiken tot 50 cm.
Traplopen: 15 treden. Wij zien geen beperkingen in zitten.
Statische houdingen
Daarna vertreden. Boven schouderhoogte werken is niet mogelijk.
Werktijden
Belastbaar voor maximaal 4 uur per dag, 20 uur per week. Geen nachtdiensten.
Opbouw met 2 uur per 2 weken.
"""

AD_REPORT = """Arbeidsdeskundig rapport
Datum rapport: 15 april 2026
Naam arbeidsdeskundige: P. Voorbeeld
Werknemer werkte 36 uur per week als magazijnmedewerker.
Werknemer is belastbaar voor gemiddeld ongeveer 4 uur per dag, 20 uur per week.
Vanaf 1 mei 2026 kan hij 5 uur per dag en 24 uur per week werken, vanaf 1 juni 2026
maximaal 28 uur per week.
Hij kan niet meer dan 7,5 kg tillen. Beeldschermwerk lukt ongeveer 1 uur per dag niet.
Na een operatie kan hij niet langer dan 1 minuut boven schouderhoogte werken.
"""

LAB = """Lijst arbeidsmogelijkheden en beperkingen
Tillen/dragen: max. 10 kg
Uren per dag: max 4
Uren per week: 16
Hoofdbewegingen: sterk beperkt
"""
