"""What several tests of the site's hardness share."""

import pytest

from tests import builders


@pytest.fixture
def path_of(ids, people, database):
    """A function: where a form is sent to."""
    with database.connect() as db:
        (company,) = db.execute("select id from company limit 1").fetchone()
        vacancy = builders.add_vacancy(db, builders.vacancy())
        builders.add_match(db, people.samira, (vacancy, "uitzoeken", 0.7))
    task = ids["Samira"]["task_id"]

    def filled(form):
        known = {"samira": people.samira, "company": company, "task": task}
        return form.path.format(**known, vacancy=vacancy)

    return filled
