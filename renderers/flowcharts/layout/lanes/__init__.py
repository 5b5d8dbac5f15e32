"""Swim-lanes by unit or post, left to right in the order in which the file travels; the main path runs down."""
