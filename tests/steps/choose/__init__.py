"""Tests of choosing with a cap."""
