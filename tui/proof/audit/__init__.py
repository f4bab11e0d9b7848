"""The audit: small checks, each named after the defect that it finds, and repairs."""
