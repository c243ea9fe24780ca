"""From which perspective each person answers, and with which hats."""
