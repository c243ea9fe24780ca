"""Who brings what, who asks for what; roles after that."""
