"""What a group is told of a vote: computed from what is shown, and from nothing else. Pure."""
