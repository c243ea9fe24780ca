"""Many sessions together."""
