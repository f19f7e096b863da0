"""What `spoorzoeker db status` says."""

from typing import Any

from schemas import migrations
from schemas.database import connect, without_password
from schemas.opening import OpenDatabase

FACTS = """
select current_setting('server_version') as version,
       pg_database_size(current_database()) as size_bytes
"""


def of(opened: OpenDatabase) -> dict[str, Any]:
    """Address without password, versions, what is pending, size in bytes."""
    with connect(opened.url) as db:
        state = migrations.state(db)
        row = db.execute(FACTS).fetchone()
    version, size = row or (None, None)
    numbered = [name for name in state.applied if name[0].isdigit()]
    return {
        "url": without_password(opened.url),
        "version": version,
        "migration": numbered[-1] if numbered else None,
        "pending": list(state.pending),
        "embedded": opened.embedded,
        "size_bytes": size,
    }
