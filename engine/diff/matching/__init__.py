"""Which steps of one version go on as which of the other, without needing identifiers.

In stages, each on what the stages before left over: declared lineage (沿自), identifier (标识), name unique on both
sides, mergers and splits that procedures make sure (``fragments``), likeness and place (``likeness``, ``assignment``),
mergers and splits by what contains what, and at last what a step is for (``functions``).
"""
