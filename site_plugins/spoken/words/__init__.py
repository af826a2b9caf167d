"""The general lexicon: words written in a way that does not say how they are read."""
