"""From what resembles and what fits to one score that can be taken apart again."""
