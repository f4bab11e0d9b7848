"""Proposals that change or take away what stands in a corpus file, one module a subject."""
