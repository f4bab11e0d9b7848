"""The formats that a corpus is exported in, a module each, listed in `registry`."""
