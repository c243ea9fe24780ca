"""Files to begin with, the schema and the reference."""
