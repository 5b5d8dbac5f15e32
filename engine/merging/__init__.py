"""An edited form held against what it said when it was made, and against what is declared now."""
