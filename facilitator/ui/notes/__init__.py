"""A second window for the facilitator: notes, the clock and what comes next, beside a session that runs."""
