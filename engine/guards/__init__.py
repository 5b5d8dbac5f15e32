"""Whether the exits of a decision exclude each other and leave nothing out, as far as their words can be decided."""
