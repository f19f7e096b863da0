"""Companies to call, and whom to ask for."""
