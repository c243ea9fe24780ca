"""Run neighbourhood workshops from the terminal.

The root imports nothing, so that ``facilitator --help`` stays quick.
"""

__version__ = "0.2.0"
