"""The rules that every command checks before it makes anything: without them what is made would be wrong."""
