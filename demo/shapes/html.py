"""The pages that people see: home, list, vacancy, about, cookies, not found."""

from collections.abc import Iterator, Sequence
from html import escape

from demo.shapes.recruiters import recruiter
from demo.shapes.site import Answer, Job, Pages, Site, html_answer, text_answer
from demo.shapes.words import day_in_words, salary_in_words

MARK = "Verzonnen vacature – voorbeeldmarkt van Spoorzoeker"
COOKIES = (
    "Wij gebruiken alleen functionele cookies. Met statistieken verbeteren wij deze "
    "website; uw toestemming kunt u altijd intrekken."
)
STYLE = """
body { margin: 0; font: 17px/1.55 system-ui, sans-serif; color: #1d2430; }
.mark { margin: 0; padding: .4rem 1rem; background: #fff3c4; text-align: center; }
header, main, footer, .cookies { max-width: 52rem; margin: auto; padding: 1rem; }
header { border-bottom: 4px solid hsl(var(--hue), 55%, 40%); }
header strong { font-size: 1.3rem; }
nav a { margin-right: 1rem; }
a { color: hsl(var(--hue), 60%, 30%); }
dl { display: grid; grid-template-columns: 9rem 1fr; }
dl { padding: 1rem; background: #f4f6f9; }
dd { margin: 0; }
.contact { border: 1px solid #d5dae3; border-radius: .5rem; padding: 0 1rem; }
footer, .cookies { color: #5a6475; font-size: .9rem; }
"""


def body_html(text: str) -> str:
    """Paragraphs, `- ` bullets and headings (a line that ends in `:`) as HTML."""
    return "\n".join(_block(lines) for lines in _blocks(text))


def _blocks(text: str) -> Iterator[list[str]]:
    """Lines that belong together: one list, one heading, one paragraph."""
    block: list[str] = []
    for line in [*(line.strip() for line in text.splitlines()), ""]:
        if block and (not line or _kind(line) != _kind(block[0]) or is_heading(line)):
            yield block
            block = []
        if line:
            block.append(line)


def _kind(line: str) -> str:
    if line.startswith("- "):
        return "ul"
    return "h3" if is_heading(line) else "p"


def is_heading(line: str) -> bool:
    return line.endswith(":") and not line.startswith("- ") and len(line) <= 80


def _block(lines: Sequence[str]) -> str:
    kind = _kind(lines[0])
    if kind == "ul":
        items = "".join(f"<li>{escape(line[2:].strip())}</li>" for line in lines)
        return f"<ul>{items}</ul>"
    return f"<{kind}>{escape(' '.join(lines))}</{kind}>"


def layout(site: Site, title: str, main: str, *, head: str = "") -> str:
    """A whole page of this employer; `main` and `head` are HTML already."""
    employer = site.employer
    hue = sum(employer.slug.encode()) % 360
    return f"""<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} | Werken bij {escape(employer.name)}</title>
<link rel="stylesheet" href="/stijl.css">
{head}
</head>
<body style="--hue: {hue}">
<p class="mark">{MARK}</p>
<header>
<strong>{escape(employer.name)}</strong>
<nav><a href="/">Home</a> <a href="/over-ons/">Over ons</a> <a href="/zoeken">Zoeken</a>
<a href="/cookies/">Cookies</a></nav>
</header>
<main>
{main}
</main>
<div class="cookies" role="note"><p>{COOKIES}</p><button>Akkoord</button></div>
<footer><p>{escape(employer.name)}, {escape(employer.place)}. {MARK}.</p></footer>
</body>
</html>
"""


def detail(site: Site, job: Job, *, head: str, related: Sequence[Job]) -> Answer:
    """The page of one vacancy, with everything a crawler must not take for it."""
    title = escape(job.advert.title)
    main = f"""<article class="vacature">
<h1>{title}</h1>
{_facts(job)}
<div class="tekst">
{body_html(job.advert.text)}
</div>
</article>
<p><a class="knop" href="{job.path}#solliciteren">Solliciteer direct</a></p>
{_contact(site)}
<section class="werkgever"><h2>Over {escape(site.employer.name)}</h2>
<p>{escape(site.employer.about)}</p></section>
<aside class="verwant"><h2>Andere vacatures</h2>{_links(related)}</aside>"""
    return html_answer(layout(site, job.advert.title, main, head=head))


def _facts(job: Job) -> str:
    facts = {
        "Standplaats": job.advert.place,
        "Uren": job.advert.hours,
        "Salaris": salary_in_words(job.advert),
        "Opleiding": job.advert.education,
        "Geplaatst": day_in_words(job.posted),
        "Reageren tot": day_in_words(job.closes) if job.closes else None,
    }
    rows = "".join(f"<dt>{k}</dt><dd>{escape(v)}</dd>" for k, v in facts.items() if v)
    return f"<dl>{rows}</dl>"


def _contact(site: Site) -> str:
    person = recruiter(site.employer.slug)
    return f"""<section class="contact"><h2>Nog vragen?</h2>
<p>Neem contact op met {person.name}, recruiter bij {escape(site.employer.name)}:
<a href="tel:{person.phone}">{person.phone}</a> of
<a href="mailto:{person.email}">{person.email}</a>.</p></section>"""


def _links(jobs: Sequence[Job]) -> str:
    items = "".join(
        f'<li><a href="{job.path}">{escape(job.advert.title)}</a>, '
        f"{escape(job.advert.place)}</li>"
        for job in jobs
    )
    return f"<ul>{items}</ul>"


def related_to(job: Job, jobs: Sequence[Job]) -> tuple[Job, ...]:
    """Three others: those that follow on the list, round the corner if need be."""
    here = jobs.index(job)
    return (*jobs[here + 1 :], *jobs[:here])[:3]


def common_pages(site: Site, jobs: Sequence[Job]) -> Pages:
    """What every site has, whatever its shape: all but its vacancies and feeds."""
    listing = layout(
        site,
        "Vacatures",
        f"<h1>Werken bij {escape(site.employer.name)}</h1>"
        f"<p>{escape(site.employer.about)}</p><h2>{len(jobs)} vacatures</h2>"
        + _links(jobs),
    )
    about = f"<h1>Over ons</h1><p>{escape(site.employer.about)}</p>"
    return {
        "/": html_answer(listing),
        "/zoeken": html_answer(listing),
        "/over-ons/": html_answer(layout(site, "Over ons", about)),
        "/cookies/": html_answer(
            layout(site, "Cookies", f"<h1>Cookies</h1><p>{COOKIES}</p>")
        ),
        "/stijl.css": text_answer(STYLE, kind="text/css; charset=utf-8"),
    }


def not_found(site: Site) -> Answer:
    main = "<h1>Niet gevonden</h1><p>Deze pagina bestaat niet (meer).</p>"
    return html_answer(layout(site, "Niet gevonden", main), status=404)


def robots(site: Site, *, sitemap: str | None = None) -> Answer:
    """Search pages are not for crawlers; one named bot is not welcome at all."""
    lines = [
        "# Verzonnen site van de voorbeeldmarkt van Spoorzoeker",
        "User-agent: GulzigeBot",
        "Disallow: /",
        "",
        "User-agent: *",
        "Disallow: /zoeken",
        "Crawl-delay: 0",
        "",
    ]
    if sitemap:
        lines.append(f"Sitemap: {site.address}{sitemap}")
    return text_answer("\n".join(lines) + "\n")
