"""Shape `graph`: the JobPosting sits in an @graph and has the usual damage."""

from demo.market import Advert
from demo.shapes.damage import damaged_facts, damaged_wrapping
from demo.shapes.html import common_pages, detail, related_to, robots
from demo.shapes.jsonld import Node, in_script, organization, posting, script
from demo.shapes.recruiters import recruiter
from demo.shapes.site import Answer, Job, Pages, Site, slug_of
from demo.shapes.sitemap import urlset

SCRIPT_KINDS = ("application/ld+json", "application/LD+JSON; charset=utf-8")


def pages(site: Site) -> Pages:
    jobs = site.jobs(_path)
    return {
        **common_pages(site, jobs),
        "/robots.txt": robots(site, sitemap="/sitemap.xml"),
        "/sitemap.xml": urlset((job.url, None) for job in jobs),
        **{job.path: _detail(site, job, jobs) for job in jobs},
    }


def _path(advert: Advert) -> str:
    return f"/werken-bij/vacature/{advert.key}-{slug_of(advert.title)}"


def _detail(site: Site, job: Job, jobs: tuple[Job, ...]) -> Answer:
    # Counted over the adverts as written, so that a job keeps its damage for life.
    number = site.employer.adverts.index(job.advert)
    content = damaged_wrapping(in_script(_graph(site, job, number)), number)
    head = "\n".join(
        [
            f'<link rel="canonical" href="{job.path}">',
            script(content, kind=SCRIPT_KINDS[number % len(SCRIPT_KINDS)]),
        ]
    )
    return detail(site, job, head=head, related=related_to(job, jobs))


def _graph(site: Site, job: Job, number: int) -> Node:
    node = damaged_facts(posting(site, job) | _contact(site), job, number)
    company = organization(site) | {"@id": f"{site.address}/#organisatie"}
    return {
        "@context": "https://schema.org",
        "@graph": [company, _breadcrumbs(site, job), node],
    }


def _contact(site: Site) -> Node:
    person = recruiter(site.employer.slug)
    return {
        "applicationContact": {
            "@type": "ContactPoint",
            "name": person.name,
            "telephone": person.phone,
            "email": person.email,
        }
    }


def _breadcrumbs(site: Site, job: Job) -> Node:
    steps = [("Home", f"{site.address}/"), (job.advert.title, job.url)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(steps, start=1)
        ],
    }
