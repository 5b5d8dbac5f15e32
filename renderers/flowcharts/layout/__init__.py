"""Where everything goes: boxes, lines and labels of a chart, around an origin of its own."""
