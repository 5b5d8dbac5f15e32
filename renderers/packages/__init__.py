"""A package of papers: its 校验清单 and its zip."""
