"""Is a date that of the deal of a record, or of the news of it?"""
