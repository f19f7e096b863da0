"""The locks that processes take on a whole database: no two purposes share one."""

import re
from collections import defaultdict
from pathlib import Path

SCHEMAS = Path(__file__).parents[2] / "schemas"
TAKEN = re.compile(r"pg_\w*advisory\w*\((?:hashtext\('([^']+)'\))?")


def test_each_lock_has_a_name_that_nothing_else_has():
    users = defaultdict(set)
    for path in (*SCHEMAS.rglob("*.py"), *SCHEMAS.rglob("*.sql")):
        for name in TAKEN.findall(path.read_text("utf-8")):
            users[name].add(path.name)
    assert "" not in users, "a lock by number is taken for another's sooner or later"
    assert {name for name, paths in users.items() if len(paths) > 1} == set()
    assert len(users) > 3
