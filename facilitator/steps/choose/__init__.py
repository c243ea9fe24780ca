"""Choosing a few, and saying what is left for now."""
