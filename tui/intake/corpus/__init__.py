"""Documents into a corpus and out of it again: entries, originals, near duplicates, triage."""
