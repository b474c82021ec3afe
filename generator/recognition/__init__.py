"""What a Word file says → a definition, with how sure each part of it is."""
