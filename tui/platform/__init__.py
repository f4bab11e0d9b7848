"""The operating system: files, folders, settings, other programs, signals, logs."""
