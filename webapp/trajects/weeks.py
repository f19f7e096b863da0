"""How far a traject is, counted in weeks."""

from datetime import date

from webapp.site.formats import day

WEEK = 7


def week_of(start: date, today: date) -> int:
    """The week of the traject, 1 for the first; 0 when it has yet to begin."""
    return max(0, (today - start).days // WEEK + 1)


def weeks_planned(start: date, end: date | None) -> int | None:
    """How many weeks were planned, the begun ones whole; None without an end."""
    return None if end is None else max(1, -(-(end - start).days // WEEK))


def week_words(
    start: date, end: date | None, today: date, ended: date | None = None
) -> str:
    """`week 12 van 52`, as far as it is known; or on which day it begins or `ended`."""
    if ended:
        return f"afgesloten op {day(ended)}"
    week, planned = week_of(start, today), weeks_planned(start, end)
    if week == 0:
        return f"begint op {day(start)}"
    if planned is None:
        return f"week {week}"
    return f"week {week} van {planned}" if week <= planned else f"{planned} weken om"
