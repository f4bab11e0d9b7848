"""Do words name a party, and show what it does?"""
