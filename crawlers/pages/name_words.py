"""Words with a capital that belong to no person: of sentences, of firms, of places."""

import re
from functools import lru_cache

NOBODY = frozenset(
    """
    a aan aanmelden about acquisitie administratie adres adviseur afdeling afspraak alle
    als an and app apply april are as at augustus bachelor balie be bedankt
    bedrijfsleider bekijk bel bellen benelux benieuwd bent bereikbaar beste bezoek bhv
    bij bijvoorbeeld brief brieven business call cao check collega consultant contact
    contactgegevens contactpersoon coordinator corporate coördinator customer cv daarna
    daarnaast dan dankjewel dat de december deel denk deze dhr dinsdag direct directeur
    dit do does donderdag download dr drs duitsland dus e-mail e-mailadres een eerst
    ehbo eigenaar email en engels enthousiast er ervaring eu europa facebook fax
    februari for from fte functie functienummer ga geachte geef gegevens geinteresseerd
    geïnteresseerd goed graag groet groeten hallo hbo hbo+ heb hebben heeft heer het hey
    hij hoe hoi hoofd hoofdkantoor how hr hrm iban ict if ik in info informatie ing
    inlichtingen inschrijven instagram intercedent interesse ir is it its ja januari je
    jij jou jouw juli jullie juni junior kan kantoor kennis kerst kijk klantenservice
    klik kom kun kunt kvk laat leidinggevende liever linkedin locatie locatiemanager
    maandag maar maart magazijn mail mailen manager master may mbo mbo-2 mbo-3 mbo-4
    medewerker meer mei meld met meteen mevrouw mijn mobiel mocht motivatie mw na naar
    natuurlijk nederland nederlands nederlandse neem niet nieuwsgierig nl no nodig nog
    not november nu nummer of oktober om onderwerp ons onze ook op our over p&o partner
    pasen past personeelszaken plan planner planning please postbus procedure profiel
    protect reactie reacties reageer receptie recruiter recruitment referentie regel
    regiomanager reserveer sales samen scan schrijf secretariaat senior september
    servicedesk shift should sms sollicitatie sollicitatieprocedure sollicitaties
    solliciteer solliciteren spreekt stage stap start stel stuur success team teamcoach
    teamleider teammanager tel telefoon telefoonnummer that the them these they this
    those tijdens to toch tot twijfel twitter u uiteraard understand upload uren uur uw
    vacature vacaturenummer vakgebied van vanaf vandaag vca verder verstuur vestiging
    via vmbo voeg vog volg voor vraag vragen vrijdag vul waar wanneer wat we website
    welkom wellicht werk werken what whatsapp when where who why wie wij will wilt with
    wo woensdag word would yes you your zaterdag ze zij zijn zo zodra zoek zondag zou
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
ORGANISATION = re.compile(
    r"b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|gemeente\w*|provincie|stichting|vereniging"
    r"|groep|group|holding|ziekenhuis|hospital|kliniek|umc|ggz|ggd|zorg\w*|\w+zorg"
    r"|thuiszorg|school|college|universiteit|hogeschool|academie|academy|bakkerij"
    r"|slagerij|hotel|restaurant|caf[eé]|winkel|supermarkt|garage|kwekerij|boerderij"
    r"|bouw(?:bedrijf|groep|markt)?|\w*bouw|\w*techniek|transport\w*|logistiek|logistics|\w*schoonmaak"
    r"|uitzend\w*|detachering|services?|solutions|consultancy|company|people|talent"
    r"|jobs?|works?|personeel|capital|young|tempo|randstad|bank|verzekering\w*"
    r"|ministerie|rijkswaterstaat|belastingdienst|politie|defensie|waterschap|museum"
    r"|theater|bibliotheek|woningbouw(?:bedrijf|groep|markt)?|wonen|vastgoed|makelaar\w*|advocaten"
    r"|accountants|notaris\w*|apotheek|tandarts\w*|praktijk|huisarts\w*|sport\w*"
    r"|centrum|center|centre|huis|hof|park|haven|station|straat\w*|\w+straat|\w+laan"
    r"|\w+weg|\w+plein|\w+kade|\w+gracht|arena|logistics|plein|noord|zuid|oost|west|noord-\w+|zuid-\w+|heijn|linders"
    r"|industrie\w*|industries|technologies|systems|energie|energy|foods?|retail"
    r"|fashion|store|shop|media|nederland|netherlands|europe|international|benelux"
    r"|partners|associates|foundation|federatie|co\u00f6peratie|maatschap"
    r"|kinderopvang|bso|peuter\w*|festival|hoeve|kennemer\w*",
    re.IGNORECASE,
)
OPENS_A_QUESTION = re.compile(
    r"(?:ben|wil|max) (?:je|jij|jullie|u|ik|we|wij|jou|\d)|max\.", re.IGNORECASE
)


@lru_cache(maxsize=8192)
def names_nobody(word: str) -> bool:
    """Whether a word with a capital opens a sentence or names a function."""
    bare = word.strip(".,:;'’()").lower()
    return bare in NOBODY or bare.split("-")[0] in NOBODY or not bare


@lru_cache(maxsize=8192)
def names_organisation(word: str) -> bool:
    """Whether a word makes the words around it a firm, an office or a place."""
    return bool(ORGANISATION.fullmatch(word.strip(",:;'’()")))
