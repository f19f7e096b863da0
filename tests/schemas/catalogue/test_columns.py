"""Every column is in the catalogue, and the catalogue says what the database does."""

import pytest

from schemas.catalogue.columns import (
    CatalogueError,
    _columns,
    catalogue,
    exported,
    of_kind,
)
from schemas.settings import ROLES
from tests.rights import ALL, allowed

COLUMNS = """
select c.relname, a.attname from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind in ('r', 'v', 'm', 'p') and c.relnamespace = 'public'::regnamespace
"""
ADD = (
    "give each column an entry in schemas/catalogue/*.toml (class, purpose, how long it "
    "is kept, who sees it, whether a candidate may take it), then run "
    "`spoorzoeker db privacy docs/privacy.md`"
)


@pytest.fixture
def columns(database) -> set[tuple[str, str]]:
    with database.connect() as db:
        return set(db.execute(COLUMNS).fetchall())


def by_table(pairs):
    found: dict[str, list[str]] = {}
    for table, name in sorted(pairs):
        found.setdefault(table, []).append(name)
    return found


def test_every_column_of_the_database_is_in_the_catalogue(columns):
    assert by_table(columns - catalogue().keys()) == {}, ADD


def test_the_catalogue_names_no_column_that_is_not_there(columns):
    assert by_table(catalogue().keys() - columns) == {}


def test_who_sees_a_column_is_whom_the_database_lets_read_it(database):
    said = {
        key: set(one.sees) for key, one in catalogue().items() if one.kind != "none"
    }
    granted = {key: set() for key in said}
    for role in set(ROLES) - {"maintenance"}:
        for table, names in allowed(database, role, "select").items():
            for key in said:
                if key[0] == table and (names == ALL or key[1] in names):
                    granted[key].add(role.removeprefix("web_"))
    differs = {
        f"{table}.{name}": {"catalogue": sorted(said[key]), "granted": sorted(seen)}
        for key, seen in granted.items()
        if seen != said[key]
        for table, name in [key]
    }
    assert differs == {}, "mend `sees` in schemas/catalogue/*.toml, or the grant"


def test_an_opdrachtgever_and_a_crawler_see_no_health_and_no_confidence():
    for column in of_kind("health", "confidential"):
        assert not column.sees & {"opdrachtgever", "crawler", "worker", "auth"}, column


def test_the_crawler_reads_nothing_about_people():
    assert not [one for one in catalogue().values() if "crawler" in one.sees]


# What tells whose a row is: what stands beside it is about somebody too.
WHOSE = {"candidate_id", "account_id"}


def test_what_is_known_of_a_candidate_is_in_the_own_file_or_left_out_with_a_reason():
    theirs = {table for table, name in catalogue() if name in WHOSE}
    silent = [
        key
        for key, one in catalogue().items()
        if (one.kind != "none" or one.table in theirs)
        and not one.export
        and one.left_out is None
    ]
    assert silent == [], "say `export = true`, or why not: `left_out`"


def test_only_what_is_secret_or_not_about_the_candidate_is_left_out():
    """A reason is easily written; what somebody said or wrote has but a few."""
    about = of_kind("personal", "health", "confidential")
    left_out = {one.table for one in about if one.left_out}
    assert left_out == {
        *("company_person", "candidate_key", "procrastinate_jobs"),
        "dossier_export",  # the file itself
    }


def test_a_secret_is_never_in_the_own_file():
    words = ("hash", "secret", "seed", "totp", "kek", "wrapped", "password")
    told = [(one.table, one.name) for one in exported()]
    assert [one for one in told if any(word in one[1] for word in words)] == []


WHOLE = {
    "columns": ["a"],
    "class": "personal",
    "purpose": "x",
    "keep": "file",
    "export": True,
}


@pytest.mark.parametrize(
    "group",
    [
        WHOLE,  # does not say who sees it
        {**WHOLE, "sees": [], "class": "secret"},
        {**WHOLE, "sees": [], "keep": "for ever"},
        {**WHOLE, "sees": [], "colour": "red"},
        {"columns": ["a"], "class": "none", "purpose": "x"},
        {**WHOLE, "class": "none", "sees": []},
        {**WHOLE, "sees": [], "export": False},  # nor why it is not in the own file
        {**WHOLE, "sees": [], "left_out": "secret"},  # both
        {**WHOLE, "sees": [], "export": False, "left_out": "no idea"},
    ],
)
def test_an_entry_that_means_nothing_is_refused(group):
    with pytest.raises(CatalogueError):
        list(_columns("table", group))
