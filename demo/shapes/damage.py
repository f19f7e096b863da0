"""The damage that real sites do to their JobPosting, one sort of it per advert.

Every damage keeps the fact readable for somebody who knows the trick, so that
what a crawl should find is still what the market says.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, time
from html import escape

from demo.shapes.jsonld import Node
from demo.shapes.site import AMSTERDAM, Job, end_of_day
from demo.shapes.words import hours_in_numbers, salary_in_words

# A damage of the facts changes the node, or says None where it does not apply.
FactDamage = Callable[[Node, Job], Node | None]
# A damage of the wrapping changes the text of the script.
WrapDamage = Callable[[str], str]


def damaged_facts(node: Node, job: Job, number: int) -> Node:
    """The `number`-th damage, counted round, of those that apply to this job."""
    possible = [made for damage in FACTS if (made := damage(node, job)) is not None]
    return possible[number % len(possible)]


def damaged_wrapping(script: str, number: int) -> str:
    return WRAPPINGS[number % len(WRAPPINGS)](script)


def untouched(node: Node, job: Job) -> Node:  # noqa: ARG001  has the shape of the rest
    return node


def salary_as_words(node: Node, job: Job) -> Node | None:
    words = salary_in_words(job.advert)
    return node | {"baseSalary": words} if words else None


def month_salary_per_hour(node: Node, job: Job) -> Node | None:
    advert = job.advert
    if advert.salary_unit != "MONTH":
        return None
    value = {
        "@type": "QuantitativeValue",
        "minValue": str(advert.salary_min),
        "maxValue": str(advert.salary_max or advert.salary_min),
        "unitText": "HOUR",
    }
    amount = {"@type": "MonetaryAmount", "currency": "euro", "value": value}
    return node | {"baseSalary": amount}


def place_in_list(node: Node, job: Job) -> Node:
    where = {"@type": "Place", "address": f"{job.advert.place}, Nederland"}
    return node | {"jobLocation": [where]}


def place_as_string(node: Node, job: Job) -> Node:
    return node | {"jobLocation": job.advert.place}


def postcode_only(node: Node, job: Job) -> Node | None:
    if job.advert.postcode is None:
        return None
    address = {
        "@type": "PostalAddress",
        "addressLocality": "",
        "postalCode": job.advert.postcode,
        "addressCountry": "Nederland",
    }
    return node | {"jobLocation": {"@type": "Place", "address": address}}


def municipality(node: Node, job: Job) -> Node:
    address = {
        "@type": "PostalAddress",
        "addressLocality": f"Gemeente {job.advert.place}",
        "postalCode": job.advert.postcode or "NA",
        "addressCountry": "NLD",
    }
    return node | {"jobLocation": {"@type": "Place", "address": address}}


def full_time_against_hours(node: Node, job: Job) -> Node | None:
    hours = hours_in_numbers(job.advert)
    if hours is None or hours[1] is None or hours[1] >= 36:
        return None
    return node | {"employmentType": ["FULL_TIME"]}


def seven_decimals(node: Node, job: Job) -> Node:
    return node | {"datePosted": f"{job.posted.isoformat()}T00:00:00.0000000"}


def dates_in_utc(node: Node, job: Job) -> Node:
    """Midnight here, written in UTC, looks like the day before (T22 or T23)."""
    dates = {"datePosted": _utc(datetime.combine(job.posted, time(0), AMSTERDAM))}
    if job.closes:
        dates["validThrough"] = _utc(end_of_day(job.closes))
    return node | dates


def pascal_case(node: Node, job: Job) -> Node:  # noqa: ARG001  has the shape of the rest
    return {_pascal(key): _pascal_values(value) for key, value in node.items()}


def escaped_description(node: Node, job: Job) -> Node:  # noqa: ARG001  idem
    return node | {"description": escape(str(node["description"]))}


def nothing_about_hours(node: Node, job: Job) -> Node | None:
    """Put the hours where only a reader of the text finds them."""
    if job.advert.hours is None:
        return None
    line = f"<p>Aantal uren: {escape(job.advert.hours)}</p>"
    rest = {key: value for key, value in node.items() if key != "workHours"}
    return rest | {"description": f"{node['description']}\n{line}"}


FACTS: tuple[FactDamage, ...] = (
    untouched,
    salary_as_words,
    month_salary_per_hour,
    place_in_list,
    place_as_string,
    postcode_only,
    municipality,
    full_time_against_hours,
    seven_decimals,
    dates_in_utc,
    pascal_case,
    escaped_description,
    nothing_about_hours,
)


def raw_newlines(script: str) -> str:
    return script.replace("\\n", "\n")


def trailing_comma(script: str) -> str:
    return re.sub(r"\n(\s*\})", r",\n\1", script)


def unicode_brackets(script: str) -> str:
    return script.replace("<", "\\u003C").replace(">", "\\u003E")


def in_cdata(script: str) -> str:
    return f"//<![CDATA[\n{script}\n//]]>"


def in_comment(script: str) -> str:
    return f"<!--\n{script}\n-->"


def semicolon_after(script: str) -> str:
    return f"{script};"


WRAPPINGS: tuple[WrapDamage, ...] = (
    str,
    raw_newlines,
    trailing_comma,
    unicode_brackets,
    in_cdata,
    in_comment,
    semicolon_after,
)


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _pascal(key: str) -> str:
    return key if key.startswith("@") else key[0].upper() + key[1:]


def _pascal_values(value: object) -> object:
    if isinstance(value, dict):
        return {_pascal(key): _pascal_values(inner) for key, inner in value.items()}
    return value
