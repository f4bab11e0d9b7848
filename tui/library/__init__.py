"""The one interface that the screens talk to, and its embedded implementation."""
