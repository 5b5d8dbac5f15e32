"""Scripts for developers, and what ``run.py`` needs on a bare machine. Not part of the wheel."""
