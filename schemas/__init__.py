"""The words and the tables: types, migrations, every SQL statement, settings and the queue."""
