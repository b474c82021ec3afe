"""The .docx file."""
