"""In the zip for Windows this stands for a part of Python that waits for pipes and connections.

That part makes a socket when it is loaded, only to ask Windows something. asyncio loads it, and the app has
no use for it: its loop waits for time alone (``facilitator/ui/terminal/quiet_loop.py``).
"""
