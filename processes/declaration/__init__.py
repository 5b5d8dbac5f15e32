"""YAML in, declarations out: texts, nodes with places, shapes, files, folders."""
