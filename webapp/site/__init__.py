"""What stands around every page: who may in, one transaction, headers, failures."""
