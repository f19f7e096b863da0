"""A schema.org JobPosting as a careful site would write it."""

import json

from demo.market import Advert
from demo.shapes.html import body_html
from demo.shapes.site import Job, Site, end_of_day

Node = dict[str, object]


def posting(site: Site, job: Job) -> Node:
    """The whole JobPosting; what the advert does not say stays out."""
    advert = job.advert
    node: Node = {
        "@type": "JobPosting",
        "title": advert.title,
        "description": body_html(advert.text),
        "identifier": {
            "@type": "PropertyValue",
            "name": site.employer.name,
            "value": advert.key,
        },
        "datePosted": job.posted.isoformat(),
        "validThrough": end_of_day(job.closes).isoformat() if job.closes else None,
        "employmentType": advert.employment,
        "workHours": advert.hours,
        "hiringOrganization": organization(site),
        "jobLocation": {"@type": "Place", "address": address(advert)},
        "baseSalary": salary(advert),
        "educationRequirements": education(advert),
        "directApply": True,
        "url": job.url,
    }
    return {key: value for key, value in node.items() if value is not None}


def organization(site: Site) -> Node:
    return {
        "@type": "Organization",
        "name": site.employer.name,
        "sameAs": f"{site.address}/",
    }


def address(advert: Advert) -> Node:
    node: Node = {
        "@type": "PostalAddress",
        "addressLocality": advert.place,
        "addressCountry": "NL",
    }
    return node | {"postalCode": advert.postcode} if advert.postcode else node


def salary(advert: Advert) -> Node | None:
    if advert.salary_min is None:
        return None
    value: Node = {"@type": "QuantitativeValue", "unitText": advert.salary_unit}
    if advert.salary_max is None:
        value["value"] = number(advert.salary_min)
    else:
        value["minValue"] = number(advert.salary_min)
        value["maxValue"] = number(advert.salary_max)
    return {"@type": "MonetaryAmount", "currency": "EUR", "value": value}


def education(advert: Advert) -> Node | None:
    if advert.education is None:
        return None
    return {
        "@type": "EducationalOccupationalCredential",
        "credentialCategory": advert.education,
    }


def number(amount: float) -> float | int:
    """Whole euros without a decimal, as sites print them."""
    return int(amount) if amount == int(amount) else amount


def in_script(node: object) -> str:
    """JSON that cannot end its own script element."""
    return json.dumps(node, ensure_ascii=False, indent=1).replace("</", "<\\/")


def script(content: str, *, kind: str = "application/ld+json") -> str:
    return f'<script type="{kind}">\n{content}\n</script>'
