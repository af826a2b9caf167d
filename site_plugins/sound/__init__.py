"""The sound room: clips become one mastered, encoded, captioned episode. Knows no language."""
