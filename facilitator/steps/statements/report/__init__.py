"""A vote in a report."""

from facilitator.steps.statements.report.vote_part import CHAPTER, OWN_NOTES, account, doubts, parts, unknown

__all__ = ["CHAPTER", "OWN_NOTES", "account", "doubts", "parts", "unknown"]
