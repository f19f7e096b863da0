"""What an opdrachtgever sees."""
