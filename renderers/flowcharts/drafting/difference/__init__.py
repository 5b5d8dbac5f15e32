"""Both versions of a matter in one chart, and side by side: what goes, comes, stays and changes."""
