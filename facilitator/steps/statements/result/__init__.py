"""The result of a vote on the stage: all statements, one of them, and a scan by set."""
