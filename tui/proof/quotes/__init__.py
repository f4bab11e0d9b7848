"""Where a quote lies in its article: folding, token boundaries, alignment, selectors."""
