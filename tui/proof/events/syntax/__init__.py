"""Syntax: from the text of a sentence to tokens, names, phrases, verbs and their arguments."""
