"""What the app costs in time and memory, beside the least that could do the same.

Run by hand, on a machine that does nothing else: ``python -m tests.benchmarks``. Nothing here can fail.
"""
