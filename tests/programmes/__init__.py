"""Programmes that follow each other, walked from their first step to their report as a group would."""
