"""Simulations as a picture and as a page that has it; as text, Markdown and JSON they are reports like any other."""

from renderers.simulation.page import page
from renderers.simulation.picture import picture

__all__ = ["page", "picture"]
