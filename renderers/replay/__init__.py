"""A replayed log as text, JSON and an HTML page."""
