"""What an import of forms did, for those who have to check it."""
