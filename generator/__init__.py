"""Drukklaar: from what facilitators write to what lies on the table."""

__version__ = "0.1.0"
