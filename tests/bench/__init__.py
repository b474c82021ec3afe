"""How fast cards come on paper, beside the same deck in reportlab's Platypus."""
