"""Proofs about workflow nets: soundness by reduction and state space, and shortest counter-examples."""
