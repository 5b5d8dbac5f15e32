"""核对清单 as text and as JSON; Word and pages are documents."""
