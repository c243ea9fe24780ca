"""What a workshop offers: scenarios, blocks and statement sets; reading, composing and checking them."""
