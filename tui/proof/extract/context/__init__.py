"""What a number takes from the words around it: scale, currency, what it counts."""
