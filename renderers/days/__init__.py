"""到期日: how the reckoning of days is shown."""
