"""templates/ as one checked whole."""

from generator.design.templates import Design, read_design

__all__ = ["Design", "read_design"]
