"""Two kinds of failure a person can act on; the command line gives each its code."""


class BadInputError(ValueError):
    """What was typed or given cannot be used (exit code 2)."""


class NotThereError(RuntimeError):
    """Something needed is not there: database, network, model (exit code 3)."""
