"""What a sentence claims: each figure with what it is, what turns it, what it dates, who acts."""
