"""A row in every personal table, for tests of who reaches what."""

from datetime import date
from uuid import UUID, uuid4

from schemas.tables.attempts import note_cell
from schemas.tables.dossier_exports import file_cell
from schemas.tables.overrules import motivation_cell
from schemas.tables.reactions import text_cell
from schemas.tables.responses import why_cell
from tests import builders


def furnish(database, people) -> dict[str, dict[str, UUID]]:
    """A row in every personal table for Samira and for Tom; their ids by parameter."""
    with database.connect() as db:
        (company,) = db.execute(
            "insert into company (name) values ('Gedeeld bedrijf') returning id"
        ).fetchone()
        return {
            name: {
                "company_id": company,
                "account_id": account,
                **furnish_one(db, candidate, adviser, company, f"Geheim van {name}"),
            }
            for name, candidate, account, adviser in (
                ("Samira", people.samira, people.samira_account, people.anna),
                ("Tom", people.tom, people.tom_account, people.bram),
            )
        }


def furnish_one(db, candidate, adviser, company, secret) -> dict[str, UUID]:
    vacancy = builders.add_vacancy(db, builders.vacancy())
    document = builders.add_capacity(db, candidate, ("lift_kg", 2, 5.0))
    builders.add_match(db, candidate, (vacancy, "past_niet", 0.8))
    db.execute("update match_run set made_at = made_at - interval '1 day'")
    run = builders.add_match(db, candidate, (vacancy, "past", 0.8))
    db.execute("update match_run set capacity_id = %s where id = %s", (document, run))
    db.execute(
        "insert into judgement (candidate_id, vacancy_id, decision, judged_by) "
        "values (%s, %s, 'saved', %s)",
        (candidate, vacancy, adviser),
    )
    db.execute(
        "insert into response (candidate_id, vacancy_id, interested, why_sealed) "
        "values (%s, %s, true, %s)",
        (
            *(candidate, vacancy),
            builders.sealed(db, candidate, why_cell(vacancy), secret),
        ),
    )
    attempt, overrule = uuid4(), uuid4()
    note = builders.sealed(db, candidate, note_cell(attempt), secret)
    db.execute(
        "insert into attempt (id, candidate_id, company_id, channel, employer, kind, "
        "outcome, note_sealed, made_by) "
        "values (%s, %s, %s, 'public', %s, 'phone', 'spoken', %s, %s)",
        (attempt, candidate, company, secret, note, adviser),
    )
    (task,) = db.execute(
        "insert into task (candidate_id, vacancy_id, title, due_on, made_by) "
        "values (%s, %s, %s, '2099-01-01', %s) returning id",
        (candidate, vacancy, secret, adviser),
    ).fetchone()
    (added,) = db.execute(
        "insert into added_vacancy (id, candidate_id, url, title, asked_by) "
        "values (gen_random_uuid(), %s, 'https://wilg.example/7', %s, %s) returning id",
        (candidate, secret, adviser),
    ).fetchone()
    db.execute(
        "insert into changes_seen (candidate_id, account_id, run_made_at) "
        "values (%s, %s, '2026-01-01')",
        (candidate, adviser),
    )
    (asked,) = db.execute(
        "insert into asked_vacancy (id, candidate_id, link) "
        "values (gen_random_uuid(), %s, 'https://linde.example/7') returning id",
        (candidate,),
    ).fetchone()
    why = builders.sealed(db, candidate, motivation_cell(overrule), secret)
    db.execute(
        "insert into verdict_overrule (id, candidate_id, vacancy_id, verdict, machine, "
        "motivation_sealed, capacity_id, made_by) values (%s, %s, %s, "
        "'uitzoeken', 'past', %s, %s, %s)",
        (overrule, candidate, vacancy, why, document, adviser),
    )
    (answer,) = db.execute(
        "insert into vacancy_answer (id, vacancy_id, field, polarity, said, said_by, "
        "said_on, made_by) values (gen_random_uuid(), %s, 'climb', 'absent', 'Nee.', "
        "'website', '2026-11-20', %s) returning id",
        (vacancy, adviser),
    ).fetchone()
    (invitation,) = db.execute(
        "insert into invitation (id, persona, email, name, candidate_id, token_hash, "
        "link_expires_at, code_hash, code_expires_at) values (gen_random_uuid(), "
        "'candidate', %s, %s, %s, sha256(%s), now() + interval '1 day', '', "
        "now() + interval '1 day') returning id",
        (f"{candidate}@example.nl", secret, candidate, secret.encode()),
    ).fetchone()
    (session,) = db.execute(
        "insert into session (token_hash, account_id, expires_at) "
        "values (sha256(%s), %s, now() + interval '1 day') returning id",
        (secret.encode(), adviser),
    ).fetchone()
    return {
        **_furnish_own_say(db, candidate, task, secret),
        "postponement_id": _furnish_end(db, candidate, adviser, secret),
        "appointment_id": _stand_in_of_later(db, candidate, adviser),
        "invitation_id": invitation,
        "session_id": session,
        "overrule_id": overrule,
        "answer_id": answer,
        "candidate_id": candidate,
        "asked_id": asked,
        "document_id": document,
        "vacancy_id": vacancy,
        "added_id": added,
        "attempt_id": attempt,
        "task_id": task,
    }


def _furnish_own_say(db, candidate, task, secret) -> dict[str, UUID]:
    """What the candidate said and asked, and that somebody looked."""
    db.execute(
        "insert into log_entry (act, thing, candidate_id) "
        "values ('viewed', 'dossier', %s)",
        (candidate,),
    )
    reaction = uuid4()
    said = builders.sealed(db, candidate, text_cell(reaction), secret)
    db.execute(
        "insert into reaction (id, candidate_id, task_id, text_sealed) "
        "values (%s, %s, %s, %s)",
        (reaction, candidate, task, said),
    )
    (consent,) = db.execute(
        "insert into consent (id, candidate_id, item, text_version) "
        "values (gen_random_uuid(), %s, 'photo', 1) returning id",
        (candidate,),
    ).fetchone()
    file = uuid4()
    (export,) = db.execute(
        "insert into dossier_export (id, candidate_id, made_at, expires_at, sealed) "
        "values (%s, %s, now(), now() + interval '7 days', %s) returning id",
        (file, candidate, builders.sealed(db, candidate, file_cell(file), secret)),
    ).fetchone()
    return {
        "reaction_id": reaction,
        "record_id": task,
        "consent_id": consent,
        "export_id": export,
    }


def _furnish_end(db, candidate, adviser, secret) -> UUID:
    """An end that was taken back, everything postponed, and asked to be erased."""
    db.execute(
        "insert into traject_end (id, candidate_id, ended_on, reason, note, made_by, "
        "undone_by, undone_at) values (gen_random_uuid(), %s, current_date, 'other', %s, "
        "%s, %s, now())",
        (candidate, secret, adviser, adviser),
    )
    db.execute("insert into erasure_request (candidate_id) values (%s)", (candidate,))
    (postponement,) = db.execute(
        "insert into postponement (id, candidate_id, reason, note, until, made_by) "
        "values (gen_random_uuid(), %s, 'other', %s, current_date + 90, %s) returning id",
        (candidate, secret, adviser),
    ).fetchone()
    return postponement


def _stand_in_of_later(db, candidate, adviser) -> UUID:
    """Somebody else stands in, but not yet."""
    (somebody,) = db.execute(
        "select id from account where persona = 'adviser' and id <> %s "
        "order by name limit 1",
        (adviser,),
    ).fetchone()
    days = (date(2099, 1, 1), date(2099, 1, 14))
    return builders.add_stand_in(db, candidate, somebody, *days)
