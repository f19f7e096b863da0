"""Why a vacancy stands where it stands, in words; the points add up to its score."""

from collections.abc import Mapping, Sequence

from flask import Flask

from schemas.match import Aspect, Contribution, HeldBack, Match, out_of_hundred

ASPECTS: Mapping[Aspect, str] = {
    "base": "Begin",
    "meaning": "Betekenis",
    "words": "Zelfde woorden",
    "whole": "Hele zoekprofiel",
    "told": "Ervaring en wensen",
    "skills": "Gedeelde woorden",
    "occupation": "Beroep",
    "transferable": "Breder zoeken",
    "education": "Opleiding",
    "hours": "Uren",
    "travel": "Afstand",
    "freshness": "Datum",
    "aid": "Hulpmiddel",
    "questions": "Geen vragen",
}
HELD_BACK: Mapping[HeldBack, str] = {
    "employer": "Staat lager dan de punten zeggen: van deze werkgever staan hierboven "
    "al twee vacatures.",
    "title": "Staat lager dan de punten zeggen: hierboven staan al drie vacatures met "
    "dezelfde naam.",
}
MOST_NAMED = 3  # on a card; the page of the vacancy names all


def shown_points(match: Match) -> Sequence[Contribution]:
    """What adds or takes whole points, most first; what began comes last."""
    counted = [one for one in match.contributions if one.points]
    return sorted(counted, key=lambda one: (one.aspect == "base", -one.points))


def in_short(match: Match) -> str:
    """The score and what counted most: `87 punten: betekenis 44, opleiding 3`."""
    named = [one for one in shown_points(match) if one.aspect != "base"]
    most = sorted(named, key=lambda one: -abs(one.points))[:MOST_NAMED]
    told = ", ".join(f"{aspect_word(one.aspect).lower()} {one.points}" for one in most)
    score = f"{out_of_hundred(match.score)} punten"
    return f"{score}: {told}".replace("-", "−") if told else score


def aspect_word(aspect: Aspect) -> str:
    """What an aspect is called; one that this program does not know by its name."""
    return ASPECTS.get(aspect, aspect)


def held_back_words(why: HeldBack | None) -> str:
    """Why something stands lower than its score; nothing where it does not."""
    return HELD_BACK.get(why, "") if why else ""


def init(app: Flask) -> None:
    """Give the templates these words."""
    app.add_template_filter(aspect_word)
    app.add_template_filter(held_back_words)
    app.add_template_filter(in_short)
    app.add_template_filter(shown_points)
    app.add_template_filter(out_of_hundred)
