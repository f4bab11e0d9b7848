"""TinyDB: the tables of corpora and kept proofs, which can be made again, and the user's marks."""
