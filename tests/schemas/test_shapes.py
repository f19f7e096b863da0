"""Words and tables agree: each type has exactly the columns of its table."""

from dataclasses import fields

import pytest

from schemas.account import Account
from schemas.answer import Answer
from schemas.candidate import Candidate, SearchProfile
from schemas.capacity import Capacity
from schemas.dossier import (
    Attempt,
    Company,
    CompanyPerson,
    Consent,
    Reaction,
    Response,
    Task,
)
from schemas.log_entry import LogEntry, Retirement, Seal
from schemas.match import Match, MatchRun, Overrule
from schemas.source import CrawlRun, Source
from schemas.tables.judgements import NewJudgement
from schemas.traject_end import Postponement, TrajectEnd
from schemas.vacancy import Demand, Vacancy

# what the database notes itself when something is recorded about a vacancy
KNOWN = {
    *("known_run", "known_verdict", "known_overruled", "known_document"),
    *("known_assessed_on", "known_rules", "known_model"),
}
# table: the types it holds, and the columns that are bookkeeping of the table alone
SHAPES = {
    "account": (
        (Account,),
        {
            *("password_hash", "made_at", "totp_seed", "totp_step"),
            *("wants_news", "told_on"),
        },
    ),
    "attempt": ((Attempt,), {*KNOWN, "note_sealed", "next_step_sealed", "unreached"}),
    "candidate": ((Candidate, SearchProfile), {"account_id", "made_at"}),
    "capacity_document": ((Capacity,), {"made_at", "sealed", "withdrawn_sealed"}),
    "company": ((Company,), set()),
    "company_person": ((CompanyPerson,), {"made_at"}),
    "consent": ((Consent,), set()),
    "crawl_run": ((CrawlRun,), set()),
    "judgement": ((NewJudgement,), {*KNOWN, "id", "judged_at", "undone_at"}),
    "log_entry": ((LogEntry,), set()),
    "log_retirement": ((Retirement,), set()),
    "log_seal": ((Seal,), set()),
    "match": ((Match,), {"run_id", "candidate_id", "position", "findings"}),
    "match_run": ((MatchRun,), set()),
    "reaction": ((Reaction,), {"text_sealed"}),
    "response": ((Response,), {"why_sealed"}),
    "source": ((Source,), set()),
    "task": ((Task,), {"answer_sealed", "cannot_reason_sealed"}),
    "vacancy": (
        (Vacancy,),
        {
            *("content_hash", "last_changed", "page_url", "run_id", "gone_at"),
            *("status_since", "status_reason", "missed", "duplicate_of"),
            *("checked_at", "check_result", "check_reason", "check_asked_at"),
        },
    ),
    "traject_end": ((TrajectEnd,), set()),
    "postponement": ((Postponement,), set()),
    "vacancy_answer": ((Answer,), set()),
    "vacancy_demand": ((Demand,), {"vacancy_id"}),
    "verdict_overrule": ((Overrule,), {"motivation_sealed"}),
}
# held in a sealed column
SEALED = {
    "capacity_document": {"items", "ramp", "withdrawn_reason"},
    "match": {"reasons", "objections", "questions", "assumptions", "contributions"},
    "reaction": {"text"},
    "response": {"why"},
    "task": {"answer", "cannot_reason"},
    "verdict_overrule": {"motivation"},
}
COLUMNS = """
select column_name from information_schema.columns
where table_schema = 'public' and table_name = %s
"""


@pytest.mark.parametrize("table", SHAPES)
def test_the_fields_of_a_type_are_the_columns_of_its_table(database, table):
    types, bookkeeping = SHAPES[table]
    named = {field.name for type_ in types for field in fields(type_)}
    with database.connect() as db:
        columns = {row[0] for row in db.execute(COLUMNS, (table,))}
    assert columns - bookkeeping == named - SEALED.get(table, set())
