"""Who looked at what: written down, sealed and shown; and the candidate's say."""
