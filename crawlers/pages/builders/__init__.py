"""How builders of career sites print a vacancy without linked data; one each."""
