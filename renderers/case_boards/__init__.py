"""办件看板, for the eye, for paper, for spreadsheets and for programs."""
