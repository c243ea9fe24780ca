"""What people get: what is in it, that it is the same every time, and that it runs."""
