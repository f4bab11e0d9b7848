"""Time as data: scale, ticks, lanes and marks. No screen."""
