"""Invented adverts as pages, for the crawler's own tests."""

import json

TEXT = (
    "<p>Voor onze winkel in {place} zoeken wij een collega die de kas doet, vakken vult"
    " en klanten helpt. Je werkt 24 tot 32 uur per week, overdag, en je verdient"
    " € 15,20 per uur. Je krijgt een jaarcontract met uitzicht op vast.</p>"
    "<ul><li>mbo-2 werk- en denkniveau</li><li>rijbewijs B is een pré</li>"
    "<li>je spreekt goed Nederlands</li></ul>"
    "<p>Wij zijn een gezellig team van twaalf mensen dat al jaren samenwerkt en graag"
    " samen luncht. Vragen? Bel Noor Dijkhuis, 06-12345671, of mail naar"
    " werken@example.nl.</p>"
)


def job(number=1, **other):
    facts = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": f"Winkelmedewerker {number}",
        "identifier": {"@type": "PropertyValue", "value": f"w{number}"},
        "description": TEXT.format(place="Zwolle"),
        "hiringOrganization": {"@type": "Organization", "name": "Winkel De Wilg"},
        "datePosted": "2026-11-02",
        "jobLocation": {
            "@type": "Place",
            "address": {"addressLocality": "Zwolle", "addressCountry": "NL"},
        },
    }
    return facts | other


def page(*nodes, body="<main><h1>Vacature</h1></main>", language="nl"):
    scripts = "".join(
        f'<script type="application/ld+json">{node if isinstance(node, str) else json.dumps(node)}</script>'
        for node in nodes
    )
    return f'<!doctype html><html lang="{language}"><head>{scripts}</head><body>{body}</body></html>'


def sitemap(urls):
    entries = "".join(f"<url><loc>{url}</loc></url>" for url in urls)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'


def career_site(site, count, *, robots=""):
    """Fill `site` with `count` vacancies behind a sitemap."""
    paths = [f"/vacatures/winkelmedewerker-{n}" for n in range(1, count + 1)]
    site.pages["/"] = page(body="<h1>Werken bij De Wilg</h1>")
    site.pages["/robots.txt"] = (
        f"User-agent: *\n{robots}\nSitemap: {site.address}/sitemap.xml\n"
    )
    site.pages["/sitemap.xml"] = sitemap(site.address + path for path in paths)
    for number, path in enumerate(paths, start=1):
        site.pages[path] = page(job(number))
    return paths
