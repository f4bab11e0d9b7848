"""Forms as values: what is asked, what may be answered, and what the answers come to."""
