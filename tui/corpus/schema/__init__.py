"""What a corpus file may say: the description of its keys, and records built by it."""
