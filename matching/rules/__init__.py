"""Rules that hold a vacancy against a person, one function each, with proof."""
