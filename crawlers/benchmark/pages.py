"""One page of the generated career site: HEAD, own, MENU, own, FOOT.

A page is about 27 KB, of which 4 KB linked data, as measured over real Dutch career
sites. What all pages share is made once, so that a site of 50,000 pages keeps only
its own 8 KB for each.
"""

import json
from html import escape
from typing import Any

from crawlers.benchmark.adverts import Advert, Section

IN_GRAPH = 5  # one in so many pages has its posting in an @graph


def address_of(advert: Advert) -> str:
    """The path of its page: words first, its number last."""
    words = "".join(c if c.isalnum() else "-" for c in advert.title.lower())
    return (
        f"/vacatures/{words}-{advert.place.lower().replace(' ', '-')}-{advert.number}"
    )


def own_parts(advert: Advert, origin: str) -> tuple[str, str]:
    """What only this page holds: the rest of its head, and its main part."""
    url = origin + address_of(advert)
    title = escape(advert.title)
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(block, ensure_ascii=False)}'
        "</script>\n"
        for block in (_breadcrumbs(advert, origin), _posting(advert, url))
    )
    top = (
        f"<title>{title} in {advert.place} | {escape(advert.employer)}</title>\n"
        f'<link rel="canonical" href="{url}">\n'
        f'<meta property="og:title" content="{title}">\n{scripts}</head>\n<body>\n'
    )
    return top, _main(advert)


def _main(advert: Advert) -> str:
    facts = (
        f"{_hours(advert)} uur",
        f"€ {advert.salary[0]} - € {advert.salary[1]} per maand",
        advert.education,
        advert.place,
    )
    listed = "".join(f"<li><span>{fact}</span></li>" for fact in facts)
    return (
        f"<main><article><h1>{escape(advert.title)}</h1>\n"
        f'<ul class="facts">{listed}</ul>\n{_description(advert)}\n'
        '<a class="button" href="#solliciteren">Solliciteer</a></article></main>\n'
    )


def _hours(advert: Advert) -> str:
    low, high = advert.hours
    return str(high) if low == high else f"{low} - {high}"


def _description(advert: Advert) -> str:
    return "\n".join(_section(section) for section in advert.sections)


def _section(section: Section) -> str:
    heading = f"<h2>{section.heading}</h2>" if section.heading else ""
    if section.listed:
        items = "".join(f"<li>{escape(s, quote=False)}</li>" for s in section.sentences)
        return f"{heading}<ul>{items}</ul>"
    return f"{heading}<p>{escape(' '.join(section.sentences), quote=False)}</p>"


def _posting(advert: Advert, url: str) -> dict[str, Any]:
    posting = {
        "@type": "JobPosting",
        "title": advert.title,
        "description": _description(advert),
        "datePosted": advert.posted.isoformat(),
        "validThrough": f"{advert.closes.isoformat()}T23:59:00+01:00",
        "employmentType": "FULL_TIME" if advert.hours[0] >= 36 else "PART_TIME",
        "workHours": f"{_hours(advert)} uur per week",
        "hiringOrganization": _employer(advert, url),
        "jobLocation": _location(advert),
        "baseSalary": _salary(advert),
        "identifier": {
            "@type": "PropertyValue",
            "name": advert.employer,
            "value": f"ZB-{advert.number}",
        },
        "educationRequirements": advert.education,
        "industry": "Dienstverlening",
        "directApply": True,
        "url": url,
    }
    if advert.number % IN_GRAPH:
        return {"@context": "https://schema.org/", **posting}
    page = {"@type": "WebPage", "@id": url, "inLanguage": "nl"}
    return {"@context": "https://schema.org", "@graph": [page, posting]}


def _employer(advert: Advert, url: str) -> dict[str, Any]:
    origin = url.partition("/vacatures/")[0]
    return {
        "@type": "Organization",
        "name": advert.employer,
        "sameAs": origin,
        "logo": f"{origin}/beeld/merk.svg",
    }


def _location(advert: Advert) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "streetAddress": f"Stationsweg {advert.number % 190 + 1}",
        "addressLocality": advert.place,
        "postalCode": advert.postcode,
        "addressCountry": "NL",
    }
    return {"@type": "Place", "address": address}


def _salary(advert: Advert) -> dict[str, Any]:
    low, high = advert.salary
    value = {
        "@type": "QuantitativeValue",
        "minValue": low,
        "maxValue": high,
        "unitText": "MONTH",
    }
    return {"@type": "MonetaryAmount", "currency": "EUR", "value": value}


def _breadcrumbs(advert: Advert, origin: str) -> dict[str, Any]:
    steps = (("Home", "/"), ("Vacatures", "/vacatures"), (advert.place, "/zoeken"))
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": name,
            "item": origin + path,
        }
        for position, (name, path) in enumerate(steps, start=1)
    ]
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": items,
    }


def _head() -> bytes:
    rules = "".join(
        f".blok-{n}{{margin:{n % 7}px auto;padding:{n % 5}rem;color:#1{n % 10}2b3c;"
        f"border-radius:{n % 9}px}}\n"
        for n in range(118)
    )
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<style>{rules}</style>\n"
    ).encode()


def _menu() -> bytes:
    links = "".join(
        f'<li class="menu-{n % 6}"><a href="/over/onderwerp-{n}" title="Onderwerp {n}">'
        f"Onderwerp {n}</a></li>\n"
        for n in range(52)
    )
    banner = '<div class="cookie-balk"><p>Wij gebruiken alleen cookies.</p></div>'
    return f"<header><nav><ul>{links}</ul></nav></header>\n{banner}\n".encode()


def _foot() -> bytes:
    links = "".join(
        f'<li><a href="/vacatures/plaats/stad-{n}">Werken in stad {n}</a></li>\n'
        for n in range(60)
    )
    settings = {f"instelling_{n}": {"aan": n % 2 == 0, "waarde": n} for n in range(60)}
    return (
        f'<aside class="related"><ul>{links}</ul></aside>\n'
        "<footer><p>Werkgroep Zilverberk</p></footer>\n"
        f"<script>window.instellingen={json.dumps(settings)};</script>\n"
        "</body>\n</html>\n"
    ).encode()


HEAD, MENU, FOOT = _head(), _menu(), _foot()
