"""For who writes scenarios: every key explained, a schema for editors, and files to begin with."""
