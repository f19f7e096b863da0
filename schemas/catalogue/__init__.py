"""What is stored, column by column: of what kind, why, for how long, for whose eyes."""
