"""Measures the site under load: how fast, how safe, what row-level security costs."""
