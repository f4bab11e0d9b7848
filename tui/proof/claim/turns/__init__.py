"""What may turn what a sentence says: negations, denials, doubts, conditions, questions."""
