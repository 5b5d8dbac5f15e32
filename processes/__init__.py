"""What is declared: the nouns of the reform and the doors they come in by."""
