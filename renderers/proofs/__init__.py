"""What was proved of matters, as text and JSON."""
