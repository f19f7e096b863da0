"""Where a fact was read."""

from crawlers.reading.traces import LONGEST_RAW, from_text, origin_of
from schemas.vacancy import Origin, Posting

WHOLE = Origin(part="json-ld", path="JobPosting", raw="as is")
OWN = Origin(part="html", path="li.hours", raw="24 uur")
POSTING = Posting(
    source="w",
    source_key="1",
    url="u",
    title="Kok",
    description="",
    origins={"": WHOLE, "hours": OWN},
)


def test_a_field_of_its_own_comes_before_the_posting_as_a_whole():
    assert origin_of(POSTING, "hours", "")["path"] == "li.hours"
    whole = origin_of(POSTING, "salary", "€ 1")
    assert whole == {"part": "json-ld", "path": "salary", "raw": "€ 1"}


def test_without_any_origin_the_part_is_unknown():
    bare = Posting(source="w", source_key="1", url="u", title="Kok", description="")
    assert origin_of(bare, "hours", "24")["part"] == "unknown"


def test_rules_are_told_once_and_printed_is_no_rule():
    assert "rule" not in from_text("hours", "24 uur", "printed", None)
    trace = from_text("salary", "€ 13", "period from size", "below the minimum")
    assert trace["rule"] == "period from size; below the minimum"


def test_raw_words_have_an_end():
    assert len(from_text("salary", "a" * 999)["raw"]) == LONGEST_RAW
