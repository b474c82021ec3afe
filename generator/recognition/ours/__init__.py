"""What a Word file of ours tells, read by its marks and by what it carries."""
