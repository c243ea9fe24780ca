"""Figures and stories side by side."""
