"""The parts of the screen: they show state and post messages."""
