"""What each JSON board answers, in the shapes met, with words of our own."""

GREENHOUSE_JOB = {
    "absolute_url": "https://job-boards.greenhouse.io/wilg/jobs/4001?gh_src=abc",
    "id": 4001,
    "internal_job_id": 900,
    "title": "Planner  wijkzorg",
    "company_name": "De Wilg",
    "location": {"name": "Zwolle, Netherlands"},
    "offices": [
        {"id": 1, "name": "Zwolle", "location": "Zwolle, Overijssel, Netherlands"}
    ],
    "departments": [{"id": 2, "name": "Zorg"}],
    "metadata": [
        {"id": 3, "name": "Employment Type", "value": "Fixed-term"},
        {"id": 4, "name": "Hours per week", "value": "24 - 32"},
        {"id": 5, "name": "Workplace Type", "value": "Hybrid"},
        {"id": 6, "name": "Talen", "value": ["Nederlands", "Engels"]},
    ],
    "pay_input_ranges": [
        {
            "min_cents": 265000,
            "max_cents": 340050,
            "currency_type": "EUR",
            "title": "Loon",
        }
    ],
    "content": "&lt;p&gt;Je maakt de roosters van de wijk.&lt;/p&gt;",
    "first_published": "2026-09-01T23:30:00-04:00",
    "updated_at": "2026-09-03T10:00:00-04:00",
    "application_deadline": "2026-10-31",
    "language": "nl",
}
GREENHOUSE = {"jobs": [GREENHOUSE_JOB], "meta": {"total": 1}}

LEVER_POSTING = {
    "id": "a24ec4e5-5caa-473d-abd4-b71f09a8167b",
    "text": "Monteur warmtepompen",
    "hostedUrl": "https://jobs.lever.co/wilg/a24ec4e5-5caa-473d-abd4-b71f09a8167b",
    "applyUrl": "https://jobs.lever.co/wilg/a24ec4e5-5caa-473d-abd4-b71f09a8167b/apply",
    "categories": {
        "location": "Zwolle",
        "allLocations": ["Zwolle", "Deventer, Netherlands"],
        "commitment": "Permanent, part-time",
        "team": "Buitendienst",
    },
    "country": "NL",
    "description": "<div>Je plaatst warmtepompen.</div>",
    "lists": [
        {"text": "Wat vragen wij", "content": "<li>rijbewijs B</li><li>mbo-2</li>"},
        {"text": "Wat bieden wij", "content": "<li>32 uur</li>"},
    ],
    "additional": "<div>Bel gerust.</div>",
    "salaryDescription": "<div>Volgens cao Metaal.</div>",
    "salaryRange": {
        "min": 2600,
        "max": 3100.5,
        "currency": "EUR",
        "interval": "per-month-salary",
    },
    "workplaceType": "on-site",
    "createdAt": 1764205361939,
}
LEVER = [LEVER_POSTING]

ASHBY_JOB = {
    "id": "90fb3621-899e-4b59-925d-25080ec91e18",
    "title": "Medewerker magazijn",
    "employmentType": "Temporary",
    "location": "Zwolle",
    "secondaryLocations": [
        {
            "location": "Meppel",
            "address": {"addressLocality": "Meppel", "addressCountry": "Netherlands"},
        }
    ],
    "address": {
        "postalAddress": {
            "addressLocality": "Zwolle",
            "addressRegion": "Overijssel",
            "addressCountry": "Netherlands",
        }
    },
    "publishedAt": "2026-04-20T22:43:56.531+00:00",
    "isListed": True,
    "isRemote": True,
    "workplaceType": "Hybrid",
    "jobUrl": "https://jobs.ashbyhq.com/wilg/90fb3621-899e-4b59-925d-25080ec91e18",
    "descriptionHtml": "<p>Je verzamelt bestellingen.</p>",
    "shouldDisplayCompensationOnJobPostings": True,
    "compensation": {
        "summaryComponents": [
            {"compensationType": "EquityPercentage", "interval": "NONE"},
            {
                "compensationType": "Salary",
                "interval": "1 HOUR",
                "currencyCode": "EUR",
                "minValue": 14.5,
                "maxValue": 16,
            },
        ]
    },
}
ASHBY = {"jobs": [ASHBY_JOB], "apiVersion": "1"}

