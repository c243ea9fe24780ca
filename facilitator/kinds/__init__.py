"""What the rest of the house asks of a kind of step, and what kinds have in common. Pure."""
