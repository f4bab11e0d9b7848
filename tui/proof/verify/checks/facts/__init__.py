"""Does a figure measure what a fact says, of whom and when it says so?"""
