"""Dutch words to facts: hours, wages, dates, papers and the rest, with their words."""
