"""Breaks the code in small ways and looks whether a test notices: see docs/testing.md."""
