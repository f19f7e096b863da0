"""What a candidate sees, in plain Dutch."""
