"""Documents (文书, 情况报告) as Word, HTML and Markdown: one format a file, each with ``render``."""
