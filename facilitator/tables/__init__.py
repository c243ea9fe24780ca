"""Tables of one evening become one session: pure, from their sessions to a session."""
