"""Tables of deals: rows read, columns matched, records made of them, written in one change."""
