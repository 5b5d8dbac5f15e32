"""In which order steps run, and what changed about it among those that go on."""
