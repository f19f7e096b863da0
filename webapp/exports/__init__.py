"""Lists to take along to a spreadsheet, in which nothing typed becomes a formula."""
