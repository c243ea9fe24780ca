"""The words on the screen, in Dutch and English, and dates as people say them.

The lowest layer: it imports nothing else of ours and stays cheap to import.
"""

from facilitator.words.catalogues import LANGUAGES, Language, Words, folder_of

__all__ = ["LANGUAGES", "Language", "Words", "folder_of"]
