"""Whether two passages say the same: figures, bounds, negations, roles, tenses."""
