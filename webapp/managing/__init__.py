"""What an admin keeps: the accounts."""
