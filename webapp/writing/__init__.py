"""What people write: read field by field, checked for illness and names, in Dutch."""
