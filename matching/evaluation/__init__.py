"""Measures how well we read, judge, rank and link, beside known answers."""
