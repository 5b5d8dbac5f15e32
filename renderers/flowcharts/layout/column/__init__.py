"""One column downwards, side branches at its right, what leads back at its left."""
