"""Where vacancies come from, and how that goes."""
