"""The words and the tables: types, migrations, SQL, settings and the queue."""
