"""Money as a graph: who pays whom, round trips, cycles. No screen."""
