"""Turning what is wrong into what has to change."""
