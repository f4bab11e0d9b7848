"""What is read in any text: its encoding, language, dates, headlines, words parted at line ends."""
