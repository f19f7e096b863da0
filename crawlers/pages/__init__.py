"""What one fetched page says: its linked data, its text, and what is cut from it."""
