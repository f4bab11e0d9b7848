"""What was proved, kept by what it depends on."""
