"""Who may see and change what: one table, from which pages and grants follow."""
