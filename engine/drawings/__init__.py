"""Drawn diagrams (BPMN 2.0) proved as they are drawn, before they become a declaration."""
