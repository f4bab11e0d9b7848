"""Pages of HTML that are read without the program, without scripts and without a network."""
