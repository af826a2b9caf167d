"""Rules of reading Vietnamese aloud, one family a file."""
