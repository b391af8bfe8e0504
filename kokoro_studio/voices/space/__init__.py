"""The place of a mix among the released voices: map, safety, loudness."""
