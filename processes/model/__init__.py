"""The nouns, as frozen values: one glossary for YAML, code, tables and pages."""
