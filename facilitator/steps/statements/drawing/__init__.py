"""Votes as rows of text, as large as there is room for. Pure, but for the widget that paints them."""
