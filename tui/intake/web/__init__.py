"""Web pages and what is like them: saved pages, archives of one page, feeds."""
