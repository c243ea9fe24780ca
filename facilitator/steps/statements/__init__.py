"""Scoring statements blind, seeing the difference, talking, voting again."""
