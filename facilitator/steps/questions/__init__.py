"""Open questions, answered together or in groups."""
