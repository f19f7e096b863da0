"""The kinds of career site: which pages to ask for and what an answer announces."""
