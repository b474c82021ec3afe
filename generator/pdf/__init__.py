"""The .pdf file."""
