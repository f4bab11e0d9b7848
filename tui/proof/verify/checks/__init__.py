"""Whether a sentence states a recorded value, date, party or role."""
