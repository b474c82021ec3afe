"""Where it stands: plain geometry in points from the top left; no drawing library."""
