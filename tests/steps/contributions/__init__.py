"""Tests of contributions and roles."""
