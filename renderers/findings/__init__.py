"""Findings as text and as JSON: one format a file."""
