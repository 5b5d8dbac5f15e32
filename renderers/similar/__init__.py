"""相似事项 as text for a person and as JSON for a program."""
