"""Is a figure the sum of the deal of a record?"""
