"""What the database lets a role do, table by table."""

ALL = "all columns"
COLUMNS = """
select c.relname, a.attname from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind in ('r', 'v', 'm', 'p') and c.relnamespace = 'public'::regnamespace
  and has_column_privilege(%s, c.oid, a.attnum, %s)
"""
WHOLE = """
select c.relname from pg_class c
where c.relkind in ('r', 'v', 'm', 'p') and c.relnamespace = 'public'::regnamespace
  and has_table_privilege(%s, c.oid, %s)
"""


def allowed(database, role, right):
    """Per table the columns for which a role has a right; ALL for the whole table."""
    with database.connect() as db:
        whole = {name for (name,) in db.execute(WHOLE, (role, right)).fetchall()}
        if right == "delete":
            return dict.fromkeys(whole, ALL)
        found: dict[str, object] = {}
        for table, column in db.execute(COLUMNS, (role, right)).fetchall():
            found.setdefault(table, set()).add(column)
    return found | dict.fromkeys(whole, ALL)
