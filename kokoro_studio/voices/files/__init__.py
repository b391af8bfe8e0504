"""Voice files of this studio and of other tools."""
