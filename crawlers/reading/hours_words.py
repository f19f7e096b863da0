"""The ways in which hours a week are written, as patterns over small letters."""

import re

# Digit first and what may not stand before it second: then a search can leap.
NUMBER = r"(\d(?<![\d.,:]\d)\d?(?:[.,]\d)?)(?![\d.,:]*\d)"
TO = r"\s*(?:-|/|tot en met|t/m|tot|à|of|to|en)\s*"
HOURS = r"\s*-?\s*(?:uur|uren|urige|hours?\b|hrs|u\b)"
NOT_A_WEEKS = (
    r"(?!\s*(?:per|a|op een) (?:dag|day|nacht|keer|dienst|maand|jaar)"
    r"|s?\s*(?:zorg|service)"
    r"|\s*(?:van tevoren|later|bedenktijd|reactie|na |'s |des |reistijd|vakantie|verlof"
    r"|op (?:maan|dins|woens|donder|vrij|zater|zon)dag)|s\w)"
)
FLOOR = r"(?:minimaal|min\.|minstens|ten minste|tenminste|vanaf|at least)"
FLOOR_BEFORE = re.compile(rf"{FLOOR}\s*$")
CEILING_BEFORE = re.compile(r"(?:maximaal|max\.|hoogstens|ten hoogste|\btot)\s*$")
UP_TO_A_CLOCK = re.compile(r"\btot\s*$")
CEILING = r"(?:maximaal|max\.|hoogstens|ten hoogste)"
A_WEEK = r"(?:\s*(?:per week|p\.?/?w\.?))?"
CHOICES = r"(?:\s*,\s*\d{1,2})+\s*,?\s*(?:of|en)\s*"  # "24, 32 of 40 uur"
RANGE = re.compile(
    rf"{NUMBER}(?<!schaal \d)(?<!schaal \d\d)(?<!fwg \d\d)(?<!groep \d)"
    rf"(?:{HOURS})?(?:(?:\s*/\s*\d{{1,2}})*{TO}|{CHOICES}){NUMBER}{HOURS}{NOT_A_WEEKS}"
)
FROM_TO = re.compile(
    rf"(?P<floor>{FLOOR}\s*)?{NUMBER}(?:{HOURS})?{A_WEEK}"
    rf"(?P<to>[\s,;/-]*(?:en|tot|and|to|met)?\s*){CEILING}\s*{NUMBER}{HOURS}{NOT_A_WEEKS}"
)
UP_TO_FULL_TIME = re.compile(
    rf"{NUMBER}(?:{HOURS})?{A_WEEK}\s*(?:-|tot en met|t/m|tot)\s*"
    r"(?:een )?(?:full ?-?time|voltijds?)\b"
)
OR_FULL_TIME = re.compile(
    rf"{NUMBER}{HOURS}{A_WEEK}\s*of\s*(?:een )?(?:full ?-?time|voltijds?)\b"
)
SINGLE = re.compile(rf"{NUMBER}(?P<more>\+)?{HOURS}{NOT_A_WEEKS}")
NO_SINGLE_BEFORE = re.compile(
    r"(?:\d\s*(?:-|/|à|t/m|[x×])|\d (?:uur )?tot|dag(?:en)? van|dienst(?:en)? van"
    r"|keer|tussen (?:de )?[\d.:]+ (?:uur )?en)\s*$"
)
TIMES = re.compile(
    r"\b(\d|twee|drie|vier|vijf)\s*(?:[x×]|keer"
    r"|(?:(?:werk)?dagen|ochtenden|middagen) van)\s*"
    r"(\d{1,2}(?:[.,]\d)?|drie|vier|vijf|zes|zeven|acht|negen|tien) uur"
)
PART = r"(?<![\d.,])(\d(?:[.,]\d{1,4})?)"
FTE = re.compile(rf"(?:{PART}(?:\s*fte)?{TO})?{PART}\s*fte\b")
SPELLED_NUMBERS = {
    "zestien": 16.0, "achttien": 18.0, "twintig": 20.0,
    "vierentwintig": 24.0, "achtentwintig": 28.0, "dertig": 30.0,
    "tweeëndertig": 32.0, "zesendertig": 36.0, "achtendertig": 38.0, "veertig": 40.0,
}  # fmt: skip
SPELLED_NUMBER = rf"\b({'|'.join(SPELLED_NUMBERS)})"
SPELLED = re.compile(
    rf"(?:{SPELLED_NUMBER} (?:tot|à|of|tot en met) )?{SPELLED_NUMBER} uur\b"
    rf"{NOT_A_WEEKS}"
)
COUNT = r"(\d(?:[.,]5)?|anderhalf|twee|drie|vier|vijf)"
DAYS = re.compile(
    rf"\b{COUNT}(?:\s*(?:-|tot|à|of)\s*(\d|twee|drie|vier|vijf))?\s*"
    r"(?:(?P<day>(?:werk)?dag(?:en)?)|ochtenden|middagen|dagdelen)\b"
    r"(?!\s*(?:vakantie|vrij|verlof))"
)
NO_WORKING_DAYS = re.compile(
    r"thuis|\bhuis\b|kantoor|hybride|binnen|vakantie|vrij\b|verlof|avond|nacht|\belke"
    r"|om de|weekend|per jaar|inwerk|training|reactie"
)
OF_A_WEEK = re.compile(r"week|werk|dienstverband|verdeeld")
FEW = 12  # characters beside the days in a clause of nothing else
WHOLE_WEEK = re.compile(r"\b(?:full ?-?time|voltijds?)\b")
OR_PART_TIME = re.compile(
    r"(?:time|voltijds?)\s*(?:of|en|/|,)\s*(?:part ?-?time|deeltijd)"
    r"|(?:part ?-?time|deeltijd)\s*(?:of|en|/|,)\s*(?:full|voltijd)"
)
SAID_WEEK = re.compile(
    r"(?:full ?-?time|voltijds?)\W{0,3}(?:is|van|betekent)?\W{0,2}(\d\d) uur"
)
WORKING_WEEK = re.compile(
    r"(\d\d)-?\s?urige werkweek|werkweek (?:is|van) (\d\d(?:[.,]\d)?) uur"
)
CLOCK_BEFORE = re.compile(
    r"(?:\bom|\bvan|tussen|vanaf|na|voor|\btot)\s*(?:\d\d?[.:]\d\d\s*)?$"
)
WEEKLY = re.compile(r"\s*(?:per week|p\.?/?w|in de week)")
NO_TOTAL_BEFORE = re.compile(r"(?:€[^()]*\(|(?P<om>\bom)|binnen|na|elke)\s*$")
