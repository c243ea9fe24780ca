"""Figures and stories side by side: who recognises them, and what is not known yet."""
