"""How answers come in: the ways to vote, the ballots, and the curtain before the result."""
