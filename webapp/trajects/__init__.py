"""The traject of a candidate: begin, phase, weeks, end."""
