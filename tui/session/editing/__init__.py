"""Forms that change what stands in a corpus: what is asked of a record, an article or a quote."""
