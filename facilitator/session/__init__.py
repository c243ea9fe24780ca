"""What a group did: a closed set of events, the state they fold into, undo, and commands. Pure."""
