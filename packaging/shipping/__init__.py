"""What makes the files that people get: from pinned packages, the same bytes for the same input."""
