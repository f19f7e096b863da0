"""What changed between two rankings, and what was known when."""
