"""Looking back at what was agreed last time."""
