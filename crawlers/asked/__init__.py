"""What advisers ask of the crawler: is this one still open, and add this one."""
