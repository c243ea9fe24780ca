"""Who does what by when; objections heard, agreements amended."""
