"""Plain values of the domain: quantities, dates, records, evidence. No files, no screen."""
