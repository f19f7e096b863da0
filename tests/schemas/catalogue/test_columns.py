"""Every column is in the catalogue, and the catalogue says what the database does."""

import pytest

from schemas.catalogue.columns import CatalogueError, _columns, catalogue, of_kind
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


def test_what_is_about_a_candidate_is_in_the_export():
    left_out = {
        *{("company_person", name) for name in ("id", "company_id", "name", "role")},
        *{("company_person", name) for name in ("phone", "email")},
        *{("candidate_key", name) for name in ("candidate_id", "kek", "wrapped")},
        ("candidate_key", "made_at"),
        *{("procrastinate_jobs", name) for name in ("args", "lock", "queueing_lock")},
        # the export itself
        *{key for key in catalogue() if key[0] == "dossier_export"},
    }
    about = {(c.table, c.name) for c in of_kind("personal", "health", "confidential")}
    exported = {key for key, one in catalogue().items() if one.export}
    assert about - exported == left_out
    assert exported <= about | {(c.table, c.name) for c in of_kind("log")}


WHOLE = {"columns": ["a"], "class": "personal", "purpose": "x", "keep": "file"}


@pytest.mark.parametrize(
    "group",
    [
        WHOLE,  # does not say who sees it
        {**WHOLE, "sees": [], "class": "secret"},
        {**WHOLE, "sees": [], "keep": "for ever"},
        {**WHOLE, "sees": [], "colour": "red"},
        {"columns": ["a"], "class": "none", "purpose": "x"},
        {**WHOLE, "class": "none", "sees": []},
    ],
)
def test_an_entry_that_means_nothing_is_refused(group):
    with pytest.raises(CatalogueError):
        list(_columns("table", group))
