"""`python -m generator` is `drukklaar`: from its first moment it can be stopped without a trace."""

import os

from generator.stopping import Stopped, heard


def main() -> None:
    """Where `drukklaar` starts."""
    try:
        with heard():
            from generator.cli import main as commands

            commands()
    except Stopped as stop:
        os._exit(stop.code)  # everything is tidy: to take the rest of Python down would take longer


if __name__ == "__main__":
    main()
