"""Hypothesis without a deadline: the first word that is broken loads a dictionary, and machines may be busy."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
