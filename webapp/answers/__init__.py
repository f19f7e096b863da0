"""What was asked about a job, and what was answered, for everybody."""
