"""What each figure of a sentence is: the sum itself, a part, a rate, a change, a value."""
