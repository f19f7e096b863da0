"""Contact blocks as adverts print them, all invented: text, what goes, what stays."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """An advert's last lines; nothing of `gone` may be kept, all of `stays` must."""

    text: str
    gone: tuple[str, ...]
    stays: tuple[str, ...] = ()


def block(text, gone, stays=""):
    return Block(text, tuple(gone.split("|")), tuple(filter(None, stays.split("|"))))


BLOCKS = (
    block("Vragen? Bel Noor Dijkhuis, 06-12345671, of mail werken@example.nl.",
          "Noor|Dijkhuis|06-|@", "Vragen?"),
    block("Recruiter\nAnder Verzonnen\n+31 20 123 45 67", "Ander|Verzonnen|123 45"),
    block("Hoe het is? Ilse Hofstra vertelt het: 06.12.34.56.78", "Ilse|Hofstra|06.12"),
    block("Contact: Jan de Vries, teamleider", "Jan|Vries", "teamleider"),
    block("Contactpersoon: J.P. van der Meulen (0182) 12 34 56", "J.P.|Meulen|12 34"),
    block("Neem contact op met onze recruiter Eefje Postma via eefje(at)wilg.nl.",
          "Eefje|Postma|wilg.nl", "onze recruiter"),
    block("Neem voor meer informatie contact op met Sanne Bakker, teamleider zorg.",
          "Sanne|Bakker", "teamleider zorg"),
    block("Bel voor vragen met Karim El Amrani op 06 12 34 56 78.", "Karim|Amrani|34 56"),
    block("Vraag naar Sjoukje, zij leidt je graag rond.", "Sjoukje", "leidt je graag rond"),
    block("Vragen kun je stellen aan mevrouw A. ter Braak, tel. 088 - 123 45 67",
          "Braak|A. ter|123 45", "mevrouw"),
    block("Stuur je cv t.a.v. dhr. W. Huisman naar sollicitatie@wilg.example",
          "Huisman|W.|@", "Stuur je cv"),
    block("Kom kennismaken of app Femke: https://wa.me/31612345678?text=hoi",
          "Femke|31612345678", "Kom kennismaken"),
    block("Bel Mark of Joyce (038-1234567).", "Mark|Joyce|1234567"),
    block("Interesse? Anouk Smit (recruiter) helpt je graag verder.",
          "Anouk|Smit", "recruiter|helpt je graag verder"),
    block("Onze recruiter Bas Kuipers staat voor je klaar.", "Bas|Kuipers", "staat voor"),
    block("Voor vragen: P. Jansen, HR-adviseur, telefoon +31 (0)6 12345678",
          "Jansen|P.|12345678", "HR-adviseur"),
    block("Mail naar naam [at] bedrijf.nl of naam(apenstaartje)bedrijf punt nl.",
          "naam [at]|bedrijf", "Mail naar"),
    block("Met vriendelijke groet,\nMarieke van den Hof\nTeam Werving", "Marieke|Hof"),
    block("Contactgegevens\n\nDaniëlle Verhoeven\nCorporate recruiter\n06 1234 5678",
          "Daniëlle|Verhoeven|1234", "Corporate recruiter"),
    block("Je kunt terecht bij Yasmin Yilmaz, bereikbaar op 0612345678.",
          "Yasmin|Yilmaz|0612345678"),
    block("Profiel: https://www.linkedin.com/in/anna-jansen-0a1b2c/", "anna-jansen"),
    block("Bel gerust even met Willem-Jan Oosterhuis, onze bedrijfsleider.",
          "Willem|Oosterhuis", "onze bedrijfsleider"),
    block("Solliciteren doe je bij Truus. Bel 0031 6 12345678.", "12345678", "Bel"),
    block("Inlichtingen: de heer T.M. de Boer, afdelingshoofd.", "Boer|T.M.",
          "afdelingshoofd"),
    block("Stel je vraag aan Priya Ramdin: priya.ramdin@wilg.example", "Priya|Ramdin|@"),
    block("Meer weten? Bel ons team via 0850-123 45 67? Nee: 085 123 45 67.",
          "085 123", "Bel ons team"),
    block("Locatiemanager\nRob Schouten\nr.schouten@wilg.example", "Rob|Schouten|@"),
    block("Teamleider Hatice Demir vertelt je er graag meer over.", "Hatice|Demir",
          "vertelt je er graag meer over"),
    block("Neem contact op met Piotr Kowalski of Ewa Nowak.", "Piotr|Kowalski|Ewa|Nowak"),
    block("App of bel Stijn via +31-6-12345678!", "Stijn|12345678"),
    block("Is er iets onduidelijk? Marloes denkt graag met je mee: 06/12345678",
          "Marloes|12345678"),
    block("Contact\nGerrit ten Cate, 0570 - 123 456", "Gerrit|Cate|123 456"),
    block("Bereikbaar: tel:+31612345678 en mailto:hr@wilg.example", "612345678|hr@"),
    block("E-mail: [email protected]", "[email"),
    block("Hiring manager: Chantal de Wit-Bos", "Chantal|Wit|Bos", "Hiring manager"),
    block("Wil je Lisa bellen? Dat kan: Lisa Mulder, 010-1234567.", "Mulder|1234567"),
    block("Je gesprek is met Fatima El Idrissi en Tom Prins.", "Fatima|Idrissi|Tom|Prins"),
    block("Vragen over deze vacature\nKees van 't Hek\nManager Techniek\n(06) 12345678",
          "Kees|Hek|12345678", "Manager Techniek"),
    block("#1049921 - Naam Verzonnen", "Verzonnen", "#1049921"),
    block("Bel +32 470 12 34 56 of +49 151 12345678 voor de buitendienst.",
          "470 12|151 123", "buitendienst"),
    block("Mijn naam is Esther en ik ben je contactpersoon.", "Esther", "contactpersoon"),
    block("Onze recruiters Kim en Loes zijn bereikbaar op 06-12 34 56 78.",
          "Kim|Loes|34 56"),
    block("Je contactpersoon is Henk Vos", "Henk|Vos"),
    block("Ruud Peters | Intercedent | 0412-123456", "Ruud|Peters|123456", "Intercedent"),
)  # fmt: skip

