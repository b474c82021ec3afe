"""Words in, files and friendly errors out. click and rich live here; what is heavy is imported inside the commands."""

from generator.cli.main import main

__all__ = ["main"]
