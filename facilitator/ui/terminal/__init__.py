"""The terminal itself: what comes in from it, the driver, and all repairs to Textual."""
