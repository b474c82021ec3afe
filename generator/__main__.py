"""`python -m generator` is `drukklaar`."""

from generator.cli import main

main()
