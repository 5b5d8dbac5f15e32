"""Forms that people filled in by hand, read into rows of cells: whose matter, which fact, what is written, and where.

``reading`` gives a ``FormReading`` of any tables; what the texts mean is another room's affair (``intake.matters``).
"""
