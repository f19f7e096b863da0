"""The tasks an adviser gives."""
