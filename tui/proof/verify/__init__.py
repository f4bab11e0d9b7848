"""What is proved of a record: value checks, statements, field states, the prover."""
