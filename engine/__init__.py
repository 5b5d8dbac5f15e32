"""What is computed: the verbs, all of them pure functions of declared values."""