WORKABLE_JOB = {
    "title": "Kok",
    "shortcode": "DD136DD7E7",
    "employment_type": "Part-time",
    "telecommuting": False,
    "url": "https://apply.workable.com/j/DD136DD7E7",
    "published_on": "2026-08-05",
    "created_at": "2026-07-02",
    "country": "Netherlands",
    "city": "Zwolle",
    "state": "Overijssel",
    "education": "Vocational",
    "description": "<p>Je kookt 24 uur per week.</p>",
    "locations": [
        {
            "country": "Netherlands",
            "countryCode": "NL",
            "city": "Zwolle",
            "hidden": False,
        }
    ],
}
WORKABLE = {"name": "De Wilg", "description": None, "jobs": [WORKABLE_JOB]}

PINPOINT_POSTING = {
    "id": "post-001",
    "title": "Receptionist",
    "url": "https://wilg.pinpointhq.com/nl/postings/post-001",
    "path": "/nl/postings/post-001",
    "description": "<p>Je ontvangt bezoekers.</p>",
    "key_responsibilities_header": "Wat ga je doen",
    "key_responsibilities": "<ul><li>De telefoon.</li></ul>",
    "skills_knowledge_expertise_header": "Wat breng je mee",
    "skills_knowledge_expertise": "<p>mbo-3</p>",
    "benefits_header": "Wat bieden wij",
    "benefits": "<p>16 tot 24 uur per week.</p>",
    "workplace_type": "onsite",
    "employment_type": "fixed_term_part_time",
    "employment_type_text": "Fixed Term - Part Time",
    "compensation": "€2,400 - €2,900 / month",
    "compensation_minimum": 2400.0,
    "compensation_maximum": 2900.0,
    "compensation_currency": "EUR",
    "compensation_frequency": "month",
    "compensation_visible": True,
    "deadline_at": "2026-12-28T23:59:59+01:00",
    "job": {"id": "job-001", "department": {"id": "1", "name": "Kantoor"}},
    "location": {
        "id": "9",
        "name": "Netherlands - Zwolle",
        "city": "Zwolle",
        "postal_code": "8011 AB",
    },
}
PINPOINT = {"data": [PINPOINT_POSTING]}

RECRUITEE = {
    "offers": [
        {
            "id": 2751915,
            "title": "Warehouse worker",
            "status": "published",
            "careers_url": "https://werkenbij.wilg.nl/o/warehouse-worker",
            "description": "<p>You pick orders.</p>",
            "requirements": "<p>Strong.</p>",
            "company_name": "De Wilg",
            "city": "The Hague",
            "postal_code": "2511 AA",
            "country_code": "NL",
            "locations": [
                {
                    "city": "The Hague",
                    "country_code": "NL",
                    "translations": {"nl": {"city": "Den Haag"}},
                }
            ],
            "min_hours_per_week": "16",
            "max_hours_per_week": "24",
            "salary": {
                "min": "2400",
                "max": "3100",
                "period": "month",
                "currency": "EUR",
            },
            "employment_type_code": "parttime_fixed_term",
            "education_code": "vocational",
            "published_at": "2026-09-18 22:55:59 UTC",
            "close_at": None,
            "hybrid": False,
            "remote": False,
            "on_site": False,
            "translations": {
                "en": {"title": "Warehouse worker"},
                "nl": {
                    "title": "Magazijnmedewerker",
                    "description": "<p>Je verzamelt orders.</p>",
                    "requirements": None,
                },
            },
        }
    ]
}

TEAMTAILOR = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "De Wilg",
    "next_url": "https://werkenbij.wilg.nl/jobs.json?page=2&per_page=100",
    "items": [
        {
            "id": "20fafb7d-f013-4061-b6de-2894b3e0838b",
            "title": "Hovenier",
            "url": "https://werkenbij.wilg.nl/jobs/7167985-hovenier",
            "date_published": "2026-02-04T09:26:20+01:00",
            "content_html": "<p>Je snoeit.</p>",
            "_jobposting": {
                "@type": "JobPosting",
                "title": "Hovenier",
                "identifier": {"@type": "PropertyValue", "value": 7167985},
                "datePosted": "2026-02-04T09:26:20+01:00",
                "jobLocation": [
                    {"address": {"addressLocality": "Zwolle", "addressCountry": "NL"}}
                ],
            },
        }
    ],
}