DUTIES = (
    "Je hebt contact met klanten en leveranciers in binnen- en buitenland.",
    "Je onderhoudt contact met Philips, ASML en Rijkswaterstaat.",
    "Je neemt contact op met de huisarts en belt met de familie.",
    "Je mailt en belt de hele dag met chauffeurs van Jan de Rijk Logistics.",
    "Vragen van bewoners beantwoord je telefonisch of per mail.",
    "Je bent het aanspreekpunt voor collega's in Zwolle, Deventer en Den Haag.",
    "Je werkt in het Jeroen Bosch Ziekenhuis in 's-Hertogenbosch.",
    "Als Customer Success Manager Benelux stuur je het team in Utrecht aan.",
    "Je rapporteert aan de manager Operations en overlegt met HR.",
    "Contact met schippers gaat via de app; bij pech bel je de wachtdienst.",
    "Wij zijn Bakkerij Jansen, een familiebedrijf in Ommen.",
    "Solliciteren kan bij Gemeente Zwolle tot en met 12 december.",
    "Bel Modekoffertje en plan een rondleiding.",
    "Spring bij ons binnen en vraag naar de bedrijfsleider.",
    "Bel even met onze personeelsfunctionaris of kom langs op de open dag.",
    "Onze recruiter praat je graag bij over de procedure.",
    "Je werkt met Microsoft Office, SAP en de app Nedap Ons.",
    "Neem contact op met Stichting Philadelphia Zorg.",
    "Ben je enthousiast? Wil je meer weten? Max 36 uur per week.",
    "Geen acquisitie naar aanleiding van deze vacature.",
    "Salaris € 2.400 tot € 3.100, schaal 35, cao VVT.",
    "vroeg (06.00 - 15.00) en laat (14.00-22.30), in ploegen 0800-1630",
    "van 08.00 tot 16.30 uur, start 2026-11-02 of 01/02/2027, vóór 05-12-2026",
    "postcode 8011 AB, KvK 08123456, vacaturenummer 2026-004711",
    "Tussen 01-02-2027 en 05-03-2027 werk je 32 - 40 uur, van 07.00 - 15.30 16 weken.",
    "Het magazijn telt 1.000.000 artikelen en +150 collega's.",
    "Team Zuid-Holland Noord zoekt een teamleider Productie.",
    "Collega's helpen je graag; de teamleider Techniek leert je het vak.",
    "Je mailt offertes en app't met monteurs. Contact: telefonisch en per mail.",
    "Je stuurt de monteurs van Heijmans Infra en BAM Wegen aan.",
)
