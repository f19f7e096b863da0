"""What of an advert is compared, read from it once."""

import re

from crawlers.clustering.advert import Advert
from crawlers.clustering.names import employer_key, place_key, postcode4, spot_of
from crawlers.clustering.packing import pack_marks, pack_shingles
from crawlers.clustering.sketch import Sketch
from crawlers.clustering.titles import title_words
from crawlers.clustering.wording import sentences_of
from schemas.tables.fingerprints import Fingerprint, Unread
from schemas.tables.same_jobs import Comparable

RULES = "1"  # a new number, and every advert is read again
# A piece of a key with a number that names a job; `3ig` and `2026` do not.
NUMBER = re.compile(r"(?!20\d\d$)(?:\D*\d){3}")


def fingerprint(vacancy: Unread) -> Fingerprint:
    """Read an advert. Its keys say within what it is compared with others."""
    employer, place = employer_key(vacancy.employer), place_key(vacancy.place)
    title = title_words(
        vacancy.title, place=vacancy.place or "", employer=vacancy.employer or ""
    )
    sentences = sentences_of(vacancy.text)
    return Fingerprint(
        vacancy_id=vacancy.id,
        content_hash=vacancy.content_hash,
        rules=RULES,
        keys=_keys(vacancy, employer, place),
        title=sorted(title),
        employer=employer,
        place=place,
        reference=reference_of(vacancy.source_key),
        marks=pack_marks(sentence.mark for sentence in sentences),
        shingles=pack_shingles(sentences),
    )


def _keys(vacancy: Unread, employer: str, place: str) -> list[str]:
    named = {
        "source": vacancy.source,
        "employer": employer,
        "place": place,
        "postcode": postcode4(vacancy.postcode),
    }
    return [f"{kind} {name}" for kind, name in named.items() if name]


def reference_of(source_key: str) -> str | None:
    """The numbers in a key, without the language: `JR-0123_en` as `0123`.

    None when none of them can be a job's; then nothing can be said by key.
    """
    pieces = re.split(r"[\W_]+", source_key.casefold())
    numbers = [piece for piece in pieces if re.search(r"\d", piece)]
    return "-".join(numbers) if any(map(NUMBER.match, numbers)) else None


def advert_of(row: Comparable) -> Advert:
    """A stored fingerprint with its facts, fit to be compared."""
    return Advert(
        id=row.id,
        source=row.source,
        title=frozenset(row.title),
        employer=row.employer,
        is_intermediary=row.is_intermediary,
        spot=spot_of(row.place, row.postcode, row.lat, row.lon),
        hours=(row.hours_min, row.hours_max),
        salary=(row.salary_min, row.salary_max),
        language=row.language,
        reference=row.reference,
        size=row.size,
        sketch=Sketch(row.sketch),
        is_fresh=row.is_fresh,
    )
