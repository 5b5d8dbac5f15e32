"""Changes in words: each change as an item of a report, in the official Chinese of the forms."""
