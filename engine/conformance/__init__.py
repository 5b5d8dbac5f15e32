"""What really happened, held against what was declared."""
