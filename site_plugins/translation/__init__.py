"""The translator's workshop: kits to fill, the way back, glossary, what changed since last time."""
