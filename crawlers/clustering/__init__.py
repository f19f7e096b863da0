"""One job, one line: which adverts, on whichever sources, are the same vacancy."""
