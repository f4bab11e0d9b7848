"""The list of results and its rows."""
