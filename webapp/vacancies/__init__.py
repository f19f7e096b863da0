"""The ranked vacancies of a candidate: the list, one with its proof, what is done."""
