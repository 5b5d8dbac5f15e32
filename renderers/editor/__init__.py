"""What an editor shows where the mouse rests, in Markdown."""
