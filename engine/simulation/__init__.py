"""Simulation: what would happen to a year of applications if a process ran as declared."""
