"""`spoorzoeker match` from the command line to the stored ranking."""

import json
import os
import subprocess
import sys

import pytest

from tests import builders
from tests.sealing import ENVIRONMENT

TEXT = "Wat ga je doen:\nJe tilt de hele dag dozen tot 25 kg."
KEYS = {"candidate", "run", "model", "rules", "considered", "excluded", "matches"} | {
    *("scoring", "weights", "search_width", "suggestions")
}
MATCH_KEYS = {
    *("vacancy", "score", "verdict", "reasons", "objections", "questions"),
    *("assumptions", "contributions", "held_back"),
}


@pytest.mark.model
def test_a_ranking_is_printed_as_json_and_kept(database):
    with database.connect() as db:
        people = builders.add_people(db)
        builders.add_capacity(db, people.samira, ("lift_kg", 2, 5.0))
        heavy = builders.add_vacancy(
            db, builders.vacancy(title="Magazijnmedewerker", text=TEXT)
        )
        light = builders.add_vacancy(db, builders.vacancy())
    answer = subprocess.run(
        [sys.executable, "-m", "spoorzoeker", "match", str(people.samira), "--json"],
        env={
            **os.environ,
            **ENVIRONMENT,
            "DATABASE_URL": database.url,
            "HF_HUB_OFFLINE": "1",
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    ranking = json.loads(answer.stdout)
    assert set(ranking) == KEYS
    assert ranking["candidate"] == str(people.samira)
    assert (ranking["considered"], ranking["excluded"]) == (2, 1)
    by_id = {match["vacancy"]: match for match in ranking["matches"]}
    assert set(by_id) == {str(heavy), str(light)}
    assert set(by_id[str(heavy)]) == MATCH_KEYS
    (objection,) = by_id[str(heavy)]["objections"]
    assert "25 kg" in objection["quote"]
    assert TEXT[objection["offset"] :].startswith(objection["quote"])
    assert "FML 12-03-2026" in objection["limit"]
    with database.connect() as db:
        kept = db.execute("select id from match_run").fetchall()
    assert [str(row[0]) for row in kept] == [ranking["run"]]
