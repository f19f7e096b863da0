"""Where people read, judge and record."""
