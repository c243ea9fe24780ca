"""Opening with what was agreed last time: what is done, what goes on, what was learnt."""
