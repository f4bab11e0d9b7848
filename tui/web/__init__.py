"""The app in a browser: a server that gives every reader a process of it."""
