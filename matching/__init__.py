"""Understands vacancies and ranks them for a candidate under hard limits."""
