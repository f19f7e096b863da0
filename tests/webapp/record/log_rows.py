"""A row of the log as the program writes it, and what a check of them found."""

from uuid import uuid4

from schemas.tables.log_entries import Note


def note(thing="dossier"):
    return Note(
        act="viewed",
        thing=thing,
        request_id=uuid4(),
        candidate_id=uuid4(),
        thing_id=uuid4(),
    )


def kinds(report):
    return {one.kind for one in report.findings}
