"""A page becomes DOT, SVG, PNG and PDF."""
