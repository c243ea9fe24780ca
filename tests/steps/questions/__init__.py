"""Tests of open questions."""
