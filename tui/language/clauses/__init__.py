"""Words of clauses, as data: verbs with their forms and frames, event nouns, function words."""
