"""A checked process becomes a chart: what is drawn, what it says, what follows what."""
