"""Mends that are made by the program: one fixer a file, and the proof that what they leave declares what was meant."""
