"""Which steps of one version go on as which of the other, without needing identifiers.

In stages, each on what the stages before left over: declared lineage (沿自), identifier (标识), name unique on both
sides, likeness (``likeness``, ``assignment``), and at last mergers and splits by what contains what (``fragments``).
"""
