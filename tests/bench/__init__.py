"""How fast Drukklaar is as a user runs it, beside others that make the same from ready data."""
