"""Tests of gathering what a group brings up."""
