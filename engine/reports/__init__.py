"""Reports as values: what is said, in which order, with which numbers and places; looks are the renderers'.

``report`` is the neutral value that every renderer of reports understands; each further file makes one report.
"""
