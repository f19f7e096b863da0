"""What JSON boards answer that keep each text apart, in the shapes met."""

SMART_ROW = {
    "id": "743999671674844",
    "name": "Verzorgende IG",
    "uuid": "0761de07-8adc-465d-af91-905f0df48ec1",
    "refNumber": "REF30D",
    "company": {"identifier": "Wilg", "name": "De Wilg"},
    "releasedDate": "2026-06-08T22:11:28.000Z",
    "location": {"city": "Zwolle", "country": "nl", "remote": False, "hybrid": False},
}
SMART_LIST = {"offset": 0, "limit": 100, "totalFound": 1, "content": [SMART_ROW]}
SMART_DETAIL = SMART_ROW | {
    "active": True,
    "postingUrl": "https://jobs.smartrecruiters.com/Wilg/743999671674844-verzorgende-ig",
    "applyUrl": "https://jobs.smartrecruiters.com/Wilg/743999671674844?oga=true",
    "typeOfEmployment": {"id": "temporary", "label": "Temporary"},
    "language": {"code": "nl"},
    "location": {
        "city": "Zwolle",
        "region": "OV",
        "country": "nl",
        "postalCode": "8011 AB",
        "remote": False,
        "hybrid": True,
    },
    "customField": [
        {"fieldLabel": "Merk", "valueLabel": "De Wilg"},
        {"fieldLabel": "Uren per week", "valueLabel": "16 - 24"},
    ],
    "jobAd": {
        "sections": {
            "companyDescription": {"title": "Over ons", "text": "<p>Wij zijn oud.</p>"},
            "jobDescription": {
                "title": "Je werk",
                "text": "<p>Je helpt bij wassen.</p>",
            },
            "qualifications": {"title": "Jij", "text": "<p>mbo-3</p>"},
            "additionalInformation": {"title": "Wij bieden", "text": "<p>Fiets.</p>"},
        }
    },
}

BAMBOO_LIST = {
    "meta": {"totalCount": 2},
    "result": [
        {"id": "86", "jobOpeningName": "Schilder", "locationType": "0"},
        {"id": "87", "jobOpeningName": "Timmerman", "locationType": "0"},
    ],
}
BAMBOO_DETAIL = {
    "meta": [],
    "result": {
        "jobOpening": {
            "jobOpeningName": "Schilder",
            "jobOpeningShareUrl": "https://wilg.bamboohr.com/careers/86",
            "jobOpeningStatus": "Open",
            "employmentStatusLabel": "Temporary",
            "description": "<p>Je schildert 36 uur per week.</p>",
            "compensation": "€ 2.600 - € 3.000 per maand",
            "datePosted": "2026-09-04",
            "location": {
                "city": "Zwolle",
                "state": "Overijssel",
                "postalCode": "8011 AB",
                "addressCountry": "Netherlands",
            },
            "atsLocation": {"city": None, "country": None},
            "locationType": "0",
            "isRemote": None,
        }
    },
}

WORKDAY_ROW = {
    "title": "Grondwerker",
    "externalPath": "/job/Zwolle/Grondwerker_JR354232",
    "locationsText": "2 Locations",
    "postedOn": "Posted 30+ Days Ago",
    "bulletFields": ["JR354232"],
}
WORKDAY_LIST = {
    "total": 1,
    "jobPostings": [WORKDAY_ROW],
    "facets": [
        {
            "facetParameter": "locationMainGroup",
            "values": [
                {
                    "facetParameter": "locations",
                    "values": [{"id": "z", "descriptor": "Zwolle", "count": 1}],
                }
            ],
        }
    ],
}
WORKDAY_DETAIL = {
    "jobPostingInfo": {
        "title": "Grondwerker",
        "jobDescription": "<p>Je graaft sleuven.</p>",
        "location": "Zwolle - Voorst",
        "additionalLocations": ["Deventer", {"descriptor": "Apeldoorn"}],
        "country": {"descriptor": "Netherlands", "alpha2Code": "NL"},
        "jobRequisitionLocation": {"country": {"alpha2Code": "NL"}},
        "timeType": "Full time",
        "remoteType": "On-site",
        "startDate": "2026-08-20",
        "endDate": "2026-12-01",
        "postedOn": "Posted 30+ Days Ago",
        "jobReqId": "JR354232",
        "posted": True,
        "externalUrl": "https://wilg.wd3.myworkdayjobs.com/Werken/job/Zwolle/Grondwerker_JR354232",
    },
    "hiringOrganization": {"name": "0012 De Wilg Infra B.V."},
}
