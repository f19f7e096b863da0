"""How career sites name what they say of a vacancy, in the data for their scripts."""

# By fact: names without capitals, dashes and underscores; the surest first. A line
# that ends in a backslash goes on.
VOCABULARY = """
title of a job: jobtitle vacancytitle vacaturetitel functietitel functiontitle \
 originalfunctiontitle functienaam jobname positiontitle
title: title titel name naam
key of a job: jobid vacancyid vacatureid vacaturenummer reqid requisitionid jobreqid \
 jobseqno
key: referencenumber id uuid
slug: slug permalink jobslug urltitle
url: joburl vacancyurl canonicalpositionurl canonicalurl detailurl absoluteurl url \
 link href
text: jobdescription descriptionhtml fulldescription description omschrijving \
 vacaturetekst vacancytext functieomschrijving bodytext body content html text tekst
more text: requirements qualifications functieeisen justification wijbieden
place: joblocation worklocation standplaats plaats city cityname locality location \
 locations locationname vestiging
town: city cityname plaats addresslocality name label
region: province provincie state addressregion
postcode: primarypostalcode postalcode postcode zipcode zip
country: country countrycode addresscountry land
hours: weeklyhours hoursperweek urenperweek workhours hours uren
hours_min: minhours hoursmin minimumhours urenmin minuren hoursfrom
hours_max: maxhours hoursmax maximumhours urenmax maxuren hoursto
salary: salarytext salaryrange salary salaris salarisindicatie
salary_min: minsalary salarymin minimumsalary salaryfrom salarismin
salary_max: maxsalary salarymax maximumsalary salaryto salarismax
salary_unit: salaryperiod salaryinterval salaryunit salarisperiode
currency: salarycurrency currency
employment: employmenttype contracttype dienstverband contract jobtype
education: educationlevel opleidingsniveau werkendenkniveau
employer: originalcompanyname companyname hiringorganization employername employer \
 company organisatie organization brand
posted: dateposted publicationdate publisheddate posteddate publishedat publishdate \
 publicatiedatum datepublished startpublication
created: createdat datecreated
closes: validthrough closingdate enddate expirationdate expirydate expiresat deadline \
 einddatum sluitingsdatum applicationdeadline closeat
"""
WORDS: dict[str, tuple[str, ...]] = {
    fact: tuple(names.split())
    for fact, _, names in (
        line.partition(":") for line in VOCABULARY.strip().split("\n")
    )
}
