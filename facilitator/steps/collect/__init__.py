"""Gathering what the group brings up, and seeing what belongs together."""
