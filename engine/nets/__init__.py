"""The workflow net of a checked process: what cases run on, what is proved, what logs are replayed against."""
