"""How much of a source is read, and how long that may take.

Press articles are small: the largest of a thousand saved pages had 6 MB, of as many PDFs 30 MB.
The bounds leave room above that and stop what is made to exhaust a machine.
"""

from __future__ import annotations

MAX_SOURCE = 64 << 20
"""Bytes of a file, a download, standard input or the clipboard."""
MAX_TEXT = 8 << 20
"""Bytes of the text that is taken in; the corpus reads no larger article."""
MAX_MARKUP = 24 << 20
"""Bytes of a web page or an XML document; parsing takes ten times that in memory."""
MAX_UNPACKED = 256 << 20
"""Bytes of all members of an archive together that are unpacked."""
MAX_RATIO = 300
"""Most times that a member of an archive may be larger than packed; text packs 3 to 20 times."""
MAX_MEMBERS = 20_000
"""Members of an archive: a long document with pictures has some hundreds."""
MAX_PAGES = 2_000
"""Pages of a PDF."""
MAX_CHARACTERS_OF_A_PAGE = 200_000
"""Characters on one page of a PDF; a newspaper page has 30,000."""
MAX_ITEMS = 5_000
"""Items of a feed, or messages of a mailbox."""
READING_SECONDS = 60
"""After this a source is given up; the slowest of a thousand real ones took 6 s."""
READING_MEMORY = 3 << 30
"""Bytes of address space of the process that reads."""
DOWNLOAD_SECONDS = 30
"""From the first connection to the last byte of a page, redirects included."""
MAX_REDIRECTS = 8
"""Redirects from one address to the next; browsers give up after 20."""
