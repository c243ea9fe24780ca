"""What the field expects besides a report: decisions, a letter to the board, a plan, a deal, a poster."""
