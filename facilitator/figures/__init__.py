"""Key figures of a neighbourhood, from a file of the statistics office to figures that a group can judge."""
