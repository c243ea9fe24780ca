"""The app: one stage whose body is replaced, its bars, and the panels over it."""
