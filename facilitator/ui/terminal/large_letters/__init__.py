"""Letters twice as high, where the terminal can draw them and somebody saw that it does.

- ``known_terminals``: which terminal this is, and in which way it can be asked.
- ``marked_rows``: two rows of a page that stand for one row of large letters; the widgets make these.
- ``enlarged_frame``: the repair to Textual's drawing: a frame in which marked rows are written large.

Elsewhere marked rows are never made, and the same text stands there in bold. docs/decisions has the reasons.
"""
