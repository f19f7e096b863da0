"""One module per table; every SQL statement of the product."""
